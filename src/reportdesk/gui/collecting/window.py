"""The window 汇总: units on the left, what is chosen on the right, files read in the background."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import (
    QAction,
    QCloseEvent,
    QDragEnterEvent,
    QDropEvent,
    QKeySequence,
    QShowEvent,
)
from PySide6.QtWidgets import QLabel, QWidget

from reportdesk.collect.session import Session
from reportdesk.gui.collecting.actions import CollectingActions
from reportdesk.gui.collecting.as_left import CollectingAsLeft
from reportdesk.gui.collecting.body import Body, counted
from reportdesk.gui.collecting.deciding import Deciding
from reportdesk.gui.collecting.halves import SplitHalves
from reportdesk.gui.collecting.keeping import SetKeeper
from reportdesk.gui.collecting.outgoing import Outgoing
from reportdesk.gui.collecting.pages.problem_page import AlikePage, ProblemPage
from reportdesk.gui.collecting.pages.sum_page import SumPage
from reportdesk.gui.collecting.pages.unit_page import UnitPage
from reportdesk.gui.collecting.pages.units_pane import UnitsPane
from reportdesk.gui.collecting.reading_line import ReadingLine
from reportdesk.gui.collecting.replaced import ReplacedSet
from reportdesk.gui.collecting.set_file import SetFile
from reportdesk.gui.collecting.shell import CollectingShell
from reportdesk.gui.collecting.sources import Sources
from reportdesk.gui.desk.bars.notices import Notices
from reportdesk.gui.forms.collecting import Ui_Collecting
from reportdesk.gui.help.asking import close_manual
from reportdesk.gui.look.icons import program_icon
from reportdesk.gui.look.style_sheet import dress
from reportdesk.gui.qt.widgets.drops import accept_copy, dropped_paths

_MESSAGE_MS = 15_000


class CollectingWindow(CollectingShell):
    """One collection; `report_asked` names a file that somebody wants to see in a desk.

    `opener` opens another collection's file in the window where it belongs; without one it is shown here.
    """

    report_asked = Signal(str)
    #: A collection's own file was opened or saved: its path, whose it is, the year.
    used = Signal(object, str, int)

    def __init__(self, session: Session | None = None, parent: QWidget | None = None) -> None:
        """Show a collection, a new one by default."""
        super().__init__(parent)
        self.ui = Ui_Collecting()
        self.ui.setupUi(self)
        self.setWindowIcon(program_icon())
        self.opener: Callable[[Path], object] | None = None
        self.session = session or Session()
        self.keeper = SetKeeper(self)
        self.units = UnitsPane(self.ui, self)
        self.unit_page, self.sum_page = UnitPage(self), SumPage(self)
        self.problem_page = ProblemPage(self)
        self.alike_page = AlikePage(self._text_of, self)
        self.counts, self.body = QLabel(self), Body(self.ui)
        self._lay_out()
        self.reading_line = ReadingLine(self)
        self.reading = self.reading_line.reading
        self.sources, self.set_file, self.outgoing = Sources(self), SetFile(self), Outgoing(self)
        self.replaced = ReplacedSet(self, self.set_file)
        self._actions = CollectingActions(self, self.sources, self.set_file, self.outgoing)
        self._deciding = Deciding(self, self.unit_page, self.sum_page)
        self._turn_by_keys()
        self._connect()
        dress(self)
        self.show_session(self.session)

    def show_session(self, session: Session) -> None:
        """Show another collection and read it."""
        self.reading.finish()
        self.session = session
        self.keeper.follow(session)
        self.show_all()
        self.read()

    def read(self) -> None:
        """Read what is new or changed, in the background."""
        self.reading_line.read()

    def decided(self) -> None:
        """Put everything in order again after a decision."""
        self.session.recount()
        self.show_all()

    def show_all(self) -> None:
        """Bring every part up to date; the unit chosen stays."""
        session, collection = self.session, self.collection
        self.body.show_session(session)
        self.units.show_session(session)
        last = session.outcome.order.last if session.outcome else None
        self.sum_page.show_collection(collection, last)
        self.problem_page.show_collection(collection)
        self.alike_page.show_collection(collection)
        name = session.path.name if session.path else "新的汇总"
        name += "（只读）" if self.set_file.is_read_only else ""
        self.setWindowTitle(f"汇总 — {name}[*]")
        self.setWindowModified(session.is_dirty)
        self.counts.setText(counted(collection) if collection else "")
        self._actions.update()
        self.keeper.note()

    def keep_and_let_go(self) -> None:
        """Keep what is unsaved in a snapshot and release the file, without a question."""
        self.keeper.keep_now()
        self.reading.cancel()
        self.set_file.release()

    @property
    def is_unused(self) -> bool:
        """Tell whether nothing is collected here yet."""
        session = self.session
        return session.path is None and not session.is_dirty and not session.settings.paths

    def open_set(self, path: Path) -> None:
        """Show a collection's own file: here, or where whoever owns the windows wants it."""
        (self.opener or self.set_file.open_path)(path)

    @property
    def notices(self) -> Notices:
        """Return what stands above the work until it is dealt with."""
        return self.body.notices

    def search_unit(self) -> None:
        """Let a unit be searched for."""
        self.units.search()

    def note_used(self, path: Path) -> None:
        """Let a collection's own file stand among those used last."""
        collection, kept = self.collection, self.session.settings.figures
        known = collection or kept
        self.used.emit(path, known.organ if known else "", known.year if known else 0)

    def tell(self, words: str) -> None:
        """Say something in the status bar."""
        self.statusBar().showMessage(words, _MESSAGE_MS)

    def _show_unit(self) -> None:
        state = self.units.state
        news = self.session.updates.get(state.unit.name, ()) if state else ()
        self.unit_page.show_unit(state, self.session.settings.decisions, news)

    def _show_unit_page(self) -> None:
        self.ui.pages.setCurrentWidget(self.unit_page)

    def _go_to_unit(self, name: str) -> None:
        self.units.find(name)
        self._show_unit_page()

    def _text_of(self, *asked: object) -> str:
        return self.session.text_of(*asked)  # type: ignore[arg-type]

    def _lay_out(self) -> None:
        pages = (self.unit_page, self.sum_page, self.problem_page, self.alike_page)
        for label, page in zip(("单位", "合计", "问题", "雷同"), pages, strict=True):
            self.ui.pages.addTab(page, label)
        self.as_left = CollectingAsLeft(self, SplitHalves(self.ui.splitter))
        self.setCentralWidget(self.body)
        self.ui.left.setFocusProxy(self.ui.units)
        self.counts.setContentsMargins(8, 0, 0, 0)
        self.statusBar().addWidget(self.counts, 1)
        # Qt hides it only where it is visible already when something is said.
        self.statusBar().messageChanged.connect(lambda words: self.counts.setHidden(bool(words)))

    def _turn_by_keys(self) -> None:
        for number in range(self.ui.pages.count()):
            turn = QAction(self)
            turn.setShortcut(QKeySequence(f"Ctrl+{number + 1}"))
            turn.triggered.connect(partial(self.ui.pages.setCurrentIndex, number))
            self.addAction(turn)

    def _connect(self) -> None:
        self.units.chosen.connect(self._show_unit)
        self.units.activated.connect(self._show_unit_page)
        self.reading_line.taken.connect(self.show_all)
        self.reading_line.progressed.connect(self.body.begin.show_progress)
        self.reading_line.rested.connect(self.body.begin.rest)
        self.problem_page.unit_asked.connect(self._go_to_unit)
        self.unit_page.open_asked.connect(self.report_asked)
        self.keeper.failed.connect(self.tell)
        self.keeper.trouble_changed.connect(partial(self.notices.stand, "kept"))
        self.sum_page.unit_asked.connect(self.report_asked)

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

    def closeEvent(self, event: QCloseEvent) -> None:
        """Close only when no decision is lost, or the collector says so; reading ends."""
        event.setAccepted(self.has_kept or self.set_file.may_leave())
        if self.has_kept or not event.isAccepted():
            return
        self.as_left.note()
        self.reading_line.finish()
        self.unit_page.report.cancel()
        self.keeper.finish()
        self.replaced.finish()
        self.set_file.leave()
        self.outgoing.finish()
        close_manual(self)
        self.session = Session()
        self.show_all()
        event.accept()

    def showEvent(self, event: QShowEvent) -> None:
        """Keep again what is decided, where the window was closed before."""
        super().showEvent(event)
        if self.keeper.is_idle:
            self.keeper.follow(self.session)
            self.replaced.follow()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Welcome files and folders from anywhere."""
        if dropped_paths(event):
            accept_copy(event)

    def dropEvent(self, event: QDropEvent) -> None:
        """Take what was dropped into the collection; nothing is copied or moved."""
        paths = dropped_paths(event)
        if paths:
            accept_copy(event)
            self.sources.add(paths)

    def changeEvent(self, event: QEvent) -> None:
        """Draw in the colours of another palette."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and hasattr(self, "units"):
            dress(self)
            self.units.recolour()
