"""The windows 汇总, one for a collection; a unit's report opens in a window of its own, as a copy."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QMainWindow

from reportdesk.errors import FileError
from reportdesk.gui.qt import questions
from reportdesk.gui.qt.background import GivenUp, run_or_tell, run_slowly
from reportdesk.profile import profile_folder
from reportdesk.project.disk.names import the_same_file

if TYPE_CHECKING:
    from reportdesk.collect.keeping import SetSnapshot
    from reportdesk.document import Document
    from reportdesk.gui.collecting.window import CollectingWindow
    from reportdesk.gui.shell import Shell
    from reportdesk.readers.protocol import Source


#: Each is a question of its own before the work begins.
_MOST_AT_START = 3


class CollectingCommands:
    """What opens and closes the windows 汇总, for the whole program."""

    def __init__(
        self,
        open_copy: Callable[[Document], object],
        open_file: Callable[[Path], object],
        remember: Callable[[Path, str, int], object],
    ) -> None:
        """Begin without a window.

        `open_copy` shows a report that is no file's, `open_file` a file's; `remember` notes a file used.
        """
        self._open_copy, self._open_file, self._remember = open_copy, open_file, remember
        self.windows: list[CollectingWindow] = []

    def open(self) -> None:
        """Show the window 汇总 as it was left."""
        window = self.windows[-1] if self.windows else self._new()
        was_closed = not window.isVisible()
        _bring_forward(window)
        if was_closed:
            window.set_file.reopen()

    def open_path(self, path: Path) -> bool:
        """Show a collection's own file there; False for any other kind of file."""
        from reportdesk.collect import is_set_file

        if not is_set_file(path):
            return False
        window = self._showing(path)
        if window is None:
            window = next((each for each in self.windows if each.is_unused), None) or self._new()
            _bring_forward(window)
            window.set_file.open_path(path)
        else:
            _bring_forward(window)
        return True

    def offer_at_start(self, parent: QMainWindow) -> str:
        """Offer decisions that were not saved and whose program is gone; say what is left out."""
        from reportdesk.project.kept.snapshot import RECOVERY, SET_SNAPSHOT

        if not any((profile_folder() / RECOVERY).glob(f"*{SET_SNAPSHOT}")):
            return ""
        # Late: a start that has nothing to offer loads none of it.
        from reportdesk.collect.keeping import SetSnapshots

        snapshots = SetSnapshots()
        look = partial(snapshots.offered, _MOST_AT_START)
        try:
            found = run_slowly(parent, "正在查看有没有没保存的汇总…", look)
        except GivenUp:
            return "没有看完有没有没保存的汇总，它们都还在，下次打开程序再问"
        for snapshot in found.snapshots:
            path = snapshot.origin.path
            which = f"“{path.name}”" if path else "一份从没有保存过的汇总"
            what = f"上次意外中断，{which}里的决定没有来得及保存，都还在"
            taken = f"最后改动：{snapshot.origin.taken.astimezone():%Y-%m-%d %H:%M:%S}"
            answer = questions.choose(
                parent, what, taken, ["打开", "不要了"], stay="以后再说", first_is_safe=True
            )
            if answer == 0:
                self._recover(snapshot)
            elif answer == 1:
                snapshots.decline(snapshot)
        return found.words

    def _recover(self, snapshot: SetSnapshot) -> None:
        """Show decisions that outlived their program; the snapshot stays until there is another."""
        from reportdesk.collect.session import Session

        window = next((each for each in self.windows if each.is_unused), None) or self._new()
        _bring_forward(window)
        window.set_file.show_recovered(
            Session(snapshot.settings, snapshot.path, snapshot.stamp, saved=snapshot.saved)
        )
        if window.keeper.keep_now():
            snapshot.file.unlink(missing_ok=True)
        window.tell("已找回没保存的决定，请核对后保存")

    def may_leave(self) -> bool:
        """Tell whether the program may end: every window 汇总 closes unless a decision would be lost."""
        return all(window.close() for window in self.windows if window.isVisible())

    def _showing(self, path: Path) -> CollectingWindow | None:
        """Return the window of a collection's file."""
        by_path = {each.session.path: each for each in self.windows if each.session.path is not None}
        if not by_path:
            return None
        front = self.windows[-1]
        same = run_or_tell(front, "正在打开…", lambda: the_same_file(path, by_path))
        return by_path.get(same) if same is not None else None

    def _new(self) -> CollectingWindow:
        from reportdesk.gui.collecting.window import CollectingWindow

        window = CollectingWindow(parent=None)
        window.report_asked.connect(lambda name: self._open_report(window, name))
        window.desk_asked.connect(self._open_file)
        window.used.connect(self._remember)
        window.opener = self.open_path
        window.as_left.take_place()
        self.windows.append(window)
        return window

    def show_unit(self, window: Shell, file: str) -> None:
        """Show a unit's report, named from where the government's report of a window lies."""
        from reportdesk.collect.incoming.sources import load_named

        document = window.document
        if document is None:
            return
        if document.path is None:
            what = "这份报告还没有保存，找不到各单位的文件"
            questions.tell_error(window, FileError(what, remedy="请打开汇总写出的那个文件"))
            return
        path = document.path.parent / file
        self._show_report(window, lambda: load_named(path))

    def _open_report(self, collecting: CollectingWindow, name: str) -> None:
        """Show a file of the collection; nobody can type there."""
        session = collecting.session
        self._show_report(collecting, lambda: session.load(name))

    def _show_report(self, parent: QMainWindow, load: Callable[[], Source]) -> None:
        from reportdesk.document import ShownDocument
        from reportdesk.readers.apart.apart import ApartReading

        def read() -> Document:
            source = load()
            document = ShownDocument(ApartReading(source.path, source=source).result().report)
            _ = document.findings
            return document

        document = run_or_tell(parent, "正在读取…", read)
        if document is not None:
            self._open_copy(document)


def _bring_forward(window: CollectingWindow) -> None:
    window.show()
    window.raise_()
    window.activateWindow()
