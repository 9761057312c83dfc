"""A reading of many files in the background: how far it is, what came of it; nothing of Qt in the thread."""

from __future__ import annotations

from threading import Thread

from PySide6.QtCore import QObject, QTimer, Signal

from reportdesk.collect.session import Outcome, Session
from reportdesk.errors import ReportDeskError
from reportdesk.readers.apart.errors import ReadingCancelled

#: A bar that moves ten times a second seems to move all the time.
_LOOK_MS = 100


class ReadingRun(QObject):
    """Reads a session's files in a thread; the window's thread looks now and then how far it is."""

    progressed = Signal(int, int)
    ended = Signal(object)
    failed = Signal(object)

    def __init__(self, parent: QObject) -> None:
        """Begin idle."""
        super().__init__(parent)
        self._thread: Thread | None = None
        self._session: Session | None = None
        self._progress: tuple[int, int] = (0, 0)
        self._outcome: Outcome | None = None
        self._error: BaseException | None = None
        self._look = QTimer(self, interval=_LOOK_MS)
        self._look.timeout.connect(self._see)

    @property
    def is_running(self) -> bool:
        """Tell whether files are being read."""
        return self._thread is not None

    def start(self, session: Session) -> None:
        """Begin to read; whoever reads already is let go on."""
        if self._thread is not None:
            return
        # A stop that came when all was read must not end the next reading.
        session.renew()
        self._session, self._outcome, self._error, self._progress = session, None, None, (0, 0)
        self._thread = Thread(target=self._run, args=(session,), daemon=True)
        self._thread.start()
        self._look.start()

    def cancel(self) -> None:
        """End the reading; what it gives is dropped."""
        if self._session is not None and self._thread is not None:
            self._session.cancel()

    def finish(self) -> None:
        """End the reading and wait for its thread."""
        self.cancel()
        if self._thread is not None:
            self._thread.join()
        self._look.stop()
        self._thread = None

    def _run(self, session: Session) -> None:
        try:
            self._outcome = session.read(self._tell)
        except BaseException as error:
            self._error = error

    def _tell(self, done: int, of: int) -> None:
        self._progress = done, of

    def _see(self) -> None:
        self.progressed.emit(*self._progress)
        if self._thread is None or self._thread.is_alive():
            return
        self._look.stop()
        self._thread = None
        if self._error is None:
            self.ended.emit(self._outcome)
        elif isinstance(self._error, ReadingCancelled):
            self.failed.emit(None)
        elif isinstance(self._error, ReportDeskError):
            self.failed.emit(self._error)
        else:
            raise self._error
