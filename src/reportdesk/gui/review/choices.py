"""The list of a review: doubtful things first, then all others by section, each with a box to tick."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPersistentModelIndex, QSignalBlocker, Qt
from PySide6.QtWidgets import (
    QHeaderView,
    QStyleOptionViewItem,
    QTreeWidget,
    QTreeWidgetItem,
)

from reportdesk.form.model import INTRO
from reportdesk.gui.look.theme import SHAPES, theme_of
from reportdesk.gui.qt.widgets.roomy_rows import RoomyRows
from reportdesk.report.model import Note
from reportdesk.review import Disagreement, Occasion, Review

_ROLE = Qt.ItemDataRole.UserRole
_PLACE, _STANDS, _SAYS, _WHY = range(4)
#: How the columns share the width: places are long, figures short, reasons sentences.
_SHARES = {_PLACE: 5, _STANDS: 3, _SAYS: 3, _WHY: 4}
#: With more things than this the sections begin folded.
_MOST_OPEN = 40


class _Cutting(RoomyRows):
    """Cuts what is too long where a clerk misses it least."""

    def __init__(self, cut: Qt.TextElideMode, parent: QTreeWidget) -> None:
        super().__init__(parent)
        self._cut = cut

    def initStyleOption(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Paint as usual but for the place of the dots."""
        super().initStyleOption(option, index)
        option.textElideMode = self._cut  # type: ignore[attr-defined]


