"""The versions saved before: look into each, open it anew, or bring it back in one step of undo."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QListWidgetItem, QWidget

from reportdesk.document import Document
from reportdesk.errors import FileError
from reportdesk.gui.dialogs.versions.differing import count_differences, list_differences
from reportdesk.gui.forms.backups import Ui_Backups
from reportdesk.project.kept.backups import Backup
from reportdesk.report.compare import compare, take
from reportdesk.report.edit import Edit
from reportdesk.report.model import Report


class BackupsDialog(QDialog):
    """Lists the backups of a file; `chosen` is the report to open anew, `edit` what brings one back."""

    def __init__(self, document: Document, backups: list[Backup], parent: QWidget | None = None) -> None:
        """Show backups, the newest first."""
        super().__init__(parent)
        self.ui = Ui_Backups()
        self.ui.setupUi(self)
        self._base = document.report
        self._reports: dict[int, Report] = {}
        self.chosen: Report | None = None
        self.edit: Edit | None = None
        self.ui.lead.setText("每次保存都留一份。选中一个版本，右边是它与现在的年报不同的地方。")
        for backup in backups:
            item = QListWidgetItem(f"{backup.taken:%Y-%m-%d %H:%M:%S}　第 {backup.rev} 次保存")
            item.setData(Qt.ItemDataRole.UserRole, backup)
            self.ui.list.addItem(item)
        self.ui.list.currentRowChanged.connect(self._look_into)
        self.ui.restore.clicked.connect(self._restore)
        self.ui.open_new.clicked.connect(self._open)
        self._look_into(-1)
        self.ui.list.setCurrentRow(0)
        self.ui.list.setFocus()

    def _look_into(self, row: int) -> None:
        report = self._report(row)
        self.ui.open_new.setEnabled(report is not None)
        same_form = report is not None and report.form is self._base.form
        self.ui.restore.setEnabled(same_form and bool(compare(self._base, report)) if report else False)
        if report is None:
            return
        counted = count_differences(self._base, report)
        lead = f"与现在的年报有 {counted} 不同：" if counted else "与现在的年报完全一样。"
        self.ui.inside.setPlainText("\n".join([lead, "", *list_differences(self._base, report)]))

    def _report(self, row: int) -> Report | None:
        """Return the report of a backup, read once; say what is wrong with one that cannot be read."""
        item = self.ui.list.item(row)
        if item is None:
            return None
        if row not in self._reports:
            try:
                self._reports[row] = item.data(Qt.ItemDataRole.UserRole).open().report
            except FileError as error:
                self.ui.inside.setPlainText(f"{error.what}。{error.remedy}")
                return None
        return self._reports[row]

    def _restore(self) -> None:
        report = self._report(self.ui.list.currentRow())
        if report is not None:
            self.edit = take(self._base, report, compare(self._base, report), name="恢复备份")
            self.accept()

    def _open(self) -> None:
        self.chosen = self._report(self.ui.list.currentRow())
        self.accept()
