"""What of a pasted block was not taken: which cell, what was pasted there, why; each leads to its cell."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QListWidgetItem, QWidget

from reportdesk.form.model import Form
from reportdesk.form.place import place_of
from reportdesk.gui.forms.outcome import Ui_Outcome
from reportdesk.gui.grid import PasteOutcome

#: Nobody reads on; every line is a row of a widget.
_MOST_LINES = 200


class PastedDialog(QDialog):
    """Stays open beside the work; `chosen` gives the key of a cell to go to."""

    chosen = Signal(str)

    def __init__(self, form: Form, outcome: PasteOutcome, parent: QWidget | None = None) -> None:
        """List what was not taken."""
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.ui = Ui_Outcome()
        self.ui.setupUi(self)
        self.setWindowTitle("粘贴的结果")
        lines = list(lines_left_out(form, outcome))
        leads = "。选中一行就到那一格" if any(key for _, key in lines) else ""
        self.ui.lead.setText(f"{outcome.summary}。下面这些没有照粘贴的写{leads}：")
        for words, key in lines[:_MOST_LINES]:
            item = QListWidgetItem(words, self.ui.list)
            item.setData(Qt.ItemDataRole.UserRole, key)
        self.ui.list.itemActivated.connect(self._choose)
        self.ui.list.itemClicked.connect(self._choose)
        self.ui.list.setFocus()

    def _choose(self, item: QListWidgetItem) -> None:
        if key := item.data(Qt.ItemDataRole.UserRole):
            self.chosen.emit(key)


def lines_left_out(form: Form, outcome: PasteOutcome) -> Iterator[tuple[str, str]]:
    """Yield a line for all that was not taken, with the key of its cell; "" where there is none."""
    for words in outcome.left_out:
        yield words, ""
    for refused in outcome.refused:
        yield f"{place_of(form, refused.key)}：{refused.reason}；原数未动", refused.key
    for differing in outcome.differing:
        total = f"是 {differing.total}" if differing.total else "还算不出"
        yield f"{place_of(form, differing.key)}：粘贴的是 {differing.pasted}，各项相加{total}", differing.key
    for key in outcome.kept:
        yield f"{place_of(form, key)}：粘贴的是空白，原来的数留着", key
    for text in outcome.beyond:
        yield f"“{text.strip()}”落在表外，没有写入", ""
