"""The places that a card leads to, one after the other: cells that may be wrong first, then all others."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from reportdesk.frozen import Frozen

if TYPE_CHECKING:
    from reportdesk.checks.causes.grouping import CauseGroup
    from reportdesk.checks.finding import Finding


class Stop(Frozen, frozen=True):
    """A place to go to: a cell, or the words or field of a finding where `cell` is empty.

    `cells` are all that the card concerns, to be lit.
    """

    finding: Finding
    cell: str = ""
    cells: tuple[str, ...] = ()


def stops_of(group: CauseGroup) -> tuple[Stop, ...]:
    """Return every place that a group concerns, each once."""
    return tuple(_stops(group))


def _stops(group: CauseGroup) -> Iterator[Stop]:
    seen: set[str] = set()
    lit = () if group.first.is_unwritten else group.cells
    for cause in group.causes:
        for key in cause.keys:
            if key not in seen:
                seen.add(key)
                yield Stop(group.first, key, lit)
    for finding in group.findings:
        # Of a fold each finding is a thing of its own, and its first cell says where.
        lit = finding.cells if group.is_alike else lit
        if finding.span is not None or not finding.cells:
            yield Stop(finding, "", lit)
        for key in finding.cells[:1] if group.is_alike else finding.cells:
            if key not in seen:
                seen.add(key)
                yield Stop(finding, key, lit)
