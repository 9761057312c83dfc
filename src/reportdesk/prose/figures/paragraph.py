"""Reading a paragraph sentence by sentence, and remembering what was read: typing changes one at a time."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import takewhile

from reportdesk.form.formula import Number
from reportdesk.prose.figures.context import Before, Context
from reportdesk.prose.figures.groups import Group, groups_in
from reportdesk.prose.figures.mentions import Mention
from reportdesk.prose.figures.sentence import SentenceReader
from reportdesk.prose.figures.silence import Silence, Why
from reportdesk.prose.lexicon.cell_sums import CellSum, cells_of
from reportdesk.prose.lexicon.lexicon import Lexicon
from reportdesk.prose.text.remembered import remembered

_SENTENCE = re.compile(r"[^。！？!?]*[。！？!?]?")
#: Several times the longest sentence met in published reports; reading a longer one could hold up a key.
LONGEST_SENTENCE_CHARACTERS = 700


@dataclass(frozen=True, slots=True)
class SentenceRead:
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
        if match[0] and len(match[0]) <= LONGEST_SENTENCE_CHARACTERS:
            yield match.start(), match[0]


def unread_sentences(paragraph: str) -> Iterator[tuple[int, int]]:
    """Yield the [start, end) of the sentences of a paragraph that are too long to be read."""
    if len(paragraph) > LONGEST_SENTENCE_CHARACTERS:
        for match in _SENTENCE.finditer(paragraph):
            if len(match[0].strip()) > LONGEST_SENTENCE_CHARACTERS:
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


@lru_cache(maxsize=4096)
def read_sentence(sentence: str, before: Before, lexicon: Lexicon) -> SentenceRead:
    """Read one sentence after others about a topic, whose last whole 均 may speak of."""
    groups = groups_in(sentence, lexicon)
    if not groups:
        return SentenceRead((), (), before, len(sentence))
    silence = Silence(lexicon, sentence, groups, goes_on=before.is_elsewhere)
    context = Context(lexicon, before.topic or _hinted(groups, lexicon), before.whole)
    reader = SentenceReader(lexicon, silence, context)
    mentions = [mention for group in groups for mention in reader.read(group)]
    parts = [id(mention) for mention in _parts_only(context.listed)]
    parts += [id(mention) for mention in _told_reason_by_reason(mentions)]
    told = list(_without_contradictions([one for one in mentions if id(one) not in parts]))
    kept = tuple(_narrowed(told))
    says_nothing = context.topic == before.topic and not any(group.has_number for group in groups)
    whole = context.whole or (before.whole if says_nothing else None)
    leaves = Before(context.topic, whole, silence.is_elsewhere)
    return SentenceRead(kept, tuple(reader.left.items()), leaves, len(sentence))


def _hinted(groups: Iterable[Group], lexicon: Lexicon) -> str:
    labels = (token.label for group in groups for token in group.tokens)
    topics = (lexicon.hinted_topic_by_label.get(label, "") for label in labels)
    return next(filter(None, topics), "")


def _narrowed(mentions: list[Mention]) -> Iterator[Mention]:
    """Yield wholes with those of their sums that what is told beside them allows.

    41件（含上年结转3件） is no 41 of this year, 收到41件，上年结转3件 no 44 of both.
    """
    for place, mention in enumerate(mentions):
        if not mention.measure.whole:
            yield mention
            continue
        after = mentions[place + 1 :]
        parts = list(takewhile(lambda one: one.is_part, after)) if not mention.is_part else []
        beside = [one for one in after if one.is_part == mention.is_part and not one.measure.whole]
        others = [one for one in mentions if one is not mention and not one.measure.whole]
        held = tuple(cell_sum for cell_sum in mention.held if _holds(cell_sum, others))
        if held and any(one.measure.is_total and one.value != mention.value for one in after):
            yield replace(mention, sums=held)
            continue
        parts = [one for one in parts if any(_holds(cell_sum, [one]) for cell_sum in mention.sums)]
        within = tuple(one for one in mention.sums if all(_holds(one, [part]) for part in parts))
        apart = () if mention.held else tuple(one for one in within if not _holds(one, beside))
        yield replace(mention, sums=(apart or within or mention.sums) + held)


def _holds(cell_sum: CellSum, parts: Iterable[Mention]) -> bool:
    """Tell whether a sum adds up the cells of one of some parts, among others."""
    added = {key for sign, key in cell_sum if sign > 0}
    return any(part.value and set(cells_of(part.sums[:1])) <= added for part in parts)


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


def _told_reason_by_reason(mentions: list[Mention]) -> Iterator[Mention]:
    """Yield what is read as a group of results, but is one reason of several: 过程性信息1件，…不予公开1件."""
    results = [one for one in mentions if one.measure.kind == "outcome" and one.numeral is not None]
    for place, mention in enumerate(results):
        own = set(cells_of(mention.sums[:1]))
        others = [set(cells_of(other.sums[:1])) for other in results if other is not mention]
        before = [set(cells_of(other.sums[:1])) for other in results[:place]]
        if len(own) > 1 and (own in others or any(cells < own for cells in before)):
            yield mention


def _parts_only(listed: list[tuple[Number, Mention | None]]) -> Iterator[Mention]:
    """Yield what is told as a total, but is one part of a whole beside others: 受理6件，撤回1件、答复5件."""
    for place, (whole, mention) in enumerate(listed):
        if mention is None or not mention.measure.whole:
            continue
        rest = listed[place + 1 : place + 12]
        for last in range(2, len(rest) + 1):
            parts = [(value, one) for value, one in rest[:last] if value]
            beside = [one for _, one in parts if one is None or one.measure.kind or one.measure.is_total]
            if sum(value for value, _ in parts) == whole and len(beside) > 1:
                yield from (one for _, one in parts if one is not None and one.measure.is_total)
                break
