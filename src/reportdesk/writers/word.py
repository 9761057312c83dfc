"""Word: a report through the edition's `report.docx` and docxtpl."""

from __future__ import annotations

from dataclasses import dataclass

from reportdesk.report.model import Report
from reportdesk.writers.layout_file import layout_file

_FILE = "report.docx"


@dataclass(frozen=True)
class WordWriter:
    """Writes the signed copy, laid out by the template of the report's edition.

    Its data goes along unless the file is for the public, who has no business with the clerk's notes.
    """

    with_data: bool = True
    suffix: str = ".docx"

    def render(self, report: Report) -> bytes:
        """Return the file's bytes; raise FormError for a wrong template, FileError for an unfit text."""
        from reportdesk.writers.word_layout import load_layout

        return load_layout(layout_file(report.form, _FILE)).render(report, with_data=self.with_data)
