"""One step of a window, killed before its n-th touch of the disk: `... STEP N FOLDER`; says how many it had.

Python tells of every file that is opened to be written, renamed, linked, removed or made, before it is done.
"""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from reportdesk.gui.window import MainWindow

KEY = "requests.received.natural_person"
#: What is typed: the last figure is in no file when the step begins, but in a snapshot.
TYPED = 77
_TOUCHES = ("os.rename", "os.link", "os.remove", "os.mkdir", "os.rmdir", "os.truncate", "os.chmod", "shutil.")


class Killer:
    """Counts the touches of the disk once armed, and kills this process before the n-th (0: never)."""

    def __init__(self, number: int) -> None:
        """Be ready to be armed."""
        self.touches = 0
        self._number = number
        self._is_armed = False
        sys.addaudithook(self._meet)

    def arm(self) -> None:
        """Count from now on."""
        self._is_armed = True

    def disarm(self) -> None:
        """Count no more."""
        self._is_armed = False

    def _meet(self, event: str, arguments: tuple[Any, ...]) -> None:
        if self._is_armed and (event.startswith(_TOUCHES) or _writes(event, arguments)):
            self.touches += 1
            if self.touches == self._number:
                os.kill(os.getpid(), signal.SIGKILL)


def _writes(event: str, arguments: tuple[Any, ...]) -> bool:
    return event == "open" and bool((arguments[2] or 0) & (os.O_WRONLY | os.O_RDWR | os.O_CREAT))


def open_file(window: MainWindow, folder: Path, arm: Callable[[], None]) -> None:
    """Open the report."""
    arm()
    window.commands.files.open_path(folder / "x.rdesk")
    window.autosaver.backing_up.queue.submit(int).result()


def save(window: MainWindow, folder: Path, arm: Callable[[], None]) -> None:
    """Save what was typed."""
    _type(window, folder)
    arm()
    assert window.save()
    window.autosaver.backing_up.queue.submit(int).result()


def roll_over(window: MainWindow, folder: Path, arm: Callable[[], None]) -> None:
    """Save, begin the next year's report, and save that."""
    from reportdesk.document import Document
    from reportdesk.rollover import roll

    _type(window, folder)
    arm()
    assert window.save()
    window.show_document(Document(roll(window.document.report).report))  # type: ignore[union-attr]
    window.autosaver.keep_now()
    assert window.commands.save.save_to(folder / "next.rdesk")


def export(window: MainWindow, folder: Path, arm: Callable[[], None]) -> None:
    """Export what was typed as a Word file."""
    from reportdesk.export import export_report

    _type(window, folder)
    arm()
    assert window.document is not None
    export_report(window.document.report, folder / "x.docx", force=True)


def recover(window: MainWindow, folder: Path, arm: Callable[[], None]) -> None:
    """Take back what a window that was killed has left."""
    from reportdesk.gui.dialogs.versions.recovery import RecoveryOffer
    from reportdesk.project.kept.recovery import Snapshots

    arm()
    store = Snapshots()
    store.sweep()
    for snapshot in store.offered().snapshots:
        window.commands.recovery._recover(RecoveryOffer.of(snapshot))


STEPS = {"open": open_file, "save": save, "roll-over": roll_over, "export": export, "recovery": recover}


def _type(window: MainWindow, folder: Path) -> None:
    from reportdesk.report.edit import enter

    window.commands.files.open_path(folder / "x.rdesk")
    document = window.document
    assert document is not None
    document.apply(enter(document.report, {KEY: TYPED}))
    assert window.autosaver.keep_now()
    window.autosaver.backing_up.queue.submit(int).result()


def main(step: str, number: int, folder: Path) -> None:
    """Do one step in a window."""
    from reportdesk.gui.app import make_application
    from reportdesk.gui.window import MainWindow

    make_application()
    window = MainWindow()
    window.show()
    killer = Killer(number)
    STEPS[step](window, folder, killer.arm)
    killer.disarm()
    os.write(1, f"{killer.touches}\n".encode())
    # As after a power cut: nothing is tidied up.
    os.kill(os.getpid(), signal.SIGKILL)


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]), Path(sys.argv[3]))
