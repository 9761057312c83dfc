"""How far a report is filled in, in numbers for a status line."""

from __future__ import annotations

from dataclasses import dataclass

from reportdesk.report.model import Report
from reportdesk.report.totals import Figures, printed


@dataclass(frozen=True, slots=True)
class Progress:
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
    shown = printed(report, figures)
    last = report.last.cells if report.last else {}
    return Progress(
        filled=sum(figure is not None for figure in shown.values()),
        cells=len(shown),
        unlike_last=sum(
            figure is not None and key in last and last[key] != figure for key, figure in shown.items()
        ),
    )
