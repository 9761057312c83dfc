"""A collection's own file replaced or taken away by somebody else: said when it happens, with what to do."""

from __future__ import annotations

from reportdesk.collect.kept import read_set
from reportdesk.gui.collecting.set_file import SetFile
from reportdesk.gui.collecting.shell import CollectingShell
from reportdesk.gui.desk.bars.notices import NoticeChoice
from reportdesk.gui.desk.bars.replaced_notice import SAVE_MINE_AS, TAKE_THEIRS, ReplacedNotice
from reportdesk.gui.qt.background import run_or_tell
from reportdesk.gui.safekeeping.file_watch import FileSeen, FileWatch

#: What is still here, whatever became of the file.
_KEPT = "这里的决定"


class ReplacedSet:
    """Looks after the file of a window's collection."""

    def __init__(self, window: CollectingShell, set_file: SetFile) -> None:
        """Act for a window; saving as another file is the file's own way."""
        self._window, self._set_file = window, set_file
        self._notice = ReplacedNotice(window.notices)
        self.watch = FileWatch(window)
        self.watch.seen.connect(self.tell)
        set_file.settled.connect(self.follow)

    def follow(self) -> None:
        """Look after the file as it was read or saved just now; nothing that was said of it stands."""
        self.watch.follow(self._window.session)
        self._notice.drop()

    def finish(self) -> None:
        """Look after no file any more."""
        self.watch.follow(None)
        self._notice.drop()

    def tell(self, seen: FileSeen) -> None:
        """Say what became of the file."""
        path = self._window.session.path
        save_as: NoticeChoice = (SAVE_MINE_AS, self._set_file.save_as)
        if path is None or seen.fate == "same":
            self._notice.drop()
        elif seen.fate == "gone":
            self._notice.tell_gone(path.name, _KEPT, save_as)
        else:
            self._notice.tell_saved(path.name, f"；{_KEPT}都还在", (TAKE_THEIRS, self._take), save_as)

    def _take(self) -> None:
        """Show what the file holds now, as a step of undo."""
        session, path = self._window.session, self._window.session.path
        if path is None:
            return
        kept = run_or_tell(self._window, "正在打开…", lambda: read_set(path))
        if kept is not None:
            session.take_theirs(kept)
            self.follow()
            self._window.show_all()
            self._window.read()
            self._window.tell("已改用新保存的，可以撤销")
