"""Word: a report through the edition's `report.docx` and docxtpl."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from reportdesk.report.model import Report
from reportdesk.writers.layouts.layout_file import word_layout_file
from reportdesk.writers.protocol import Carries

if TYPE_CHECKING:
    from reportdesk.writers.word.charts import DrawnCard


@dataclass(frozen=True)
class WordWriter:
    """Writes the signed copy, laid out by the template of the report's edition.

    What it prints goes along as data, so that it opens again without loss; all else of the project only
    where the file is to hand the project on, and no data at all where it is for the public.

    `layout` names one of `word_layouts`, the edition's own if empty; `fingerprint` puts the report's into
    the footer, `charts` are pictures that stand behind the report.
    """

    carries: Carries = "printed"
    layout: str = ""
    fingerprint: bool = False
    charts: tuple[DrawnCard, ...] = ()
    suffix: str = ".docx"

    def carrying(self, carries: Carries) -> WordWriter:
        """Return the writer of files that carry this."""
        return replace(self, carries=carries)

    def render(self, report: Report) -> bytes:
        """Return the file's bytes; raise FormError for a wrong template, FileError for an unfit text."""
        from reportdesk.writers.word.layout import load_layout

        return load_layout(word_layout_file(report.form, self.layout)).render(
            report, self.carries, fingerprint=self.fingerprint, charts=self.charts
        )
