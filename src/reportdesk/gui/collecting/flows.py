"""What the window 汇总 asks for and writes: folders, roster, its own file, workbook, report, letters."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog, QInputDialog

from reportdesk.collect.kept import SET_SUFFIX
from reportdesk.collect.outgoing.letters import missing_text, notice_text
from reportdesk.collect.outgoing.outputs import Outputs
from reportdesk.collect.session import Session
from reportdesk.gui.collecting.shell import CollectingShell
from reportdesk.gui.qt import questions
from reportdesk.gui.qt.background import run_or_tell
from reportdesk.gui.qt.questions import Answer
from reportdesk.project.disk.lock import DocumentLock, lock_document

_SHEETS = "名单 (*.xlsx *.csv)"
_LAST = "上年的汇总表、汇总文件或政府报告 (*.xlsx *.rdset *.rdesk *.docx *.html)"


class Flows:
    """The flows of a collecting window between its session and the disk."""

    def __init__(self, window: CollectingShell) -> None:
        """Act for a window."""
        self._window = window
        self._lock: DocumentLock | None = None

    def add_folder(self) -> None:
        """Ask for a folder of reports."""
        name = QFileDialog.getExistingDirectory(self._window, "选择收报告的文件夹")
        if name:
            self.add([Path(name)])

    def add_file(self) -> None:
        """Ask for files or zips."""
        names, _ = QFileDialog.getOpenFileNames(self._window, "选择报告或压缩包")
        if names:
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
        name, _ = QFileDialog.getOpenFileName(self._window, "选择单位名单", "", _SHEETS)
        if name:
            self._change("单位名单", roster=Path(name))

    def choose_last(self) -> None:
        """Ask for last year's sum."""
        name, _ = QFileDialog.getOpenFileName(self._window, "选择上年的汇总", "", _LAST)
        if name:
            self._change("上年汇总", last=Path(name))

    def choose_year(self) -> None:
        """Ask for the year; 0 is the one that most reports tell."""
        now = self._window.session.settings.year or date.today().year - 1  # noqa: DTZ011
        year, is_meant = QInputDialog.getInt(self._window, "报告年度", "汇总哪一年的报告", now, 2008, 9999)
        if is_meant:
            self._change("报告年度", year=year)

    def open(self) -> None:
        """Ask for a collection's file and show it."""
        name, _ = QFileDialog.getOpenFileName(self._window, "打开汇总文件", "", f"汇总文件 (*{SET_SUFFIX})")
        if name:
            self._window.open_set(Path(name))

    def open_path(self, path: Path) -> None:
        """Show the collection that a file holds, and take its lock."""
        if not self.may_leave():
            return
        session = run_or_tell(self._window, "正在打开…", lambda: Session.of(path))
        if session is not None and self._take_lock(path):
            self._window.show_session(session)

    def save(self) -> bool:
        """Save to the collection's own file; tell whether it is saved."""
        path = self._window.session.path
        return self._save(path) if path else self.save_as()

    def save_as(self) -> bool:
        """Ask where to, and save there; tell whether it is saved."""
        path = self._ask_out("保存汇总文件", "汇总", SET_SUFFIX)
        return path is not None and self._take_lock(path) and self._save(path)

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
        if self._lock is not None:
            self._lock.release()
            self._lock = None

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
        name = QFileDialog.getExistingDirectory(self._window, "退回修改、催报、通报写到哪个文件夹")
        if name:
            self._write(Outputs(letters=Path(name), force=True))

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
        session = self._window.session

        def save() -> bool:
            session.save(path)
            return True

        is_saved = bool(run_or_tell(self._window, "正在保存…", save))
        self._window.show_all()
        return is_saved

    def _take_lock(self, path: Path) -> bool:
        if self._lock is not None and self._lock.path == path and self._lock.is_held():
            return True
        lock = run_or_tell(self._window, "正在打开…", lambda: lock_document(path))
        if lock is None:
            return False
        self.release()
        self._lock = lock
        return True

    def _write(self, outputs: Outputs) -> None:
        session, collection = self._window.session, self._window.collection
        if collection is None or session.outcome is None:
            return
        last = session.outcome.order.last
        work: Callable[[], list[Path]] = lambda: list(outputs.write(collection, last))  # noqa: E731
        written = run_or_tell(self._window, "正在写…", work)
        if written:
            self._window.tell(f"已写入 {written[0]}")

    def _title(self) -> str:
        collection = self._window.collection
        return f"{collection.organ}{collection.year}年汇总" if collection else "汇总"

    def _ask_out(self, title: str, name: str, suffix: str) -> Path | None:
        chosen, _ = QFileDialog.getSaveFileName(self._window, title, f"{name}{suffix}", f"*{suffix}")
        if not chosen:
            return None
        path = Path(chosen)
        return path if path.suffix.lower() == suffix else path.with_name(path.name + suffix)
