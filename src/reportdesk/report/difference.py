"""What differs between two versions of a report, in numbers that a clerk can judge by."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from reportdesk.report.model import Report
from reportdesk.report.totals import figures, printed

_FIELDS = ("organ", "year", "level", "title", "signature_organ", "signature_date")
_MARKS = ("inherited", "unconfirmed", "accepted", "invalid", "last", "notes", "extra")


@dataclass(frozen=True, slots=True)
class Difference:
    """Cells as printed (sums too), paragraphs, and entries of the front page that differ.

    `marks` tells that something else does: a note of the clerk's, a confirmation.
    """

    cells: frozenset[str] = frozenset()
    paragraphs: int = 0
    fields: int = 0
    marks: bool = False

    def __bool__(self) -> bool:
        """Two versions without a difference are one."""
        return bool(self.cells or self.paragraphs or self.fields or self.marks)

    @property
    def words(self) -> str:
        """Say it in one line."""
        said = [
            words
            for number, words in (
                (len(self.cells), f"{len(self.cells)} 格数字"),
                (self.paragraphs, f"{self.paragraphs} 段文字"),
                (self.fields, f"{self.fields} 项基本信息"),
                (self.marks, "说明或确认的记号"),
            )
            if number
        ]
        return "、".join(said) or "没有不同"


def difference(before: Report, after: Report) -> Difference:
    """Compare two versions; of different editions every cell that either prints counts."""
    old, new = printed(before, figures(before)), printed(after, figures(after))
    sections = sorted(before.texts.keys() | after.texts.keys())
    return Difference(
        frozenset(key for key in old.keys() | new.keys() if old.get(key) != new.get(key)),
        sum(_paragraphs(before, after, section) for section in sections),
        sum(getattr(before, name) != getattr(after, name) for name in _FIELDS),
        any(getattr(before, name) != getattr(after, name) for name in _MARKS),
    )


def _paragraphs(before: Report, after: Report, section: str) -> int:
    """Count the paragraphs that are new, changed or gone; a changed one counts once."""
    old, new = Counter(before.paragraphs(section)), Counter(after.paragraphs(section))
    return max((new - old).total(), (old - new).total())
