"""A list of changes to words, each with a tick: which are wanted."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QListWidget, QListWidgetItem

from reportdesk.gui.dialogs.words.proposal_painting import ProposalDelegate, proposal_line
from reportdesk.prose.sentences.tidy import Proposal
from reportdesk.report.model import Report

_DATA = Qt.ItemDataRole.UserRole


class ProposalList(QObject):
    """Fills a list with proposals and tells which of them are ticked."""

    #: Another number of proposals is ticked.
    ticked = Signal()

    def __init__(self, view: QListWidget) -> None:
        """Use a list that a form has."""
        super().__init__(view)
        self._view = view
        view.setItemDelegate(ProposalDelegate(view))
        view.itemChanged.connect(self.ticked)

    @property
    def chosen(self) -> list[Proposal]:
        """Return the proposals that are ticked."""
        wanted = (item for item in self._items() if item.checkState() == Qt.CheckState.Checked)
        return [item.data(_DATA).proposal for item in wanted]

    @property
    def number(self) -> int:
        """Return how many proposals there are."""
        return self._view.count()

    def offer(self, report: Report, certain: Iterable[Proposal], doubtful: Iterable[Proposal] = ()) -> None:
        """List proposals for a report: ticked where they are certain."""
        self._view.blockSignals(True)
        self._view.clear()
        for state, proposals in ((Qt.CheckState.Checked, certain), (Qt.CheckState.Unchecked, doubtful)):
            for proposal in proposals:
                line = proposal_line(report, proposal, report.form.heading_of(proposal.section))
                item = QListWidgetItem(line.words, self._view)
                item.setData(_DATA, line)
                item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
                item.setCheckState(state)
        self._view.blockSignals(False)
        self._view.setCurrentRow(0)
        self._view.viewport().update()
        self.ticked.emit()

    def tick(self, state: Qt.CheckState) -> None:
        """Tick all, or none."""
        self._view.blockSignals(True)
        for item in self._items():
            item.setCheckState(state)
        self._view.blockSignals(False)
        self._view.viewport().update()
        self.ticked.emit()

    def _items(self) -> list[QListWidgetItem]:
        return [self._view.item(row) for row in range(self._view.count())]
