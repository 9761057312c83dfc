"""The units as Qt sees them: status, counts, when received; filtered by state and by any part of a name."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractTableModel, QObject, QSortFilterProxyModel, Qt
from PySide6.QtGui import QColor, QPalette

from reportdesk.collect.counting.decisions import Decisions
from reportdesk.collect.counting.statuses import STATUS_WORDS, UnitState, UnitStatus
from reportdesk.collect.roster.names import plain_name
from reportdesk.gui.look.theme import SHAPES, theme_of
from reportdesk.gui.qt.widgets.item_models import NOWHERE, DataRole, Index
from reportdesk.report.dates import moment_of

if TYPE_CHECKING:
    from reportdesk.collect.collection import Collection
    from reportdesk.form.severity import SeverityName

HEADINGS = ("单位", "类别", "状态", "必改", "说明", "收到")
_GRAVE: Mapping[UnitStatus, SeverityName | None] = {
    "missing": "error",
    "unreadable": "error",
    "wrong_year": "error",
    "duplicate": "error",
    "errors": "error",
    "warnings": "warning",
    "ok": None,
}
_STATUS, _CENTRED = 2, {3, 4}

Test = Callable[[UnitState, "UnitModel"], bool]
#: The choices of the filter, with what each lets through.
FILTERS: Mapping[str, Test] = {
    "全部": lambda state, model: True,  # noqa: ARG005
    "未报": lambda state, model: state.status == "missing",  # noqa: ARG005
    "有必改": lambda state, model: _GRAVE[state.status] == "error" and state.status != "missing",  # noqa: ARG005
    "需说明": lambda state, model: bool(state.counted and state.counted.count("warning")),  # noqa: ARG005
    "有更新": lambda state, model: state.unit.name in model.updates,
    "已退回": lambda state, model: state.unit.name in model.decisions.returned,
    "没有问题": lambda state, model: state.status == "ok",  # noqa: ARG005
}


class UnitModel(QAbstractTableModel):
    """The units of a collection in the roster's order."""

    def __init__(self, palette: QPalette, parent: QObject | None = None) -> None:
        """Begin empty, in the colours of a palette."""
        super().__init__(parent)
        self._palette = palette
        self.states: tuple[UnitState, ...] = ()
        self.updates: Mapping[str, tuple[str, ...]] = {}
        self.decisions: Decisions = Decisions()
        self._rows: dict[str, int] = {}
        self.words_by_row: dict[int, tuple[str, ...]] = {}
        self._inks: dict[SeverityName, QColor] = {}

    def show_collection(
        self, collection: Collection | None, updates: Mapping[str, tuple[str, ...]], decisions: Decisions
    ) -> None:
        """List the units of another collection; of the same units only what is told otherwise is new."""
        states = collection.states if collection else ()
        if states is self.states:
            others = self._told_otherwise(updates, decisions)
            self.updates, self.decisions = dict(updates), decisions
            for row in sorted(self._rows[name] for name in others if name in self._rows):
                self.words_by_row.pop(row, None)
                self.dataChanged.emit(self.index(row, 0), self.index(row, len(HEADINGS) - 1))
            return
        self.beginResetModel()
        self.states = states
        self._rows = {state.unit.name: row for row, state in enumerate(states)}
        self.updates, self.decisions = dict(updates), decisions
        self.words_by_row.clear()
        self.endResetModel()

    def _told_otherwise(self, updates: Mapping[str, tuple[str, ...]], decisions: Decisions) -> set[str]:
        returned = self.decisions.returned.keys() ^ decisions.returned.keys()
        return (self.updates.keys() ^ updates.keys()) | returned

    def row_of(self, name: str) -> int:
        """Return the row of a unit, -1 for one that is not listed."""
        return self._rows.get(name, -1)

    def recolour(self, palette: QPalette) -> None:
        """Draw in the colours of another palette."""
        self._palette = palette
        self._inks.clear()

    def rowCount(self, parent: Index = NOWHERE) -> int:
        """Return the number of units."""
        return 0 if parent.isValid() else len(self.states)

    def columnCount(self, parent: Index = NOWHERE) -> int:
        """Return the number of columns."""
        return 0 if parent.isValid() else len(HEADINGS)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = DataRole.DisplayRole) -> Any:
        """Return a column's heading."""
        is_heading = orientation == Qt.Orientation.Horizontal and role == DataRole.DisplayRole
        return HEADINGS[section] if is_heading else None

    def data(self, index: Index, role: int = DataRole.DisplayRole) -> Any:
        """Return what a place says, its colour, and all of it for the tip."""
        if not index.isValid():
            return None
        state = self.states[index.row()]
        match role:
            case DataRole.DisplayRole:
                return self._words(index.row())[index.column()]
            case DataRole.ToolTipRole:
                return "\n".join(file.name for file in state.files) or STATUS_WORDS[state.status]
            case DataRole.ForegroundRole:
                return self._ink(state, index.column())
            case DataRole.TextAlignmentRole:
                return Qt.AlignmentFlag.AlignCenter if index.column() in _CENTRED else None
            case _:
                return None

    def _words(self, row: int) -> tuple[str, ...]:
        """Return what a row says; made when it is first looked at."""
        words = self.words_by_row.get(row)
        if words is None:
            words = self.words_by_row[row] = self._said(self.states[row])
        return words

    def _said(self, state: UnitState) -> tuple[str, ...]:
        grave = _GRAVE[state.status]
        shape = f"{SHAPES[grave]} " if grave else ""
        more = "（有更新）" if state.unit.name in self.updates else ""
        more += "（已退回）" if state.unit.name in self.decisions.returned else ""
        counted = state.counted
        counts = [str(counted.count(one) or "") if counted else "" for one in ("error", "warning")]
        received = max((file.written for file in state.files), default=0.0)
        day = f"{moment_of(received):%m-%d %H:%M}" if received else ""
        return state.unit.name, state.unit.group, f"{shape}{STATUS_WORDS[state.status]}{more}", *counts, day

    def _ink(self, state: UnitState, column: int) -> QColor | None:
        grave = _GRAVE[state.status]
        if column != _STATUS or grave is None:
            return None
        if grave not in self._inks:
            self._inks[grave] = theme_of(self._palette).severity(grave).ink
        return self._inks[grave]


class UnitFilter(QSortFilterProxyModel):
    """The units that a filter and a search let through."""

    def __init__(self, units: UnitModel, parent: QObject | None = None) -> None:
        """Let all units through."""
        super().__init__(parent)
        self._units = units
        self._wanted, self._part = "全部", ""
        self.setSourceModel(units)

    def let_through(self, wanted: str, part: str) -> None:
        """Let through the units of a choice of FILTERS whose name or alias has a part."""
        self._wanted, self._part = wanted, plain_name(part)
        self.invalidate()

    def filterAcceptsRow(self, row: int, parent: Index) -> bool:  # noqa: ARG002
        """Tell whether a unit is shown."""
        state = self._units.states[row]
        names = (state.unit.name, *state.unit.aliases)
        is_named = not self._part or any(self._part in plain_name(name) for name in names)
        return is_named and FILTERS[self._wanted](state, self._units)

    def state(self, index: Index) -> UnitState | None:
        """Return the unit at an index of this model."""
        found = self.mapToSource(index)
        return self._units.states[found.row()] if found.isValid() else None
