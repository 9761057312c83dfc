"""section.subheads: section 一 has its sub-headings, in order, with words under each (〔2021〕30号)."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from reportdesk.checks.check import Check, found_in_text, where_specified
from reportdesk.checks.examined_text import examined_part
from reportdesk.checks.finding import Finding, unwritten
from reportdesk.checks.rules.rule import Rule
from reportdesk.checks.wording import squeeze
from reportdesk.errors import FormError
from reportdesk.form.checklist import RuleCheck
from reportdesk.form.model import Form
from reportdesk.frozen import Frozen
from reportdesk.prose.text.subheads import SUBHEADS, Spellings, Subhead, find_subheads
from reportdesk.report.entries import Touched
from reportdesk.report.facts import Facts


class SubheadsInOrder(Frozen, frozen=True):
    """All sub-headings of a section stand in order, each with words under it."""

    spec: RuleCheck
    section: str
    names: tuple[str, ...]
    spellings: Spellings

    @property
    def places(self) -> tuple[Touched, ...]:
        """Return the section's words."""
        return (("texts", self.section),)

    def findings(self, facts: Facts) -> Iterator[Finding]:
        """Tell all that is amiss in one finding; an empty section is another rule's."""
        text = facts.report.texts.get(self.section, "")
        if not squeeze(text) or examined_part(text) != text:
            return
        found = find_subheads(text, self.names, self.spellings)
        amiss, empty = [*self._missing(found), *self._misplaced(found)], [*self._empty(found)]
        if problems := [*amiss, *empty]:
            span = next((span for _, span in problems if span), None)
            problem = "；".join(words for words, _ in problems)
            finding = found_in_text(self.spec, facts, self.section, span=span, problem=problem)
            yield finding if amiss else unwritten(finding)

    def _missing(self, found: tuple[Subhead, ...]) -> Iterator[tuple[str, tuple[int, int] | None]]:
        missing = [name for name in self.names if name not in {subhead.name for subhead in found}]
        if missing:
            yield "缺" + "、".join(f"“{name}”" for name in missing), None

    def _misplaced(self, found: tuple[Subhead, ...]) -> Iterator[tuple[str, tuple[int, int] | None]]:
        for before, after in pairwise(found):
            if before.style == after.style and self.names.index(before.name) > self.names.index(after.name):
                yield f"“{after.name}”应在“{before.name}”前面", after.span

    def _empty(self, found: tuple[Subhead, ...]) -> Iterator[tuple[str, tuple[int, int] | None]]:
        for subhead in found:
            if not subhead.body:
                yield f"“{subhead.name}”下面没有文字", subhead.span


def _compile(form: Form, spec: RuleCheck, spellings: Spellings) -> Iterator[Check]:
    known = {name for section in form.sections for name in section.subheads}
    for name in spellings.aliases:
        if name not in known:
            raise FormError(f"没有小标题“{name}”", where=where_specified(form, spec))
    for section in form.sections:
        if section.subheads:
            yield SubheadsInOrder(spec, section.key, section.subheads, spellings)


RULE = Rule(SUBHEADS, Spellings, frozenset({"section", "problem"}), _compile)
