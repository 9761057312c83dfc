"""A report cut into pages of A4, each painted in points on the screen or on a printer."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter

from reportdesk.gui.preview.strips import (
    FANGSONG,
    HEITI,
    KAITI,
    SONGTI,
    WIDTH,
    XIAOBIAOSONG,
    Strip,
    Style,
    blank,
    font_of,
    words,
)
from reportdesk.gui.preview.table import table_strips
from reportdesk.report.model import Report
from reportdesk.writers.context import PrintedParagraph, PrintedPart, context

#: A4, and where the text stands on it (GB/T 9704), in points.
PAGE = QRectF(0, 0, 595.3, 841.9)
_LEFT, _TOP, _HEIGHT = 79.4, 104.9, 637.8
_FOOT = 20.0
_AWAY = 64.0


@dataclass(frozen=True, slots=True)
class SheetOfPaper:
    """One page: its number from 1 and what stands on it."""

    number: int
    strips: tuple[Strip, ...]

    def paint(self, painter: QPainter) -> None:
        """Paint the page with its top left at the origin, in points."""
        painter.fillRect(PAGE, Qt.GlobalColor.white)
        painter.setPen(Qt.GlobalColor.black)
        y = _TOP
        for strip in self.strips:
            strip.paint(painter, _LEFT, y)
            y += strip.height
        painter.setFont(font_of(SONGTI, 14))
        side = Qt.AlignmentFlag.AlignRight if self.number % 2 else Qt.AlignmentFlag.AlignLeft
        foot = QRectF(_LEFT + 14, _TOP + _HEIGHT + _FOOT, WIDTH - 28, _FOOT)
        painter.drawText(foot, int(side), f"— {self.number} —")


def pages_of(report: Report) -> list[SheetOfPaper]:
    """Return the pages of a report; raise FileError for a text that no file can hold."""
    cut = _cut(list(_report(report)))
    return [SheetOfPaper(number, tuple(strips)) for number, strips in enumerate(cut, start=1)]


def _report(report: Report) -> Iterator[Strip]:
    said = context(report)
    title = Style(
        font_of(XIAOBIAOSONG, 22, is_bold=True), line=35, indent=0, align=Qt.AlignmentFlag.AlignHCenter
    )
    for line in said["title_lines"]:
        yield from words(line, title)
    yield blank()
    for part in said["parts"]:
        yield from _part(part)
    signature = [said["signature_organ"], said["signature_date"]]
    if any(signature):
        yield blank()
    for line in filter(None, signature):
        yield from _signed(line)


def _part(part: PrintedPart) -> Iterator[Strip]:
    if part.heading:
        yield from words(part.heading, Style(font_of(HEITI, 16), keeps=True))
    for paragraph in part.paragraphs:
        yield from _paragraph(paragraph)
    if part.grid is not None:
        yield from table_strips(part.grid)
        yield blank(_FOOT / 2)


def _paragraph(paragraph: PrintedParagraph) -> Iterator[Strip]:
    kai = font_of(KAITI, 16, is_bold=True)
    if paragraph.is_subhead:
        return words(paragraph.lead, Style(kai, keeps=True))
    return words(paragraph.text, Style(font_of(FANGSONG, 16), kai), len(paragraph.lead))


def _signed(text: str) -> Iterator[Strip]:
    style = Style(font_of(FANGSONG, 16), indent=0, align=Qt.AlignmentFlag.AlignRight)
    for strip in words(text, style):
        yield Strip(strip.height, lambda p, x, y, paint=strip.paint: paint(p, x - _AWAY, y))  # type: ignore[misc]


def _cut(strips: Sequence[Strip]) -> Iterator[list[Strip]]:
    """Yield what goes on each page: what keeps together moves on as one, as far as a page holds it."""
    page: list[Strip] = []
    for group in _groups(strips):
        room = _HEIGHT - _height(page)
        if page and _height(group) > room and (_height(group) <= _HEIGHT or room < _HEIGHT / 4):
            yield page
            page = []
        for strip in group:
            if page and strip.height > _HEIGHT - _height(page):
                yield page
                page = []
            page.append(strip)
    if page:
        yield page


def _groups(strips: Iterable[Strip]) -> Iterator[list[Strip]]:
    group: list[Strip] = []
    for strip in strips:
        group.append(strip)
        if not strip.keeps:
            yield group
            group = []
    if group:
        yield group


def _height(strips: Iterable[Strip]) -> float:
    return sum(strip.height for strip in strips)
