"""The collection's own file in the window 汇总: opened and held, saved, brought back from a backup."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFileDialog, QInputDialog

from reportdesk.collect.session import Session
from reportdesk.gui.collecting.asking import ask_for_output, home_of
from reportdesk.gui.collecting.shell import CollectingShell
from reportdesk.gui.qt import questions
from reportdesk.gui.qt.background import run_or_tell
from reportdesk.gui.qt.file_dialogs import note_folder
from reportdesk.gui.qt.questions import Answer
from reportdesk.gui.safekeeping.file_hold import FileHold, hold, hold_to_save
from reportdesk.project import SET_SUFFIX
from reportdesk.project.errors import Damaged


class SetFile(QObject):
    """The file of a window's collection; nothing unsaved is lost unless the collector says so."""

    #: The collection's file is as it is here: it was opened or saved just now.
    settled = Signal()

    def __init__(self, window: CollectingShell) -> None:
        """Act for a window."""
        super().__init__(window)
        self._window = window
        self._hold: FileHold | None = None
        self._left: Path | None = None

    def open(self) -> None:
        """Ask for a collection's file and show it."""
        kinds = f"汇总文件 (*{SET_SUFFIX})"
        name, _ = QFileDialog.getOpenFileName(
            self._window, "打开汇总文件", home_of(self._window, SET_SUFFIX), kinds
        )
        if name:
            note_folder(SET_SUFFIX, Path(name).parent)
            self._window.open_set(Path(name))

    @property
    def is_read_only(self) -> bool:
        """Tell whether the collection's file was opened to be read only."""
        return self._hold is not None and self._hold.is_read_only

    def open_path(self, path: Path) -> None:
        """Show the collection that a file holds, and hold the file; to be read only where somebody has it."""
        if not self.may_leave():
            return
        session = run_or_tell(self._window, "正在打开…", lambda: self._opened(path))
        held = self._held(path) if session is not None else None
        if session is not None and held is not None:
            self._hold_another(held)
            self._window.show_session(session)
            self._window.note_used(path)
            self.settled.emit()

    def show_recovered(self, session: Session) -> None:
        """Show decisions that outlived their program, in their file where it still is what they grew from."""
        held = self._held(session.path) if session.path is not None else None
        if held is None:
            session.path = session.stamp = None
        else:
            self._hold_another(held)
        self._window.show_session(session)
        self.settled.emit()

    def look_into_backups(self) -> None:
        """Ask for a version saved before, and take its decisions back as one step of undo."""
        session, backups = self._window.session, self._window.keeper.backups
        kept = backups.of(session.path) if session.path is not None else []
        if session.path is None or not kept:
            self._window.tell("这个汇总文件还没有备份，每次保存都留一份")
            return
        path, names = session.path, [f"{one.taken:%Y-%m-%d %H:%M:%S}　第 {one.rev} 次保存" for one in kept]
        name, is_meant = QInputDialog.getItem(self._window, "恢复备份", "恢复到", names, 0, False)
        if not is_meant:
            return
        chosen = kept[names.index(name)]
        settings = run_or_tell(self._window, "正在打开…", lambda: backups.settings_of(chosen, path))
        if settings is not None:
            session.restore(settings)
            self._window.show_all()
            self._window.read()
            self._window.tell("已恢复到选中的版本，可以撤销")

    def save(self) -> bool:
        """Save to the collection's own file; tell whether it is saved."""
        path = self._window.session.path
        return self._save(path) if path and not self.is_read_only else self.save_as()

    def save_as(self) -> bool:
        """Ask where to, and save there; tell whether it is saved."""
        path = ask_for_output(self._window, "保存汇总文件", "汇总", SET_SUFFIX)
        return path is not None and self._save(path)

    def may_leave(self) -> bool:
        """Tell whether the collection may go; ask where decisions are unsaved."""
        session = self._window.session
        if not session.is_dirty:
            return True
        name = session.path.name if session.path else "新的汇总"
        was_saved = session.path is not None
        answer = questions.ask_about_unsaved(
            self._window, name, "关闭", was_saved=was_saved, what=questions.COLLECTION
        )
        return self.save() if answer is Answer.SAVE else answer is Answer.DISCARD

    def release(self) -> None:
        """Let go of the collection's file."""
        if self._hold is not None:
            self._hold.release()
            self._hold = None

    def leave(self) -> None:
        """Let go of the file of a collection that is closed."""
        self._left = self._window.session.path
        self.release()

    def reopen(self) -> None:
        """Open again what was closed, from its file; decisions that were not wanted are gone."""
        left, self._left = self._left, None
        if left is not None:
            self.open_path(left)

    def _save(self, path: Path) -> bool:
        """Save to a file that is held, or is taken now; tell whether it is saved."""
        session, held = self._window.session, self._hold
        is_ours = held is not None and held.is_of(path) and not held.is_read_only

        def save() -> FileHold:
            taken = held if is_ours and held is not None else hold_to_save(path)
            self._window.keeper.backing_up.finish()
            try:
                session.save(path)
            except BaseException:
                if taken is not held:
                    taken.release()
                raise
            return taken

        taken = run_or_tell(self._window, "正在保存…", save)
        if taken is not None:
            self._hold_another(taken)
            self._window.keeper.saved(path)
            self._window.note_used(path)
            self.settled.emit()
        self._window.show_all()
        return taken is not None

    def _held(self, path: Path) -> FileHold | None:
        """Return how a file is held, taken now unless it is; None if it is better left alone."""
        is_ours = self._hold is not None and self._hold.is_of(path) and not self._hold.is_read_only
        return self._hold if is_ours else hold(self._window, path)

    def _hold_another(self, held: FileHold) -> None:
        if held is not self._hold:
            self.release()
        self._hold = held

    def _opened(self, path: Path) -> Session:
        """Open a collection's file; a damaged one names the newest good copy, from the ring too."""
        try:
            return Session.of(path)
        except Damaged as error:
            kept = self._window.keeper.backups.newest_good(path)
            if error.backup is None and kept is not None:
                error.backup = kept.file
                error.remedy = f"备份完好：{kept.file}，把它复制成另一个 {SET_SUFFIX} 文件再打开"
            raise
