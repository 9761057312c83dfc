"""section.accountability: a government reports on assessment and accountability (Regulations, Art. 50)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from reportdesk.checks.check import Check, found_in_text, where_specified
from reportdesk.checks.examined_text import examined_part
from reportdesk.checks.finding import Finding, unwritten
from reportdesk.checks.rules.rule import (
    Rule,
    refuse_unknown_levels,
    refuse_unknown_narratives,
)
from reportdesk.checks.wording import squeeze
from reportdesk.form.checklist import Options, RuleCheck
from reportdesk.form.model import Form
from reportdesk.frozen import Frozen
from reportdesk.prose.text.subheads import find_subheads, spellings_of
from reportdesk.report.entries import Touched
from reportdesk.report.facts import Facts


class Topics(Options, frozen=True):
    """Which levels must write what in which section: each topic with a pattern of its words."""

    section: str
    levels: tuple[str, ...]
    topics: dict[str, str]


class TopicsWritten(Frozen, frozen=True):
    """The section speaks of every topic, wherever in it."""

    spec: RuleCheck
    section: str
    levels: tuple[str, ...]
    topics: Mapping[str, re.Pattern[str]]

    @property
    def places(self) -> tuple[Touched, ...]:
        """Return the section's words and what tells the level."""
        return (("texts", self.section), ("fields", "level"), ("fields", "organ"))

    def findings(self, facts: Facts) -> Iterator[Finding]:
        """Name the topics left out; an empty section is another rule's."""
        text = facts.report.texts.get(self.section, "")
        if not squeeze(text) or facts.report.organ_level.key not in self.levels:
            return
        left_out = [topic for topic, words in self.topics.items() if not words.search(text)]
        if left_out:
            finding = found_in_text(self.spec, facts, self.section, topics="、".join(left_out))
            is_unwritten = _has_empty_subheads(facts.form, self.section, examined_part(text))
            yield unwritten(finding) if is_unwritten else finding


def _has_empty_subheads(form: Form, section: str, text: str) -> bool:
    """Tell whether a sub-heading still waits for its words, so that nothing can be said to be left out."""
    names = form.section(section).subheads
    return bool(names) and any(not one.body for one in find_subheads(text, names, spellings_of(form)))


def _compile(form: Form, spec: RuleCheck, options: Topics) -> Iterator[Check]:
    where = where_specified(form, spec)
    refuse_unknown_narratives(form, (options.section,), where)
    refuse_unknown_levels(form, options.levels, where)
    topics = {topic: form.pattern(words, where) for topic, words in options.topics.items()}
    yield TopicsWritten(spec, options.section, options.levels, topics)


RULE = Rule("section.accountability", Topics, frozenset({"section", "topics"}), _compile)
