"""A robot works in a window at random: figures, findings, editors, files and command line always agree.

`python -m tests.faults.robot SEED OPERATIONS` is one session.
"""

from __future__ import annotations

import gc
import os
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from tests.faults.figures import Figures

if TYPE_CHECKING:
    from reportdesk.gui.window import MainWindow
    from tests.faults.window_robot import WindowRobot

_SESSIONS, _OPERATIONS = 20, 500


def work_in_windows(sessions: int = _SESSIONS, operations: int = _OPERATIONS, first_seed: int = 1) -> Figures:
    """Lets robots work, each in a window of its own, from seeds that follow one another."""
    figures = Figures("a window, its file and the command line always agree", broken=("faults",))
    for seed in range(first_seed, first_seed + sessions):
        done, faults = _session(seed, operations)
        figures.counts["sessions"] += 1
        figures.counts["operations"] += done
        figures.counts["faults"] += len(faults)
        figures.details += faults
    return figures


def _session(seed: int, operations: int) -> tuple[int, list[str]]:
    from tests.faults.window_robot import WindowRobot

    with tempfile.TemporaryDirectory() as name, own_profile(Path(name)):
        window = window_in(Path(name))
        robot = WindowRobot(window, Path(name), seed)
        robot.work(operations)
        robot.faults += left_over()
        robot.finish()
        close(window)
        return operations_of(robot), robot.faults


def left_over() -> list[str]:
    """Returns what is still there of reports that the one window no longer shows."""
    from reportdesk.document import Document
    from reportdesk.gui.desk.pages.basics import BasicsPage

    gc.collect()
    there = Counter(type(one) for one in gc.get_objects() if isinstance(one, Document | BasicsPage))
    return [
        f"{number} of {kind.__name__} are there, for 1 report" for kind, number in there.items() if number > 1
    ]


def operations_of(robot: WindowRobot) -> int:
    """Returns how many operations a robot did, questions that it answered not counted."""
    return robot.done.total() - robot.done["answers"]


class own_profile:  # noqa: N801 - used as a function
    """Lets the program keep its things in a folder of the experiment."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._before: str | None = None

    def __enter__(self) -> None:
        self._before = os.environ.get("REPORTDESK_PROFILE")
        os.environ["REPORTDESK_PROFILE"] = str(self._folder / "profile")

    def __exit__(self, *_: object) -> None:
        if self._before is None:
            del os.environ["REPORTDESK_PROFILE"]
        else:
            os.environ["REPORTDESK_PROFILE"] = self._before


def window_in(folder: Path) -> MainWindow:
    """Returns a window on the sample, saved in a folder."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from reportdesk.gui.app import make_application
    from reportdesk.gui.window import MainWindow
    from reportdesk.project.file import save_project
    from reportdesk.readers import read_report

    make_application()
    sample = Path(__file__).parents[2] / "docs" / "examples" / "yunxi-2024.json"
    path = folder / "年报.rdesk"
    save_project(path, read_report(sample), None)
    window = MainWindow()
    window.resize(1366, 740)
    window.show()
    window.activateWindow()
    window.commands.files.open_path(path)
    return window


def close(window: MainWindow) -> None:
    from PySide6.QtWidgets import QApplication

    window.show_document(None)
    window.close()
    window.deleteLater()
    QApplication.processEvents()


def experiments() -> Iterator[Figures]:
    """Runs the whole."""
    yield work_in_windows()


if __name__ == "__main__":
    found = work_in_windows(1, int(sys.argv[2]), int(sys.argv[1]))
    sys.stdout.write(f"{found}\n")
    sys.exit(0 if found.holds else 1)
