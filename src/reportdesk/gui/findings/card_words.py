"""The words of a card: what is wrong in bold, the difference as one piece in its severity's ink."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF
from PySide6.QtGui import QColor, QFont, QTextCharFormat, QTextLayout, QTextOption

from reportdesk.gui.qt.widgets.text_change import utf16_length
from reportdesk.patterns import late

if TYPE_CHECKING:
    from reportdesk.checks.finding import Finding
    from reportdesk.gui.findings.model import FindingRow
    from reportdesk.gui.look.theme import Theme

#: How high a line is, of the height of its letters.
_LINE_HEIGHT = 1.2
#: Longer clauses are not held together: a narrow card could not show them.
_MOST_UNBROKEN = 16
_ENDS_OF_CLAUSE = "，；。：\u2028"
_FIGURE = late(r"(?<![\d.,-])\d+(?:\.\d+)?(?![\d,]|\.\d)")
_BETWEEN_HANZI = late(r"(?<=[\u4e00-\u9fff])(?=[\u4e00-\u9fff])")
_NO_BREAK_SPACE = "\u00a0"
_WORD_JOINER = "\u2060"


class CardWords:
    """A finding's words broken into lines of a width in pixels."""

    def __init__(self, row: FindingRow, theme: Theme, font: QFont, width: int) -> None:
        """Break the words of a row; `height` is what the lines take (pixels)."""
        assert row.finding is not None
        text, lit = _with_difference(row.words, row.finding)
        text = f"{text}\u2028说明：{row.note}" if row.note else text
        own = len(text)
        text = "\u2028".join((text, *row.asides))
        head, colon, rest = text.partition("：")
        is_headed = bool(colon) and len(head) < (own - len(head)) * 2
        # The colon gives way to the line's end, so that no place moves.
        self.layout = QTextLayout(f"{head}\u2028{rest}" if is_headed else text, font)
        self.layout.setFormats(
            _formats(self.layout.text(), row, theme, len(head) if is_headed else 0, lit, own)
        )
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self.layout.setTextOption(option)
        self.height = _break(self.layout, width)


def difference_in(words: str, finding: Finding) -> tuple[int, int] | None:
    """Return where a finding's words say its difference: the [start, end) of the clause with that figure."""
    from reportdesk.form.kinds import AMOUNT

    if finding.difference is None:
        return None
    gap = finding.difference if finding.difference >= 0 else -finding.difference
    figure = AMOUNT.show(gap)
    places = [found.start() for found in _FIGURE.finditer(words) if found[0] == figure]
    if not places:
        return None
    start = max(words.rfind(mark, 0, places[-1]) for mark in _ENDS_OF_CLAUSE) + 1
    ends = (words.find(mark, places[-1]) for mark in _ENDS_OF_CLAUSE)
    return start, min((end for end in ends if end >= 0), default=len(words))


def _with_difference(words: str, finding: Finding) -> tuple[str, tuple[int, int]]:
    """Return words whose difference no line may break, and where that stands now; (0, 0) without one."""
    span = difference_in(words, finding)
    if span is None:
        return words, (0, 0)
    start, end = span
    clause = words[start:end]
    if len(clause) <= _MOST_UNBROKEN:
        clause = clause.replace(" ", _NO_BREAK_SPACE)
        clause = _BETWEEN_HANZI.sub(_WORD_JOINER, clause)
    return f"{words[:start]}{clause}{words[end:]}", (start, start + len(clause))


def _break(layout: QTextLayout, width: int) -> int:
    """Break a text into lines of a width; return the height that they take."""
    layout.beginLayout()
    height = 0.0
    while (line := layout.createLine()).isValid():
        line.setLineWidth(max(width, 1))
        line.setPosition(QPointF(0, height))
        height += line.height() * _LINE_HEIGHT
    layout.endLayout()
    return round(height)


def _formats(
    text: str, row: FindingRow, theme: Theme, head: int, lit: tuple[int, int], own: int
) -> list[QTextLayout.FormatRange]:
    assert row.finding is not None
    is_quiet = row.is_accepted
    formats = [_format(text, 0, len(text), theme.muted_ink if is_quiet or head else theme.ink)]
    if head:
        formats.append(_format(text, 0, head, theme.muted_ink if is_quiet else theme.ink, is_bold=True))
    if lit[1]:
        ink = theme.severity(row.mark).ink
        formats.append(_format(text, *lit, ink, is_bold=not is_quiet))
    if own < len(text):
        formats += _formats_of_asides(text, own, theme)
    return formats


def _formats_of_asides(text: str, start: int, theme: Theme) -> Iterator[QTextLayout.FormatRange]:
    """Yield how the lines below a finding look: what may be the cause in the accent, the rest muted."""
    for line in text[start:].split("\u2028"):
        ink = theme.accent if "可能是" in line[:4] else theme.muted_ink
        yield _format(text, start, start + len(line), ink)
        start += len(line) + 1


def _format(
    text: str, start: int, end: int, ink: QColor, *, is_bold: bool = False
) -> QTextLayout.FormatRange:
    """Return how a stretch of a text looks; Qt counts in UTF-16."""
    letters = QTextCharFormat()
    letters.setForeground(ink)
    if is_bold:
        letters.setFontWeight(QFont.Weight.Bold)
    stretch = QTextLayout.FormatRange()
    stretch.start = utf16_length(text[:start])  # type: ignore[attr-defined]
    stretch.length = utf16_length(text[start:end])  # type: ignore[attr-defined]
    stretch.format = letters  # type: ignore[attr-defined]
    return stretch
