"""The words by which figures are told, ready for use, as `prose.toml` has them."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from functools import lru_cache

from reportdesk.form.model import Form
from reportdesk.form.template import read_part
from reportdesk.frozen import Frozen
from reportdesk.prose.lexicon.cell_sums import CellSum, Fills, expand
from reportdesk.prose.lexicon.soundness import refuse_dangling, refuse_repeated_words
from reportdesk.prose.lexicon.wordings import ROLES, Label, Measure, ProseFile, roles_of
from reportdesk.prose.lexicon.words import WordLine, WordList


class PhraseReady(Frozen, frozen=True):
    """A pattern of words, with the label for which they stand, if any, and their roles."""

    pattern: re.Pattern[str]
    label: str
    roles: frozenset[str]


class Lexicon(Frozen, frozen=True, eq=False):
    """The words of one form, ready for use; `phrases` are patterns with roles by their first character.

    Some stand for a label. Measures without a topic count under every one; `where` is the file.
    """

    form: Form
    file: ProseFile
    where: str
    words: WordList
    phrases: Mapping[str, tuple[PhraseReady, ...]]
    roles_by_label: Mapping[str, frozenset[str]]
    topic_by_label: Mapping[str, str]
    hinted_topic_by_label: Mapping[str, str]
    measures_by_topic: Mapping[str, tuple[Measure, ...]]
    labels_by_role: Mapping[str, frozenset[str]]

    def label(self, key: str) -> Label:
        """Return what the words of a label mean."""
        return self.file.label[key]

    def roles(self, key: str) -> frozenset[str]:
        """Return what the words of a label do."""
        return self.roles_by_label[key]

    def topic_of(self, key: str) -> str:
        """Return the topic of a label that is an object, empty for any other."""
        return self.file.label[key].topic if key else ""

    def phrase_at(self, text: str, place: int) -> tuple[int, PhraseReady] | None:
        """Return the end of the longest phrase at a place of a text, and the phrase."""
        found: tuple[int, PhraseReady] | None = None
        for phrase in self.phrases.get(text[place], ()):
            match = phrase.pattern.match(text, place)
            if match is not None and (found is None or match.end() > found[0]):
                found = match.end(), phrase
        return found

    def labels_of(self, role: str) -> frozenset[str]:
        """Return the labels whose words have a role."""
        return self.labels_by_role.get(role, frozenset())

    def sums(self, measure: Measure, fills: Fills, *, of_which: bool, of_all: bool) -> tuple[CellSum, ...]:
        """Return the sums of cells of a measure in the order in which to try them."""
        wordings = measure.sums
        wordings += measure.of_which if of_which else ()
        wordings += measure.when_all if of_all else ()
        return self.expanded(wordings, fills)

    def expanded(self, wordings: tuple[str, ...], fills: Fills) -> tuple[CellSum, ...]:
        """Return sums in words as signed cells, their slots filled."""
        chosen = {**self.file.defaults, **fills}
        slots = tuple(chosen.items())
        return tuple(_expanded(self.form, wording, slots, self.where) for wording in wordings)


@lru_cache(maxsize=4096)
def _expanded(
    form: Form, wording: str, slots: tuple[tuple[str, tuple[str, ...]], ...], where: str
) -> CellSum:
    return expand(form, wording, dict(slots), where)


@lru_cache(maxsize=8)
def load_lexicon(form: Form) -> Lexicon:
    """Return the words of a form; a form without `prose.toml` has none; raise FormError for a slip in it."""
    source = form.folder / "prose.toml"
    file = read_part(source, ProseFile, form.prepared)
    if form.prepared is None:
        refuse_dangling(form, file, source)
        refuse_repeated_words(file, str(source))
    words = WordList(_word_lines(file, str(source)))
    topics = _topics_by_label(file.tells)
    roles = {key: label.roles for key, label in file.label.items()}
    hinted = topics | _topics_by_label(file.hints)
    by_role: dict[str, frozenset[str]] = {
        role: frozenset(key for key, has in roles.items() if role in has) for role in ROLES
    }
    measures = _measures_by_topic(file)
    phrases = _phrases(form, file, str(source))
    return Lexicon(form, file, str(source), words, phrases, roles, topics, hinted, measures, by_role)


def _measures_by_topic(file: ProseFile) -> dict[str, tuple[Measure, ...]]:
    topics = dict.fromkeys(measure.topic for measure in file.measure)
    return {topic: tuple(one for one in file.measure if one.topic in {"", topic}) for topic in topics}


def _word_lines(file: ProseFile, where: str) -> Iterator[tuple[WordLine, str]]:
    for key, label in file.label.items():
        for line in label.words:
            yield WordLine.read(line, f"{where}: {key}"), key


def _phrases(form: Form, file: ProseFile, where: str) -> dict[str, tuple[PhraseReady, ...]]:
    by_first: defaultdict[str, list[PhraseReady]] = defaultdict(list)
    for phrase in file.phrase:
        roles = file.label[phrase.label].roles if phrase.label else roles_of(phrase.role)
        ready = PhraseReady(form.pattern(phrase.pattern, where), phrase.label, roles)
        for first in phrase.first:
            by_first[first].append(ready)
    return {first: tuple(patterns) for first, patterns in by_first.items()}


def _topics_by_label(labels_by_topic: Mapping[str, tuple[str, ...]]) -> dict[str, str]:
    return {label: topic for topic, labels in labels_by_topic.items() for label in labels}
