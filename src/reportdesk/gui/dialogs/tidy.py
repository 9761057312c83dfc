"""Tidying: each proposal before and after, taken one by one or all, as one step of undo."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QDialog, QListWidgetItem, QWidget

from reportdesk.gui.dialogs.proposal_painting import ProposalDelegate, ProposalLine, proposal_line
from reportdesk.gui.forms.tidy import Ui_Tidy
from reportdesk.prose.sentences.tidy import Proposal, proposals
from reportdesk.report.model import Report

_DATA = Qt.ItemDataRole.UserRole


class TidyDialog(QDialog):
    """Lists what can be tidied in a report; `chosen` are the proposals with a tick."""

    def __init__(self, report: Report, parent: QWidget | None = None) -> None:
        """List the proposals for a report, all ticked."""
        super().__init__(parent)
        self.ui = Ui_Tidy()
        self.ui.setupUi(self)
        self.ui.list.setItemDelegate(ProposalDelegate(self.ui.list))
        for proposal in proposals(report):
            self._add(proposal_line(report, proposal, report.form.heading_of(proposal.section)))
        self.ui.list.itemChanged.connect(lambda _: self._count())
        self.ui.all.clicked.connect(lambda: self._tick(Qt.CheckState.Checked))
        self.ui.none.clicked.connect(lambda: self._tick(Qt.CheckState.Unchecked))
        self.ui.list.setCurrentRow(0)
        self._count()

    @property
    def chosen(self) -> list[Proposal]:
        """Return the proposals that are ticked."""
        ticked = (item for item in self._items() if item.checkState() == Qt.CheckState.Checked)
        return [item.data(_DATA).proposal for item in ticked]

    def _add(self, line: ProposalLine) -> None:
        item = QListWidgetItem(line.words, self.ui.list)
        item.setData(_DATA, line)
        item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
        item.setCheckState(Qt.CheckState.Checked)

    def _items(self) -> list[QListWidgetItem]:
        return [self.ui.list.item(row) for row in range(self.ui.list.count())]

    def _tick(self, state: Qt.CheckState) -> None:
        self.ui.list.blockSignals(True)
        for item in self._items():
            item.setCheckState(state)
        self.ui.list.blockSignals(False)
        self.ui.list.viewport().update()
        self._count()

    def _count(self) -> None:
        number, every = len(self.chosen), self.ui.list.count()
        self.ui.lead.setText(
            f"有 {every} 处可以整理，打勾的会改，空格键勾选。段落不会合并，也不会拆开；改完一步就能撤销。"
        )
        self.ui.ok.setText(f"整理 {number} 处")
        self.ui.ok.setEnabled(bool(number))

    def showEvent(self, event: QShowEvent) -> None:
        """Begin in the list."""
        super().showEvent(event)
        self.ui.list.setFocus()
