"""What the window 汇总 shows before anything is read: the steps, what is chosen, how far reading is."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QFrame, QGridLayout, QLabel, QProgressBar, QPushButton, QVBoxLayout, QWidget

from reportdesk.collect.kept import Settings
from reportdesk.gui.look.theme import interface_font

_WIDTH_PX = 640
_SPACE_PX = 12


class BeginPage(QWidget):
    """Steps with a button each; under them, while files are read for the first time, how far that is."""

    def __init__(self, steps: Sequence[QAction], parent: QWidget | None = None) -> None:
        """Offer the folder of reports, the roster, last year's sum, and a collection saved before."""
        super().__init__(parent)
        self.heading = QLabel("汇总各单位的年报", self)
        self.heading.setFont(interface_font(180))
        self.promise = QLabel("收来的文件只读，不改、不移、不删。", self)
        self.remarks: list[QLabel] = []
        self.buttons: list[QPushButton] = []
        self.progress = QProgressBar(self)
        self.progress.setAccessibleName("读取")
        self.progress.hide()
        self._lay_out(steps)
        self.setFocusProxy(self.buttons[0])

    def show_settings(self, settings: Settings) -> None:
        """Say of each step what is chosen, or what it is for."""
        folders = "、".join(path.name or str(path) for path in settings.paths)
        roster, last = (_named(path) for path in (settings.roster, settings.last))
        for label, words in zip(
            self.remarks,
            (
                f"✓ {folders}" if folders else "放报告的文件夹，也可以直接拖进来；以后放进去的会自己读",
                roster or "Excel 或 .csv；没有名单的，读到的单位都算",
                last or "上年的汇总表或政府报告，用来核对结转；可以不选",
                "接着上次保存的做",
            ),
            strict=True,
        ):
            label.setText(words)

    def show_progress(self, done: int, of: int) -> None:
        """Say how many files are read, of how many; 0 of 0 while they are counted."""
        self.progress.setRange(0, of)
        self.progress.setValue(done)
        self.progress.setFormat(f"正在读取 {done}/{of}" if of else "正在读取")
        self.progress.show()

    def rest(self) -> None:
        """Say nothing more of reading."""
        self.progress.hide()

    def _lay_out(self, steps: Sequence[QAction]) -> None:
        frame = QFrame(self)
        frame.setFixedWidth(_WIDTH_PX)
        column = QVBoxLayout(frame)
        column.setSpacing(_SPACE_PX)
        column.addWidget(self.heading)
        column.addWidget(self.promise)
        rows = QGridLayout()
        rows.setColumnStretch(1, 1)
        rows.setHorizontalSpacing(_SPACE_PX)
        rows.setVerticalSpacing(_SPACE_PX)
        for row, step in enumerate(steps):
            button, remark = QPushButton(step.text(), frame), QLabel(frame)
            button.clicked.connect(step.trigger)
            remark.setTextFormat(Qt.TextFormat.PlainText)
            remark.setWordWrap(True)
            rows.addWidget(button, row, 0)
            rows.addWidget(remark, row, 1)
            self.buttons.append(button)
            self.remarks.append(remark)
        column.addLayout(rows)
        column.addWidget(self.progress)
        whole = QVBoxLayout(self)
        whole.addStretch(1)
        whole.addWidget(frame, 0, Qt.AlignmentFlag.AlignHCenter)
        whole.addStretch(2)


def _named(path: Path | None) -> str:
    return f"✓ {path.name}" if path is not None else ""
