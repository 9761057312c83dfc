"""What a found table holds of one of the form's tables."""

from __future__ import annotations

import msgspec

from reportdesk.readers.tables.figures import is_blank
from reportdesk.readers.tables.wording import FormRow


class Matched(msgspec.Struct):
    """What a found table holds of the form's table: figures and rows by key, and what stayed open.

    `lines` names the form's rows that were found, each by its first cell's key; `is_headed` says that labels
    of the form's columns, or one of its titles, stand above them.
    """

    figures: dict[str, str] = msgspec.field(default_factory=dict)
    rows: dict[str, int] = msgspec.field(default_factory=dict)
    unclear: list[tuple[FormRow, tuple[str, ...]]] = msgspec.field(default_factory=list)
    repeated: list[str] = msgspec.field(default_factory=list)
    guessed: list[tuple[str, FormRow]] = msgspec.field(default_factory=list)
    strange: dict[int, tuple[str, tuple[str, ...]]] = msgspec.field(default_factory=dict)
    taken: set[int] = msgspec.field(default_factory=set)
    lines: set[str] = msgspec.field(default_factory=set)
    is_headed: bool = False

    @property
    def is_any(self) -> bool:
        """Tell whether the table is the form's at all."""
        return bool(self.figures or self.unclear)


def differ(first: str, second: str) -> bool:
    """Tell whether two printed figures of one cell can't both be right: a blank contradicts nothing."""
    one, other = ("".join(text.split()) for text in (first, second))
    return one != other and not is_blank(one) and not is_blank(other)
