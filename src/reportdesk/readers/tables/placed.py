"""All tables of a document against one edition of the form: how much of it they fill, and what is left."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

import msgspec

from reportdesk.readers.found.blocks import Block, FoundTable, Printed
from reportdesk.readers.tables.figures import is_blank, looks_like_figure
from reportdesk.readers.tables.labels import plain_label
from reportdesk.readers.tables.match import match_table
from reportdesk.readers.tables.matched import Matched, differ
from reportdesk.readers.tables.statutory import statutory
from reportdesk.readers.tables.wording import FormRow, FormWording

#: The name of a table with its unit; a longer line above one is a sentence.
_LONGEST_CAPTION_CHARACTERS = 40
#: Fewer labels of the form may stand in a small table of another kind.
_FEWEST_LABELS = 4
#: And a smaller share of all that it says in a large one.
_MOSTLY_LABELS = 0.6


class Placed(msgspec.Struct):
    """What the tables of a document say in the terms of one edition.

    `tables` names, by the place of a found table among the blocks, the form's tables that it holds;
    `unfilled` are the places of tables of nothing but the form's labels; `left_off` are the blocks of a
    second report in the file.
    """

    wording: FormWording
    blocks: tuple[Block, ...]
    figures: dict[str, str] = msgspec.field(default_factory=dict)
    printed: dict[str, Printed] = msgspec.field(default_factory=dict)
    unclear: list[tuple[FormRow, tuple[str, ...]]] = msgspec.field(default_factory=list)
    repeated: list[str] = msgspec.field(default_factory=list)
    guessed: list[tuple[str, FormRow]] = msgspec.field(default_factory=list)
    strange: list[tuple[str, tuple[str, ...]]] = msgspec.field(default_factory=list)
    tables: dict[int, tuple[str, ...]] = msgspec.field(default_factory=dict)
    unfilled: frozenset[int] = frozenset()
    left_off: tuple[Block, ...] = ()

    @property
    def known(self) -> frozenset[int]:
        """Return the places of all tables that are the form's, filled or not."""
        return self.unfilled.union(self.tables)

    @property
    def is_complete(self) -> bool:
        """Tell whether every cell of the edition was found, and nothing that has no place in it."""
        is_open = self.unclear or self.strange or self.guessed
        return not is_open and len(self.figures) == len(self.wording.form.cells)

    @property
    def filled(self) -> int:
        """Return how many figures were placed; a blank is none."""
        return sum(not is_blank(text) for text in self.figures.values())

    def said(self) -> frozenset[str]:
        """Return the words of the tables that are surely labels of this edition."""
        cells = {
            plain_label(cell.text)
            for block in self.blocks
            if isinstance(block, FoundTable)
            for cell in block.cells()
        }
        return frozenset(text for text in cells if self.wording.labels.spelled(text))

    @property
    def open_keys(self) -> frozenset[str]:
        """Return the keys of rows whose numbers could not be told apart."""
        keys = (key for line, _ in self.unclear for key in line.keys)
        return frozenset(key for key in keys if key not in self.figures)


def place_tables(blocks: Sequence[Block], wording: FormWording) -> Placed:
    """Match every found table with every table of the form, and take those that are the form's."""
    joined = tuple(join_split_tables(blocks))
    placed = Placed(wording, joined)
    results = {
        place: _match(place, block, placed)
        for place, block in enumerate(joined)
        if isinstance(block, FoundTable)
    }
    for place, held in statutory(results, joined, wording).items():
        _take(place, held, placed)
    placed.repeated += _contested(placed)
    placed.unfilled = frozenset(
        place
        for place, block in enumerate(joined)
        if place not in placed.tables and isinstance(block, FoundTable) and _is_unfilled(block, wording)
    )
    return placed


def _contested(placed: Placed) -> Iterator[str]:
    """Yield the cells of rows that were placed whole though the document has other figures for the row."""
    for line, figures in placed.unclear:
        taken = tuple(placed.figures.get(key, "").strip() for key in line.keys)
        if all(taken) and len(taken) == len(figures) and taken != tuple(map(str.strip, figures)):
            yield from line.keys


def _is_unfilled(found: FoundTable, wording: FormWording) -> bool:
    """Tell whether a table has labels of the form and no figure at all."""
    said = [cell.text for cell in found.cells() if cell.text.strip()]
    known = [text for text in said if wording.labels.find(text).labels]
    is_figureless = not any(looks_like_figure(text) and not is_blank(text) for text in said)
    return is_figureless and len(known) >= max(_FEWEST_LABELS, _MOSTLY_LABELS * len(said))


def _match(place: int, found: FoundTable, placed: Placed) -> dict[str, Matched]:
    context = _context(placed.blocks, place, placed.wording)
    said = labels_in(found, placed.wording)
    results = {
        wanted.table.key: match_table(found, wanted, placed.wording, context)
        for wanted in placed.wording.tables
        if wanted.labels & said
    }
    return {key: matched for key, matched in results.items() if matched.is_any}


def _take(place: int, held: Mapping[str, Matched], placed: Placed) -> None:
    placed.tables[place] = tuple(held)
    for matched in held.values():
        _merge(place, matched, placed)
    taken = set[int]().union(*(matched.taken for matched in held.values()))
    strange = {row: said for matched in held.values() for row, said in matched.strange.items()}
    placed.strange += [said for row, said in sorted(strange.items()) if row not in taken]


def labels_in(found: FoundTable, wording: FormWording) -> frozenset[str]:
    """Return all labels that a found table may hold."""
    return frozenset[str]().union(*(wording.labels.find(cell.text).labels for cell in found.cells()))


def _merge(place: int, matched: Matched, placed: Placed) -> None:
    for key, text in matched.figures.items():
        before = placed.figures.get(key, "")
        if not before.strip():
            placed.figures[key] = text
            placed.printed[key] = Printed(place, matched.rows[key], text)
        elif differ(before, text):
            placed.repeated.append(key)
    for key, row in matched.rows.items():
        if key not in matched.figures:
            placed.printed.setdefault(key, Printed(place, row, ""))
    placed.repeated += matched.repeated
    placed.unclear += matched.unclear
    placed.guessed += matched.guessed


def _context(blocks: Sequence[Block], place: int, wording: FormWording) -> frozenset[str]:
    """Return the labels that the last words before a table hold, as a caption may say them."""
    for block in reversed(blocks[:place]):
        if isinstance(block, FoundTable):
            break
        words = plain_label(block.text)
        if words and len(words) <= _LONGEST_CAPTION_CHARACTERS:
            names = {name for table in wording.tables for name in table.columns}
            return frozenset(name for name in names if plain_label(name) in words)
        if words:
            break
    return frozenset()


def join_split_tables(blocks: Sequence[Block]) -> Iterator[Block]:
    """Yield blocks with tables put together that only a page break, blank lines, cut in two."""
    held: FoundTable | None = None
    blanks: list[Block] = []
    for block in blocks:
        if isinstance(block, FoundTable):
            if held is not None and held.width == block.width and not block.is_sheet:
                held = replace(held, slots=held.slots + block.slots)
            else:
                if held is not None:
                    yield held
                    yield from blanks
                held = block
            blanks = []
        elif held is not None and not block.text.strip():
            blanks.append(block)
        else:
            if held is not None:
                yield held
                yield from blanks
                held, blanks = None, []
            yield block
    if held is not None:
        yield held
        yield from blanks
