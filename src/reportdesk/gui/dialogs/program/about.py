"""关于: what the program is, which form it knows, where it keeps things, what it is made of."""

from __future__ import annotations

import platform

from PySide6.QtCore import QLibraryInfo, QUrl
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import QDialog, QPlainTextEdit, QWidget

from reportdesk import __version__
from reportdesk.doctor.about import editions, licences
from reportdesk.gui.forms.about import Ui_About
from reportdesk.gui.qt.widgets.fitting import fit_to_screen
from reportdesk.logbook import log_file
from reportdesk.profile import make_private, portable_folder, profile_folder, settings_folder
from reportdesk.project.format.migrations import FORMAT


class AboutDialog(QDialog):
    """Shows two pages to read and copy; it changes nothing."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Show the facts of this program on this machine."""
        super().__init__(parent)
        self.ui = Ui_About()
        self.ui.setupUi(self)
        self.ui.lead.setText(
            f"政府信息公开年报 {__version__}\n填写、核对、导出政府信息公开工作年度报告。"
            "所有内容都留在这台电脑上，不使用网络。"
        )
        self.ui.facts.setPlainText(facts())
        self.ui.licences.setPlainText(licences())
        self.ui.tabs.setCurrentIndex(0)
        self.ui.copy.clicked.connect(self._copy)
        self.ui.folder.clicked.connect(self._open_folder)
        fit_to_screen(self)
        self.ui.ok.setFocus()

    def _copy(self) -> None:
        page = self.ui.tabs.currentWidget()
        assert isinstance(page, QPlainTextEdit)
        QGuiApplication.clipboard().setText(page.toPlainText())
        self.ui.outcome.setText("已复制")

    def _open_folder(self) -> None:
        folder = profile_folder()
        try:
            make_private(folder)
        except OSError:
            self.ui.outcome.setText("文件夹打不开")
            return
        if not QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder))):
            self.ui.outcome.setText("文件夹打不开")


def facts() -> str:
    """Return the page of facts, a heading and its lines each."""
    kept = "，便携方式" if portable_folder() is not None else ""
    parts = {
        "版本": [f"reportdesk {__version__}，年报文件格式 {FORMAT}"],
        "年报格式": list(editions()),
        f"资料放在哪里{kept}": [
            f"备份和没保存的内容：{profile_folder()}",
            f"窗口的设置、最近使用的列表：{settings_folder()}",
            f"日志：{log_file().parent}",
        ],
        "运行环境": [
            f"Python {platform.python_version()}",
            f"Qt {QLibraryInfo.version().toString()}",
            platform.platform(),
        ],
    }
    return "\n\n".join(
        "\n".join((heading, *(f"  {line}" for line in lines))) for heading, lines in parts.items()
    )
