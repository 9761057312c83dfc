"""Beside a report that a collection wrote: what the cell where one stands is made of, unit by unit."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QToolButton, QVBoxLayout, QWidget

from reportdesk.gui.look.theme import SHAPES, theme_of
from reportdesk.gui.qt.listen import listen

if TYPE_CHECKING:
    from reportdesk.collect.addends import Addends
    from reportdesk.document import Changed, Document

#: The part of a report's body without which there is nothing to show; `collect.addends` reads it.
_PART = "addends"
_NO_CELL = "站到表格的一格上，这里列出它由哪些单位加成"


class AddendsPane(QWidget):
    """Lists the addends of a cell, and says where a sum was changed by hand; it never takes the focus."""

    closed = Signal()
    unit_asked = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        """Show nothing yet."""
        super().__init__(parent)
        self._document: Document | None = None
        self._addends: Addends | None = None
        self._key = ""
        self._is_made = False

    @property
    def has_addends(self) -> bool:
        """Tell whether the report shown keeps any addends."""
        return self._addends is not None

    def follow(self, document: Document | None) -> None:
        """Show the addends of another report, where it keeps any."""
        self._document, self._addends, self._key = document, None, ""
        if document is not None and _PART in document.report.extra:
            # Late: few reports have any.
            from reportdesk.collect.addends import Addends

            self._addends = Addends.of(document.report)
            if not self._is_made:
                self._make()
        if document is not None and self._addends is not None:
            listen(self, document, self._hear)
        self.show_cell("")

    def _make(self) -> None:
        """Make what the pane shows, once there is something to show: few reports keep any addends."""
        from reportdesk.gui.desk.side.addends_table import AddendsTable

        self._is_made = True
        self.heading, self.difference = QLabel(_NO_CELL, self), QLabel(self)
        self.table = AddendsTable(self)
        for label in (self.heading, self.difference):
            label.setWordWrap(True)
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.close_button = QToolButton(self, autoRaise=True)
        self.close_button.setText("收起")
        self.close_button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.close_button.clicked.connect(self.closed)
        self.table.unit_asked.connect(self.unit_asked)
        self.setFocusProxy(self.table)
        self._lay_out()
        self._colour()

    def show_cell(self, key: str) -> None:
        """Show the addends of a cell; "" for none."""
        if not self._is_made:
            return
        self._key = key
        document, addends = self._document, self._addends
        if document is None or addends is None or not key:
            self.heading.setText(_NO_CELL)
            self.table.addends.show_addends((), str)
        else:
            show = document.form.cells[key].kind.show
            total = show(addends.total(key)) or "空"
            # Late, as below: a report without addends needs none of it.
            from reportdesk.form.place import place_of

            place = place_of(document.form, key)
            self.heading.setText(f"{place}：{addends.number} 个单位相加是 {total}")
            self.table.addends.show_addends(addends.rows(key), show)
        self._tell_difference()

    def _tell_difference(self) -> None:
        """Say that a figure is no longer the sum of its addends: this one, or how many elsewhere."""
        document, addends = self._document, self._addends
        if document is None or addends is None:
            return
        changed = addends.changed(document.report)
        figure = document.figures.get(self._key) if self._key else None
        words = ""
        if self._key and figure != addends.total(self._key):
            shown = document.form.cells[self._key].kind.show(figure) or "空"
            words = f"现在填的是 {shown}，不再是各单位之和"
        elif changed:
            from reportdesk.form.place import place_of

            first = place_of(document.form, changed[0])
            words = f"有 {len(changed)} 格手工改过，不再是各单位之和，第一处是{first}"
        self.difference.setText(f"{SHAPES['warning']} {words}" if words else "")
        self.difference.setVisible(bool(words))

    def _hear(self, changed: Changed) -> None:
        if changed.cells:
            self._tell_difference()

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.addWidget(self.heading, 1)
        head.addWidget(self.close_button, 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 8, 12, 8)
        column.setSpacing(4)
        column.addLayout(head)
        column.addWidget(self.difference)
        column.addWidget(self.table, 1)

    def changeEvent(self, event: QEvent) -> None:
        """Take the colours of a new palette."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and self._is_made:
            self._colour()

    def _colour(self) -> None:
        ink = theme_of(self.palette()).warning.ink.name()
        self.difference.setStyleSheet(f"QLabel {{ color: {ink} }}")
