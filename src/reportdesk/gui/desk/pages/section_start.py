"""A quiet line above a section that nobody has begun: what may stand there, one press away."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QSizePolicy, QWidget


class SectionStart(QWidget):
    """Offers the sub-headings of an empty section, and the sentences that the figures give."""

    begin_asked = Signal()
    sentence_asked = Signal()

    def __init__(self, subheads: int, parent: QWidget | None = None) -> None:
        """Stand above an editor; a section without sub-headings has none to offer."""
        super().__init__(parent)
        self._subheads = subheads
        self.words = QLabel("这一部分还没有写。")
        self.words.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.begin = QPushButton()
        self.begin.clicked.connect(self.begin_asked)
        self.sentence = QPushButton("按表中数字写的句子…")
        self.sentence.clicked.connect(self.sentence_asked)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(12, 4, 8, 4)
        layout.setSpacing(8)
        layout.addWidget(self.words, 1)
        layout.addWidget(self.begin)
        layout.addWidget(self.sentence)

    def offer(self, sentences: int, *, has_sentences: bool) -> None:
        """Say how many sentences the figures give now; `has_sentences` that the section may have some."""
        also = f"和 {sentences} 句表中的数" if sentences else ""
        self.begin.setText(f"放入 {self._subheads} 个小标题{also}")
        self.begin.setVisible(bool(self._subheads))
        self.sentence.setVisible(has_sentences)
