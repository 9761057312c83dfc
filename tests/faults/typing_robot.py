"""Types figures until it is killed: `... robot|window PATH SEED PACE`; says each with its time."""

from __future__ import annotations

import os
import random
import sys
import time
from pathlib import Path

from reportdesk.document import Document
from reportdesk.project.file import read_project
from reportdesk.report.edit import enter

_KEY = "requests.received.natural_person"


def _type(document: Document, figure: int) -> None:
    document.apply(enter(document.report, {_KEY: figure}))
    os.write(1, f"{figure} {time.monotonic()}\n".encode())


def _pauses(draw: random.Random, pace: float) -> float:
    """Draws the time to the next key: mostly short, now and then a pause in which a snapshot is taken."""
    return draw.choice((0.1, 0.2, 0.3, 0.5, 1.0, 1.5, 2.5 if draw.random() < 0.2 else 0.2)) / pace


def type_bare(path: Path, draw: random.Random, pace: float) -> None:
    """Types into a document that is kept as a window keeps it, by a clock that runs at another pace."""
    from reportdesk.project.kept.autosave import Autosave, Schedule
    from reportdesk.project.kept.recovery import Snapshots

    read = read_project(path)
    document = Document(read.report, path, read.stamp)
    schedule, autosave = Schedule(lambda: time.monotonic() * pace), Autosave(Snapshots())
    figure = 100
    next_key = 0.0
    while True:
        if time.monotonic() >= next_key:
            figure += 1
            _type(document, figure)
            schedule.changed()
            next_key = time.monotonic() + _pauses(draw, pace)
        if schedule.seconds_left() == 0:
            schedule.settled()
            autosave.keep(document.report, path, document.stamp)
        time.sleep(0.1 / pace)


def type_in_window(path: Path, draw: random.Random) -> None:
    """Types into a real window."""
    from PySide6.QtCore import QTimer

    from reportdesk.gui.app import make_application
    from reportdesk.gui.window import MainWindow

    application = make_application()
    window = MainWindow()
    window.show()
    window.commands.files.open_path(path)
    figure = 100

    def press() -> None:
        nonlocal figure
        figure += 1
        assert window.document is not None
        _type(window.document, figure)
        QTimer.singleShot(round(_pauses(draw, 1.0) * 1000), press)

    press()
    application.exec()


if __name__ == "__main__":
    chance = random.Random(float(sys.argv[3]))
    if sys.argv[1] == "window":
        type_in_window(Path(sys.argv[2]), chance)
    else:
        type_bare(Path(sys.argv[2]), chance, float(sys.argv[4]))
