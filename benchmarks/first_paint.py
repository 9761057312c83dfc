"""Run as a process of its own: shows a window and prints when it was painted and when findings were there.

Five numbers: nanoseconds of the shared clock and of the processors at the first paint, the same two once the
findings of a report stand in the panel, and the peak memory in kilobytes. `empty` shows a QMainWindow,
`first` the first screen, `report` the window on a report file, whose first page must be painted.
"""

from __future__ import annotations

import gc
import sys
import time
from pathlib import Path

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication, QMainWindow


class Painted(QObject):
    """Sees when a widget was first painted."""

    first_at: tuple[int, int] | None = None

    def eventFilter(self, _: QObject, event: QEvent) -> bool:
        """Remember the first paint; let everything pass."""
        if self.first_at is None and event.type() == QEvent.Type.Paint:
            self.first_at = now()
        return False


def main(kind: str, file: str) -> None:
    """Show the window of that kind and print when it was ready."""
    app, window = empty() if kind == "empty" else own(expects_report=kind == "report")
    painted, refreshed = Painted(), []
    window.show()
    if kind == "report":
        tabs = window.ui.tabs
        tabs.currentChanged.connect(lambda _: window.desk.page.installEventFilter(painted))
        window.desk.refreshed.connect(lambda: refreshed.append(now()))
        window.commands.files.open_path(Path(file))
    else:
        window.installEventFilter(painted)
    while painted.first_at is None or (kind == "report" and not refreshed):
        app.processEvents()
    found = refreshed[0] if refreshed else painted.first_at
    print(*painted.first_at, *found, peak_memory(), flush=True)


def now() -> tuple[int, int]:
    """Nanoseconds of the shared clock and of the processors."""
    return time.monotonic_ns(), time.process_time_ns()


def empty() -> tuple[QApplication, QMainWindow]:
    """The least that Qt can show."""
    return QApplication([]), QMainWindow()


def own(*, expects_report: bool) -> tuple[QApplication, QMainWindow]:
    """The program's window, as its command makes it: what is loaded is not looked through for garbage."""
    gc.disable()
    from reportdesk.gui.app import make_application
    from reportdesk.gui.window import MainWindow

    return make_application(), MainWindow(expects_report=expects_report)


def peak_memory() -> int:
    """The most memory this process has used, in kilobytes; 0 where the system does not tell."""
    try:
        import resource
    except ImportError:
        return 0
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss


if __name__ == "__main__":
    main(*sys.argv[1:])
