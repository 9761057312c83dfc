"""The question for an adjustment: how much, and why."""

from __future__ import annotations

from PySide6.QtWidgets import QDialog, QDialogButtonBox, QFormLayout, QLabel, QLineEdit, QWidget

from reportdesk.collect.counting.decisions import Adjustment
from reportdesk.form.formula import Number
from reportdesk.form.kinds import Kind, Refusal
from reportdesk.form.model import Form
from reportdesk.form.place import place_of


class AdjustingDialog(QDialog):
    """Asks by how much the sum of a cell is adjusted; a reason is needed."""

    def __init__(self, form: Form, key: str, parent: QWidget | None = None) -> None:
        """Ask about a cell of a form."""
        super().__init__(parent)
        self.setWindowTitle("调整")
        self._key, self._cell = key, form.cells[key]
        self.amount, self.reason = QLineEdit(self), QLineEdit(self)
        self.amount.setPlaceholderText(f"加上多少{self._cell.unit}，减少写负数")
        self.reason.setPlaceholderText("例如：两单位共同收到，只计一件")
        self.trouble = QLabel(self)
        buttons = QDialogButtonBox(self)
        self.take = buttons.addButton("调整", QDialogButtonBox.ButtonRole.AcceptRole)
        buttons.addButton("取消", QDialogButtonBox.ButtonRole.RejectRole)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        rows = QFormLayout(self)
        rows.addRow(QLabel(place_of(form, key), self))
        rows.addRow("数", self.amount)
        rows.addRow("原因", self.reason)
        rows.addRow(self.trouble)
        rows.addRow(buttons)
        self.amount.textChanged.connect(self._judge)
        self.reason.textChanged.connect(self._judge)
        self._judge()

    @property
    def adjustment(self) -> Adjustment | None:
        """Return what was typed; None while it is none."""
        try:
            amount = _parse(self._cell.kind, self.amount.text())
        except Refusal:
            return None
        reason = self.reason.text().strip()
        return Adjustment(self._key, amount, reason) if amount and reason else None

    def _judge(self) -> None:
        self.take.setEnabled(self.adjustment is not None)
        try:
            _parse(self._cell.kind, self.amount.text())
        except Refusal as refusal:
            self.trouble.setText(str(refusal))
        else:
            self.trouble.setText("" if self.reason.text().strip() else "原因也要写，汇总表里会列出")


def _parse(kind: Kind, text: str) -> Number | None:
    """Read an amount with its sign, which the cell itself may not have."""
    plain = text.strip().replace("－", "-").replace("−", "-")
    amount = kind.parse(plain.removeprefix("-"))
    return -amount if amount is not None and plain.startswith("-") else amount
