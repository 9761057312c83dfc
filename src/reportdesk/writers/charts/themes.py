"""The colours of the picture as `themes.toml` lists them; none is taken in which something can't be read."""

from __future__ import annotations

from pathlib import Path

import msgspec

from reportdesk.errors import FormError
from reportdesk.form.model import Form
from reportdesk.form.parts import NonBlank, TemplateData
from reportdesk.form.template import decode, refuse_repeats
from reportdesk.patterns import late
from reportdesk.writers.layouts.layout_file import layout_file

_FILE = "themes.toml"
_COLOUR = late(r"#[0-9a-f]{6}")
#: WCAG AA: of letters and of shapes against what they stand on.
_LETTERS, _SHAPES = 4.5, 3.0


class ChartTheme(TemplateData, frozen=True):
    """Colours as #rrggbb: one accent, the grounds, the inks and the hairlines."""

    key: str
    name: NonBlank
    accent: str
    on_accent: str
    ground: str
    card: str
    ink: str
    muted: str
    line: str


class _Themes(TemplateData, frozen=True):
    theme: tuple[ChartTheme, ...]


def themes_of(form: Form) -> tuple[ChartTheme, ...]:
    """Return the themes at hand for a form; raise FormError for a colour that can't be told or read."""
    source = layout_file(form, _FILE)
    themes = decode(source, _Themes).theme
    if not themes:
        raise FormError("一种配色都没有", where=str(source))
    refuse_repeats((theme.key for theme in themes), source, "theme")
    for theme in themes:
        _refuse_unreadable(theme, source)
    return themes


def theme_named(form: Form, key: str) -> ChartTheme:
    """Return the theme with a key, the first one for an empty key; raise FormError for an unknown one."""
    themes = themes_of(form)
    if not key:
        return themes[0]
    for theme in themes:
        if key in {theme.key, theme.name}:
            return theme
    known = "、".join(f"{theme.key}（{theme.name}）" for theme in themes)
    raise FormError(f"没有配色“{key}”", remedy=f"可以选：{known}")


def contrast(one: str, other: str) -> float:
    """Return the contrast between two colours, 1 to 21, as WCAG defines it: what grey keeps of them."""
    darker, lighter = sorted((_luminance(one), _luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(colour: str) -> float:
    channels = (int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5))
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def _refuse_unreadable(theme: ChartTheme, source: Path) -> None:
    where = f"{source}: theme {theme.key}"
    for name, value in msgspec.structs.asdict(theme).items():
        if name not in {"key", "name"} and not _COLOUR.fullmatch(value):
            raise FormError(f"颜色 {name} 应写成 #1f4e8c 这样（小写）", where=where)
    pairs = (
        *(("ink", "card", _LETTERS), ("muted", "card", _LETTERS), ("muted", "ground", _LETTERS)),
        *(("accent", "card", _LETTERS), ("on_accent", "accent", _LETTERS), ("accent", "line", _SHAPES)),
    )
    for ink, ground, least in pairs:
        found = contrast(getattr(theme, ink), getattr(theme, ground))
        if found < least:
            raise FormError(
                f"{ink} 在 {ground} 上看不清（对比 {found:.1f}，至少要 {least}）",
                where=where,
                remedy="请把一个改深或改浅",
            )
