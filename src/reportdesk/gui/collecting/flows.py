"""What the window 汇总 asks for and writes: folders, roster, its own file, workbook, report, letters."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog, QInputDialog

from reportdesk.collect.kept import SET_SUFFIX
from reportdesk.collect.outgoing.letters import letters_in, missing_text, notice_text
from reportdesk.collect.outgoing.outputs import Outputs
from reportdesk.collect.session import Session
from reportdesk.gui.collecting.shell import CollectingShell
from reportdesk.gui.qt import questions
from reportdesk.gui.qt.background import run_or_tell
from reportdesk.gui.qt.file_dialogs import ask_out, file_name, last_folder, note_folder
from reportdesk.gui.qt.questions import Answer
from reportdesk.gui.safekeeping.file_hold import FileHold, hold, hold_to_save
from reportdesk.project.errors import Damaged

#: So many letters are named in a question.
_FEW = 3
_SHEETS = "名单 (*.xlsx *.csv)"
_LAST = "上年的汇总表、汇总文件或政府报告 (*.xlsx *.rdset *.rdesk *.docx *.html)"


class Flows:
    """The flows of a collecting window between its session and the disk."""

    def __init__(self, window: CollectingShell) -> None:
        """Act for a window."""
        self._window = window
        self._hold: FileHold | None = None

    def add_folder(self) -> None:
        """Ask for a folder of reports."""
        name = QFileDialog.getExistingDirectory(self._window, "选择收报告的文件夹", self._home("collect"))
        if name:
            note_folder("collect", Path(name))
            self.add([Path(name)])

    def add_file(self) -> None:
        """Ask for files or zips."""
        names, _ = QFileDialog.getOpenFileNames(self._window, "选择报告或压缩包", self._home("collect"))
        if names:
            note_folder("collect", Path(names[0]).parent)
            self.add([Path(name) for name in names])

    def add(self, paths: Sequence[Path]) -> None:
        """Take paths into the collection; a collection's own file is opened instead."""
        sets = [path for path in paths if path.suffix.lower() == SET_SUFFIX]
        for path in sets:
            self._window.open_set(path)
        if sets:
            return
        known = self._window.session.settings.paths
        new = tuple(path for path in paths if path not in known)
        self._window.session.change("添加文件夹", paths=(*known, *new))
        self._window.show_all()
        self._window.read()

    def choose_roster(self) -> None:
        """Ask for the roster."""
        name, _ = QFileDialog.getOpenFileName(self._window, "选择单位名单", self._home("roster"), _SHEETS)
        if name:
            note_folder("roster", Path(name).parent)
            self._change("单位名单", roster=Path(name))

    def choose_last(self) -> None:
        """Ask for last year's sum."""
        name, _ = QFileDialog.getOpenFileName(self._window, "选择上年的汇总", self._home("last"), _LAST)
        if name:
            note_folder("last", Path(name).parent)
            self._change("上年汇总", last=Path(name))

    def choose_year(self) -> None:
        """Ask for the year; 0 is the one that most reports tell."""
        now = self._window.session.settings.year or date.today().year - 1  # noqa: DTZ011
        year, is_meant = QInputDialog.getInt(self._window, "报告年度", "汇总哪一年的报告", now, 2008, 9999)
        if is_meant:
            self._change("报告年度", year=year)

    def open(self) -> None:
        """Ask for a collection's file and show it."""
        kinds = f"汇总文件 (*{SET_SUFFIX})"
        name, _ = QFileDialog.getOpenFileName(self._window, "打开汇总文件", self._home(SET_SUFFIX), kinds)
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

    def show_recovered(self, session: Session) -> None:
        """Show decisions that outlived their program, in their file where it still is what they grew from."""
        held = self._held(session.path) if session.path is not None else None
        if held is None:
            session.path = session.stamp = None
        else:
            self._hold_another(held)
        self._window.show_session(session)

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
        path = self._ask_out("保存汇总文件", "汇总", SET_SUFFIX)
        return path is not None and self._save(path)

    def may_leave(self) -> bool:
        """Tell whether the collection may go; ask where decisions are unsaved."""
        session = self._window.session
        if not session.is_dirty:
            return True
        name = session.path.name if session.path else "新的汇总"
        answer = questions.ask_about_unsaved(self._window, name, "关闭", was_saved=session.path is not None)
        return self.save() if answer is Answer.SAVE else answer is Answer.DISCARD

    def release(self) -> None:
        """Let go of the collection's file."""
        if self._hold is not None:
            self._hold.release()
            self._hold = None

    def write_workbook(self) -> None:
        """Ask where to, and write the workbook."""
        path = self._ask_out("写汇总表", self._title(), ".xlsx")
        if path:
            self._write(Outputs(workbook=path, force=True))

    def write_report(self) -> None:
        """Ask where to, and write the government's report or bring the one there up to date."""
        path = self._ask_out("写政府报告（已有的只更新数，文字不动）", self._title(), ".rdesk")
        if path:
            self._write(Outputs(report=path, force=True))

    def write_letters(self) -> None:
        """Ask for a folder, and write the letters into it."""
        title = "退回修改、催报、通报写到哪个文件夹"
        name = QFileDialog.getExistingDirectory(self._window, title, self._home("letters"))
        if name:
            folder = Path(name)
            note_folder("letters", folder)
            if self._may_fill(folder):
                self._write(Outputs(letters=folder, force=True))

    def copy_missing(self) -> None:
        """Put who is missing on the clipboard."""
        if self._window.collection is not None:
            QGuiApplication.clipboard().setText(missing_text(self._window.collection))
            self._window.tell("已复制催报的文字")

    def copy_notice(self) -> None:
        """Put the units by problem on the clipboard."""
        if self._window.collection is not None:
            QGuiApplication.clipboard().setText(notice_text(self._window.collection))
            self._window.tell("已复制通报的文字")

    def _change(self, name: str, **changes: object) -> None:
        self._window.session.change(name, **changes)
        self._window.show_all()
        self._window.read()

    def _save(self, path: Path) -> bool:
        """Save to a file that is held, or is taken now; tell whether it is saved."""
        session, held = self._window.session, self._hold
        is_ours = held is not None and held.is_of(path) and not held.is_read_only

        def save() -> FileHold:
            taken = held if is_ours and held is not None else hold_to_save(path)
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

    def _write(self, outputs: Outputs) -> None:
        session, collection = self._window.session, self._window.collection
        if collection is None or session.outcome is None:
            return
        last = session.outcome.order.last
        work: Callable[[], list[Path]] = lambda: list(outputs.write(collection, last))  # noqa: E731
        written = run_or_tell(self._window, "正在写…", work)
        if written:
            self._window.tell(f"已写入 {written[0]}")

    def _may_fill(self, folder: Path) -> bool:
        """Ask where letters lie already, which somebody may have gone on writing; tell whether to go on."""
        try:
            there = letters_in(folder)
        except OSError:
            return True
        few = "、".join(there[:_FEW]) + ("等" if len(there) > _FEW else "")
        what, details = f"文件夹里已经有 {len(there)} 份通知", f"{folder}\n{few}。同名的会换成新的。"
        return not there or questions.ask(self._window, what, details, "覆盖")

    def _title(self) -> str:
        collection = self._window.collection
        return f"{collection.organ}{collection.year}年汇总" if collection else "汇总"

    def _home(self, kind: str) -> str:
        """Return where a dialog begins: beside the collection's file, or where the last of its kind was."""
        path = self._window.session.path
        return str(last_folder(kind, path.parent if path is not None else None))

    def _ask_out(self, title: str, name: str, suffix: str) -> Path | None:
        return ask_out(self._window, title, Path(self._home(suffix)) / f"{file_name(name)}{suffix}", suffix)
