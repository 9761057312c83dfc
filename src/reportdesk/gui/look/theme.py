"""How the window looks: colours out of the system's palette, fonts that have Chinese, shapes for states.

Every ink is computed against the ground that it stands on, so that it can be read (at least 4.5 : 1) on a
light desktop, a dark one, and one with colours of its own.
"""

from __future__ import annotations

import contextlib
from collections.abc import Iterable
from functools import lru_cache
from typing import Literal, NamedTuple

from PySide6.QtGui import QColor, QFont, QFontDatabase, QPalette
from PySide6.QtWidgets import QApplication

from reportdesk.form.severity import SEVERITIES, SeverityName

#: The least contrast between an ink and its ground.
CONTRAST = 4.5

#: How a card or a tab is marked: by a severity, or as what nobody has written yet.
MarkName = SeverityName | Literal["unwritten"]
UNWRITTEN: MarkName = "unwritten"

#: The word of each mark, grave ones first.
MARKS: dict[MarkName, str] = dict((*SEVERITIES.items(), (UNWRITTEN, "未写")))

#: The shape of each mark, beside its word and its colour; of the severities alone.
SHAPES: dict[SeverityName, str] = {"error": "▲", "warning": "◆", "hint": "●"}
MARK_SHAPES: dict[MarkName, str] = dict((*SHAPES.items(), (UNWRITTEN, "○")))

#: Fonts with simplified Chinese, from the most at home on a desktop to the last resort.
FONTS = (
    "Microsoft YaHei UI",
    "Microsoft YaHei",
    "Noto Sans CJK SC",
    "Source Han Sans SC",
    "PingFang SC",
    "WenQuanYi Micro Hei",
    "WenQuanYi Zen Hei",
    "SimSun",
)

_BASE_PT = 10.0
#: A colour is driven on towards black or white in so many steps, until it can be read.
_STEPS = 40
_RED, _AMBER, _BLUE = "#c62828", "#b26a00", "#2b66b1"
_TEAL, _VIOLET, _GREEN = "#0e8a7d", "#7a5cc0", "#2e7d32"


class Tint(NamedTuple):
    """A colour with a job: the ground it gives and the ink that can be read on it."""

    ground: QColor
    ink: QColor


class Theme(NamedTuple):
    """All colours of the window; each `..._ink` and each Tint can be read on its ground."""

    ground: QColor
    ink: QColor
    muted_ink: QColor
    window: QColor
    window_ink: QColor
    window_muted_ink: QColor
    accent: QColor
    accent_ink: QColor
    hairline: QColor
    blank_line: QColor
    header: Tint
    header_lit: Tint
    derived: Tint
    derived_muted_ink: QColor
    last_year: Tint
    zero_ink: QColor
    selected: QColor
    inherited: Tint
    note: QColor
    error: Tint
    warning: Tint
    hint: Tint
    unwritten: Tint
    done_ink: QColor

    def severity(self, name: MarkName) -> Tint:
        """Return the colours of a severity, grey for what is not written yet."""
        marks = {"error": self.error, "warning": self.warning, "hint": self.hint}
        return marks.get(name, self.unwritten)


def theme_of(palette: QPalette) -> Theme:
    """Return the colours that go with a palette."""
    role = QPalette.ColorRole
    roles = (role.Base, role.Text, role.Window, role.WindowText, role.Accent)
    return _theme(*(palette.color(r).rgb() for r in roles))


@lru_cache(maxsize=8)
def _theme(base: int, text: int, back: int, back_text: int, highlight: int) -> Theme:
    ground, window = QColor(base), QColor(back)
    accent = readable_ink(QColor(highlight), ground)
    plain = readable_ink(QColor(text), ground)
    window_ink = readable_ink(QColor(back_text), window)
    selected = tinted(ground, accent, 0.16)
    derived = tinted(ground, plain, 0.055)
    error, warning, hint = (tinted(ground, QColor(hue), 0.12) for hue in (_RED, _AMBER, _BLUE))
    under_figures = (ground, derived, selected, error, warning, hint)
    header = mixed(ground, window, 0.6)
    lit = tinted(ground, accent, 0.22)
    return Theme(
        ground=ground,
        ink=readable_ink(plain, *under_figures),
        muted_ink=readable_ink(mixed(plain, ground, 0.35), ground),
        window=window,
        window_ink=window_ink,
        window_muted_ink=readable_ink(mixed(window_ink, window, 0.35), window),
        accent=accent,
        accent_ink=readable_ink(ground, accent),
        hairline=mixed(ground, plain, 0.18),
        blank_line=mixed(ground, plain, 0.38),
        header=Tint(header, readable_ink(plain, header)),
        header_lit=Tint(lit, readable_ink(plain, lit)),
        derived=Tint(derived, readable_ink(plain, derived)),
        derived_muted_ink=readable_ink(mixed(plain, derived, 0.4), derived, selected),
        last_year=_tint(QColor(_TEAL), ground),
        zero_ink=readable_ink(mixed(plain, ground, 0.42), *under_figures),
        selected=selected,
        inherited=_tint(QColor(_TEAL), ground),
        note=readable_ink(QColor(_VIOLET), ground),
        error=Tint(error, readable_ink(QColor(_RED), *under_figures)),
        warning=Tint(warning, readable_ink(QColor(_AMBER), *under_figures)),
        hint=Tint(hint, readable_ink(QColor(_BLUE), *under_figures)),
        done_ink=readable_ink(QColor(_GREEN), window),
        unwritten=Tint(derived, readable_ink(mixed(plain, derived, 0.35), ground, derived)),
    )


