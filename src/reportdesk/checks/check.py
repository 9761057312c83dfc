"""What every check is: the places that it looks at, and the findings that it makes of them."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache
from hashlib import sha256
from typing import Protocol, TypeAlias

from reportdesk.checks.finding import Finding
from reportdesk.form.checklist import RelationCheck, RuleCheck, SumCheck
from reportdesk.form.formula import Number
from reportdesk.form.model import Form
from reportdesk.form.place import place_words
from reportdesk.report.entries import FieldName, Touched
from reportdesk.report.facts import Facts

#: A check as the template lists it.
Spec: TypeAlias = SumCheck | RelationCheck | RuleCheck


class Check(Protocol):
    """One check of one place or a few, compiled for a form."""

    @property
    def places(self) -> Iterable[Touched]:
        """Return every place that can change the findings; last year's figures and notes never change."""
        ...

    def findings(self, facts: Facts) -> Iterable[Finding]:
        """Return what is wrong; nothing where a figure needed is blank."""
        ...


def cell_places(keys: Iterable[str]) -> tuple[Touched, ...]:
    """Return the places that decide `Facts.figure` of some cells."""
    return tuple((part, key) for key in keys for part in ("cells", "stated"))


@lru_cache(maxsize=16)
def places_of_words_and_figures(form: Form, key: str) -> tuple[Touched, ...]:
    """Return the places that decide what the tables say to a text: its words, all figures, the year."""
    return (("texts", key), *cell_places(form.cells), ("fields", "year"))


def where_specified(form: Form, spec: Spec) -> str:
    """Return the file and the code of a check, for an error in the template."""
    return f"{form.folder / 'checks.toml'}: {spec.code}"


def found_in_cells(
    spec: Spec,
    facts: Facts,
    cells: tuple[str, ...],
    *,
    left: Number | None = None,
    right: Number | None = None,
    **words: str,
) -> Finding:
    """Make a finding about cells; its message names the first one's table, row and column, and both sides."""
    gap = _difference(left, right)
    show = facts.form.cells[cells[0]].kind.show
    shown = {
        "left": show(left),
        "right": show(right),
        "difference": show(-gap if gap is not None and gap < 0 else gap),
    }
    message = spec.message.format_map({**place_words(facts.form, cells[0]), **shown, **words})
    basis = digest_of(*words.values(), *(f"{key}={facts.figure(key)}" for key in cells))
    return Finding(spec.code, spec.severity, message, cells, left, right, gap, basis=basis)


def found_in_text(
    spec: Spec,
    facts: Facts,
    section: str,
    *,
    span: tuple[int, int] | None = None,
    part: str = "",
    **words: str,
) -> Finding:
    """Make a finding about a section's words; an acceptance of it lapses when they change.

    `part` tells which of several things is meant that one check may find in a section.
    """
    message = spec.message.format_map({"section": facts.form.section(section).heading, **words})
    basis = digest_of(*words.values(), facts.report.texts.get(section, ""))
    mark = digest_of(part)[:8] if part else ""
    return Finding(spec.code, spec.severity, message, section=section, span=span, basis=basis, mark=mark)


def found_in_field(spec: Spec, facts: Facts, field: FieldName, **words: str) -> Finding:
    """Make a finding about a field of the report, such as its title; an acceptance lapses with its words."""
    value = str(getattr(facts.report, field))
    message = spec.message.format_map({"value": value, **words})
    return Finding(spec.code, spec.severity, message, field=field, basis=digest_of(*words.values(), value))


def _difference(left: Number | None, right: Number | None) -> Number | None:
    if left is None or right is None:
        return None
    return left - right


def digest_of(*parts: str) -> str:
    """Return 16 characters that stand for what was looked at."""
    return sha256("\n".join(parts).encode("utf-8", "surrogatepass")).hexdigest()[:16]
