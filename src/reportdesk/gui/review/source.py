"""A piece of the document that was read, as it stands there: words as paragraphs, tables as tables."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextLength,
    QTextTable,
    QTextTableFormat,
)
from PySide6.QtWidgets import QFrame, QTextEdit, QWidget

from reportdesk.gui.look.theme import Theme, theme_of
from reportdesk.gui.review.spots import Spot, filled_lines
from reportdesk.readers.found.blocks import FoundCell, FoundTable
from reportdesk.readers.result.reading import Seen
from reportdesk.report.shown import plain_line

#: Longer tables are shown in part, around the row that is lit.
_MOST_ROWS = 60
_MOST_BLOCKS = 200
_TABLE = "〔表格〕"


class SourceView(QTextEdit):
    """Shows a spot of a document and what is lit in it."""

    def __init__(self, seen: Seen | None, parent: QWidget | None = None) -> None:
        """Show spots of one document; of a file of data there is nothing to see."""
        super().__init__(parent)
        self._seen = seen
        self._made: QTextDocument | None = None
        self.setReadOnly(True)
        self.setTabChangesFocus(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setAccessibleName("文件里的样子")
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )

    def show_spot(self, spot: Spot | None) -> None:
        """Show a spot, scrolled to what is lit; nothing where there is none."""
        # Written apart: in the view, every cell of a table would be laid out anew.
        made = QTextDocument(self)
        made.setDefaultFont(self.font())
        lit = _write_spot(made, self._seen, spot, theme_of(self.palette())) if self._seen and spot else []
        self.setDocument(made)
        if self._made is not None:
            self._made.deleteLater()
        self._made = made
        self._scroll_to(lit[0] if lit else 0)

    def _scroll_to(self, position: int) -> None:
        cursor = self.textCursor()
        cursor.setPosition(position)
        self.setTextCursor(cursor)
        bar, above = self.verticalScrollBar(), self.viewport().height() // 3
        bar.setValue(bar.value() + self.cursorRect().top() - above)


def _write_spot(made: QTextDocument, seen: Seen, spot: Spot, theme: Theme) -> list[int]:
    """Write the blocks of a spot into an empty document; return where what is lit begins."""
    cursor = QTextCursor(made)
    cursor.beginEditBlock()
    lit: list[int] = []
    for place in spot.blocks[:_MOST_BLOCKS]:
        block = seen.blocks[place]
        if not isinstance(block, FoundTable):
            lit += _write_lines(cursor, block.text, spot, theme)
        elif place == spot.table:
            lit += _write_table(cursor, block, spot, theme)
        elif block.slots and spot.table < 0:
            _write(cursor, _TABLE, _ink(theme.muted_ink))
    cursor.endEditBlock()
    return lit


def _write_lines(cursor: QTextCursor, text: str, spot: Spot, theme: Theme) -> list[int]:
    """Write a paragraph's lines; return where those that are lit begin."""
    lit = []
    for line in filled_lines(text):
        is_lit = plain_line(line) in spot.lines
        if is_lit:
            lit.append(cursor.position())
        _write(cursor, line.strip(), _lit(theme) if is_lit else _ink(theme.ink))
    return lit


def _write(cursor: QTextCursor, line: str, look: QTextCharFormat) -> None:
    cursor.insertText(line, look)
    cursor.insertBlock()


def _write_table(cursor: QTextCursor, table: FoundTable, spot: Spot, theme: Theme) -> list[int]:
    """Write a table, merged as it is; return where the row that is lit begins."""
    first = max(0, spot.row - _MOST_ROWS // 2) if len(table.slots) > _MOST_ROWS else 0
    slots = table.slots[first : first + _MOST_ROWS]
    made = cursor.insertTable(len(slots), max(1, table.width), _table_format(theme))
    _fill(made, slots)
    lit = _light(made, slots, spot.row - first, spot.figure, theme)
    cursor.movePosition(QTextCursor.MoveOperation.End)
    return lit


def _fill(made: QTextTable, slots: Sequence[Sequence[FoundCell | None]]) -> None:
    for cell, top, left, rows, columns in _areas(slots):
        made.cellAt(top, left).firstCursorPosition().insertText(" ".join(cell.text.split()))
        if rows > 1 or columns > 1:
            made.mergeCells(top, left, rows, columns)


def _areas(slots: Sequence[Sequence[FoundCell | None]]) -> list[tuple[FoundCell, int, int, int, int]]:
    """Return each cell with its first row and column, and how many of each it covers there."""
    places: dict[int, list[tuple[int, int]]] = {}
    cells: dict[int, FoundCell] = {}
    for row, line in enumerate(slots):
        for column, cell in enumerate(line):
            if cell is not None:
                cells[id(cell)] = cell
                places.setdefault(id(cell), []).append((row, column))
    areas = []
    for key, covered in places.items():
        (top, left), (bottom, right) = covered[0], covered[-1]
        is_square = len(covered) == (bottom - top + 1) * (right - left + 1)
        size = (bottom - top + 1, right - left + 1) if is_square else (1, 1)
        areas.append((cells[key], top, left, *size))
    return areas


def _light(
    made: QTextTable, slots: Sequence[Sequence[FoundCell | None]], row: int, figure: str, theme: Theme
) -> list[int]:
    if not 0 <= row < len(slots):
        return []
    said = [" ".join(cell.text.split()) if cell else None for cell in slots[row]]
    for column in range(len(slots[row])):
        cell = made.cellAt(row, column)
        look = cell.format()
        look.setBackground(theme.selected)
        cell.setFormat(look)
        if said[column] == figure and said.count(figure) == 1:
            words = cell.firstCursorPosition()
            words.setPosition(cell.lastCursorPosition().position(), QTextCursor.MoveMode.KeepAnchor)
            words.mergeCharFormat(_lit(theme))
    return [made.cellAt(row, len(slots[row]) - 1).firstCursorPosition().position()]


def _table_format(theme: Theme) -> QTextTableFormat:
    look = QTextTableFormat()
    look.setBorder(1)
    look.setBorderStyle(QTextTableFormat.BorderStyle.BorderStyle_Solid)
    look.setBorderBrush(theme.hairline)
    look.setBorderCollapse(True)
    look.setCellPadding(3)
    look.setCellSpacing(0)
    look.setWidth(QTextLength(QTextLength.Type.PercentageLength, 100))
    return look


def _ink(colour: QColor) -> QTextCharFormat:
    look = QTextCharFormat()
    look.setForeground(colour)
    return look


def _lit(theme: Theme) -> QTextCharFormat:
    look = _ink(theme.ink)
    look.setBackground(theme.selected)
    look.setFontWeight(QFont.Weight.Bold)
    return look
