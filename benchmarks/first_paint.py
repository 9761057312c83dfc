"""Run as a process of its own: shows a window and prints when it was painted and when findings were there.

Five numbers: nanoseconds of the shared clock and of the processors at the first paint, the same two once the
findings of a report stand in the panel, and the peak memory in kilobytes. `empty` shows a QMainWindow,
`first` the first screen, `report` the window on a report file, whose first page must be painted.
"""

from __future__ import annotations

import sys
import time
from pathlib import Path

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication, QMainWindow, QWidget


class Painted(QObject):
    """Sees whether a widget was painted."""

    seen = False

    def eventFilter(self, _: QObject, event: QEvent) -> bool:
        """Remember a paint; let everything pass."""
        self.seen = self.seen or event.type() == QEvent.Type.Paint
        return False


def main(kind: str, file: str) -> None:
    """Show the window of that kind and print when it was ready."""
    app, window = empty() if kind == "empty" else own()
    refreshed: list[bool] = []
    window.show()
    shown: QWidget = window
    if kind == "report":
        window.desk.refreshed.connect(lambda: refreshed.append(True))
        window.commands.files.open_path(Path(file))
        while window.desk.page is None:
            app.processEvents()
        shown = window.desk.page
    painted = Painted()
    shown.installEventFilter(painted)
    while not painted.seen:
        app.processEvents()
    told = [time.monotonic_ns(), time.process_time_ns()]
    while kind == "report" and not refreshed:
        app.processEvents()
    told += [time.monotonic_ns(), time.process_time_ns()]
    print(*told, peak_memory(), flush=True)


def empty() -> tuple[QApplication, QMainWindow]:
    """The least that Qt can show."""
    return QApplication([]), QMainWindow()


def own() -> tuple[QApplication, QMainWindow]:
    """The program's window, as its main() makes it."""
    from reportdesk.gui.app import make_application
    from reportdesk.gui.window import MainWindow

    return make_application(), MainWindow()


def peak_memory() -> int:
    """The most memory this process has used, in kilobytes; 0 where the system does not tell."""
    try:
        import resource
    except ImportError:
        return 0
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss


if __name__ == "__main__":
    main(*sys.argv[1:])
