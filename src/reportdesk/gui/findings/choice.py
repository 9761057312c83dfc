"""What is chosen in the findings panel, and what can be done with it."""

from __future__ import annotations

from collections.abc import Collection
from typing import TYPE_CHECKING

from reportdesk.checks.causes.grouping import CauseGroup
from reportdesk.frozen import Frozen
from reportdesk.gui.findings.stops import Stop, stops_of

#: What a finding's words call the remedy of slips in words.
TIDY = "整理文字"

if TYPE_CHECKING:
    from reportdesk.checks.causes.slips import Slip
    from reportdesk.checks.finding import Finding
    from reportdesk.gui.findings.model import FindingModel
    from reportdesk.gui.findings.overview import FindingCard
    from reportdesk.gui.qt.widgets.item_models import Index


class Choice(Frozen, frozen=True):
    """The findings chosen: all of a card, one of an unfolded card, an accepted one, or none."""

    findings: tuple[Finding, ...] = ()
    card: FindingCard | None = None
    is_accepted: bool = False
    is_unfolded: bool = False

    @classmethod
    def of(cls, model: FindingModel, index: Index) -> Choice:
        """Return what a row of the panel's list stands for."""
        finding = model.finding(index)
        if finding is None:
            return cls()
        row = model.row(index)
        findings = row.card.group.findings if row.card and not row.is_part else (finding,)
        return cls(findings, row.card, row.is_accepted, row.card is not None and model.is_unfolded(row.card))

    @property
    def first(self) -> Finding | None:
        """Return the finding that stands for what is chosen."""
        return self.findings[0] if self.findings else None

    @property
    def head(self) -> Finding | None:
        """Return the first finding of the card that is chosen, wholly or in part."""
        return self.card.group.first if self.card else self.first

    @property
    def stops(self) -> tuple[Stop, ...]:
        """Return the places that it leads to."""
        if not self.findings:
            return ()
        is_whole = self.card is not None and self.findings == self.card.group.findings
        return stops_of(self.card.group if self.card and is_whole else CauseGroup(self.findings))

    @property
    def is_missing_field(self) -> bool:
        """Tell whether it is a field that nobody has filled, of which there is nothing to explain."""
        return self.first is not None and self.first.is_unwritten and bool(self.first.field)

    @property
    def numbers(self) -> tuple[Finding, ...]:
        """Return the findings about numbers in words that are not the tables'."""
        return tuple(
            one for one in self.findings if one.section and one.span and one.cells and one.left is not None
        )

    @property
    def to_take(self) -> tuple[Finding, ...]:
        """Return the numbers in words that may become the tables'.

        None where a table is wrong first: the words may well be right.
        """
        is_of_words = self.first is not None and self.first.section is not None
        return self.numbers if is_of_words and not self._causes else ()

    @property
    def can_be_tidied(self) -> bool:
        """Tell whether its words name tidying as the remedy."""
        return self.first is not None and f"“{TIDY}”" in self.first.message

    @property
    def cells(self) -> tuple[str, ...]:
        """Return the cells to look at in the tables, those that may be wrong first."""
        suspects = [key for cause in self._causes for key in cause.keys]
        return tuple(dict.fromkeys((*suspects, *(key for one in self.numbers for key in one.cells))))

    @property
    def _causes(self) -> tuple[Slip, ...]:
        return self.card.group.causes if self.card and len(self.findings) > 1 else ()

    @property
    def others(self) -> int:
        """Return how many findings the card has beside its first."""
        return len(self.card.group.findings) - 1 if self.card else 0

    def sums(self, contradicted: Collection[str]) -> tuple[str, ...]:
        """Return the cells whose printed total is not their sum, of those that are."""
        first = (one.cells[0] for one in self.findings if one.cells and not one.section)
        return tuple(dict.fromkeys(key for key in first if key in contradicted))
