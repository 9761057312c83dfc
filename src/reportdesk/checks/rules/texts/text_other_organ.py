"""text.other_organ: where the report speaks of itself it names its own organ (Regulations, Art. 50).

A paragraph copied from a neighbour keeps the neighbour's name, or its 我镇. Superior governments, systems and
bodies that are cited speak of other things and are left alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from msgspec import structs

from reportdesk.checks.check import Check, found_in_field, where_specified
from reportdesk.checks.finding import Finding
from reportdesk.checks.found import found_in_words, words_of
from reportdesk.checks.rules.rule import Rule
from reportdesk.form.checklist import Options, RuleCheck
from reportdesk.form.model import Form
from reportdesk.frozen import Frozen
from reportdesk.patterns import late
from reportdesk.report.align import is_in_order
from reportdesk.report.entries import Touched
from reportdesk.report.facts import Facts

#: Two characters are no name: 省局, 县局.
_LEAST_NAME_CHARACTERS = 3
#: 县人民政府: what tells a government's level and kind.
_LEVEL_CHARACTERS = 5
#: 发改局 is short for 发展和改革委员会: offices change their kind.
_KIND = late("(?:局|委员会|委|厅)$")
_COUNTY = late("[一-鿿]{2,5}?[县旗]")


class Names(Options, frozen=True):
    """How organs name themselves.

    `kinds` are patterns of organs' names by the word that stands after `itself` (我局): an organ of a kind
    that is listed uses none of the others. `name` is a pattern of a name, `speaks` of what follows where an
    organ speaks of itself at the beginning of a sentence, after `opens`. `superior` are names that may stand
    there all the same; `cites` are organs that speak of others' work in their report. `frames` are patterns
    of where an organ tells its own `name`: whose report this is, who made it, whom to ask. Names that are
    `higher` are no neighbour's, nor are those of its `city` to an organ that is `local`.
    """

    kinds: dict[str, str]
    itself: str
    opens: str
    name: str
    speaks: str
    superior: str
    cites: str
    frames: tuple[str, ...]
    higher: str
    city: str
    local: str
    signature_message: str


class _Others(Frozen, frozen=True):
    """Tells other organs' names from the reporting one's."""

    superior: re.Pattern[str]
    cites: re.Pattern[str]
    higher: re.Pattern[str]
    city: re.Pattern[str]
    local: re.Pattern[str]

    def are_meant(self, name: str, organ: str) -> bool:
        """Tell whether a name is neither the organ's nor a short form of it, nor a superior's."""
        if self.superior.search(name) and not _is_of_its_level(name, organ):
            return False
        if self.higher.search(name) or (self.city.search(name) and self.local.search(organ)):
            return False
        short, long = _KIND.sub("", name), _KIND.sub("", organ)
        # 住建局, 住房和城乡建设局: the characters of a short name stand in the long one.
        return not is_in_order(short, long) and not is_in_order(long, short)


class SignsAsItself(Frozen, frozen=True):
    """The signature names no other organ than the one that reports."""

    spec: RuleCheck
    others: _Others
    superior: re.Pattern[str]

    @property
    def places(self) -> tuple[Touched, ...]:
        """Return the organ and the one that signs."""
        return (("fields", "organ"), ("fields", "signature_organ"))

    def findings(self, facts: Facts) -> Iterator[Finding]:
        """Name the other organ; nothing for a report without an organ."""
        organ = facts.report.organ.strip()
        signed = "".join(facts.report.signature_organ.split())
        if organ and signed and self.others.are_meant(signed, organ) and not self.superior.search(signed):
            yield found_in_field(self.spec, facts, "signature_organ", organ=organ)


class SpeaksOfItself(Frozen, frozen=True):
    """A text names no other organ as the one that reports."""

    spec: RuleCheck
    kinds: dict[str, re.Pattern[str]]
    itself: re.Pattern[str]
    subject: re.Pattern[str]
    frames: tuple[re.Pattern[str], ...]
    others: _Others
    key: str

    @property
    def places(self) -> tuple[Touched, ...]:
        """Return the words and the organ."""
        return (("texts", self.key), ("fields", "organ"))

    def findings(self, facts: Facts) -> Iterator[Finding]:
        """Name every other organ; nothing for a report without an organ."""
        organ, text = facts.report.organ.strip(), words_of(facts, self.key)
        if organ and text:
            spans = {*self._of_kinds(text, organ), *self._subjects(text, organ), *self._framed(text, organ)}
            for span in sorted(spans):
                yield found_in_words(self.spec, facts, self.key, span, organ=organ)

    def _of_kinds(self, text: str, organ: str) -> Iterator[tuple[int, int]]:
        own = {word for word, pattern in self.kinds.items() if pattern.search(organ)}
        if own or self.others.cites.search(organ):
            for match in self.itself.finditer(text):
                if match["kind"] not in own:
                    yield match.span()

    def _subjects(self, text: str, organ: str) -> Iterator[tuple[int, int]]:
        speaks_of_others = bool(self.others.cites.search(organ))
        for match in self.subject.finditer(text):
            name = match["name"]
            if speaks_of_others and not _is_of_its_level(name, organ):
                continue
            if len(name) >= _LEAST_NAME_CHARACTERS and self.others.are_meant(name, organ):
                yield match.span("name")

    def _framed(self, text: str, organ: str) -> Iterator[tuple[int, int]]:
        for match in (match for frame in self.frames for match in frame.finditer(text)):
            if self.others.are_meant(match["name"], organ) or _is_of_another_place(match["name"], organ):
                yield match.span("name")


def _is_of_another_place(name: str, organ: str) -> bool:
    """Tell whether a name begins with another county than the organ's: 青山县 beside 云溪县."""
    theirs, own = _COUNTY.match(name), _COUNTY.match(organ)
    return theirs is not None and own is not None and theirs[0] != own[0]


def _is_of_its_level(name: str, organ: str) -> bool:
    """Tell whether two names end alike in level and kind: 县人民政府."""
    return len(name) > _LEVEL_CHARACTERS and name[-_LEVEL_CHARACTERS:] == organ[-_LEVEL_CHARACTERS:]


def _compile(form: Form, spec: RuleCheck, options: Names) -> Iterator[Check]:
    where = where_specified(form, spec)
    kinds = {word: form.pattern(pattern, where) for word, pattern in options.kinds.items()}
    itself = form.pattern(options.itself, where)
    subject = form.pattern(f"(?:{options.opens})(?P<name>{options.name})(?={options.speaks})", where)
    superior = form.pattern(options.superior, where)
    frames = tuple(form.pattern(frame, where) for frame in options.frames)
    others = _Others(
        superior,
        *(form.pattern(one, where) for one in (options.cites, options.higher, options.city, options.local)),
    )
    yield SignsAsItself(structs.replace(spec, message=options.signature_message), others, superior)
    for key in form.text_keys:
        yield SpeaksOfItself(spec, kinds, itself, subject, frames, others, key)


RULE = Rule("text.other_organ", Names, frozenset({"section", "quote", "organ"}), _compile)
