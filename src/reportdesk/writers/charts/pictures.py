"""The pictures of a report: each card alone, and all below each other in one long picture."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from reportdesk.report.shown import compact
from reportdesk.writers.charts.canvas import Canvas
from reportdesk.writers.charts.card_drawing import CardDrawing
from reportdesk.writers.charts.cards import Card, cards_of
from reportdesk.writers.charts.letters import balanced, fitting, width_of, wrapped
from reportdesk.writers.charts.themes import ChartTheme, theme_named

if TYPE_CHECKING:
    from reportdesk.report.model import Report

#: Pixels at scale 1: as wide as a telephone's picture at twice its size.
WIDTH = 750.0
_MARGIN, _GAP = 28.0, 24.0
_TITLE, _ORGAN, _FOOT = 42.0, 28.0, 20.0
#: Longer organs are cut in the picture's head, not in its words.
_MOST_LINES = 4


@dataclass(frozen=True, slots=True)
class Picture:
    """A drawing as SVG, with its size in pixels at scale 1 and the words that say the same."""

    key: str
    title: str
    svg: str
    width: int
    height: int
    alternative: str


@dataclass(frozen=True, slots=True)
class PictureSet:
    """All pictures of a report: the long one, and one for each card in the same order."""

    title: str
    cards: tuple[Card, ...]
    long: Picture
    single: tuple[Picture, ...]


def pictures_of(report: Report, keys: tuple[str, ...] = (), theme: str = "") -> PictureSet:
    """Return the pictures of a report's cards; raise FormError for an unknown card or theme."""
    from reportdesk.errors import FormError

    colours = theme_named(report.form, theme)
    cards = cards_of(report, keys)
    if not cards:
        raise FormError(
            f"“{report.form.edition}”版没有图解的卡片", where=str(report.form.folder / "charts.toml")
        )
    title = f"{compact(report.printed_title)}图解"
    return PictureSet(
        title, cards, _long(report, title, cards, colours), tuple(_single(card, colours) for card in cards)
    )


def _single(card: Card, theme: ChartTheme) -> Picture:
    canvas = Canvas()
    wide = WIDTH - 2 * _MARGIN
    height = CardDrawing(Canvas(), theme, wide).draw(card, 0, 0)
    canvas.box(0, 0, WIDTH, height + 2 * _MARGIN, theme.ground)
    CardDrawing(canvas, theme, wide).draw(card, _MARGIN, _MARGIN)
    return _finished(canvas, card.key, card.title, card.alternative, height + 2 * _MARGIN)


def _long(report: Report, title: str, cards: tuple[Card, ...], theme: ChartTheme) -> Picture:
    """Draw head, cards and foot below each other; the ground comes first, so all is measured before."""
    height = _paint(Canvas(), report, cards, theme)
    canvas = Canvas()
    canvas.box(0, 0, WIDTH, height, theme.ground)
    _paint(canvas, report, cards, theme)
    return _finished(canvas, "chart", title, "".join(card.alternative for card in cards), height)


def _paint(canvas: Canvas, report: Report, cards: tuple[Card, ...], theme: ChartTheme) -> float:
    y = _head(canvas, report, theme) + _GAP
    drawing = CardDrawing(canvas, theme, WIDTH - 2 * _MARGIN)
    for card in cards:
        y += drawing.draw(card, _MARGIN, y) + _GAP
    for line in _foot(cards):
        for part in wrapped(line, _FOOT, WIDTH - 2 * _MARGIN):
            canvas.words(part, _MARGIN, y + _FOOT * 0.9, _FOOT, theme.muted)
            y += _FOOT * 1.5
    return y + _MARGIN


def _head(canvas: Canvas, report: Report, theme: ChartTheme) -> float:
    """Draw organ, year and what this is over the accent; return the height."""
    room = WIDTH - 2 * (_MARGIN + 36)
    title, organ = compact(report.printed_title), compact(report.organ)
    rest = title.removeprefix(organ) or title
    y, placed = 44.0, []
    for text, size in ((organ if rest != title else "", _ORGAN), (f"{rest}图解", _TITLE)):
        fitted = fitting(text, size, room, 0.75 * size)
        fitted = fitted if width_of(text, fitted) <= room + 1 else size
        for line in _cut(balanced(text, fitted, room)) if text else ():
            placed.append((line, y + fitted * 0.9, fitted, size == _TITLE))
            y += fitted * 1.4
        y += 8 if text and size == _ORGAN else 0
    canvas.box(0, 0, WIDTH, y + 34, theme.accent)
    for text, base, size, bold in placed:
        canvas.words(text, _MARGIN + 36, base, size, theme.on_accent, bold=bold)
    return y + 34


def _cut(lines: tuple[str, ...]) -> tuple[str, ...]:
    return (
        lines if len(lines) <= _MOST_LINES else (*lines[: _MOST_LINES - 1], f"{lines[_MOST_LINES - 1][:-1]}…")
    )


def _foot(cards: tuple[Card, ...]) -> Iterator[str]:
    if any(card.has_last_year for card in cards):
        yield "实心条是本年，空心条是上年；同一张卡片里长短可以相比。"
    else:
        yield "同一张卡片里，条的长短可以相比。"
    if any(figure.now is None for card in cards for figure in card.every):
        yield "“未填”是报告的表里空着的数，不是 0。"
    yield "图中的数都取自年度报告的表格，以报告为准。"


def _finished(canvas: Canvas, key: str, title: str, alternative: str, height: float) -> Picture:
    whole = round(height)
    svg = canvas.picture(WIDTH, whole, title, alternative, key)
    return Picture(key, title, svg, round(WIDTH), whole, alternative)
