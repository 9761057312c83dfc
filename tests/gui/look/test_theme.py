"""Every ink can be read on every ground, on a light desktop, a dark one and a loud one."""

import re

import pytest
from PySide6.QtGui import QColor, QFont, QFontInfo, QPalette

from reportdesk.form.severity import SEVERITIES
from reportdesk.gui.look.style_sheet import style_sheet
from reportdesk.gui.look.theme import (
    CONTRAST,
    SHAPES,
    ink_contrast,
    interface_font,
    luminance,
    mixed,
    readable_ink,
    severity_label,
    theme_of,
)


def palette(base: str, text: str, window: str, accent: str) -> QPalette:
    colours = QPalette()
    roles = QPalette.ColorRole
    for role, colour in {
        roles.Base: base,
        roles.Text: text,
        roles.Window: window,
        roles.WindowText: text,
        roles.Accent: accent,
    }.items():
        colours.setColor(role, QColor(colour))
    return colours


PALETTES = {
    "fusion": palette("#ffffff", "#000000", "#efefef", "#308cc6"),
    "dark": palette("#1e1f22", "#d8d8d8", "#2b2d30", "#4a88c7"),
    "black": palette("#000000", "#ffffff", "#000000", "#ffff00"),
    "pale": palette("#fafafa", "#8c8c8c", "#f0f0f0", "#dddddd"),
    "beige": palette("#fdf6e3", "#657b83", "#eee8d5", "#b58900"),
    "grey": palette("#808080", "#ffffff", "#707070", "#90ee90"),
}


@pytest.mark.parametrize("name", PALETTES)
def test_every_ink_can_be_read(name):
    theme = theme_of(PALETTES[name])
    severities = [theme.severity(severity) for severity in SEVERITIES]
    under_figures = [
        theme.ground,
        theme.selected,
        theme.derived.ground,
        *(tint.ground for tint in severities),
    ]
    pairs = [(ink, ground) for ink in (theme.ink, theme.zero_ink) for ground in under_figures]
    pairs += [(tint.ink, ground) for tint in severities for ground in under_figures]
    pairs += [
        (tint.ink, tint.ground)
        for tint in (theme.header, theme.header_lit, theme.derived, theme.inherited, theme.last_year)
    ]
    pairs += [
        (theme.muted_ink, theme.ground),
        (theme.window_ink, theme.window),
        (theme.window_muted_ink, theme.window),
        (theme.derived_muted_ink, theme.derived.ground),
        (theme.accent, theme.ground),
        (theme.accent_ink, theme.accent),
        (theme.note, theme.ground),
    ]
    assert min(ink_contrast(ink, ground) for ink, ground in pairs) >= CONTRAST


def test_contrast_is_what_wcag_says():
    assert ink_contrast(QColor("black"), QColor("white")) == pytest.approx(21)
    assert ink_contrast(QColor("#767676"), QColor("white")) == pytest.approx(4.54, abs=0.01)
    assert luminance(QColor("white")) == pytest.approx(1)


def test_a_readable_ink_stays_as_it_is_and_a_pale_one_is_driven_on():
    assert readable_ink(QColor("#333333"), QColor("white")).name() == "#333333"
    assert ink_contrast(readable_ink(QColor("#eeeeee"), QColor("white")), QColor("white")) >= CONTRAST


def test_a_dark_palette_makes_a_dark_theme():
    dark, light = theme_of(PALETTES["dark"]), theme_of(PALETTES["fusion"])
    assert luminance(dark.ground) < luminance(dark.ink)
    assert luminance(light.ground) > luminance(light.ink)


def test_each_severity_has_a_shape_and_a_word_of_its_own():
    assert [severity_label(name) for name in SEVERITIES] == ["▲ 必改", "◆ 需说明", "● 提示"]
    assert set(SHAPES) == set(SEVERITIES)


def test_the_font_grows_with_the_zoom_and_has_even_figures(qapp):
    small, large = interface_font(100), interface_font(200)
    assert large.pointSizeF() == pytest.approx(2 * small.pointSizeF())
    assert QFontInfo(small).family()
    # PySide6 6.8.0, that of aarch64, can name no feature: all its figures are the font's own.
    assert [small.featureValue(tag) for tag in small.featureTags()] == [1] * can_name_features()


def can_name_features() -> bool:
    """Tell whether this PySide6 makes a tag of a word, as the newer ones do."""
    try:
        return bool(QFont.Tag("tnum").isValid())
    except TypeError:
        return False


def test_a_binding_without_font_features_has_a_font_all_the_same(
    qapp: object, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delattr(QFont, "Tag")
    assert interface_font().pointSizeF() == 10


def test_a_binding_whose_font_features_take_no_word_has_a_font_all_the_same(
    qapp: object, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Tag:
        """As in PySide6 6.8.0."""

    monkeypatch.setattr(QFont, "Tag", Tag)
    assert interface_font().pointSizeF() == 10


@pytest.mark.parametrize("name", ["fusion", "dark"])
def test_what_the_style_sheet_writes_can_be_read(name: str) -> None:
    """Measured from the sheet itself: every rule with a ground and an ink of its own."""
    sheet = style_sheet(PALETTES[name], 15)
    rules = re.findall(r"([^{}]+)\{([^{}]*)\}", sheet)
    measured = []
    for selector, body in rules:
        ink = re.search(r"(?<![-\w])color: (#[0-9a-f]{6})", body)
        ground = re.search(r"background: (#[0-9a-f]{6})", body)
        if ink and ground and "disabled" not in selector:
            measured.append((ink_contrast(QColor(ink[1]), QColor(ground[1])), selector.strip()))
    assert len(measured) >= 6
    assert min(measured)[0] >= CONTRAST, min(measured)


@pytest.mark.parametrize("name", PALETTES)
def test_the_accent_under_the_pointer_can_be_read(name: str) -> None:
    theme = theme_of(PALETTES[name])
    deep = mixed(theme.accent, theme.window_ink, 0.2)
    assert ink_contrast(readable_ink(theme.accent_ink, theme.accent, deep), deep) >= 3
