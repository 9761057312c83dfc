"""A sheet of paper in the looks of the report's own layout, filled paragraph by paragraph."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from io import BytesIO
from typing import Any

from docx import Document
from docx.enum.table import WD_TABLE_ALIGNMENT
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_BREAK, WD_LINE_SPACING
from docx.oxml.ns import qn
from docx.shared import Pt, Twips

from reportdesk.form.model import Form
from reportdesk.inspection.layouts import without_layout_traces
from reportdesk.report.model import Report
from reportdesk.writers import render
from reportdesk.writers.archive import saved_document
from reportdesk.writers.word.styles import WordStyles
from reportdesk.writers.word.table import TABLE_STYLE

#: What a line has above and below its letters.
_LEADING_PT = 3

_TITLE, _BODY, _LABEL, _HEAD = "Title", "报告正文", "表格项目", "表格表头"


class LoosePaper:
    """A Word document under way; with `whole` the report itself stands behind what is added."""

    def __init__(self, form: Form, title: str, organ: str, *, whole: Report | None = None) -> None:
        """Begin with the pages, fonts and footers of the form's layout; raise FormError for an unfit one."""
        # The layout filled with a blank report is all that is wanted of it: its page and its styles.
        self._document: Any = Document(BytesIO(render(whole or Report(form), ".docx", "nothing")))
        self._form = form
        self._body = self._document.element.body
        rest = [element for element in self._body if element.tag != qn("w:sectPr")]
        if whole is None:
            for element in rest:
                self._body.remove(element)
        self._behind: Any = rest[0] if whole and rest else None
        self._styles = WordStyles(self._document, form.folder)
        self._document.core_properties.title = title[:255]
        self._document.core_properties.author = organ[:255]

    def title(self, words: str) -> None:
        """Add the title."""
        self._paragraph(words, _TITLE)

    def words(self, words: str) -> None:
        """Add a paragraph of the report's own kind."""
        self._paragraph(words, _BODY)

    def line(self, words: str, *, bold: bool = False, size_pt: float = 10.5) -> None:
        """Add a short line, as in a table."""
        paragraph = self._paragraph("", _LABEL)
        _set_tightly(paragraph, size_pt)
        run = paragraph.add_run(words)
        run.bold, run.font.size = bold, Pt(size_pt)

    def table(
        self, rows: Iterable[Sequence[str]], widths: Sequence[int], *, head: bool = True, size_pt: float = 9
    ) -> None:
        """Add a table as wide as the text; `widths` are relative; its first row repeats on every page."""
        lines = list(rows)
        table = self._document.add_table(rows=0, cols=len(widths))
        table.style = self._document.styles[TABLE_STYLE]
        table.alignment, table.autofit = WD_TABLE_ALIGNMENT.CENTER, False
        whole = self._styles.text_width / sum(widths)
        for column, width in zip(table.columns, widths, strict=True):
            column.width = Twips(round(whole * width))
        for number, line in enumerate(lines):
            row = table.add_row()
            properties = row._tr.get_or_add_trPr()  # noqa: SLF001 - python-docx has no other way
            properties.append(properties.makeelement(qn("w:cantSplit")))
            if head and number == 0:
                properties.append(properties.makeelement(qn("w:tblHeader")))
            for cell, text, width in zip(row.cells, line, widths, strict=True):
                cell.width = Twips(round(whole * width))
                paragraph = cell.paragraphs[0]
                paragraph.style = self._document.styles[_HEAD if head and number == 0 else _LABEL]
                _set_tightly(paragraph, size_pt)
                run = paragraph.add_run(text)
                run.font.size = Pt(size_pt)
        self._place(table._tbl)  # noqa: SLF001

    def signature(self, organ: str, day: str) -> None:
        """Add who signs and when."""
        self._paragraph(organ, "落款机关")
        self._paragraph(day, "落款日期")

    def new_page(self) -> None:
        """Begin a new page for what follows."""
        self._paragraph("", _BODY).add_run().add_break(WD_BREAK.PAGE)

    def saved(self) -> bytes:
        """Return the file's bytes, which depend on what was added alone."""
        return without_layout_traces(saved_document(self._document), self._form, "")

    def _paragraph(self, words: str, style: str) -> Any:
        paragraph = self._document.add_paragraph(words, style=self._document.styles[style])
        self._place(paragraph._p)  # noqa: SLF001
        return paragraph

    def _place(self, element: Any) -> None:
        if self._behind is not None:
            self._behind.addprevious(element)


def _set_tightly(paragraph: Any, size_pt: float) -> None:
    """Set a paragraph to the left, its lines no higher than its letters need."""
    layout = paragraph.paragraph_format
    layout.alignment = WD_ALIGN_PARAGRAPH.LEFT
    layout.space_before = layout.space_after = Pt(1)
    layout.line_spacing_rule, layout.line_spacing = WD_LINE_SPACING.EXACTLY, Pt(size_pt + _LEADING_PT)
