"""The figures of a sentence beside each other: parts and wholes, contradictions, the odd number of a list."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import takewhile

from reportdesk.form.formula import Number
from reportdesk.prose.figures.meaning.mentions import Mention
from reportdesk.prose.figures.reading.listing import Listed
from reportdesk.prose.lexicon.cell_sums import CellSum, cells_of
from reportdesk.prose.lexicon.lexicon import Lexicon

#: A list of parts is no longer.
_MOST_PARTS = 12
#: Parts of one kind that tell what the odd number beside them is.
_LEAST_READ = 2


def weighed(mentions: Sequence[Mention], listed: Sequence[Listed], lexicon: Lexicon) -> tuple[Mention, ...]:
    """Return the figures of a sentence in order, those that others show to be something else left out.

    `listed` are all its numbers that count, read or not.
    """
    numbers = [one for one in listed if one.kind != "channel"]
    parts = {id(mention) for mention in _parts_only(numbers)}
    parts |= {id(mention) for mention in (*_told_reason_by_reason(mentions), *_told_surer_in_parts(numbers))}
    parts |= {id(mention) for mention in _totals_of_a_part(mentions)}
    sound = list(_without_contradictions([one for one in mentions if id(one) not in parts]))
    odd = _odd_ones(numbers, lexicon)
    return tuple(sorted((*_narrowed(sound), *odd), key=lambda one: one.start))


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
        listed = len(parts)
        parts = _complete(parts, mention.value)
        beside = [one for one in after if one.is_part == mention.is_part and not one.measure.whole]
        beside += after[len(parts) : listed]
        others = [one for one in mentions if one is not mention and not one.measure.whole]
        held = tuple(cell_sum for cell_sum in mention.held if _holds(cell_sum, others))
        totals = [one.value for one in after if one.measure.is_total]
        if not held and any(value < mention.value for value in totals):
            # 办理38件，办结33件: the first are those to be handled.
            held = mention.held
        if held and any(value != mention.value for value in totals):
            yield replace(mention, sums=held)
            continue
        parts = [one for one in parts if any(_holds(cell_sum, [one]) for cell_sum in mention.sums)]
        within = tuple(one for one in mention.sums if all(_holds(one, [part]) for part in parts))
        apart = () if mention.held else tuple(one for one in within if not _holds(one, beside))
        yield replace(mention, sums=(apart or within or mention.sums) + held)


def _complete(parts: list[Mention], whole: Number) -> list[Mention]:
    """Return the parts as far as they make the whole: 8件，其中个人6件、企业2件，上年结转1件 has two."""
    added: Number = 0
    for place, one in enumerate(parts):
        added += one.value
        if added == whole:
            return parts[: place + 1]
    return parts


def _holds(cell_sum: CellSum, parts: Iterable[Mention]) -> bool:
    """Tell whether a sum adds up the cells of one of some parts, among others."""
    added = {key for sign, key in cell_sum if sign > 0}
    return any(part.value and set(cells_of(part.sums[:1])) <= added for part in parts)


def _without_contradictions(mentions: list[Mention]) -> Iterator[Mention]:
    """Leave out what is told office by office, and claims that nothing is left beside a number of what is."""
    same: defaultdict[object, list[Mention]] = defaultdict(list)
    counted: set[str] = set()
    for mention in mentions:
        if mention.numeral is not None:
            same[mention.sums, mention.year].append(mention)
        if mention.value and not mention.is_claim:
            counted.update(cells_of(mention.sums))
    alike = {key: _of_the_whole(group) for key, group in same.items()}
    for mention in mentions:
        if mention.is_claim and not counted.isdisjoint(cells_of(mention.sums)):
            continue
        if mention.numeral is None or any(mention is one for one in alike[mention.sums, mention.year]):
            yield mention


def _of_the_whole(same: list[Mention]) -> list[Mention]:
    """Return which of the numbers of one thing are the whole's: all if equal, else a larger first."""
    if len({mention.value for mention in same}) < 2:
        return same
    surer = [mention for mention in same if not (mention.measure.gives_way or mention.is_part)]
    if surer and any(mention.measure.gives_way for mention in same):
        same = surer
    return same[:1] if same[0].value >= sum(mention.value for mention in same[1:]) else []


