"""Changes to words: each proposal before and after, taken one by one or all, as one step of undo."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QDialog, QWidget

from reportdesk.gui.dialogs.words.proposal_list import ProposalList
from reportdesk.gui.forms.tidy import Ui_Tidy
from reportdesk.prose.sentences.tidy import Proposal, proposals
from reportdesk.report.model import Report


class ProposalDialog(QDialog):
    """Lists what can be changed in a report's words; `chosen` are the proposals with a tick."""

    #: What is done, and what is said of it above the list, with the number of places.
    act = "整理"
    lead = "有 {} 处可以整理，打勾的会改，空格键勾选。段落不会合并，也不会拆开；改完一步就能撤销。"

    def __init__(self, report: Report, offered: Sequence[Proposal], parent: QWidget | None = None) -> None:
        """List proposals for a report, all ticked."""
        super().__init__(parent)
        self.ui = Ui_Tidy()
        self.ui.setupUi(self)
        self._proposals = ProposalList(self.ui.list)
        self._proposals.ticked.connect(self._count)
        self.ui.all.clicked.connect(lambda: self._proposals.tick(Qt.CheckState.Checked))
        self.ui.none.clicked.connect(lambda: self._proposals.tick(Qt.CheckState.Unchecked))
        self._proposals.offer(report, offered)

    @property
    def chosen(self) -> list[Proposal]:
        """Return the proposals that are ticked."""
        return self._proposals.chosen

    def _count(self) -> None:
        number = len(self.chosen)
        self.ui.lead.setText(self.lead.format(self._proposals.number))
        self.ui.ok.setText(f"{self.act} {number} 处")
        self.ui.ok.setEnabled(bool(number))

    def showEvent(self, event: QShowEvent) -> None:
        """Begin in the list."""
        super().showEvent(event)
        self.ui.list.setFocus()


class TidyDialog(ProposalDialog):
    """Lists what can be tidied in a report."""

    def __init__(self, report: Report, parent: QWidget | None = None) -> None:
        """List the proposals for a report, all ticked."""
        super().__init__(report, proposals(report), parent)


class ReplaceDialog(ProposalDialog):
    """Lists where words would be replaced."""

    act = "替换"
    lead = "找到 {} 处，打勾的会替换，空格键勾选；替换后一步就能撤销。"

    def __init__(self, report: Report, offered: Sequence[Proposal], parent: QWidget | None = None) -> None:
        """List places, all ticked."""
        super().__init__(report, offered, parent)
        self.setWindowTitle("替换文字")
