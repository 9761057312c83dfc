"""Reading a paragraph sentence by sentence, and remembering what was read: typing changes one at a time."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import lru_cache

from reportdesk.prose.figures.groups import Group, groups_in
from reportdesk.prose.figures.mentions import Mention
from reportdesk.prose.figures.sentence import SentenceReader
from reportdesk.prose.figures.silence import Silence, Why
from reportdesk.prose.lexicon.cell_sums import cells_of
from reportdesk.prose.lexicon.lexicon import Lexicon

_SENTENCE = re.compile(r"[^。！？!?]*[。！？!?]?")
#: Characters; nobody writes a sentence like that, and reading it could hold up a key.
LONGEST_SENTENCE = 3_000


@dataclass(frozen=True, slots=True)
class SentenceRead:
    """What a sentence tells, and why its other numbers were left alone; spans count from its start.

    `topic` is what the sentence after it may go on about.
    """

    mentions: tuple[Mention, ...]
    left: tuple[tuple[int, Why], ...]
    topic: str


def sentences_of_paragraph(paragraph: str) -> Iterator[tuple[int, str]]:
    """Yield the sentences of a paragraph with the place where each begins; too long ones are left out."""
    for match in _SENTENCE.finditer(paragraph):
        if match[0] and len(match[0]) <= LONGEST_SENTENCE:
            yield match.start(), match[0]


def read_paragraph(paragraph: str, lexicon: Lexicon) -> Iterator[tuple[int, SentenceRead]]:
    """Yield what each sentence tells, with the place where it begins."""
    topic = ""
    for start, sentence in sentences_of_paragraph(paragraph):
        read = read_sentence(sentence, topic, lexicon)
        topic = read.topic
        yield start, read


@lru_cache(maxsize=1024)
def mentions_in(paragraph: str, lexicon: Lexicon) -> tuple[Mention, ...]:
    """Return the figures that a paragraph tells, in order; spans count from its start."""
    return tuple(
        replace(mention, start=start + mention.start, end=start + mention.end)
        for start, read in read_paragraph(paragraph, lexicon)
        for mention in read.mentions
    )


@lru_cache(maxsize=4096)
def read_sentence(sentence: str, topic: str, lexicon: Lexicon) -> SentenceRead:
    """Read one sentence after one about a topic."""
    groups = groups_in(sentence, lexicon)
    if not groups:
        return SentenceRead((), (), topic)
    silence = Silence(lexicon, sentence, groups)
    reader = SentenceReader(lexicon, silence, topic or _hinted(groups, lexicon))
    mentions = [mention for group in groups for mention in reader.read(group)]
    kept = tuple(_without_contradictions(mentions))
    return SentenceRead(kept, tuple(reader.left.items()), reader.topic)


def _hinted(groups: Iterable[Group], lexicon: Lexicon) -> str:
    labels = (token.label for group in groups for token in group.tokens)
    topics = (lexicon.hinted_topic_by_label.get(label, "") for label in labels)
    return next(filter(None, topics), "")


def _without_contradictions(mentions: list[Mention]) -> Iterator[Mention]:
    """Leave out what is told office by office, and claims that nothing is left beside a number of what is."""
    same: defaultdict[object, list[Mention]] = defaultdict(list)
    told: set[str] = set()
    for mention in mentions:
        if mention.numeral is not None:
            same[mention.sums, mention.year].append(mention)
        if mention.value and not mention.is_claim:
            told.update(cells_of(mention.sums))
    alike = {key: _of_the_whole(group) for key, group in same.items()}
    for mention in mentions:
        if mention.is_claim and not told.isdisjoint(cells_of(mention.sums)):
            continue
        if mention.numeral is None or any(mention is one for one in alike[mention.sums, mention.year]):
            yield mention


def _of_the_whole(same: list[Mention]) -> list[Mention]:
    """Return which of the numbers of one thing are the whole's: all if equal, else a larger first."""
    if len({mention.value for mention in same}) < 2:
        return same
    return same[:1] if same[0].value >= sum(mention.value for mention in same[1:]) else []
