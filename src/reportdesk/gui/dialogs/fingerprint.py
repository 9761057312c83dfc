"""核对指纹: whether a paper, or a file, says what this report says."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialog, QWidget

from reportdesk.gui.forms.fingerprint import Ui_Fingerprint
from reportdesk.report.fingerprint import fingerprint, is_same
from reportdesk.report.model import Report


class FingerprintDialog(QDialog):
    """Compares what is typed; `file_wanted` asks for a file, whose report `compare_with` takes."""

    file_wanted = Signal()

    def __init__(self, report: Report, parent: QWidget | None = None) -> None:
        """Show a report's fingerprint."""
        super().__init__(parent)
        self.ui = Ui_Fingerprint()
        self.ui.setupUi(self)
        self._own = fingerprint(report)
        self.ui.own.setText(
            f"这份年报的指纹：{self._own}\n数、文字、标题有一处不同，指纹就不同；版式和落款不算。"
        )
        self.ui.typed.textChanged.connect(self._compare)
        self.ui.choose.clicked.connect(self.file_wanted)
        self.ui.typed.setFocus()

    def compare_with(self, path: Path, report: Report) -> None:
        """Say whether a file that was read has the same fingerprint."""
        other = fingerprint(report)
        self._say(other, f"“{path.name}”的指纹是 {other}")

    def _compare(self) -> None:
        typed = self.ui.typed.text().strip()
        letters = sum(map(str.isalnum, typed))
        if letters < len(self._own):
            self.ui.answer.setText(f"还差 {len(self._own) - letters} 个字" if typed else "")
        else:
            self._say(typed, f"纸上是 {typed}")

    def _say(self, other: str, what: str) -> None:
        if is_same(other, self._own):
            self.ui.answer.setText(f"✓ 相符。{what}，就是这份年报。")
        else:
            self.ui.answer.setText(
                f"✗ 不符。{what}，和这份年报的不一样：数、文字或标题有改动，或者不是同一份。"
            )