def _tint(colour: QColor, ground: QColor) -> Tint:
    under = tinted(ground, colour, 0.12)
    return Tint(under, readable_ink(colour, under))


def mixed(colour: QColor, other: QColor, share: float) -> QColor:
    """Return a colour with a share (0 to 1) of another in it."""
    parts = zip(_channels(colour), _channels(other), strict=True)
    red, green, blue = (one + (two - one) * share for one, two in parts)
    return QColor.fromRgbF(red, green, blue)


def tinted(ground: QColor, colour: QColor, share: float) -> QColor:
    """Return a ground with a share of a colour in it, or with less where no ink could be read on it."""
    end = _far_end(ground)
    shares = (share * step / _STEPS for step in range(_STEPS, 0, -1))
    tints = (mixed(ground, colour, part) for part in shares)
    return next((tint for tint in tints if ink_contrast(end, tint) >= CONTRAST), ground)


def _channels(colour: QColor) -> tuple[float, float, float]:
    return colour.redF(), colour.greenF(), colour.blueF()


def luminance(colour: QColor) -> float:
    """Return the relative luminance of a colour, 0 (black) to 1 (white), as WCAG defines it."""
    linear = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in _channels(colour))
    red, green, blue = linear
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def ink_contrast(one: QColor, other: QColor) -> float:
    """Return the contrast between two colours, 1 to 21, as WCAG defines it."""
    darker, lighter = sorted((luminance(one), luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def readable_ink(ink: QColor, *grounds: QColor) -> QColor:
    """Return the ink, driven towards black or white as far as it must to be read on all the grounds."""
    end = _far_end(*grounds)
    steps = (mixed(ink, end, step / _STEPS) for step in range(_STEPS + 1))
    return next((colour for colour in steps if _least_contrast(colour, grounds) >= CONTRAST), end)


def _far_end(*grounds: QColor) -> QColor:
    """Return black or white, whichever is read better."""
    return max((QColor("black"), QColor("white")), key=lambda colour: _least_contrast(colour, grounds))


def _least_contrast(ink: QColor, grounds: Iterable[QColor]) -> float:
    return min(ink_contrast(ink, ground) for ground in grounds)


def interface_font(percent: int = 100) -> QFont:
    """Return the window's font at a zoom: the system's own if it has Chinese; all figures as wide."""
    font = QFont(QApplication.font())
    own = font.families()
    font.setFamilies([*own, *FONTS] if _has_chinese(own[0]) else [*FONTS, *own])
    font.setPointSizeF(_BASE_PT * percent / 100)
    _align_figures(font)
    return font


@lru_cache(maxsize=8)
def _has_chinese(family: str) -> bool:
    """Tell whether a font has Chinese characters; each widget of its own size asks."""
    return QFontDatabase.WritingSystem.SimplifiedChinese in QFontDatabase.writingSystems(family)


def _align_figures(font: QFont) -> None:
    """Give all figures of a font the same width, where the binding can say so.

    PySide6 6.8.0, that of aarch64, has the tag's type but makes none of a word; others may lack the type.
    """
    with contextlib.suppress(AttributeError, TypeError):
        font.setFeature(QFont.Tag("tnum"), 1)


def scaled(pixels: float, percent: int) -> int:
    """Return a length given for 100 % at a zoom."""
    return round(pixels * percent / 100)


def severity_label(name: MarkName) -> str:
    """Return a mark's shape and word: `▲ 必改`."""
    return f"{MARK_SHAPES[name]} {MARKS[name]}"
