"""Word: a report through the edition's `report.docx` and docxtpl."""

from __future__ import annotations

from dataclasses import dataclass

from reportdesk.report.model import Report
from reportdesk.writers.layouts.layout_file import layout_file
from reportdesk.writers.protocol import Carries

_FILE = "report.docx"


@dataclass(frozen=True)
class WordWriter:
    """Writes the signed copy, laid out by the template of the report's edition.

    What it prints goes along as data, so that it opens again without loss; all else of the project only
    where the file is to hand the project on, and no data at all where it is for the public.
    """

    carries: Carries = "printed"
    suffix: str = ".docx"

    def render(self, report: Report) -> bytes:
        """Return the file's bytes; raise FormError for a wrong template, FileError for an unfit text."""
        from reportdesk.writers.word.layout import load_layout

        return load_layout(layout_file(report.form, _FILE)).render(report, self.carries)
