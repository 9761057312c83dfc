"""The first tab: whose report it is, for which year, its title, who signs it when, and the introduction."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QLineEdit, QSizePolicy, QWidget

from reportdesk.agenda import BASICS, BASICS_NAME
from reportdesk.form.model import INTRO
from reportdesk.gui.desk.pages.basics_words import (
    deadline_words,
    last_year_words,
    level_in_force,
    on_another_year,
    sample_day,
)
from reportdesk.gui.desk.pages.page import Page
from reportdesk.gui.editor.section_editor import SectionEditor
from reportdesk.gui.forms.basics import Ui_Basics
from reportdesk.gui.look.theme import SHAPES, readable_ink, theme_of
from reportdesk.gui.qt.keyboard.window_keys import WindowKeys
from reportdesk.gui.qt.listen import listen
from reportdesk.gui.qt.widgets.wheel import guard_from_wheel
from reportdesk.report.dates import day_in_words, parse_day, why_no_day
from reportdesk.report.edit import set_field

if TYPE_CHECKING:
    from reportdesk.checks.finding import Finding
    from reportdesk.document import Changed, Document
    from reportdesk.report.entries import FieldName

#: The fields by the names that findings have for them.
_FIELDS = {
    "signature_date": "date",
    **{name: name for name in ("organ", "year", "level", "title", "signature_organ")},
}


class BasicsPage(Page):
    """The fields that belong to no section."""

    def __init__(
        self, document: Document, parent: QWidget | None = None, *, opened_year: int | None = None
    ) -> None:
        """Show a document's fields and follow them; `opened_year` is of the report as it was opened."""
        super().__init__(document, BASICS, BASICS_NAME, parent)
        self.ui = Ui_Basics()
        self.ui.setupUi(self)
        self.editor = SectionEditor(document, INTRO)
        self.editor.setAccessibleName(document.form.heading_of(INTRO))
        self.ui.intro_layout.addWidget(self.editor)
        self._window_keys = WindowKeys(self)
        self._first_year = document.report.year if opened_year is None else opened_year
        self.ui.year_note.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self._prepare_level()
        self._prepare_year()
        self._refuse_date("")
        self._connect()
        self._colour()
        guard_from_wheel(self)
        listen(self, document, self._follow)
        self._show()
        self.setFocusProxy(self.ui.organ)
        if document.is_read_only:
            self._refuse_typing()

    def guidance_keys(self) -> tuple[str, ...]:
        """Return no keys: no guidance belongs to these fields."""
        return ()

    def show_finding(self, finding: Finding) -> None:
        """Go to the field that a finding is about, or choose its words."""
        field: QWidget | None = getattr(self.ui, _FIELDS.get(finding.field or "", ""), None)
        if field is None:
            super().show_finding(finding)
        else:
            field.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def show_words(self, shown: bool) -> None:
        """Leave the introduction where it is: always in view."""

    def finish_editing(self) -> bool:
        """Take date and year as they are being typed; False, with the caret there, if the date is none."""
        self.ui.year.interpretText()
        if self._set_date():
            return True
        self.ui.date.setFocus(Qt.FocusReason.OtherFocusReason)
        self.remarked.emit(f"落款日期还不对：{self.ui.date.accessibleDescription()}")
        return False

    def keep_typed(self) -> str:
        """Commit what is being typed where nobody can be asked; return what is no date."""
        return "" if self.finish_editing() else f"落款日期“{self.ui.date.text().strip()}”"

    def _refuse_typing(self) -> None:
        for field in (self.ui.organ, self.ui.title, self.ui.signature_organ, self.ui.date):
            field.setReadOnly(True)
        for chooser in (self.ui.level, self.ui.year, self.ui.calendar, self.ui.follow):
            chooser.setEnabled(False)

    def _prepare_level(self) -> None:
        self.ui.level.addItem("", "")
        for level in self.document.form.levels:
            self.ui.level.addItem(level.name, level.key)

    def _prepare_year(self) -> None:
        form, year = self.document.form, self.document.report.year
        self.ui.year.setMinimum(min(form.first_year, year) if year else form.first_year)
        self.ui.year.setMaximum(max(form.last_year or self.ui.year.maximum(), year))

    def _connect(self) -> None:
        self.ui.organ.textEdited.connect(lambda text: self._set("organ", text.strip()))
        self.ui.title.textEdited.connect(self._set_title)
        self.ui.signature_organ.textEdited.connect(self._set_signature)
        self.ui.follow.clicked.connect(lambda: self._set("title", ""))
        self.ui.level.activated.connect(lambda place: self._set("level", self.ui.level.itemData(place)))
        self.ui.year.valueChanged.connect(lambda year: self._set("year", year))
        self.ui.date.editingFinished.connect(self._set_date)
        self.ui.calendar.clicked.connect(self._choose_date)
        for field in (self.ui.organ, self.ui.title, self.ui.signature_organ, self.ui.date):
            field.installEventFilter(self._window_keys)
            field.editingFinished.connect(self._finish)
        for field in self.ui.year.findChildren(QLineEdit):
            field.installEventFilter(self._window_keys)

    def _set(self, name: FieldName, value: str | int) -> None:
        edit = set_field(self.document.report, name, value)
        if edit:
            self.document.apply(edit)

    def _set_title(self, text: str) -> None:
        report, title = self.document.report, text.strip()
        self._set("title", "" if title == report.form.title_of(report.organ, report.year) else title)

    def _set_signature(self, text: str) -> None:
        organ = text.strip()
        self._set("signature_organ", "" if organ == self.document.report.organ else organ)

    def _set_date(self) -> bool:
        text = self.ui.date.text().strip()
        day = parse_day(text) if text else ""
        self._refuse_date(why_no_day(text))
        if day is not None:
            self._set("signature_date", day)
            self._show_date()
        return day is not None

    def _refuse_date(self, why: str) -> None:
        """Say under the date why it is none; what was typed stays for the clerk to put right."""
        self.ui.date_refusal.setText(f"{SHAPES['error']} {why}" if why else "")
        self.ui.date_refusal.setVisible(bool(why))
        self.ui.date.setAccessibleDescription(why)

    def _show_date(self) -> None:
        self.ui.date.setText(day_in_words(self.document.report.signature_date))

    def _choose_date(self) -> None:
        # Late: the first page is painted before a calendar is asked for.
        from reportdesk.gui.desk.pages.calendar import choose_day, day_to_offer

        typed = parse_day(self.ui.date.text())
        first = typed or day_to_offer(self.document.report, datetime.now().astimezone().date())
        if day := choose_day(self.ui.calendar, first):
            self._refuse_date("")
            self._set("signature_date", day)
            self._show_date()

    def _finish(self) -> None:
        self.document.history.seal()
        report = self.document.report
        self.ui.organ.setText(report.organ)
        self.ui.title.setText(report.printed_title)
        self.ui.signature_organ.setText(report.printed_signature)
        self._show()

    def _follow(self, changed: Changed) -> None:
        if ("fields", "signature_date") in changed.places:
            self._refuse_date("")
        if any(part == "fields" for part, _ in changed.places):
            self._show()

    def changeEvent(self, event: QEvent) -> None:
        """Take the colours of a new palette."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and hasattr(self, "_window_keys"):
            self._colour()

    def _colour(self) -> None:
        theme = theme_of(self.palette())
        error = readable_ink(theme.error.ink, theme.window).name()
        self.ui.date_refusal.setStyleSheet(f"QLabel {{ color: {error} }}")

    def _show(self) -> None:
        report = self.document.report
        _put(self.ui.organ, report.organ)
        _put(self.ui.title, report.printed_title)
        _put(self.ui.signature_organ, report.printed_signature)
        self.ui.follow.setEnabled(bool(report.title))
        self.ui.year.blockSignals(True)
        self.ui.year.setValue(report.year)
        self.ui.year.blockSignals(False)
        self.ui.year_note.setText(on_another_year(report, self._first_year))
        self.ui.year_note.setVisible(bool(self.ui.year_note.text()))
        self.ui.level.setItemText(0, level_in_force(report))
        self.ui.level.setCurrentIndex(max(0, self.ui.level.findData(report.level)))
        self.ui.deadline.setText(deadline_words(report.year, report.organ_level.deadline))
        self.ui.date.setPlaceholderText(sample_day(report.year))
        if not self.ui.date.hasFocus() and not self.ui.date_refusal.text():
            self._show_date()
        self.ui.last.setText(last_year_words(self.document))


def _put(field: QLineEdit, text: str) -> None:
    """Show a text in a field, unless it is there already or the clerk has just emptied the field."""
    shown = field.text()
    if shown.strip() != text and not (field.hasFocus() and not shown):
        field.setText(text)
