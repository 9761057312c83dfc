"""How a file is to be exported: its kind, its layout, what it carries, what stands behind the report."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtWidgets import QComboBox, QDialog, QWidget

from reportdesk.errors import ReportDeskError
from reportdesk.form.model import Form
from reportdesk.gui.forms.export_options import Ui_ExportOptions
from reportdesk.gui.qt.remembering.remembered import Remembered
from reportdesk.writers.charts.themes import themes_of
from reportdesk.writers.html import Charset
from reportdesk.writers.layouts.layout_file import own_layouts_folder, word_layouts
from reportdesk.writers.protocol import Carries

_KINDS = (("Word 文件（.docx）", ".docx"), ("PDF 文件（.pdf）", ".pdf"), ("网页（.html）", ".html"))
_CARRIES: tuple[tuple[str, Carries], ...] = (
    ("只带印出来的，打开时都能带回", "printed"),
    ("什么也不带，公开发布用", "nothing"),
    ("全部数据，交给接着编报的人", "everything"),
)
_CHARSETS: tuple[tuple[str, Charset], ...] = (("UTF-8", "utf-8"), ("GB18030", "gb18030"))


@dataclass(frozen=True, slots=True)
class ExportOptions:
    """What was chosen; what is of no use to the kind is as if it had not been."""

    suffix: str
    layout: str
    carries: Carries
    charset: Charset
    fingerprint: bool
    with_data: bool
    corrected: bool
    charts: bool
    theme: str


class ExportOptionsDialog(QDialog):
    """Asks how to export; shows what goes with the kind of file alone."""

    def __init__(self, form: Form, parent: QWidget | None = None) -> None:
        """Offer the layouts and themes that there are for a form; raise ReportDeskError for unfit ones."""
        super().__init__(parent)
        self.ui = Ui_ExportOptions()
        self.ui.setupUi(self)
        for box, choices in (
            (self.ui.kind, _KINDS),
            (self.ui.carries, _CARRIES),
            (self.ui.charset, _CHARSETS),
            (self.ui.layout_choice, [(choice.name, choice.key) for choice in word_layouts(form)]),
            (self.ui.theme, _themes(form)),
        ):
            for name, value in choices:
                box.addItem(name, value)
        self._has_charts = bool(form.charts.card) and self.ui.theme.count() > 0
        self.ui.remark.setText(f"本单位的版式是 Word 文件，放进这个文件夹就能选：{own_layouts_folder()}")
        for name, box in self._remembered():
            place = box.findData(Remembered().choice(name))
            # A layout that is not there any more is not chosen.
            box.setCurrentIndex(max(0, place))
        self.ui.kind.currentIndexChanged.connect(self._fit)
        self.ui.charts.toggled.connect(self._fit)
        self._fit()
        self.ui.kind.setFocus()

    @property
    def options(self) -> ExportOptions:
        """Return what is chosen now."""
        ui, suffix = self.ui, self.ui.kind.currentData()
        is_word, is_printed, is_page = self._of(suffix)
        return ExportOptions(
            suffix=suffix,
            layout=ui.layout_choice.currentData() if is_printed else "",
            carries=ui.carries.currentData() if is_word else "nothing",
            charset=ui.charset.currentData() if is_page else "utf-8",
            fingerprint=is_printed and ui.fingerprint.isChecked(),
            with_data=is_page and ui.with_data.isChecked(),
            corrected=is_page and ui.corrected.isChecked(),
            charts=(is_word or is_page) and self._has_charts and ui.charts.isChecked(),
            theme=ui.theme.currentData() or "",
        )

    def accept(self) -> None:
        """Remember what an office chooses once and for all: layout, encoding, colours."""
        Remembered().note_choices({name: box.currentData() or "" for name, box in self._remembered()})
        super().accept()

    def _remembered(self) -> tuple[tuple[str, QComboBox], ...]:
        ui = self.ui
        return (
            *(("export.layout", ui.layout_choice), ("export.charset", ui.charset)),
            ("export.theme", ui.theme),
        )

    @staticmethod
    def _of(suffix: str) -> tuple[bool, bool, bool]:
        return suffix == ".docx", suffix in {".docx", ".pdf"}, suffix == ".html"

    def _fit(self) -> None:
        """Show what goes with the kind of file, and colours only where something is drawn."""
        is_word, is_printed, is_page = self._of(self.ui.kind.currentData())
        rows = self.ui.form
        for widget, shown in (
            (self.ui.layout_choice, is_printed),
            (self.ui.carries, is_word),
            (self.ui.charset, is_page),
            (self.ui.fingerprint, is_printed),
            (self.ui.with_data, is_page),
            (self.ui.corrected, is_page),
            (self.ui.charts, (is_word or is_page) and self._has_charts),
        ):
            rows.setRowVisible(widget, shown)
        rows.setRowVisible(self.ui.theme, not self.ui.charts.isHidden() and self.ui.charts.isChecked())
        self.ui.remark.setVisible(is_printed)


def _themes(form: Form) -> list[tuple[str, str]]:
    try:
        return [(theme.name, theme.key) for theme in themes_of(form)]
    except ReportDeskError:
        # A form without colours has no pictures; all else can be exported.
        return []
