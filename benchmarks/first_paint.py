"""Run as a process of its own: shows a window and prints when it was first painted, then its peak memory.

`empty` shows a QMainWindow, `first` the first screen, `report` the window on a report file.
"""

from __future__ import annotations

import sys
import time
from pathlib import Path

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication, QMainWindow


class Painted(QObject):
    """Sees whether a window was painted."""

    seen = False

    def eventFilter(self, _: QObject, event: QEvent) -> bool:
        """Remember a paint; let everything pass."""
        self.seen = self.seen or event.type() == QEvent.Type.Paint
        return False


def main(kind: str, file: str) -> None:
    """Show the window of that kind and print nanoseconds of the shared clock and kilobytes."""
    app, window = empty() if kind == "empty" else own()
    painted = Painted()
    window.installEventFilter(painted)
    window.show()
    if kind == "report":
        window.commands.files.open_path(Path(file))
    while not painted.seen:
        app.processEvents()
    app.processEvents()
    print(time.monotonic_ns(), peak_memory(), flush=True)


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
