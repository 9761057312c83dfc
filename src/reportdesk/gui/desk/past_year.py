"""A line above a report of a past year: was it opened to begin this year's from it, or to be looked at?"""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QSizePolicy, QWidget

from reportdesk.report.model import Report

_KINDS = {
    ".rdesk": "年报文件",
    ".json": "数据文件",
    ".docx": "Word 文件",
    ".doc": "Word 文件",
    ".wps": "WPS 文件",
    ".xlsx": "Excel 文件",
    ".pdf": "PDF",
    ".txt": "文本文件",
    ".htm": "网页",
    ".html": "网页",
    ".mht": "网页",
}


class PastYearBar(QFrame):
    """Asks once, without being in the way: the report can be looked at and changed meanwhile."""

    begin_asked = Signal()
    let_be = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        """Ask nothing yet."""
        super().__init__(parent)
        self.setObjectName("past_year")
        self.words = QLabel(textFormat=Qt.TextFormat.PlainText)
        self.words.setWordWrap(True)
        self.words.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.begin = QPushButton()
        self.begin.clicked.connect(self.begin_asked)
        self.look = QPushButton("只是看看、修改")
        self.look.clicked.connect(self._let_be)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(12, 6, 12, 6)
        layout.setSpacing(8)
        layout.addWidget(self.words, 1)
        layout.addWidget(self.begin)
        layout.addWidget(self.look)
        self.file: Path | None = None
        self.setFocusProxy(self.begin)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self.hide()

    def ask(self, report: Report, file: Path, year: int) -> None:
        """Say what a file is, and offer to begin the report for `year` from it."""
        self.file = file
        kind = _KINDS.get(file.suffix.lower(), "文件")
        organ = f"{report.organ} " if report.organ else ""
        self.words.setText(f"这是{organ}{report.year} 年度的年报（{kind}“{file.name}”）。")
        self.begin.setText(f"从它开始 {year} 年度")
        self.begin.setToolTip("结转数和文字带过去，其余留空；这份文件不动")
        self.show()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let Escape leave the report as it is."""
        if event.key() == Qt.Key.Key_Escape:
            self._let_be()
        else:
            super().keyPressEvent(event)

    def _let_be(self) -> None:
        self.hide()
        self.let_be.emit()
