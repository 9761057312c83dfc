"""Problems over all units by kind, and pairs whose words are alike with both texts side by side."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QListWidget,
    QPlainTextEdit,
    QSplitter,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from reportdesk.collect.counting.findings import CHECKS
from reportdesk.form.severity import SEVERITIES
from reportdesk.gui.look.theme import SHAPES
from reportdesk.gui.qt.widgets.item_models import DataRole

if TYPE_CHECKING:
    from reportdesk.collect.collection import Collection
    from reportdesk.collect.counting.similarity import Alike
    from reportdesk.collect.incoming.filed import Filed

_UNIT, _KIND = DataRole.UserRole, DataRole.UserRole + 1
#: So many of a kind are listed at once; the others, up to the most, when somebody opens the kind.
_LISTED_AT_ONCE, _MOST_LISTED = 30, 500
_ROW_PX, _SPACING_PX, _MARGIN_PX = 26, 2, 8


@dataclass(frozen=True, slots=True)
class _ProblemKind:
    """The problems of one code: a unit's name ("" for none) and the message each."""

    code: str
    title: str
    entries: Sequence[tuple[str, str]]


def _finds_the_same(one: Collection, other: Collection) -> bool:
    return one.findings is other.findings and one.states is other.states and one.strays == other.strays


def _kinds_of(collection: Collection) -> Iterator[_ProblemKind]:
    """Yield the kinds of problems of the collection and of all units, the gravest first."""
    names = {check.code: check.name for check in (*CHECKS, *collection.form.checks.all)}
    kinds: dict[tuple[int, str], list[tuple[str, str]]] = defaultdict(list)
    order = {severity: place for place, severity in enumerate(SEVERITIES)}
    for finding in collection.findings:
        unit = finding.units[0] if finding.units else ""
        kinds[order[finding.severity], finding.code].append((unit, finding.message))
    for state in collection.states:
        for found in state.counted.findings if state.counted else ():
            said = (state.unit.name, f"{state.unit.name}：{found.message}")
            kinds[order[found.severity], found.code].append(said)
    severities = list(SEVERITIES)
    for (grave, code), entries in sorted(kinds.items()):
        severity = severities[grave]
        # A check's name says what should be.
        lead = f"{SHAPES[severity]} {SEVERITIES[severity]}　不符："
        yield _ProblemKind(code, f"{lead}{names.get(code, code)}（{len(entries)}）", entries)
    # A folder may well hold a notice; but a report that came damaged is looked for here.
    if others := [("", f"{stray.file.short}：{stray.message}") for stray in collection.unlike_reports]:
        lead = f"{SHAPES['hint']} {SEVERITIES['hint']}　"
        yield _ProblemKind("", f"{lead}不像年报的文件，没有计入（{len(others)}）", others)


def _list(top: QTreeWidgetItem, entries: Sequence[tuple[str, str]]) -> None:
    for unit, message in entries:
        item = QTreeWidgetItem(top, [message])
        item.setData(0, _UNIT, unit)
        item.setToolTip(0, message)


