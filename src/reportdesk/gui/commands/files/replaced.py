"""The open file replaced or taken away by somebody else: said when it happens, with what to do."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reportdesk.gui.desk.bars.replaced_notice import SAVE_MINE_AS, TAKE_THEIRS, ReplacedNotice
from reportdesk.logbook import log

if TYPE_CHECKING:
    from reportdesk.document import Document
    from reportdesk.gui.desk.bars.notices import NoticeChoice
    from reportdesk.gui.safekeeping.file_watch import FileSeen
    from reportdesk.gui.shell import Shell
    from reportdesk.project.format.project_bytes import ProjectFile


class ReplacedCommands:
    """Says what became of the file of a window, and does what the clerk says."""

    def __init__(self, window: Shell) -> None:
        """Act for a window."""
        self._window = window
        self._notice = ReplacedNotice(window.notices)
        window.file_watch.seen.connect(self.tell)

    def tell(self, seen: FileSeen) -> None:
        """Say what became of the file; nothing stands any more where it is as it was."""
        document = self._window.document
        if document is None or document.path is None or seen.fate == "same":
            self.drop()
            return
        log("file.replaced", fate=seen.fate, readable=seen.project is not None)
        name = document.path.name
        save_as: NoticeChoice = ("另存为…", self._window.save_as)
        if seen.fate == "gone":
            self._notice.tell_gone(name, "打开的内容", save_as, ("照原样存回去", self._window.save))
        elif seen.project is None:
            self._notice.tell_unreadable(name, seen.trouble, save_as)
        else:
            self._tell_saved(document, name, seen.project)

    def drop(self) -> None:
        """Say nothing more of the file."""
        self._notice.drop()

    def _tell_saved(self, document: Document, name: str, theirs: ProjectFile) -> None:
        from reportdesk.gui.dialogs.versions.differing import count_differences

        counted = count_differences(document.report, theirs.report)
        self._notice.tell_saved(
            name,
            f"，与这里的有 {counted} 不同" if counted else "，内容与这里的一样",
            ("比较…", lambda: self._compare(theirs)),
            (TAKE_THEIRS, lambda: self._take(theirs)),
            (SAVE_MINE_AS, self._window.save_as),
        )

    def _compare(self, theirs: ProjectFile) -> None:
        from reportdesk.gui.dialogs.outcome import tell_outcome
        from reportdesk.gui.dialogs.versions.differing import list_differences

        document = self._window.document
        if document is not None and self._window.desk.finish_editing():
            lead = "下面是这里打开的与刚被别人保存的不同的地方；看过以后可以改用新的，或另存自己的。"
            lines = list(list_differences(document.report, theirs.report))
            tell_outcome(self._window, "与新保存的比较", lead, lines or ["没有不同"])

    def _take(self, theirs: ProjectFile) -> None:
        """Show what the file holds now; what was unsaved here is kept aside for 30 days."""
        from reportdesk.document import Document

        window, document = self._window, self._window.document
        if document is None or document.path is None or not window.desk.finish_editing():
            return
        was_dirty = document.is_dirty
        if was_dirty:
            window.autosaver.set_aside()
        self.drop()
        window.replace_document(Document(theirs.report, document.path, theirs.stamp))
        kept = "；您没保存的内容可从“文件”菜单找回" if was_dirty else ""
        window.status.tell(f"已改用新保存的{kept}")
