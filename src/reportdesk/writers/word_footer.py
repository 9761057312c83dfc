"""The fingerprint in the footers of a Word file, beside the number of the page."""

from __future__ import annotations

from typing import Any

from docx.document import Document
from docx.shared import Pt

from reportdesk.report.fingerprint import fingerprint
from reportdesk.report.model import Report

_SIZE_PT = 9


def add_fingerprint(document: Document, report: Report) -> None:
    """Put a report's fingerprint into every footer, in the line of the page's number: no footer grows."""
    code = fingerprint(report)
    for section in document.sections:
        # A footer that is not there is made for the pages that would show it.
        footers = [section.footer]
        if document.settings.odd_and_even_pages_header_footer:
            footers.append(section.even_page_footer)
        if section.different_first_page_header_footer:
            footers.append(section.first_page_footer)
        for footer in footers:
            if not (footer.is_linked_to_previous and section is not document.sections[0]):
                _add(footer, code)


def _add(footer: Any, code: str) -> None:
    if not footer.paragraphs:
        footer.add_paragraph()
    paragraph = footer.paragraphs[-1]
    run = paragraph.add_run(f"　指纹 {code}")
    run.font.size = Pt(_SIZE_PT)
    is_right = paragraph.alignment is not None and int(paragraph.alignment) == 2
    if is_right:
        # The number stays at the outside edge, on left pages and on right ones.
        run.text = f"指纹 {code}　"
        first = next(iter(paragraph.runs))
        first._r.addprevious(run._r)  # noqa: SLF001
