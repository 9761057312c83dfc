"""A unit's figures of all cells: what its report enters, and the sums of that."""

from __future__ import annotations

from reportdesk.collect.counting.statuses import UnitState
from reportdesk.report.model import Report
from reportdesk.report.totals import Figures, figures


def unit_figures(state: UnitState) -> Figures:
    """Return every cell's figure (件 or 万元), sums computed, None for blank; nothing without a report."""
    if state.counted is None:
        return {}
    cells = {key: figure for key, figure in state.counted.cells() if figure is not None}
    return figures(Report(state.counted.form, cells=cells))
