"""A report that is looked at and not changed, through the same door as one that is open."""

from __future__ import annotations

from collections.abc import Iterable

from reportdesk.checks.finding import Finding
from reportdesk.document.changed import Changed
from reportdesk.document.document import Document
from reportdesk.report.edit import Edit
from reportdesk.report.entries import Touched
from reportdesk.report.model import Report
from reportdesk.report.totals import figures


class ShownDocument(Document):
    """A report that is only looked at, such as another office's: no edit changes it, nothing is unsaved."""

    def __init__(self, report: Report, findings: Iterable[Finding] | None = None) -> None:
        """Show a report; `findings` are what a check found, where somebody has checked it already."""
        super().__init__(report, saved=report)
        if findings is not None:
            self._known = tuple(findings)

    @property
    def is_read_only(self) -> bool:
        """Tell that nobody can type anywhere."""
        return True

    def apply(self, edit: Edit) -> Changed:  # noqa: ARG002
        """Leave the report as it is."""
        return Changed(frozenset(), frozenset(), findings=False)

    def show(self, report: Report) -> None:
        """Show another report of the same form in its place."""
        self.report = self._saved = report
        self.figures = figures(report)
        self._known = None
        texts: list[Touched] = [("texts", key) for key in report.form.text_keys]
        self._tell(Changed(frozenset(texts), frozenset(report.form.cells), findings=True))