class _Sharing(QObject):
    """Shares the width of a tree out among its columns whenever it has another."""

    def __init__(self, tree: QTreeWidget) -> None:
        super().__init__(tree)
        self._tree = tree
        tree.viewport().installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Set the columns in proportion; none is narrower than four characters."""
        if event.type() == QEvent.Type.Resize:
            shown = [column for column in _SHARES if not self._tree.isColumnHidden(column)]
            width, whole = self._tree.viewport().width(), sum(_SHARES[column] for column in shown)
            least = 4 * self._tree.fontMetrics().horizontalAdvance("字")
            for column in shown:
                self._tree.header().resizeSection(column, max(least, width * _SHARES[column] // whole))
        return super().eventFilter(watched, event)


class Choices:
    """Fills a tree with a review's items and remarks, and knows which are ticked."""

    def __init__(self, tree: QTreeWidget, review: Review, stands: str, says: str) -> None:
        """List a review; `stands` and `says` head the columns of the two reports."""
        self._tree = tree
        self._review = review
        self._lines: list[QTreeWidgetItem] = []
        tree.setHeaderLabels(["位置", stands, says, "说明"])
        tree.setColumnHidden(_STANDS, review.occasion is Occasion.OPENED)
        tree.setColumnHidden(_WHY, not any(item.doubts or item.printed for item in review.items))
        for column, cut in ((_PLACE, Qt.TextElideMode.ElideMiddle), (_WHY, Qt.TextElideMode.ElideLeft)):
            tree.setItemDelegateForColumn(column, _Cutting(cut, tree))
        with QSignalBlocker(tree):
            self._fill()
        self._size_columns()

    def taken(self) -> tuple[Disagreement, ...]:
        """Return the items that are ticked, in printed order."""
        ticked = {
            item.difference
            for line in self._lines
            if isinstance(item := line.data(0, _ROLE), Disagreement)
            and line.checkState(0) == Qt.CheckState.Checked
        }
        return tuple(item for item in self._review.items if item.difference in ticked)

    def tick(self, ticked: bool) -> None:
        """Tick everything, or nothing."""
        state = Qt.CheckState.Checked if ticked else Qt.CheckState.Unchecked
        with QSignalBlocker(self._tree):
            for line in self._lines:
                if isinstance(line.data(0, _ROLE), Disagreement):
                    line.setCheckState(0, state)

    def current(self) -> Disagreement | Note | None:
        """Return what stands in the current line; None for a heading."""
        line: QTreeWidgetItem | None = self._tree.currentItem()
        held = line.data(0, _ROLE) if line else None
        return held if isinstance(held, Disagreement | Note) else None

    def go_to_cell(self, key: str) -> None:
        """Make the line of a cell the current one, if there is one."""
        for line in self._lines:
            held = line.data(0, _ROLE)
            if (
                isinstance(held, Disagreement)
                and held.difference.kind == "cell"
                and held.difference.key == key
            ):
                self._tree.setCurrentItem(line)
                return

    def go_to_next_doubt(self) -> None:
        """Go to the next thing to be looked at, from the last on to the first."""
        doubts = [line for line in self._lines if _is_doubt(line.data(0, _ROLE))]
        if doubts:
            here = self._tree.currentItem()
            place = doubts.index(here) + 1 if here in doubts else 0
            self._tree.setCurrentItem(doubts[place % len(doubts)])

    def _fill(self) -> None:
        review = self._review
        doubtful = [self._line(item) for item in review.doubtful]
        self._add_group(f"{SHAPES['warning']} 请核对 {len(doubtful)} 处", doubtful, opened=True)
        remarks = [self._remark(note) for note in review.remarks]
        self._add_group(f"{SHAPES['hint']} 没有读进来或请留意 {len(remarks)} 处", remarks, opened=True)
        opened = len(review.items) <= _MOST_OPEN
        for heading, items in _by_section(review):
            lines = [self._line(item) for item in items]
            self._add_group(f"{heading}　{_counted(items)}", lines, opened=opened)
        first = self._lines[0] if self._lines else None
        if first is not None:
            self._tree.setCurrentItem(first)

    def _add_group(self, heading: str, lines: list[QTreeWidgetItem], *, opened: bool) -> None:
        if not lines:
            return
        group = QTreeWidgetItem(self._tree, [heading])
        has_boxes = any(isinstance(line.data(0, _ROLE), Disagreement) for line in lines)
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        group.setFlags(
            flags | Qt.ItemFlag.ItemIsUserCheckable | Qt.ItemFlag.ItemIsAutoTristate if has_boxes else flags
        )
        font = group.font(0)
        font.setBold(True)
        group.setFont(0, font)
        group.addChildren(lines)
        group.setFirstColumnSpanned(True)
        for line in lines:
            line.setFirstColumnSpanned(isinstance(line.data(0, _ROLE), Note))
        group.setExpanded(opened)
        self._lines += lines

    def _line(self, item: Disagreement) -> QTreeWidgetItem:
        change = item.difference
        why = "；".join(item.doubts) or (f"文件里印的是“{item.printed}”" if item.printed else "")
        words = [item.place, change.worded[0], item.said or "（空白）", why]
        line = QTreeWidgetItem([" ".join(text.split()) for text in words])
        line.setData(0, _ROLE, item)
        line.setFlags(line.flags() | Qt.ItemFlag.ItemIsUserCheckable)
        line.setCheckState(0, Qt.CheckState.Checked if item.is_taken else Qt.CheckState.Unchecked)
        line.setData(0, Qt.ItemDataRole.AccessibleTextRole, "，".join(filter(None, words)))
        if not item.said:
            line.setForeground(_SAYS, theme_of(self._tree.palette()).muted_ink)
        if item.doubts:
            line.setForeground(_WHY, theme_of(self._tree.palette()).warning.ink)
        return line

    def _remark(self, note: Note) -> QTreeWidgetItem:
        line = QTreeWidgetItem([note.message])
        line.setData(0, _ROLE, note)
        line.setToolTip(0, note.message)
        return line

    def _size_columns(self) -> None:
        self._tree.header().setStretchLastSection(False)
        self._tree.header().setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        _Sharing(self._tree)


def _counted(items: Sequence[Disagreement]) -> str:
    """Say how many things there are in a group, and that none of them needs a look."""
    cells = sum(item.difference.kind == "cell" for item in items)
    if cells == len(items):
        return f"{cells} 格，没有疑点"
    return f"{len(items)} 处，没有疑点"


def _is_doubt(held: object) -> bool:
    return isinstance(held, Note) or (isinstance(held, Disagreement) and bool(held.doubts))


def _by_section(review: Review) -> Iterator[tuple[str, Sequence[Disagreement]]]:
    """Yield each section's heading with its other items; title, words above and 落款 first."""
    left = [item for item in review.items if not item.doubts]
    yield "标题、引言和落款", [item for item in left if item.section in {"", INTRO}]
    for section in review.base.form.sections:
        yield section.heading, [item for item in left if item.section == section.key]
