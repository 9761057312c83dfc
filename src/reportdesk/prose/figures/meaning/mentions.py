"""What a paragraph says in figures: numbers, zeros in words and 均 or 全部, each with what it counts."""

from __future__ import annotations

from reportdesk.form.formula import Number
from reportdesk.frozen import Frozen
from reportdesk.prose.lexicon.cell_sums import CellSum
from reportdesk.prose.lexicon.wordings import Measure
from reportdesk.prose.text.numerals import Numeral

#: The year of a number that is last year's by its words.
LAST_YEAR = -1


class Mention(Frozen, frozen=True):
    """A figure told in words at [start, end): what it counts, its value, and the sums to try in order.

    `grain` is the worth of its last digit where it may be rounded, else 0; `numeral` its number, None for
    a zero in words or an implied figure. `year` is 0 where no year is named. What `is_doubtful` is held
    against the tables only where its neighbours agree with them; what `is_part` stands after 其中 or in
    brackets. `held` sums are meant where a part of them is told.
    """

    measure: Measure
    sums: tuple[CellSum, ...]
    value: Number
    start: int
    end: int
    numeral: Numeral | None = None
    grain: Number = 0
    year: int = 0
    is_doubtful: bool = False
    is_part: bool = False
    held: tuple[CellSum, ...] = ()

    @property
    def is_claim(self) -> bool:
        """Tell whether it is what 均 or 全部 says, not a number."""
        return self.measure.claim