class ProblemPage(QWidget):
    """The findings of the collection and of all units under one heading a kind."""

    unit_asked = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        """Begin empty."""
        super().__init__(parent)
        self._collection: Collection | None = None
        self._kinds: list[_ProblemKind] = []
        self.tree = QTreeWidget(self)
        self.tree.setHeaderHidden(True)
        self.tree.setAccessibleName("各单位的问题，按种类")
        self.tree.setUniformRowHeights(True)
        self.tree.itemActivated.connect(self._ask)
        self.tree.itemExpanded.connect(self._list_all)
        column = QVBoxLayout(self)
        column.setContentsMargins(_MARGIN_PX, _MARGIN_PX, _MARGIN_PX, _MARGIN_PX)
        column.addWidget(self.tree)

    def show_collection(self, collection: Collection | None) -> None:
        """List the problems of another collection; the kinds that were opened stay open."""
        before, self._collection = self._collection, collection
        if before is not None and collection is not None and _finds_the_same(before, collection):
            return
        opened = {top.data(0, _KIND) for top in self._tops() if top.isExpanded()}
        self.tree.clear()
        self._kinds = list(_kinds_of(collection)) if collection is not None else []
        for kind in self._kinds:
            top = QTreeWidgetItem(self.tree, [kind.title])
            top.setData(0, _KIND, kind.code)
            # All rows are as high as the first.
            top.setSizeHint(0, QSize(0, _ROW_PX))
            _list(top, kind.entries[:_LISTED_AT_ONCE])
            top.setExpanded(kind.code in opened)

    def _tops(self) -> Iterator[QTreeWidgetItem]:
        for row in range(self.tree.topLevelItemCount()):
            top = self.tree.topLevelItem(row)
            if top is not None:
                yield top

    def _list_all(self, top: QTreeWidgetItem) -> None:
        """List what a kind has beyond its first, once it is opened."""
        kind = next((kind for kind in self._kinds if kind.code == top.data(0, _KIND)), None)
        if kind is None or top.childCount() >= min(len(kind.entries), _MOST_LISTED):
            return
        _list(top, kind.entries[top.childCount() : _MOST_LISTED])
        if len(kind.entries) > _MOST_LISTED:
            words = f"……另有 {len(kind.entries) - _MOST_LISTED} 条，见汇总表的“问题”"
            QTreeWidgetItem(top, [words])

    def _ask(self, item: QTreeWidgetItem) -> None:
        if unit := item.data(0, _UNIT):
            self.unit_asked.emit(str(unit))


class AlikePage(QWidget):
    """The pairs, and the words of the one that is chosen."""

    def __init__(self, text_of: Callable[[Filed, str], str], parent: QWidget | None = None) -> None:
        """Begin empty; `text_of` gives a file's words of a section."""
        super().__init__(parent)
        self._text_of = text_of
        self._pairs: tuple[Alike, ...] = ()
        self.list = QListWidget(self)
        self.list.setAccessibleName("文字雷同的单位")
        self.list.setSpacing(_SPACING_PX)
        self.texts = (QPlainTextEdit(self), QPlainTextEdit(self))
        sides = QWidget(self)
        row = QHBoxLayout(sides)
        row.setContentsMargins(0, 0, 0, 0)
        for number, text in enumerate(self.texts):
            text.setReadOnly(True)
            text.setAccessibleName(f"第{'一二'[number]}个单位的文字")
            row.addWidget(text)
        self._splitter = QSplitter(Qt.Orientation.Vertical, self)
        self._splitter.addWidget(self.list)
        self._splitter.addWidget(sides)
        self._splitter.setStretchFactor(1, 2)
        self.none = QLabel("没有文字雷同的单位。", self, alignment=Qt.AlignmentFlag.AlignTop)
        self._splitter.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(_MARGIN_PX, _MARGIN_PX, _MARGIN_PX, _MARGIN_PX)
        column.addWidget(self.none)
        column.addWidget(self._splitter)
        self.list.currentRowChanged.connect(self._show_pair)

    def show_collection(self, collection: Collection | None) -> None:
        """List the pairs of another collection."""
        pairs = collection.pairs if collection else ()
        if pairs is self._pairs:
            return
        self._pairs = pairs
        self.none.setVisible(not pairs)
        self._splitter.setVisible(bool(pairs))
        self.list.clear()
        for pair in self._pairs[:_MOST_LISTED]:
            heading = collection.form.heading_of(pair.section) if collection else ""
            self.list.addItem(
                f"{pair.likeness:.0%}　{pair.one.unit.name} — {pair.other.unit.name}　{heading}"
            )
        for text in self.texts:
            text.clear()
        if self._pairs:
            self.list.setCurrentRow(0)

    def _show_pair(self, row: int) -> None:
        if not 0 <= row < len(self._pairs):
            return
        pair = self._pairs[row]
        for text, state in zip(self.texts, (pair.one, pair.other), strict=True):
            words = self._text_of(state.counted, pair.section) if state.counted else ""
            text.setPlainText(f"{state.unit.name}\n\n{words}")
