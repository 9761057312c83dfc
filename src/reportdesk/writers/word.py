"""Word: a report through the edition's `report.docx` and docxtpl."""

from __future__ import annotations

from reportdesk.report.model import Report
from reportdesk.writers.layout_file import layout_file

_FILE = "report.docx"


class WordWriter:
    """Writes the signed copy, laid out by the template of the report's edition."""

    suffix = ".docx"

    def render(self, report: Report) -> bytes:
        """Return the file's bytes; raise FormError for a wrong template, FileError for an unfit text."""
        from reportdesk.writers.word_layout import load_layout

        return load_layout(layout_file(report.form, _FILE)).render(report)
