"""Which tab of the open report a finding belongs to."""

from __future__ import annotations

from reportdesk.checks.finding import Finding
from reportdesk.document import Document

#: The key of the tab that belongs to no section.
BASICS = "basics"


def tab_of(finding: Finding, document: Document) -> str:
    """Return the key of the tab a finding belongs to: its words', its first cell's, else the first."""
    if finding.cells and finding.span is None:
        table = document.form.cells[finding.cells[0]].table
        return document.form.section_of_table(table).key
    sections = {section.key for section in document.form.sections}
    return finding.section if finding.section in sections else BASICS
