"""Where the caret is, as an input method asks: its list of words stands beside it.

Qt answers for the viewport of a scrolled widget and takes it for the widget, past margins and headers.
"""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtWidgets import QAbstractScrollArea

#: What is asked about places.
_PLACES = frozenset({Qt.InputMethodQuery.ImCursorRectangle, Qt.InputMethodQuery.ImAnchorRectangle})


def in_widget(area: QAbstractScrollArea, query: Qt.InputMethodQuery, answer: Any) -> Any:
    """Return Qt's answer to a query, moved from the viewport into the widget where it is a place."""
    if query in _PLACES and isinstance(answer, (QRect, QRectF)):
        return answer.translated(area.viewport().pos())
    return answer
