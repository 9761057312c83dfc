"""The walk over findings: from card to card, and from place to place of the one chosen."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from reportdesk.checks.finding import Finding
    from reportdesk.gui.findings.stops import Stop


class Walk:
    """Remembers where a document's walk is: the card's place in the list, and the place gone to last."""

    def __init__(self) -> None:
        """Begin before the first card."""
        self._place = 0
        self._gone: tuple[str, int] = ("", -1)

    def note(self, order: Sequence[Finding], current: Finding | None) -> None:
        """Remember where the card chosen stands in the list, for when it is settled."""
        if current in order:
            self._place = order.index(current)

    def step(self, order: Sequence[Finding], current: Finding | None, by: int) -> Finding | None:
        """Return the next (1) or previous (-1) of the cards listed, around the end; None without any.

        Where the one chosen before is settled by now, the walk goes on from its place.
        """
        if not order:
            return None
        place = order.index(current) if current in order else self._place - (by > 0)
        return order[(place + by) % len(order)]

    def next_stop(self, stops: Sequence[Stop], *, restart: bool) -> Stop | None:
        """Go to the first place of a choice, then to one after the other, around the end."""
        if not stops:
            return None
        subject = stops[0].finding.subject
        before, number = self._gone
        number = 0 if restart or before != subject else (number + 1) % len(stops)
        self._gone = subject, number
        return stops[number]

    def number_ahead(self, stops: Sequence[Stop]) -> int | None:
        """Return the number, from 1, of the place that comes next; None where the walk is not on them."""
        subject, number = self._gone
        is_there = len(stops) > 1 and stops[0].finding.subject == subject
        return (number + 1) % len(stops) + 1 if is_there else None
