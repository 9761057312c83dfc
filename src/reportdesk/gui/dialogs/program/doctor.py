"""本机体检: how this machine is, on a page to copy or save for whoever looks after it."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QStandardPaths
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QWidget

from reportdesk.doctor.item import Item
from reportdesk.doctor.page import machine_summary, page_text
from reportdesk.errors import ReportDeskError
from reportdesk.gui.forms.doctor import Ui_Doctor
from reportdesk.gui.qt import questions
from reportdesk.gui.qt.file_dialogs import ask_out
from reportdesk.project.disk.safe_write import safe_write

_NAME = "reportdesk-体检.txt"


class DoctorDialog(QDialog):
    """Shows the page; Ctrl+A and Ctrl+C work in it as everywhere."""

    def __init__(self, items: Sequence[Item], parent: QWidget | None = None) -> None:
        """Show what was found."""
        super().__init__(parent)
        self.ui = Ui_Doctor()
        self.ui.setupUi(self)
        self._text = page_text(items)
        self.ui.lead.setText(
            f"{machine_summary(items)}。\n遇到问题时，可以把这一页发给信息化部门；里面没有年报的内容。"
        )
        self.ui.page.setPlainText(self._text)
        self.ui.copy.clicked.connect(self._copy)
        self.ui.save.clicked.connect(self._save)
        self.ui.ok.setFocus()

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self._text)
        self.ui.outcome.setText("已复制，可以粘贴到邮件或聊天里")

    def _save(self) -> None:
        home = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        path = ask_out(self, "保存体检结果", Path(home) / _NAME, ".txt")
        if path is None:
            return
        try:
            # With a mark of its encoding: the notepad of an older Windows takes it for another otherwise.
            safe_write(path, self._text.replace("\n", "\r\n").encode("utf-8-sig"), keep_backup=False)
        except ReportDeskError as error:
            questions.tell_error(self, error)
        else:
            self.ui.outcome.setText(f"已保存到 {path.name}")
