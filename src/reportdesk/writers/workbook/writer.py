"""Excel: a report as a workbook, one sheet for each table laid out like the paper, and one for the words."""

from __future__ import annotations

from dataclasses import dataclass, replace

from reportdesk.report.model import Report
from reportdesk.writers.protocol import Carries


@dataclass(frozen=True)
class ExcelWriter:
    """Writes the workbook; sums are formulas that follow when somebody changes a figure.

    A figure that is not its sum has a comment that says so, unless the file is for the public.
    """

    carries: Carries = "printed"
    suffix: str = ".xlsx"

    def carrying(self, carries: Carries) -> ExcelWriter:
        """Return the writer of files that carry this."""
        return replace(self, carries=carries)

    def render(self, report: Report) -> bytes:
        """Return the file's bytes; raise FileError for a text that no file can hold."""
        from reportdesk.writers.workbook.book import workbook_bytes

        return workbook_bytes(report, remarks=self.carries != "nothing")
