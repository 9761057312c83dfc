"""Which paragraph heads which section, and the words that stand under each heading."""

from __future__ import annotations

from bisect import bisect
from collections.abc import Iterable, Iterator, Mapping, Sequence

import msgspec

from reportdesk.form.model import Form
from reportdesk.form.parts import Section
from reportdesk.readers.document.headings import Heading, heading_at
from reportdesk.readers.found.blocks import Block, FoundParagraph
from reportdesk.readers.tables.labels import plain_label
from reportdesk.report.model import Note

#: Headings in a row without a word between them: a table of contents has all six, or nearly.
_FEWEST_IN_CONTENTS = 4


class Outline(msgspec.Struct):
    """The headings that were chosen, by section, and what is to be said about them."""

    form: Form
    blocks: Sequence[Block]
    chosen: dict[str, Heading] = msgspec.field(default_factory=dict)
    skipped: frozenset[int] = frozenset()

    @property
    def first(self) -> int:
        """Return the place of the first heading, or of the end where there is none."""
        return min((heading.place for heading in self.chosen.values()), default=len(self.blocks))

    def spans(self) -> Iterator[tuple[str, range]]:
        """Yield each section that has a heading with the places of what stands under it, in their order."""
        ordered = sorted(self.chosen.items(), key=lambda item: item[1].place)
        ends = [*(heading.place for _, heading in ordered[1:]), len(self.blocks)]
        for (key, heading), end in zip(ordered, ends, strict=False):
            yield key, range(heading.place + 1, end)

    def notes(self) -> Iterator[Note]:
        """Yield what is missing, out of order or worded otherwise."""
        for section in self.form.sections:
            heading = self.chosen.get(section.key)
            if heading is None:
                message = f"没有找到标题“{section.heading}”"
                yield Note("section.missing", message, section=section.key)
            elif plain_label(heading.text) != plain_label(section.heading):
                message = f"标题印的是“{heading.text}”，应为“{section.heading}”"
                yield Note("section.heading", message, section=section.key)
        yield from self._misplaced()

    def _misplaced(self) -> Iterator[Note]:
        furthest = -1
        for section in self.form.sections:
            heading = self.chosen.get(section.key)
            if heading is None:
                continue
            if heading.place < furthest:
                yield Note("section.order", f"“{section.heading}”的次序不对", section=section.key)
            furthest = max(furthest, heading.place)


def outline(blocks: Sequence[Block], tables: Mapping[int, Sequence[str]], form: Form) -> Outline:
    """Choose a heading for every section: by its words, then by the table under it, then by its number.

    `tables` names, by the place of a found table, the form's tables that it holds.
    """
    headings = [
        found
        for place, block in enumerate(blocks)
        if isinstance(block, FoundParagraph) and (found := heading_at(place, block, form)) is not None
    ]
    contents = _contents(headings, blocks)
    made = Outline(form, blocks, skipped=contents)
    left = [heading for heading in headings if heading.place not in contents]
    own = _without_copies(tables, left, form)
    _choose_by_words(made, left, own)
    _choose_by_place(made, left, own)
    return made


def _without_copies(
    tables: Mapping[int, Sequence[str]], headings: Sequence[Heading], form: Form
) -> dict[int, list[str]]:
    """Return the tables without those that stand again in the words of another section.

    Of several places of one table its own is the one with the surest heading above, up to the table before.
    """
    sure: dict[str, dict[int, tuple[int, bool]]] = {}
    places = [heading.place for heading in headings]
    first = 0
    for place in sorted(tables):
        end = bisect(places, place)
        for section in form.sections:
            if section.table in tables[place]:
                above = [(h.rank, h.certain) for h in headings[first:end] if section.key in h.sections]
                sure.setdefault(section.table, {})[place] = max(above, default=(-1, False))
        first = end
    top = {name: max(found.values()) for name, found in sure.items()}
    return {
        place: [name for name in held if name not in top or sure[name][place] == top[name]]
        for place, held in tables.items()
    }


