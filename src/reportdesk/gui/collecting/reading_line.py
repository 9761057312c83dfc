"""The foot of the window 汇总: files read in the background, how far that is, and a way to stop it."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QProgressBar, QPushButton

from reportdesk.collect.session import Outcome
from reportdesk.errors import ReportDeskError
from reportdesk.gui.collecting.reading import ReadingRun
from reportdesk.gui.collecting.shell import CollectingShell
from reportdesk.gui.collecting.watching import FolderWatch
from reportdesk.gui.qt import questions

_PROGRESS_PX = 220


class ReadingLine(QObject):
    """Reads a window's collection whenever its files change; `taken` says that it stands anew."""

    taken = Signal()
    progressed = Signal(int, int)
    rested = Signal()

    def __init__(self, window: CollectingShell) -> None:
        """Stand at the right of a window's status bar, unseen while nothing is read."""
        super().__init__(window)
        self._window = window
        self.reading, self._watch = ReadingRun(window), FolderWatch(window)
        self.progress, self.stop = QProgressBar(window), QPushButton("停止读取", window)
        for widget in (self.progress, self.stop):
            window.statusBar().addPermanentWidget(widget)
            widget.hide()
        self.progress.setMaximumWidth(_PROGRESS_PX)
        self._again = False
        self.reading.progressed.connect(self._show_progress)
        self.reading.ended.connect(self._take)
        self.reading.failed.connect(self._fail)
        self._watch.changed.connect(window.read)
        self.stop.clicked.connect(self.reading.cancel)

    def read(self) -> None:
        """Read what is new or changed; what is asked while files are read is read after them."""
        session = self._window.session
        if not session.settings.paths:
            return
        if self.reading.is_running:
            self._again = True
            return
        self._watch.watch(session.settings.paths)
        self._show_progress(0, 0)
        self.progress.show()
        self.stop.show()
        self.reading.start(session)

    def finish(self) -> None:
        """End the reading, and wait for no more files."""
        self.reading.finish()
        self._watch.watch(())
        self._again = False
        self._rest()

    def _show_progress(self, done: int, of: int) -> None:
        self.progress.setRange(0, of)
        self.progress.setValue(done)
        self.progress.setFormat(f"读取 {done}/{of}")
        self.progressed.emit(done, of)

    def _take(self, outcome: Outcome) -> None:
        self._rest()
        session = self._window.session
        session.take(outcome)
        # What was decided while files were read counts too.
        if session.is_ahead:
            session.recount()
        self.taken.emit()
        if self._again:
            self._again = False
            self.read()

    def _fail(self, error: ReportDeskError | None) -> None:
        self._rest()
        if error is None:
            self._window.tell("已停止读取；按 F5 接着读")
        else:
            questions.tell_error(self._window, error)

    def _rest(self) -> None:
        self.progress.hide()
        self.stop.hide()
        self.rested.emit()
