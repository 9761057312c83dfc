"""Another name or another year, all over the report: what changes is listed before anything does."""

from __future__ import annotations

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QDialog, QWidget

from reportdesk.gui.dialogs.words.proposal_list import ProposalList
from reportdesk.gui.forms.rename import Ui_Rename
from reportdesk.gui.qt.widgets.empty_lists import hide_while_empty
from reportdesk.prose.sentences.replacing import Renaming, renaming
from reportdesk.report.edit import Edit
from reportdesk.report.model import Report
from reportdesk.report.years import LATEST_YEAR

#: Milliseconds after the last key before the places are looked for.
_REST_MS = 200


class RenameDialog(QDialog):
    """Asks for the name and the year; `edit` is what was chosen, as one step."""

    def __init__(self, report: Report, parent: QWidget | None = None) -> None:
        """Begin with the name and year that the report has."""
        super().__init__(parent)
        self.ui = Ui_Rename()
        self.ui.setupUi(self)
        self._report = report
        self._renaming = Renaming()
        self._proposals = ProposalList(self.ui.list)
        hide_while_empty(self.ui.list)
        self._rest = QTimer(self, singleShot=True, interval=_REST_MS)
        self._rest.timeout.connect(self._look)
        self.ui.organ.setText(report.organ)
        self.ui.year.setRange(min(report.form.first_year, report.year), LATEST_YEAR)
        self.ui.year.setValue(report.year)
        self.ui.organ.textChanged.connect(lambda _: self._follow())
        self.ui.year.valueChanged.connect(lambda _: self._follow())
        self._proposals.ticked.connect(self._count)
        self.ui.organ.selectAll()
        self._look()

    @property
    def edit(self) -> Edit:
        """Return the edit of the fields and of the places that are ticked."""
        self._catch_up()
        return self._renaming.edit(self._report, self._proposals.chosen)

    def accept(self) -> None:
        """Close only when what is listed is what was typed."""
        self._catch_up()
        super().accept()

    def _follow(self) -> None:
        # Who is quicker than the list is not held: what is taken is looked up then.
        self.ui.ok.setEnabled(True)
        self._rest.start()

    def _catch_up(self) -> None:
        if self._rest.isActive():
            self._look()

    def _look(self) -> None:
        self._rest.stop()
        self._renaming = renaming(self._report, self.ui.organ.text(), self.ui.year.value())
        lines = [f"{label}：{before or '（空）'} → {after}" for label, before, after in self._renaming.fields]
        self.ui.fields.setText("\n".join(lines) or "改上面的名称或年度，下面列出要跟着改的地方。")
        self._proposals.offer(self._report, self._renaming.certain, self._renaming.doubtful)

    def _count(self) -> None:
        number, doubtful = len(self._proposals.chosen), len(self._renaming.doubtful)
        said = f"正文里打勾的 {number} 处会改"
        self.ui.lead.setText(f"{said}；{doubtful} 处拿不准，没有打勾" if doubtful else said)
        self.ui.ok.setEnabled(bool(self._renaming.fields) or bool(number))