def _told_reason_by_reason(mentions: Sequence[Mention]) -> Iterator[Mention]:
    """Yield what is read as a group of results, but is one reason of several: 过程性信息1件，…不予公开1件."""
    results = [one for one in mentions if one.measure.kind == "outcome" and one.numeral is not None]
    for place, mention in enumerate(results):
        own = set(cells_of(mention.sums[:1]))
        others = [set(cells_of(other.sums[:1])) for other in results if other is not mention]
        before = [set(cells_of(other.sums[:1])) for other in results[:place]]
        if len(own) > 1 and (own in others or any(cells < own for cells in before)):
            yield mention


def _parts_only(listed: Sequence[Listed]) -> Iterator[Mention]:
    """Yield what is told as a total, but is one part of a whole beside others: 受理6件，撤回1件、答复5件."""
    for _, parts in _lists_that_add_up(listed):
        beside = [one for one in parts if one.kind != "told" or _is_total(one)]
        if len(beside) > 1:
            yield from (one.mention for one in parts if one.mention is not None and _is_total(one))


def _totals_of_a_part(mentions: Sequence[Mention]) -> Iterator[Mention]:
    """Yield what is told as a total after 其中, but of a larger one: 均已办结，其中当场答复20件."""
    largest: Number = 0
    for mention in mentions:
        if not mention.measure.is_total or mention.measure.held:
            continue
        if mention.is_part and mention.numeral is not None and mention.value < largest:
            yield mention
        elif not mention.is_part:
            largest = max(largest, mention.value)


def _told_surer_in_parts(listed: Sequence[Listed]) -> Iterator[Mention]:
    """Yield wholes of which a part has the same cells by surer words: 发布9件，新制定6件，修订3件."""
    for whole, parts in _lists_that_add_up(listed):
        mention = whole.mention
        if mention is not None and mention.measure.gives_way:
            counted = [one.mention for one in parts if one.mention is not None]
            if any(one.sums == mention.sums and not one.measure.gives_way for one in counted):
                yield mention


def _is_total(one: Listed) -> bool:
    return one.mention is not None and one.mention.measure.is_total


def _lists_that_add_up(listed: Sequence[Listed]) -> Iterator[tuple[Listed, list[Listed]]]:
    """Yield a whole and what follows and adds up to it, zeros left out: the shortest list of two or more."""
    for place, whole in enumerate(listed):
        measure = whole.mention.measure if whole.mention is not None else None
        if measure is None or not (measure.whole or measure.gives_way):
            continue
        added: Number = 0
        parts: list[Listed] = []
        for one in listed[place + 1 : place + 1 + _MOST_PARTS]:
            added += one.value
            parts += [one] if one.value else []
            if added >= whole.value:
                break
        if added == whole.value and len(parts) > 1:
            yield whole, parts


def _odd_ones(listed: Sequence[Listed], lexicon: Lexicon) -> Iterator[Mention]:
    """Yield the one number of a list that nobody could read: it is what the others leave of the whole."""
    for _, parts in _lists_that_add_up(listed):
        unread = [one for one in parts if one.mention is None]
        read = [one.mention for one in parts if one.mention is not None]
        kinds = {one.measure.kind for one in read if not one.measure.put_off}
        measure = lexicon.file.odd.get(next(iter(kinds), "")) if len(kinds) == 1 else None
        if measure is None or len(unread) != 1 or len(read) < _LEAST_READ:
            continue
        token = unread[0].token
        taken = set(cells_of(one.sums[0] for one in read))
        left = tuple(pair for pair in lexicon.expanded(measure.sums, {})[0] if pair[1] not in taken)
        if left:
            yield Mention(measure, (left,), unread[0].value, token.start, token.end, numeral=token.numeral)
