"""text.privacy: no number of a person goes into print (Regulations, Art. 15; Personal Information Law)."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import structs

from reportdesk.checks.check import Check, where_specified
from reportdesk.checks.finding import Finding
from reportdesk.checks.found import found_in_words, words_of
from reportdesk.checks.rules.rule import Rule
from reportdesk.errors import FormError
from reportdesk.form.checklist import Options, RuleCheck
from reportdesk.form.model import Form
from reportdesk.form.severity import SeverityName
from reportdesk.frozen import Frozen
from reportdesk.prose.text.identity import private_numbers_in
from reportdesk.report.entries import Touched
from reportdesk.report.facts import Facts


class Kinds(Options, frozen=True):
    """How each kind of number is called, and the severity of those that are graver than the rule's."""

    names: dict[str, str]
    severities: dict[str, SeverityName] = {}


class NobodysNumbers(Frozen, frozen=True):
    """The words have no identity, mobile or bank card number."""

    spec: RuleCheck
    options: Kinds
    key: str

    @property
    def places(self) -> tuple[Touched, ...]:
        """Return the words."""
        return (("texts", self.key),)

    def findings(self, facts: Facts) -> Iterator[Finding]:
        """Name each number that is one."""
        for number in private_numbers_in(words_of(facts, self.key)):
            severity = self.options.severities.get(number.kind, self.spec.severity)
            spec = structs.replace(self.spec, severity=severity)
            name = self.options.names[number.kind]
            yield found_in_words(spec, facts, self.key, (number.start, number.end), kind=name)


def _compile(form: Form, spec: RuleCheck, options: Kinds) -> Iterator[Check]:
    if set(options.names) != {"identity", "mobile", "card"} or not set(options.severities) <= set(
        options.names
    ):
        raise FormError("names 应有 identity、mobile、card 三项", where=where_specified(form, spec))
    for key in form.text_keys:
        yield NobodysNumbers(spec, options, key)


RULE = Rule("text.privacy", Kinds, frozenset({"section", "quote", "kind"}), _compile)
