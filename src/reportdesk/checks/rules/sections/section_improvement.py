"""section.improvement: section 五 names problems and what is done about them (Regulations, Art. 50 (5))."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reportdesk.checks.check import Check, found_in_text, where_specified
from reportdesk.checks.finding import Finding
from reportdesk.checks.rules.rule import Rule, refuse_unknown_narratives
from reportdesk.form.checklist import Options, RuleCheck
from reportdesk.form.model import Form
from reportdesk.frozen import Frozen
from reportdesk.report.entries import Touched
from reportdesk.report.facts import Facts


class Halves(Options, frozen=True):
    """Patterns of both halves: sure signs that one is there, and any trace of it.

    Only a sure sign of one half without any trace of the other is worth a finding. `denial` is a pattern
    of sentences that deny all problems; they name none.
    """

    section: str
    problems: str
    problems_trace: str
    improvements: str
    improvements_trace: str
    denial: str


class BothHalves(Frozen, frozen=True):
    """A section that names problems names improvements too, and the other way round."""

    spec: RuleCheck
    section: str
    problems: re.Pattern[str]
    problems_trace: re.Pattern[str]
    improvements: re.Pattern[str]
    improvements_trace: re.Pattern[str]
    denial: re.Pattern[str]

    @property
    def places(self) -> tuple[Touched, ...]:
        """Return the section's words."""
        return (("texts", self.section),)

    def findings(self, facts: Facts) -> Iterator[Finding]:
        """Look for the half that is missing."""
        text = facts.report.texts.get(self.section, "")
        rest = self.denial.sub("", text)
        if self.problems.search(rest) and not self.improvements_trace.search(text):
            problem = "写了问题，没有写怎样改进"
        elif self.improvements.search(text) and not self.problems_trace.search(text):
            problem = "写了改进，没有写存在什么问题"
        else:
            return
        yield found_in_text(self.spec, facts, self.section, problem=problem)


def _compile(form: Form, spec: RuleCheck, options: Halves) -> Iterator[Check]:
    where = where_specified(form, spec)
    refuse_unknown_narratives(form, (options.section,), where)
    yield BothHalves(
        spec,
        options.section,
        form.pattern(options.problems, where),
        form.pattern(options.problems_trace, where),
        form.pattern(options.improvements, where),
        form.pattern(options.improvements_trace, where),
        form.pattern(options.denial, where),
    )


RULE = Rule("section.improvement", Halves, frozenset({"section", "problem"}), _compile)
