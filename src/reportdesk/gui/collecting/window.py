"""The window 汇总: units on the left, what is chosen on the right, files read in the background."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from datetime import date
from functools import partial
from pathlib import Path

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QAction, QCloseEvent, QDragEnterEvent, QDropEvent, QGuiApplication, QKeySequence
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QLineEdit,
    QProgressBar,
    QPushButton,
    QSplitter,
    QTableView,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from reportdesk.collect.collection import Collection
from reportdesk.collect.counting.statuses import STATUS_WORDS, UnitState
from reportdesk.collect.outgoing.letters import letter_text
from reportdesk.collect.session import Outcome, Session
from reportdesk.errors import ReportDeskError
from reportdesk.gui.collecting.actions import actions_of
from reportdesk.gui.collecting.adjusting import AdjustingDialog
from reportdesk.gui.collecting.flows import Flows
from reportdesk.gui.collecting.problem_page import AlikePage, ProblemPage
from reportdesk.gui.collecting.reading import Reading
from reportdesk.gui.collecting.shell import CollectingShell
from reportdesk.gui.collecting.sum_page import SumPage
from reportdesk.gui.collecting.unit_list import FILTERS, UnitFilter, UnitModel
from reportdesk.gui.collecting.unit_page import UnitPage
from reportdesk.gui.collecting.watching import FolderWatch
from reportdesk.gui.look.icons import program_icon
from reportdesk.gui.look.style_sheet import style_sheet
from reportdesk.gui.qt import questions

_SIZE = (1280, 720)
_LEFT_PX = 600


class CollectingWindow(CollectingShell):
    """One collection; `report_asked` names a file that somebody wants to see in a desk.

    `opener` opens another collection's file in the window where it belongs; without one it is shown here.
    """

    report_asked = Signal(str)

    def __init__(self, session: Session | None = None, parent: QWidget | None = None) -> None:
        """Show a collection, a new one by default."""
        super().__init__(parent)
        self.setWindowIcon(program_icon())
        self.resize(*_SIZE)
        self.setAcceptDrops(True)
        self.opener: Callable[[Path], object] | None = None
        self.session = session or Session()
        self.reading, self.watch = Reading(self), FolderWatch(self)
        self.units = UnitModel(self.palette(), self)
        self.shown = UnitFilter(self.units, self)
        self.table = QTableView(self)
        self.search, self.filter = QLineEdit(self), QComboBox(self)
        self.pages = QTabWidget(self)
        self.unit_page, self.sum_page = UnitPage(self), SumPage(self)
        self.problem_page = ProblemPage(self)
        self.alike_page = AlikePage(self._text_of, self)
        self.counts, self.progress = QLabel(self), QProgressBar(self)
        self.stop = QPushButton("停止读取", self)
        self.flows = Flows(self)
        self._again = False
        self._lay_out()
        self.actions_ = actions_of(self, self.flows)
        self._turn_by_keys()
        self._connect()
        self._dress()
        self.show_session(self.session)

    def show_session(self, session: Session) -> None:
        """Show another collection and read it."""
        self.reading.finish()
        self.session = session
        self.show_all()
        self.read()

    def read(self) -> None:
        """Read what is new or changed, in the background."""
        if not self.session.settings.paths:
            return
        if self.reading.is_running:
            self._again = True
            return
        self.watch.watch(self.session.settings.paths)
        self.progress.setRange(0, 0)
        self.progress.show()
        self.stop.show()
        self.reading.start(self.session)

    def decided(self) -> None:
        """Put everything in order again after a decision."""
        self.session.recount()
        self.show_all()

    def show_all(self) -> None:
        """Bring every part up to date; the unit chosen stays."""
        chosen = self.chosen_unit
        session, collection = self.session, self.collection
        self.units.show_collection(collection, session.updates, session.settings.decisions)
        last = session.outcome.order.last if session.outcome else None
        self.sum_page.show_collection(collection, last)
        self.problem_page.show_collection(collection)
        self.alike_page.show_collection(collection)
        self.choose_unit(chosen)
        name = session.path.name if session.path else "新的汇总"
        self.setWindowTitle(f"汇总 — {name}[*]")
        self.setWindowModified(session.is_dirty)
        self.counts.setText(_counted(collection) if collection else self._how_to_begin())
        self._update_actions()

    @property
    def is_unused(self) -> bool:
        """Tell whether nothing is collected here yet."""
        session = self.session
        return session.path is None and not session.is_dirty and not session.settings.paths

    def open_set(self, path: Path) -> None:
        """Show a collection's own file: here, or where whoever owns the windows wants it."""
        (self.opener or self.flows.open_path)(path)

    @property
    def chosen_unit(self) -> str:
        """Return the name of the unit chosen on the left, "" for none."""
        state = self.shown.state(self.table.currentIndex())
        return state.unit.name if state else ""

    def choose_unit(self, name: str) -> None:
        """Choose a unit by its name; the first one where it is not shown."""
        rows = range(self.shown.rowCount())
        named = {
            state.unit.name: row for row in rows if (state := self.shown.state(self.shown.index(row, 0)))
        }
        if named:
            self.table.selectRow(named.get(name, 0))
        self._show_unit()

    def search_unit(self) -> None:
        """Let a unit be searched for."""
        self.search.setFocus()
        self.search.selectAll()

    def tell(self, words: str) -> None:
        """Say something in the status bar."""
        self.statusBar().showMessage(words, 15_000)

    def _how_to_begin(self) -> str:
        return "把收报告的文件夹拖进来，或点“添加文件夹”；有单位名单的再选名单"

    def _show_unit(self) -> None:
        state = self.shown.state(self.table.currentIndex())
        news = self.session.updates.get(state.unit.name, ()) if state else ()
        self.unit_page.show_unit(state, self.session.settings.decisions, news)

    def _go_to_unit(self, name: str) -> None:
        self.search.clear()
        self.filter.setCurrentIndex(0)
        self.choose_unit(name)
        self.pages.setCurrentWidget(self.unit_page)

    def _text_of(self, *asked: object) -> str:
        return self.session.text_of(*asked)  # type: ignore[arg-type]

    def _lay_out(self) -> None:
        self.search.setPlaceholderText("找单位：名称或简称的一部分")
        self.search.setClearButtonEnabled(True)
        self.filter.addItems(list(FILTERS))
        self.filter.setAccessibleName("只看")
        self.table.setModel(self.shown)
        self.table.setAccessibleName("各单位")
        self.table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.table.setTabKeyNavigation(False)
        self.table.setShowGrid(False)
        self.table.verticalHeader().hide()
        self.table.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        head = self.table.horizontalHeader()
        head.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        for column, width in ((1, 76), (2, 142), (3, 42), (4, 42), (5, 92)):
            self.table.setColumnWidth(column, width)
        above = QHBoxLayout()
        above.addWidget(self.search, 1)
        above.addWidget(self.filter)
        left = QWidget(self)
        layout = QVBoxLayout(left)
        layout.setContentsMargins(8, 8, 0, 0)
        layout.addLayout(above)
        layout.addWidget(self.table)
        pages = (self.unit_page, self.sum_page, self.problem_page, self.alike_page)
        for label, page in zip(("单位", "合计", "问题", "雷同"), pages, strict=True):
            self.pages.addTab(page, label)
        splitter = QSplitter(self)
        splitter.addWidget(left)
        splitter.addWidget(self.pages)
        splitter.setStretchFactor(1, 1)
        splitter.setSizes([_LEFT_PX, _SIZE[0] - _LEFT_PX])
        splitter.setChildrenCollapsible(False)
        self.setCentralWidget(splitter)
        self.statusBar().addWidget(self.counts, 1)
        for widget in (self.progress, self.stop):
            self.statusBar().addPermanentWidget(widget)
            widget.hide()
        self.progress.setMaximumWidth(220)

    def _turn_by_keys(self) -> None:
        for number in range(self.pages.count()):
            turn = QAction(self)
            turn.setShortcut(QKeySequence(f"Ctrl+{number + 1}"))
            turn.triggered.connect(partial(self.pages.setCurrentIndex, number))
            self.addAction(turn)

    def _connect(self) -> None:
        self.search.textChanged.connect(self._let_through)
        self.search.returnPressed.connect(self.table.setFocus)
        self.filter.currentTextChanged.connect(self._let_through)
        self.table.selectionModel().currentRowChanged.connect(lambda *_: self._show_unit())
        self.table.doubleClicked.connect(lambda: self.pages.setCurrentWidget(self.unit_page))
        self.reading.progressed.connect(self._show_progress)
        self.reading.ended.connect(self._take)
        self.reading.failed.connect(self._fail)
        self.watch.changed.connect(self.read)
        self.stop.clicked.connect(self.reading.cancel)
        self.problem_page.unit_asked.connect(self._go_to_unit)
        self.sum_page.adjust_asked.connect(self._adjust)
        page = self.unit_page
        page.open_asked.connect(self.report_asked)
        page.chosen.connect(lambda file: self._note("以哪份为准", "chosen", file))
        page.returned.connect(lambda: self._note("记为已退回", "returned", date.today().isoformat()))  # noqa: DTZ011
        page.answered.connect(lambda: self._note("记为已改好", "answered", date.today().isoformat()))  # noqa: DTZ011
        page.remarked.connect(lambda words: self._note("处理意见", "remarks", words))
        page.letter_asked.connect(self._copy_letter)

    def _let_through(self) -> None:
        chosen = self.chosen_unit
        self.shown.let_through(self.filter.currentText(), self.search.text())
        self.choose_unit(chosen)

    def _note(self, name: str, part: str, value: str) -> None:
        unit = self.unit_page.state.unit.name if self.unit_page.state else ""
        if unit:
            before = self.session.settings
            self.session.note(name, part, unit, value)
            if self.session.settings != before:
                self.decided()

    def _adjust(self, key: str) -> None:
        if self.collection is None:
            return
        dialog = AdjustingDialog(self.collection.form, key, self)
        if dialog.exec() and dialog.adjustment is not None:
            made = (*self.session.settings.decisions.adjustments, dialog.adjustment)
            self.session.decide("调整", adjustments=made)
            self.decided()
        dialog.deleteLater()

    def _copy_letter(self) -> None:
        state: UnitState | None = self.unit_page.state
        if state is not None and self.collection is not None:
            QGuiApplication.clipboard().setText(letter_text(self.collection, state))
            self.tell(f"已复制退回{state.unit.name}的文字")

    def step(self, which: str) -> None:
        """Undo or redo a decision; what changes the files has them read."""
        paths, roster = self.session.settings.paths, self.session.settings.roster
        if self.session.undo() if which == "undo" else self.session.redo():
            settings = self.session.settings
            if (settings.paths, settings.roster) == (paths, roster):
                self.decided()
            else:
                self.show_all()
                self.read()

    def _update_actions(self) -> None:
        session, has_any = self.session, self.collection is not None
        for name in ("workbook", "report", "letters", "copy_missing", "copy_notice"):
            self.actions_[name].setEnabled(has_any)
        self.actions_["read"].setEnabled(bool(session.settings.paths))
        for name, verb, steps in (("undo", "撤销", session.done), ("redo", "重做", session.undone)):
            self.actions_[name].setEnabled(bool(steps))
            self.actions_[name].setToolTip(f"{verb}“{steps[-1].name}”" if steps else verb)

    def _show_progress(self, done: int, of: int) -> None:
        self.progress.setRange(0, of)
        self.progress.setValue(done)
        self.progress.setFormat(f"读取 {done}/{of}")

    def _take(self, outcome: Outcome) -> None:
        self._rest()
        self.session.take(outcome)
        # What was decided while files were read counts too.
        self.decided()
        if self._again:
            self._again = False
            self.read()

    def _fail(self, error: ReportDeskError | None) -> None:
        self._rest()
        if error is None:
            self.tell("已停止读取；按 F5 接着读")
        else:
            questions.tell_error(self, error)

    def _rest(self) -> None:
        self.progress.hide()
        self.stop.hide()

    def _dress(self) -> None:
        sheet = style_sheet(self.palette())
        if sheet != self.styleSheet():
            self.setStyleSheet(sheet)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Close only when no decision is lost, or the collector says so; reading ends."""
        if not self.flows.may_leave():
            event.ignore()
            return
        self.reading.finish()
        self.flows.release()
        event.accept()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Welcome files and folders from anywhere."""
        if event.mimeData().hasUrls():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Take what was dropped into the collection; nothing is copied or moved."""
        paths = [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
        if paths:
            event.acceptProposedAction()
            self.flows.add(paths)

    def changeEvent(self, event: QEvent) -> None:
        """Draw in the colours of another palette."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and hasattr(self, "units"):
            self._dress()


def _counted(collection: Collection) -> str:
    counts = Counter(state.status for state in collection.states)
    told = "，".join(f"{words} {counts[status]}" for status, words in STATUS_WORDS.items() if counts[status])
    units, added = len(collection.states), len(collection.total.added)
    return f"{collection.year} 年　{units} 个单位，计入 {added}　{told}"
