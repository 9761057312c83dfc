"""Which column of the form each number of a row belongs to: by the labels above it, or not at all."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from reportdesk.form.parts import Band, Column
from reportdesk.readers.found.blocks import FoundCell, FoundTable, Slot
from reportdesk.readers.tables.figures import is_blank, looks_like_figure
from reportdesk.readers.tables.labels import Labels, plain
from reportdesk.readers.tables.wording import FormRow, is_in_order, leaves, leaves_by_depth

_MOST_PIECES = 3
_MONEY = "amount"
_YUAN = re.compile(r"(?:单位|\()元(?:\)|$)")


@dataclass
class Heads:
    """The rows of column labels above some rows of numbers; `context` are labels said outside the table.

    `is_foreign` says that what stands above are labels of another form's columns.
    """

    found: FoundTable
    rows: tuple[int, ...]
    labels: Labels
    context: frozenset[str] = frozenset()
    is_foreign: bool = False
    _resolved: dict[tuple[int, int], Column | None] = field(default_factory=dict)
    _sequences: dict[int, list[list[str]]] = field(default_factory=dict)

    def resolve(self, slot: Slot, band: Band) -> Column | None:
        """Return the one column of the band that the labels above a cell name, None if none or several."""
        resolved = {
            one.key: one
            for column in range(slot.first, slot.last + 1)
            if (one := self._resolve(column, band)) is not None
        }
        return next(iter(resolved.values())) if len(resolved) == 1 else None

    def end(self, band: Band) -> int:
        """Return the last grid column that labels name for a band; a row that ends before it is cut short."""
        named = [column for column in range(self.found.width) if self._resolve(column, band) is not None]
        return max(named, default=-1)

    def sequences(self, band: Band) -> list[list[str]]:
        """Return, head row by head row, the band's leaf labels that are recognised, in reading order."""
        if id(band) not in self._sequences:
            wanted = frozenset(leaves(band))
            found = self.labels.find
            names = [[found(slot.text).labels & wanted for slot in self.found.row(row)] for row in self.rows]
            self._sequences[id(band)] = [[min(known) for known in row if known] for row in names]
        return self._sequences[id(band)]

    def count_yuan(self) -> bool:
        """Tell whether a label above says that money is counted in 元 rather than 万元."""
        said = (slot.text for row in self.rows for slot in self.found.row(row))
        return any(_YUAN.search(plain(text)) for text in said)

    def contradict(self, band: Band) -> bool:
        """Tell whether the labels above stand in an order not the form's, or are all of other columns."""
        if self.is_foreign:
            return True
        sequences = self.sequences(band)
        if sum(map(len, sequences)) < len(band.column) and self.spell_out(band):
            return False
        across, downwards = leaves(band), leaves_by_depth(band)
        if not all(is_in_order(names, across) or is_in_order(names, downwards) for names in sequences):
            return True
        return bool(self.rows) and not any(sequences)

    def spell_out(self, band: Band) -> bool:
        """Tell whether the words above are the band's labels to the letter, though cut into pieces."""
        said = Counter(plain("".join(slot.text for row in self.rows for slot in self.found.row(row))))
        wanted = Counter("".join(plain(label) for label in _each_label(band)))
        return said == wanted

    def _resolve(self, column: int, band: Band) -> Column | None:
        if not self.found.is_aligned:
            return None
        place = (column, id(band))
        if place not in self._resolved:
            self._resolved[place] = self._named(column, band)
        return self._resolved[place]

    def _named(self, column: int, band: Band) -> Column | None:
        names = self._names(column)
        if not names:
            return None
        seen = frozenset[str]().union(*names)
        fitting = [one for one in band.column if one.labels[-1] in names[-1]]
        scores = [
            (sum(label in seen for label in one.labels), sum(label in self.context for label in one.labels))
            for one in fitting
        ]
        best = [one for score, one in zip(scores, fitting, strict=True) if score == max(scores)]
        return best[0] if len(best) == 1 else None

    def _names(self, column: int) -> list[frozenset[str]]:
        """Return the labels recognised above a grid column; one cut in pieces is put together."""
        texts = self._above(column)
        names: list[frozenset[str]] = []
        start = 0
        while start < len(texts):
            length = 1
            for pieces in range(min(_MOST_PIECES, len(texts) - start), 0, -1):
                joined = "".join(texts[start : start + pieces])
                known = self.labels.spelled(joined) if pieces > 1 else self.labels.find(joined).labels
                if known:
                    names.append(known)
                    length = pieces
                    break
            start += length
        return names

    def _above(self, column: int) -> list[str]:
        texts: list[str] = []
        last: FoundCell | None = None
        for row in self.rows:
            cell = self.found.slots[row][column]
            if cell is not None and cell is not last and cell.text.strip():
                texts.append(cell.text)
            last = cell
        return texts


