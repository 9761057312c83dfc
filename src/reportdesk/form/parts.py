"""The parts of a form as `form.toml` says them; unknown names are refused."""

from typing import Annotated, Literal, TypeAlias

import msgspec

#: Words that somebody reads: a template that leaves them blank is refused.
NonBlank: TypeAlias = Annotated[str, msgspec.Meta(pattern=r"\S")]
KindName = Literal["count", "amount", "change"]


class TemplateData(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A part of a template file; unknown names are refused."""


class Column(TemplateData, frozen=True):
    """A column of numbers: its labels from the top down, its kind, and the sum that derives it, if any.

    `outside_sums` says that the sum beside it leaves it out on purpose.
    """

    key: str
    labels: tuple[NonBlank, ...]
    kind: KindName = "count"
    unit: str = "件"
    sum: str = ""
    outside_sums: bool = False


class Row(TemplateData, frozen=True):
    """A row of numbers: its labels from the left inwards and the sum that derives it, if any.

    `outside_sums` says that the sum beside it leaves it out on purpose.
    """

    key: str = ""
    labels: tuple[NonBlank, ...] = ()
    sum: str = ""
    outside_sums: bool = False


class Band(TemplateData, frozen=True):
    """A part of a table with columns of its own; `title` runs across all, `banner` over the numbers."""

    column: tuple[Column, ...]
    row: tuple[Row, ...]
    title: str = ""
    banner: str = ""
    corner: str = ""


class Table(TemplateData, frozen=True):
    """A table as printed: its bands from the top down and the relative widths of its paper columns."""

    key: str
    name: NonBlank
    widths: tuple[int, ...]
    label_columns: int
    band: tuple[Band, ...]


class Section(TemplateData, frozen=True):
    """One of the report's headed parts; a narrative unless it names a table. `short` is its name on a tab.

    `example` shows in grey what an empty narrative may say; it may name {organ} and {year}.
    """

    key: str
    ordinal: NonBlank
    name: NonBlank
    short: str = ""
    table: str = ""
    subheads: tuple[NonBlank, ...] = ()
    limit: int = 0
    example: str = ""

    @property
    def heading(self) -> str:
        """Return the heading as the notice words it."""
        return f"{self.ordinal}、{self.name}"

    @property
    def tab(self) -> str:
        """Return the ordinal and the short name, as a tab shows them."""
        return f"{self.ordinal} {self.short or self.name}"

    @property
    def is_narrative(self) -> bool:
        """Tell whether the section must hold words."""
        return not self.table


class Level(TemplateData, frozen=True):
    """A level of organ: its deadline (month-day of the next year) and how its name ends, as a pattern.

    `basis` names the rule that sets the deadline.
    """

    key: str
    name: NonBlank
    deadline: str
    organ: str = ""
    basis: str = ""


class Carry(TemplateData, frozen=True):
    """A row of last year's table whose figures become a row of this year's, column by column."""

    table: str
    source: str = msgspec.field(name="from")
    to: str


class Predecessor(TemplateData, frozen=True):
    """How figures of another edition's report are read as last year's (`from-<edition>.toml`).

    `cells` leads from its keys to this form's. `dropped` says why a key, or all keys that begin with one,
    have no successor here. What is in neither keeps its key.
    """

    cells: dict[str, str] = {}
    dropped: dict[str, NonBlank] = {}

    def reason_against(self, key: str) -> str | None:
        """Return why a key of the other edition has no successor of its own name, None if nothing is said."""
        parts = key.split(".")
        names = (".".join(parts[:length]) for length in range(len(parts), 0, -1))
        return next((self.dropped[name] for name in names if name in self.dropped), None)

    def successor(self, key: str) -> str | None:
        """Return this form's key for a key of the other edition, None where it was dropped."""
        if key in self.cells:
            return self.cells[key]
        return key if self.reason_against(key) is None else None
