"""Pictures of every tab of a report, without a display.

`python -m reportdesk.gui.tools.pictures FILE DIR` makes them.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QApplication

from reportdesk.errors import ReportDeskError
from reportdesk.gui.app import make_application
from reportdesk.gui.commands.files.opening import read_document
from reportdesk.gui.qt.remembering.recent import RecentFiles
from reportdesk.gui.window import MainWindow

_SIZE = QSize(1366, 768)


def main(argv: Sequence[str]) -> int:
    """Write the pictures and print their names; return the exit status."""
    match argv:
        case [file, folder]:
            return _paint(Path(file), Path(folder))
    sys.stderr.write("python -m reportdesk.gui.tools.pictures FILE DIR\n")
    return 2


def paint(file: Path, folder: Path, size: QSize = _SIZE) -> list[Path]:
    """Write a PNG of the first screen and of every tab of a report; return their paths."""
    app = make_application()
    window = MainWindow(RecentFiles(folder / "recent.json"))
    window.resize(size)
    window.show()
    folder.mkdir(parents=True, exist_ok=True)
    written = [_grab(app, window, folder / "0.png")]
    window.show_document(read_document(file))
    for number in range(len(window.desk.tabs)):
        window.desk.turn_to(number)
        written.append(_grab(app, window, folder / f"{number + 1}.png"))
    window.show_document(None)
    window.close()
    return written


def _grab(app: QApplication, window: MainWindow, path: Path) -> Path:
    # Twice: what is laid out on the first pass, the counts of the second follow.
    app.processEvents()
    app.processEvents()
    if not window.grab().save(str(path)):
        raise ReportDeskError("图片写不出来", where=str(path))
    return path


def _paint(file: Path, folder: Path) -> int:
    try:
        written = paint(file, folder)
    except ReportDeskError as error:
        sys.stderr.write(f"{error}\n")
        return 3
    sys.stdout.write("".join(f"{path}\n" for path in written))
    return 0


if __name__ == "__main__":
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    sys.exit(main(sys.argv[1:]))