def assign(line: FormRow, slots: Sequence[Slot], heads: Heads) -> dict[str, str] | None:
    """Return a row's printed figures by cell key, with the unit that the labels above tell for money.

    None where it cannot be told which number is which.
    """
    figures = _assign(line, slots, heads)
    money = {line.key(column) for column in line.band.column if column.kind == _MONEY}
    if figures is None or not money or not heads.count_yuan():
        return figures
    return {key: _in_yuan(text) if key in money else text for key, text in figures.items()}


def _in_yuan(text: str) -> str:
    return f"{text.strip()}元" if text.strip()[-1:].isdecimal() else text


def _assign(line: FormRow, slots: Sequence[Slot], heads: Heads) -> dict[str, str] | None:
    """Return a row's printed figures by cell key; None where it cannot be told which is which.

    Labels above the numbers decide. Where they do not line up, a full row goes in the form's order if the
    labels stand in it too, and anything else is not guessed: a lone number may be any column's.
    """
    columns = line.band.column
    by_label = _by_labels(line, slots, heads)
    if by_label is not None:
        return by_label
    if len(columns) == len(slots) == 1:
        return {line.key(columns[0]): slots[0].text}
    if heads.contradict(line.band):
        return None
    full = _exactly(len(columns), slots)
    if full is not None:
        return {line.key(column): text for column, text in zip(columns, full, strict=True)}
    is_filled = any(not is_blank(slot.text) for slot in slots)
    return None if is_filled else dict.fromkeys(line.keys, "")


def _by_labels(line: FormRow, slots: Sequence[Slot], heads: Heads) -> dict[str, str] | None:
    """Return the figures by the labels above them; None unless every number has a label of its own."""
    columns = line.band.column
    figures: dict[str, str] = {}
    foreign: list[Slot] = []
    for slot in slots:
        resolved = heads.resolve(slot, line.band)
        if resolved is None:
            foreign.append(slot)
        elif line.key(resolved) in figures:
            return None
        else:
            figures[line.key(resolved)] = slot.text
    if len(figures) == len(columns):
        return None if any(_is_number(slot) for slot in foreign) else figures
    is_whole = bool(figures) and not foreign and heads.end(line.band) <= slots[-1].last
    return figures if is_whole else None


def _is_number(slot: Slot) -> bool:
    return looks_like_figure(slot.text) and not is_blank(slot.text)


def _exactly(count: int, slots: Sequence[Slot]) -> list[str] | None:
    """Return the texts of a full row: blanks at the edges go where only one way leaves all that is printed.

    Blanks between go only if the rest is full.
    """
    texts = [slot.text for slot in slots]
    filled = [place for place, text in enumerate(texts) if text.strip()]
    if len(filled) == count:
        return [texts[place] for place in filled]
    starts = range(len(texts) - count + 1)
    ways = [start for start in starts if all(start <= place < start + count for place in filled)]
    if len(ways) == 1 or (ways and not filled):
        return texts[ways[0] : ways[0] + count]
    return None


def _each_label(band: Band) -> Iterator[str]:
    """Yield every label over a band's numbers once, one that spans several columns too."""
    before: tuple[str, ...] = ()
    for column in band.column:
        for depth, label in enumerate(column.labels):
            if column.labels[: depth + 1] != before[: depth + 1]:
                yield label
        before = column.labels
