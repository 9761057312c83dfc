"""A layout that breaks into lines: what has no room beside the others goes below them, and nothing is cut."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import cast

from PySide6.QtCore import QPoint, QRect, QSize
from PySide6.QtWidgets import QLayout, QLayoutItem, QWidget


class WrapLayout(QLayout):
    """Lays widgets out as words of a paragraph are, with one gap between them and between the lines."""

    def __init__(self, parent: QWidget, widgets: Iterable[QWidget], gap: int) -> None:
        """Take in widgets in their order, `gap` pixels apart."""
        super().__init__(parent)
        self._items: list[QLayoutItem] = []
        self._gap = gap
        self.setContentsMargins(0, 0, 0, 0)
        for widget in widgets:
            self.addWidget(widget)

    def addItem(self, item: QLayoutItem) -> None:
        """Take in an item."""
        self._items.append(item)

    def count(self) -> int:
        """Return how many items there are."""
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem:
        """Return an item by its place; none beyond them, which the stubs don't know."""
        return self._items[index] if 0 <= index < len(self._items) else cast("QLayoutItem", None)

    def takeAt(self, index: int) -> QLayoutItem:
        """Give up an item by its place."""
        return self._items.pop(index) if 0 <= index < len(self._items) else cast("QLayoutItem", None)

    def heightForWidth(self, width: int) -> int:
        """Return the height of all lines at a width."""
        return max((place.bottom() + 1 for _, place in self._places(width)), default=0)

    def sizeHint(self) -> QSize:
        """Return the size of one line."""
        hints = [item.sizeHint() for item in self._items]
        width = sum(hint.width() + self._gap for hint in hints) - self._gap
        return QSize(max(width, 0), max((hint.height() for hint in hints), default=0))

    def minimumSize(self) -> QSize:
        """Return a size as wide as the widest item."""
        widths = (item.minimumSize().width() for item in self._items)
        return QSize(max(widths, default=0), self.sizeHint().height())

    def setGeometry(self, rect: QRect) -> None:
        """Set the items line by line."""
        super().setGeometry(rect)
        for item, place in self._places(rect.width()):
            item.setGeometry(place.translated(rect.topLeft()))
        # Around it nobody asks for a height by the width, and would give it too much or too little.
        if (height := self.heightForWidth(rect.width())) != rect.height():
            self.parentWidget().setFixedHeight(height)

    def _places(self, width: int) -> Iterator[tuple[QLayoutItem, QRect]]:
        at, line = QPoint(0, 0), 0
        for item in self._items:
            if item.isEmpty():
                continue
            hint = item.sizeHint()
            if at.x() and at.x() + hint.width() > width:
                at, line = QPoint(0, at.y() + line + self._gap), 0
            yield item, QRect(at, hint)
            at, line = at + QPoint(hint.width() + self._gap, 0), max(line, hint.height())
