"""A blank report: whose, for which year, of which level."""

from __future__ import annotations

from datetime import date, datetime

from PySide6.QtWidgets import QDialog, QWidget

from reportdesk.form.editions import edition_for, first_year, proposed_year, remark_on_clock
from reportdesk.gui.forms.new_report import Ui_NewReport
from reportdesk.gui.qt.widgets.wheel import guard_from_wheel
from reportdesk.report.model import Report


class NewReportDialog(QDialog):
    """Asks for organ, year and level; `report` is the blank report that answers."""

    def __init__(self, today: date | None = None, parent: QWidget | None = None) -> None:
        """Offer the year that reports are written for now: the one before `today`'s."""
        super().__init__(parent)
        self.ui = Ui_NewReport()
        self.ui.setupUi(self)
        now = today or datetime.now().astimezone().date()
        self._remark = remark_on_clock(now)
        self.ui.year.setRange(first_year(), self.ui.year.maximum())
        self.ui.year.setValue(proposed_year(now))
        self.ui.organ.textChanged.connect(self._preview)
        self.ui.year.valueChanged.connect(self._choose_form)
        self._choose_form()
        guard_from_wheel(self)

    @property
    def report(self) -> Report:
        """Return the blank report that was asked for."""
        return Report(
            self._form,
            organ=self.ui.organ.text().strip(),
            year=self.ui.year.value(),
            level=self.ui.level.currentData() or self._level_shown(),
        )

    def _level_shown(self) -> str:
        """Return the level that was proposed, where the organ's name does not tell it by itself."""
        organ = self.ui.organ.text().strip()
        return "" if self._form.tells_level(organ) else self._form.level_of(organ).key

    def _choose_form(self) -> None:
        self._form = edition_for(self.ui.year.value())
        chosen = self.ui.level.currentData()
        self.ui.level.clear()
        self.ui.level.addItem("", "")
        for level in self._form.levels:
            self.ui.level.addItem(level.name, level.key)
        self.ui.level.setCurrentIndex(max(0, self.ui.level.findData(chosen)))
        self._preview()

    def _preview(self) -> None:
        organ = self.ui.organ.text().strip()
        self.ui.level.setItemText(0, f"按名称判断：{self._form.level_of(organ).name}")
        self.ui.ok.setEnabled(bool(organ))
        title = self._form.title_of(organ, self.ui.year.value())
        lines = (f"标题：{title}", f"格式：{self._form.notice}", self._remark)
        self.ui.preview.setText("\n".join(filter(None, lines)))
