"""How far a report is filled in, in numbers for a status line."""

from __future__ import annotations

from reportdesk.frozen import Frozen
from reportdesk.report.last_year import last_figure
from reportdesk.report.model import Report
from reportdesk.report.totals import Figures, printed


class Progress(Frozen, frozen=True):
    """Cells with a figure, all cells, and those whose figure is another than last year's."""

    filled: int
    cells: int
    unlike_last: int

    @property
    def blank(self) -> int:
        """Return how many cells have no figure yet."""
        return self.cells - self.filled


def progress_of(report: Report, figures: Figures) -> Progress:
    """Count a report's figures as printed; a sum with a blank part is blank."""
    shown = {key: figure for key, figure in printed(report, figures).items() if figure is not None}
    before = {key: last_figure(report, key) for key in shown} if report.last else {}
    return Progress(
        filled=len(shown),
        cells=len(report.form.cells),
        unlike_last=sum(figure is not None and figure != shown[key] for key, figure in before.items()),
    )
