"""The checks of an edition as `checks.toml` lists them: sums, relations, and rules with their options."""

from typing import Any, Literal, TypeVar

import msgspec

from reportdesk.form.parts import NonBlank, TemplateData
from reportdesk.form.severity import SeverityName


class Options(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The options of a rule in `checks.toml`; a rule without options takes these."""


SomeOptions = TypeVar("SomeOptions", bound=Options)


class SumCheck(TemplateData, frozen=True):
    """A check that the printed figures of derived cells are the sums of their parts."""

    code: str
    severity: SeverityName
    name: NonBlank
    table: str
    of: Literal["columns", "rows"]
    message: NonBlank


class RelationCheck(TemplateData, frozen=True):
    """A relation for each row of a table (its names are columns) or each column (its names are rows).

    `only` keeps it to some of these; relations that hold the same share them out, and `leaves_out` names
    those that none of them is for. `sides` are what a line under the table calls the two sides, where the
    relation has one.
    """

    code: str
    severity: SeverityName
    name: NonBlank
    table: str
    each: Literal["row", "column"]
    holds: str
    message: NonBlank
    only: tuple[str, ...] = ()
    leaves_out: tuple[str, ...] = ()
    sides: tuple[NonBlank, NonBlank] | None = None


class RuleCheck(TemplateData, frozen=True):
    """A check that no formula can say: its code names a rule of `reportdesk.checks.rules`, with options."""

    code: str
    severity: SeverityName
    name: NonBlank
    message: NonBlank
    options: dict[str, Any] = {}

    def options_as(self, kind: type[SomeOptions]) -> SomeOptions:
        """Return the options of one rule as its own type; raise msgspec.ValidationError for others."""
        return msgspec.convert(self.options, kind)


class Checks(TemplateData, frozen=True):
    """All checks of an edition, as its `checks.toml` lists them; `groups` names the first words of codes."""

    sum: tuple[SumCheck, ...] = ()
    relation: tuple[RelationCheck, ...] = ()
    rule: tuple[RuleCheck, ...] = ()
    groups: dict[str, NonBlank] = {}

    def group_of(self, code: str) -> str:
        """Return the name of the group that a code's first word names; the word where it has no name."""
        first = code.partition(".")[0]
        return self.groups.get(first, first)

    @property
    def all(self) -> tuple[SumCheck | RelationCheck | RuleCheck, ...]:
        """Return every check, sums first."""
        return (*self.sum, *self.relation, *self.rule)

    def options_of(self, code: str, kind: type[SomeOptions]) -> SomeOptions | None:
        """Return the options of the rule with that code; None where the edition does not list it."""
        return next((rule.options_as(kind) for rule in self.rule if rule.code == code), None)
