"""What listeners of an open report are told after a change."""

from __future__ import annotations

from reportdesk.frozen import Frozen
from reportdesk.report.entries import Touched


class Changed(Frozen, frozen=True):
    """What an edit changed: its places, and whether the findings known are others now.

    `cells` are the keys of cells that may look different: those edited and the sums above them, whose
    running sum moves even while a blank keeps them blank. What the words of an edit change in the findings
    is told when they have been looked at, with no places and no cells.
    """

    places: frozenset[Touched]
    cells: frozenset[str]
    findings: bool
