"""A row of the page of what is still to do: a part's sign, its name, and what it lacks."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, Qt
from PySide6.QtGui import QColor, QFont, QPainter

from reportdesk.agenda import Part, State
from reportdesk.gui.desk.begin.row_delegate import RowDelegate
from reportdesk.gui.look.theme import MARK_SHAPES, UNWRITTEN, MarkName, Theme

_DONE = "✓"
_DONE_WORDS = "写好了"
_SIGN_PX = 28
#: How many characters the longest usual name of a part has.
_NAME_CHARACTERS = 8


def row_words(part: Part) -> str:
    """Return a part and what it lacks in words."""
    return f"{part.name}：{_lacks(part)}"


class AgendaDelegate(RowDelegate):
    """Paints a part, done or with what it lacks, in the ink of the gravest."""

    def paint_words(
        self, painter: QPainter, room: QRect, index: QModelIndex | QPersistentModelIndex, theme: Theme
    ) -> None:
        """Paint the sign of a part, its name, and what it lacks."""
        part = index.data(Qt.ItemDataRole.UserRole)
        assert isinstance(part, Part)
        middle = Qt.AlignmentFlag.AlignVCenter
        sign, ink = _sign(part, theme)
        painter.setPen(ink)
        painter.drawText(room, middle, sign)
        font = QFont(painter.font())
        font.setBold(True)
        painter.setFont(font)
        painter.setPen(theme.window_ink)
        name = room.adjusted(_SIGN_PX, 0, 0, 0)
        painter.drawText(name, middle, part.name)
        font.setBold(False)
        painter.setFont(font)
        metrics = painter.fontMetrics()
        taken = max(
            metrics.horizontalAdvance("字" * _NAME_CHARACTERS), metrics.horizontalAdvance(part.name) + 16
        )
        lacks = name.adjusted(taken, 0, 0, 0)
        shown = metrics.elidedText(_lacks(part), Qt.TextElideMode.ElideRight, lacks.width())
        painter.setPen(theme.window_muted_ink)
        painter.drawText(lacks, middle, shown)


def _lacks(part: Part) -> str:
    said = "；".join(item.words for item in part.items)
    if part.is_done:
        return f"{_DONE_WORDS}（{said}）" if said else _DONE_WORDS
    return said


def _sign(part: Part, theme: Theme) -> tuple[str, QColor]:
    """Return the sign of the gravest thing that a part lacks, and its ink."""
    due = [item for item in part.items if item.is_due]
    if not due:
        return _DONE, theme.done_ink
    problem = next((item.severity for item in due if item.state is State.PROBLEM), None)
    mark: MarkName = problem or UNWRITTEN
    return MARK_SHAPES[mark], theme.severity(mark).ink
