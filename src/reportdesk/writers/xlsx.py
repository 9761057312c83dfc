"""Excel: a report as a workbook, one sheet for each table laid out like the paper, and one for the words."""

from __future__ import annotations

from reportdesk.report.model import Report


class ExcelWriter:
    """Writes the workbook; sums are formulas that follow when somebody changes a figure."""

    suffix = ".xlsx"

    def render(self, report: Report) -> bytes:
        """Return the file's bytes; raise FileError for a text that no file can hold."""
        from reportdesk.writers.workbook import workbook_bytes

        return workbook_bytes(report)