def _contents(headings: Sequence[Heading], blocks: Sequence[Block]) -> frozenset[int]:
    """Return the places of a table of contents: headings that follow each other with nothing between."""
    found: set[int] = set()
    run: list[Heading] = []
    for heading in [*headings, None]:
        follows = heading is not None and run and _is_empty(blocks[run[-1].place + 1 : heading.place])
        if heading is not None and (follows or not run):
            run.append(heading)
            continue
        if len(run) >= _FEWEST_IN_CONTENTS and _are_repeated(run, headings):
            found |= {one.place for one in run}
        run = [heading] if heading is not None else []
    return frozenset(found)


def _is_empty(blocks: Iterable[Block]) -> bool:
    return all(isinstance(block, FoundParagraph) and not block.text.strip() for block in blocks)


def _are_repeated(run: Sequence[Heading], headings: Sequence[Heading]) -> bool:
    later = {plain_label(heading.text) for heading in headings if heading.place > run[-1].place}
    return all(plain_label(heading.text) in later for heading in run[:-1])


def _choose_by_words(made: Outline, headings: Sequence[Heading], tables: Mapping[int, Sequence[str]]) -> None:
    for section in made.form.sections:
        window = _window(section, made.form, tables, len(made.blocks))
        fitting = [heading for heading in headings if section.key in heading.sections]
        inside = [heading for heading in fitting if heading.place in window]
        outside = [heading for heading in fitting if heading.certain and heading.rank >= 2]
        best = _best(inside, section, tables) or _best(outside, section, tables)
        if best is not None and best not in made.chosen.values():
            made.chosen[section.key] = best


def _best(
    headings: Sequence[Heading], section: Section, tables: Mapping[int, Sequence[str]]
) -> Heading | None:
    """Return the heading that looks most like one; of equals the first, above a table the last before it."""
    usable = [h for h in headings if h.rank >= 1 or (section.table and _is_right_above(h, section, tables))]
    if not usable:
        return None
    nearest = max if section.table else min
    top = max((heading.rank, heading.certain) for heading in usable)
    return nearest(
        (heading for heading in usable if (heading.rank, heading.certain) == top), key=lambda one: one.place
    )


def _is_right_above(heading: Heading, section: Section, tables: Mapping[int, Sequence[str]]) -> bool:
    return any(
        heading.place < place <= heading.place + 3 for place, held in tables.items() if section.table in held
    )


def _window(section: Section, form: Form, tables: Mapping[int, Sequence[str]], end: int) -> range:
    """Return the places where a section's heading can stand, between the tables before and after it."""
    order = {other.table: number for number, other in enumerate(form.sections) if other.table}
    own = form.sections.index(section)
    start = 0
    stop = end
    for place, held in tables.items():
        numbers = [order[name] for name in held if name in order]
        if any(number < own for number in numbers):
            start = max(start, place + 1)
        if any(number >= own for number in numbers):
            stop = min(stop, place)
    return range(start, stop)


def _choose_by_place(made: Outline, headings: Sequence[Heading], tables: Mapping[int, Sequence[str]]) -> None:
    """Give sections still without a heading one that no words explain, if place and number agree."""
    for section in made.form.sections:
        if section.key in made.chosen:
            continue
        taken = {heading.place for heading in made.chosen.values()}
        window = _between(section, made, _window(section, made.form, tables, len(made.blocks)))
        free = [
            heading
            for heading in headings
            if heading.rank >= 2
            and not heading.sections
            and heading.place in window
            and heading.place not in taken
        ]
        numbered = [heading for heading in free if heading.ordinal == section.ordinal]
        above = [heading for heading in free if section.table and _is_right_above(heading, section, tables)]
        if above or numbered:
            made.chosen[section.key] = above[-1] if above else numbered[0]


def _between(section: Section, made: Outline, window: range) -> range:
    """Narrow a window to what lies between the headings chosen for the sections around."""
    number = made.form.sections.index(section)
    before = [made.chosen[s.key].place for s in made.form.sections[:number] if s.key in made.chosen]
    after = [made.chosen[s.key].place for s in made.form.sections[number + 1 :] if s.key in made.chosen]
    return range(max([window.start, *(place + 1 for place in before)]), min([window.stop, *after]))
