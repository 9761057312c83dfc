"""The ways to a place of the open report: from a finding, a stop, cells, a search, a step of undo."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from reportdesk.gui.desk.tabbed import Tabbed

if TYPE_CHECKING:
    from reportdesk.checks.finding import Finding
    from reportdesk.gui.findings.stops import Stop
    from reportdesk.report.edit import Edit
    from reportdesk.report.search import Hit


class Ways(Tabbed):
    """Turns to the tab of a place, lights what belongs to it, and puts the focus there."""

    def go_to_finding(self, finding: Finding) -> None:
        """Go to the place of a finding and light what it concerns; rings elsewhere go out."""
        from reportdesk.gui.findings.stops import Stop

        self.go_to_stop(Stop(finding, cells=finding.cells))

    def go_to_stop(self, stop: Stop) -> None:
        """Go to a place of a card and light all that the card concerns, until the finding is settled."""
        from reportdesk.agenda import part_of

        assert self.document is not None
        form, finding = self.document.form, stop.finding
        self.light(stop.cells, finding.subject)
        if stop.cell:
            table = form.cells[stop.cell].table
            self.show_page(form.section_of_table(table).key).go_to_cell(stop.cell)
        else:
            self.show_page(part_of(finding, form)).show_finding(finding)

    def go_to_cells(self, keys: Sequence[str]) -> None:
        """Go to the first of some cells and light them all."""
        assert self.document is not None
        self.light(keys)
        table = self.document.form.cells[keys[0]].table
        self.show_page(self.document.form.section_of_table(table).key).go_to_cell(keys[0])

    def go_to_first_blank(self) -> None:
        """Go to the first cell that is still blank, if there is one."""
        assert self.document is not None
        form, figures = self.document.form, self.document.report.cells
        first = next(
            (cell for cell in form.cells.values() if not cell.is_derived and cell.key not in figures), None
        )
        if first is not None:
            self.show_page(form.section_of_table(first.table).key).go_to_cell(first.key)

    def go_to_hit(self, hit: Hit) -> None:
        """Go to a place that a search found."""
        from reportdesk.agenda import BASICS
        from reportdesk.form.model import INTRO

        assert self.document is not None
        if hit.key:
            table = self.document.form.cells[hit.key].table
            self.show_page(self.document.form.section_of_table(table).key).go_to_cell(hit.key)
        elif not hit.section:
            self.show_page(BASICS).begin()
        else:
            self.show_page(BASICS if hit.section == INTRO else hit.section).go_to_text(*hit.span)

    def show_step(self, step: Edit | None) -> None:
        """Turn to the tab where a step of undo changed something, unless it is in view already."""
        from reportdesk.gui.desk.pages.all_pages import page_of_change

        if self.document is None or step is None or not step.changes:
            return
        keys = {page_of_change(change, self.document) for change in step.changes} - {""}
        if keys and self.page is not None and self.page.key not in keys:
            self.show_page(next(tab.key for tab in self.tabs if tab.key in keys)).begin()
