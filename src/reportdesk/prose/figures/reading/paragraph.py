"""Reading a paragraph sentence by sentence, and remembering what was read: typing changes one at a time."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from reportdesk.frozen import Frozen
from reportdesk.patterns import late
from reportdesk.prose.figures.cutting.groups import Group, groups_in
from reportdesk.prose.figures.meaning.mentions import Mention
from reportdesk.prose.figures.meaning.silence import Silence, Why
from reportdesk.prose.figures.reading.context import Context
from reportdesk.prose.figures.reading.listing import Before
from reportdesk.prose.figures.reading.sentence import SentenceReader
from reportdesk.prose.figures.reading.weighing import weighed
from reportdesk.prose.lexicon.lexicon import Lexicon
from reportdesk.prose.text.remembered import MOST_SENTENCE_CHARACTERS, keeping, remembered

_STOPS = ("", *"。！？!?")
_SENTENCE = late(r"[^。！？!?]*[。！？!?]?")
#: Several times the longest sentence met in published reports; reading a longer one could hold up a key.
LONGEST_SENTENCE_CHARACTERS = 700


class SentenceRead(Frozen, frozen=True):
    """What a sentence tells, and why its other numbers were left alone; spans count from its start.

    `leaves` is what the sentence after it may go on about; `length` is in characters.
    """

    mentions: tuple[Mention, ...]
    left: tuple[tuple[int, Why], ...]
    leaves: Before
    length: int


def sentences_of_paragraph(paragraph: str) -> Iterator[tuple[int, str]]:
    """Yield the sentences of a paragraph with the place where each begins; too long ones are left out."""
    for match in _SENTENCE.finditer(paragraph):
        # A stop alone tells nothing.
        if match[0] not in _STOPS and len(match[0]) <= LONGEST_SENTENCE_CHARACTERS:
            yield match.start(), match[0]


def unread_sentences(paragraph: str) -> Iterator[tuple[int, int]]:
    """Yield the [start, end) of the sentences of a paragraph that are too long to be read."""
    if len(paragraph) > LONGEST_SENTENCE_CHARACTERS:
        for match in _SENTENCE.finditer(paragraph):
            if len(match[0]) > LONGEST_SENTENCE_CHARACTERS and match[0].strip():
                yield match.span()


def read_paragraph(paragraph: str, lexicon: Lexicon) -> Iterator[tuple[int, SentenceRead]]:
    """Yield what each sentence tells, with the place where it begins."""
    before = Before()
    for start, sentence in sentences_of_paragraph(paragraph):
        read = read_sentence(sentence, before, lexicon)
        before = read.leaves
        yield start, read


@remembered
def mentions_in(paragraph: str, lexicon: Lexicon) -> tuple[Mention, ...]:
    """Return the figures that a paragraph tells, in order; spans count from its start."""
    return tuple(
        replace(mention, start=start + mention.start, end=start + mention.end)
        for start, read in read_paragraph(paragraph, lexicon)
        for mention in read.mentions
    )


@keeping(MOST_SENTENCE_CHARACTERS)
def read_sentence(sentence: str, before: Before, lexicon: Lexicon) -> SentenceRead:
    """Read one sentence after others about a topic, whose last whole 均 may speak of."""
    groups = groups_in(sentence, lexicon)
    if not groups:
        return SentenceRead((), (), before, len(sentence))
    silence = Silence(lexicon, sentence, groups, goes_on=before.is_elsewhere)
    topic = before.topic or _hinted(groups, lexicon)
    context = Context(lexicon, topic, before.whole, is_unread=before.is_unread)
    reader = SentenceReader(lexicon, silence, context)
    mentions = [mention for group in groups for mention in reader.read(group)]
    kept = weighed(mentions, context.listed, lexicon)
    says_nothing = context.topic == before.topic and not any(group.has_number for group in groups)
    whole = context.whole or (before.whole if says_nothing else None)
    leaves = Before(context.topic, whole, silence.is_elsewhere, context.is_unread)
    return SentenceRead(kept, tuple(reader.left.items()), leaves, len(sentence))


def _hinted(groups: Iterable[Group], lexicon: Lexicon) -> str:
    labels = (token.label for group in groups for token in group.tokens)
    topics = (lexicon.hinted_topic_by_label.get(label, "") for label in labels)
    return next(filter(None, topics), "")
