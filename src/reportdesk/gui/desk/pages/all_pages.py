"""The tabs of a document: which there are, which shows a change, and what their badges count."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from reportdesk.agenda import BASICS
from reportdesk.form.model import INTRO
from reportdesk.gui.look.theme import UNWRITTEN, MarkName

if TYPE_CHECKING:
    from reportdesk.document import Document
    from reportdesk.form.parts import Section
    from reportdesk.gui.desk.pages.page import Page
    from reportdesk.gui.findings.overview import Overview
    from reportdesk.report.edit import Change


def pages_of(document: Document) -> Iterator[Page]:
    """Yield the tabs of a document in order."""
    # Late: the first screen is painted before editors and grids are loaded, the first tab before grids.
    from reportdesk.gui.desk.pages.basics import BasicsPage

    yield BasicsPage(document)
    for section in document.form.sections:
        yield section_page(document, section)


def section_page(document: Document, section: Section) -> Page:
    """Return the page for a section of the document's form."""
    from reportdesk.gui.desk.pages.narrative_page import NarrativePage
    from reportdesk.gui.desk.pages.table_page import TablePage

    return NarrativePage(document, section) if section.is_narrative else TablePage(document, section)


def page_of_change(change: Change, document: Document) -> str:
    """Return the key of the tab that shows what changed; empty where no tab does."""
    match change.place:
        case ("cells" | "stated" | "invalid" | "unconfirmed", key):
            return document.form.section_of_table(document.form.cells[key].table).key
        case ("texts" | "inherited", key):
            return BASICS if key == INTRO else key
        case ("fields", _):
            return BASICS
    return ""


def badges(overview: Overview, tab: str) -> dict[MarkName, int]:
    """Return what a tab's badges count."""
    counts: dict[MarkName, int] = dict(overview.counts(tab).items())
    if number := overview.unwritten(tab):
        counts[UNWRITTEN] = number
    return counts
