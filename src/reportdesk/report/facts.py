"""What a check may look at: the report, the figures of all cells, and last year's."""

from __future__ import annotations

from collections.abc import Mapping

from reportdesk.form.formula import Number
from reportdesk.form.model import Form
from reportdesk.frozen import Frozen
from reportdesk.report.last_year import last_figure
from reportdesk.report.model import LastYear, Report
from reportdesk.report.totals import figures


class Facts(Frozen, frozen=True):
    """A report with its figures; sums are computed, a stated figure fills in where a sum has blanks."""

    report: Report
    figures: Mapping[str, Number | None]

    @property
    def form(self) -> Form:
        """Return the report's form."""
        return self.report.form

    @property
    def last(self) -> LastYear | None:
        """Return last year's snapshot, if the report carries one."""
        return self.report.last

    def figure(self, key: str) -> Number | None:
        """Return the figure that relations use: the entered one or the computed sum, else the stated one."""
        figure = self.figures[key]
        return self.report.stated.get(key) if figure is None else figure

    def last_figure(self, key: str) -> Number | None:
        """Return last year's figure; None where it is not known."""
        return last_figure(self.report, key)


def facts_of(report: Report) -> Facts:
    """Return the facts of a report, with freshly computed figures."""
    return Facts(report, figures(report))
