"""A quiet line above a table that nobody has begun: was there nothing this year? One step fills it in."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QSizePolicy, QToolButton, QWidget


class NilOffer(QWidget):
    """Offers to say in one step that there were no requests and no disputes; it can be put away."""

    asked = Signal()
    declined = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        """Stand above a table, hidden until somebody shows it."""
        super().__init__(parent)
        words = QLabel("今年没有收到申请、也没有复议诉讼？可以一步填好，先看会做什么。")
        words.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        ask = QPushButton("看看会做什么…")
        ask.clicked.connect(self.asked)
        decline = QToolButton(autoRaise=True)
        decline.setText("×")
        decline.setToolTip("不需要，收起这一行")
        decline.setAccessibleName("收起这一行")
        decline.clicked.connect(self.declined)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(12, 4, 8, 4)
        layout.setSpacing(12)
        layout.addWidget(words, 1)
        layout.addWidget(ask)
        layout.addWidget(decline)
        self.hide()
