"""Figures that are others than last year's, as a list that can be sorted; each leads to its cell."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDialog, QHeaderView, QTableWidgetItem, QWidget

from reportdesk.document import Changed, Document
from reportdesk.form.formula import Number
from reportdesk.form.place import place_of
from reportdesk.gui.forms.differences import Ui_Differences
from reportdesk.gui.qt.listen import listen
from reportdesk.report.differences import FigureChange, differences_from_last_year
from reportdesk.report.facts import Facts

_KEY = Qt.ItemDataRole.UserRole
#: What a column is sorted by.
_WEIGHT = Qt.ItemDataRole.UserRole.value + 1
#: Milliseconds after a change of the report before the list is made anew.
_REST_MS = 300
#: More than any figure: a rise from nothing stands above every percentage.
_FROM_NOTHING = float("inf")


class _Item(QTableWidgetItem):
    """A box of the list that is sorted by its weight, not by its letters."""

    def __lt__(self, other: QTableWidgetItem) -> bool:
        mine, theirs = self.data(_WEIGHT), other.data(_WEIGHT)
        return bool(mine < theirs)


class DifferencesDialog(QDialog):
    """Lists the differences of a document beside the work, and follows it."""

    #: Go to the cell of this key.
    chosen = Signal(str)

    def __init__(self, document: Document, parent: QWidget | None = None) -> None:
        """List the differences of a document."""
        super().__init__(parent)
        self.ui = Ui_Differences()
        self.ui.setupUi(self)
        self._document = document
        self._rest = QTimer(self, singleShot=True, interval=_REST_MS)
        self._rest.timeout.connect(self._fill)
        header = self.ui.list.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        header.setSortIndicator(0, Qt.SortOrder.AscendingOrder)
        self.ui.list.itemDoubleClicked.connect(lambda _: self._go())
        self._fill()
        listen(self, document, self._follow)

    @property
    def keys(self) -> list[str]:
        """Return the keys of the cells listed, from the top."""
        items = (self.ui.list.item(row, 0) for row in range(self.ui.list.rowCount()))
        return [item.data(_KEY) for item in items if item is not None]

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go to the chosen cell with Enter."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self._go()
        else:
            super().keyPressEvent(event)

    def _follow(self, _changed: Changed) -> None:
        self._rest.start()

    def _fill(self) -> None:
        report = self._document.report
        differences = differences_from_last_year(Facts(report, self._document.figures))
        # What nobody has filled in yet is no other figure.
        found = tuple(difference for difference in differences if difference.now is not None)
        chosen = self.ui.list.currentRow()
        self.ui.list.setSortingEnabled(False)
        self.ui.list.setRowCount(len(found))
        for row, difference in enumerate(found):
            for column, item in enumerate(self._items(row, difference)):
                self.ui.list.setItem(row, column, item)
        self.ui.list.setSortingEnabled(True)
        self.ui.list.setCurrentCell(min(max(chosen, 0), len(found) - 1), 0)
        said = f"{len(found)} 格与上年不同，还空着的不列；点列名排序，回车前往。"
        self.ui.lead.setText(said if report.last else "这份年报没有带上年的数，没有可比的。")

    def _items(self, number: int, difference: FigureChange) -> tuple[_Item, ...]:
        form = self._document.form
        show, unit = form.cells[difference.key].kind.show, form.cells[difference.key].unit
        first = _item(place_of(form, difference.key), number, is_figure=False)
        first.setData(_KEY, difference.key)
        percent = difference.percent
        return (
            first,
            _item(show(difference.then) or "空白", float(difference.then or 0)),
            _item(show(difference.now) or "空白", float(difference.now or 0)),
            _item(f"{_signed(difference.by)} {unit}", float(difference.by)),
            _item(
                "—" if percent is None else f"{percent:+.1f}", _FROM_NOTHING if percent is None else percent
            ),
        )

    def _go(self) -> None:
        item = self.ui.list.item(self.ui.list.currentRow(), 0)
        if item is not None:
            self.chosen.emit(item.data(_KEY))


def _item(words: str, weight: float, *, is_figure: bool = True) -> _Item:
    item = _Item(words)
    item.setData(_WEIGHT, weight)
    if is_figure:
        item.setTextAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
    return item


def _signed(number: Number) -> str:
    return f"+{number}" if number > 0 else str(number)
