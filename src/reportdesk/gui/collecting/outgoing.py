"""What the window 汇总 writes of a collection: workbook, government's report, letters, texts to send."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import QFileDialog

from reportdesk.collect.outgoing.letters import letters_in, missing_text, notice_text
from reportdesk.collect.outgoing.outputs import Outputs
from reportdesk.collect.run import Run
from reportdesk.gui.collecting.asking import ask_for_output, home_of
from reportdesk.gui.collecting.shell import CollectingShell
from reportdesk.gui.desk.bars.notices import NoticeChoice
from reportdesk.gui.qt import questions
from reportdesk.gui.qt.background import run_or_tell
from reportdesk.gui.qt.file_dialogs import note_folder
from reportdesk.project import PROJECT_SUFFIX
from reportdesk.project.disk.safe_write import backup_of

#: So many letters are named in a question.
_FEW = 3
#: The notice that something was written.
_WRITTEN = "written"


class Outgoing:
    """Asks where to, and writes there; or puts words on the clipboard."""

    def __init__(self, window: CollectingShell) -> None:
        """Act for a window."""
        self._window = window

    def write_workbook(self) -> None:
        """Ask where to, and write the workbook."""
        path = ask_for_output(self._window, "写汇总表", self._title(), ".xlsx")
        if path:
            self._write(Outputs(workbook=path, force=True))

    def write_report(self) -> None:
        """Ask where to, and write the government's report or bring the one there up to date."""
        path = ask_for_output(
            self._window, "写政府报告（已有的只更新数，文字不动）", self._title(), PROJECT_SUFFIX
        )
        if path:
            self._write(Outputs(report=path, force=True))

    def write_letters(self) -> None:
        """Ask for a folder, and write the letters into it."""
        title = "退回修改、催报、通报写到哪个文件夹"
        name = QFileDialog.getExistingDirectory(self._window, title, home_of(self._window, "letters"))
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

    def finish(self) -> None:
        """Say no longer what was written."""
        self._window.notices.drop(_WRITTEN)

    def _write(self, outputs: Outputs) -> None:
        session, collection = self._window.session, self._window.collection
        if collection is None or session.outcome is None:
            return
        last = session.outcome.order.last
        sources = Run(session.settings).sources

        def write() -> list[Path]:
            outputs.refuse_existing(sources)
            return list(outputs.write(collection, last))

        is_replaced = any(path.is_file() for path in outputs.paths)
        written = run_or_tell(self._window, "正在写…", write)
        if written:
            self._tell_written(written[0], is_report=outputs.report is not None, is_replaced=is_replaced)

    def _tell_written(self, path: Path, *, is_report: bool, is_replaced: bool) -> None:
        """Say where it is, what became of the file that was there, and offer to open it."""
        notices, words = self._window.notices, f"已写入 {path}"
        if is_replaced and is_report:
            words += "；原来的文字没有动，只更新了数"
        elif is_replaced:
            words += f"；原来的换成了新的，上一份留作“{backup_of(path).name}”"
        folder = path if path.is_dir() else path.parent
        choices: list[NoticeChoice] = [("打开文件夹", lambda: self._open(folder))]
        if is_report:
            choices.insert(0, ("打开年报", lambda: self._window.desk_asked.emit(path)))
        elif not path.is_dir():
            choices.insert(0, ("打开文件", lambda: self._open(path)))
        choices.append(("知道了", lambda: notices.drop(_WRITTEN)))
        notices.tell(_WRITTEN, words, choices, severity="hint")
        self._window.tell(f"已写入 {path}")

    def _open(self, path: Path) -> None:
        if not QDesktopServices.openUrl(QUrl.fromLocalFile(str(path))):
            self._window.tell(f"打不开；在 {path}")

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
