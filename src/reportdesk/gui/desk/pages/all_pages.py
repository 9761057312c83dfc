"""The tabs of a document: which there are, which shows a change, and what their badges count.

What a page is made of is loaded with the first of its kind: the first screen is painted before editors and
grids, a page of words before grids.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from reportdesk.agenda import BASICS, BASICS_NAME
from reportdesk.form.model import INTRO
from reportdesk.gui.desk.pages.tab import Tab
from reportdesk.gui.look.theme import UNWRITTEN, MarkName

if TYPE_CHECKING:
    from reportdesk.document import Document
    from reportdesk.form.parts import Section
    from reportdesk.gui.desk.pages.page import Page
    from reportdesk.gui.findings.overview import Overview
    from reportdesk.report.edit import Change


def tabs_of(document: Document) -> list[Tab]:
    """Return the tabs of a document in order, none of their pages made."""
    year = document.report.year
    sections = document.form.sections
    return [
        Tab(BASICS, BASICS_NAME, lambda: _basics_page(document, year)),
        *(Tab(one.key, one.tab, partial(section_page, document, one)) for one in sections),
    ]


def section_page(document: Document, section: Section) -> Page:
    """Return the page for a section of the document's form."""
    if section.is_narrative:
        from reportdesk.gui.desk.pages.narrative_page import NarrativePage

        return NarrativePage(document, section)
    from reportdesk.gui.desk.pages.table_page import TablePage

    return TablePage(document, section)


def _basics_page(document: Document, opened_year: int) -> Page:
    from reportdesk.gui.desk.pages.basics import BasicsPage

    return BasicsPage(document, opened_year=opened_year)


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
