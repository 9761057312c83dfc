"""A found table against a table of the form: rows and columns by their labels, never by position."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeAlias

import msgspec

from reportdesk.form.parts import Band
from reportdesk.readers.found.blocks import FoundTable, Slot
from reportdesk.readers.tables.columns import assign
from reportdesk.readers.tables.figures import is_blank, looks_like_figure
from reportdesk.readers.tables.heads import Heads
from reportdesk.readers.tables.labels import LabelMatch, is_numbered, plain_label
from reportdesk.readers.tables.matched import Matched, differ
from reportdesk.readers.tables.strays import LONGEST_HEAD
from reportdesk.readers.tables.wording import FormRow, FormWording, TableWording, leaves

#: So many of an unlabelled row's column labels must stand above it.
_ENOUGH_HEADS = 3
#: Rows of heads at most; the form has three, which lines of a cell may cut into more.
_MOST_HEADS = 8


def match_table(
    found: FoundTable, wanted: TableWording, wording: FormWording, context: frozenset[str] = frozenset()
) -> Matched:
    """Match every row; `context` are labels that a caption before the table says."""
    return _Matching(found, wanted, wording, context).run()


#: A row of the form, the slots of its numbers, and how its label was recognised in which words.
_Leaf: TypeAlias = tuple[FormRow, Sequence[Slot], LabelMatch, str]


class _Matching(msgspec.Struct):
    found: FoundTable
    wanted: TableWording
    wording: FormWording
    context: frozenset[str]
    matched: Matched = msgspec.field(default_factory=Matched)
    number: int = 0
    band: Band | None = None
    head_rows: list[int] = msgspec.field(default_factory=list)
    heads: Heads | None = None
    pending: dict[int, str] = msgspec.field(default_factory=dict)
    is_foreign: bool = False

    def run(self) -> Matched:
        """Go through the rows from the top; labels of columns count for the rows below them."""
        for number in range(len(self.found.slots)):
            self._take(number, self.found.row(number))
        return self.matched

    def _take(self, number: int, row: Sequence[Slot]) -> None:
        self.number = number
        own = [slot for slot in row if slot.begins]
        if self._is_title(row):
            return
        at = self._leaf(row, own)
        if at is not None:
            self.matched.taken.add(number)
            self._take_line(*at)
            is_empty = not any(slot.text.strip() for slot in at[1])
            self.pending = {slot.first: slot.text for slot in own if slot.text == at[3]} if is_empty else {}
            return
        if self._is_head(own):
            self._take_head(number)
        elif self._is_bare(row):
            self._take_bare(number, row)
        else:
            self._take_rest(number, row)
        self.pending = self._unfinished(row, own)

    def _is_title(self, row: Sequence[Slot]) -> bool:
        said = ""
        for slot in row:
            if slot.text != said and slot.text.strip():
                if said:
                    return False
                said = slot.text
        titles = self._recognise(said) & self.wanted.titles.keys() if said else frozenset()
        if titles:
            self.band = self.wanted.titles[min(titles)]
            self.head_rows, self.heads = [], None
            self.is_foreign = False
            self.matched.is_headed = True
        return bool(titles)

    def _leaf(self, row: Sequence[Slot], own: Sequence[Slot]) -> _Leaf | None:
        """Find the row's own label, the last one before its numbers; what is right of it are numbers."""
        for index in range(len(row) - 1, -1, -1):
            slot = row[index]
            if not slot.begins or looks_like_figure(slot.text):
                continue
            text, match = self._label(slot)
            line = self._line(match, row[: index + 1])
            if line is None:
                continue
            if not is_numbered(text) and self._is_among_heads(slot, own):
                return None
            slots = row[index + 1 :]
            return (line, slots, match, text) if self._are_numbers(slots, line) else None
        return None

    def _is_among_heads(self, slot: Slot, own: Sequence[Slot]) -> bool:
        """Tell whether a label such as 其他 or 总计 is a column's here: other columns are named beside it."""
        if not self._recognise(slot.text) & self.wanted.columns:
            return False
        others = (self._recognise(other.text) for other in own if other is not slot)
        return any(names & self.wanted.columns for names in others)

    def _label(self, slot: Slot) -> tuple[str, LabelMatch]:
        """Recognise a row's label, together with its beginning in the row above if it was cut there."""
        begun = self.pending.get(slot.first, "") if slot.text.strip() else ""
        for text in (slot.text, begun + slot.text) if begun else (slot.text,):
            match = self.wording.labels.find(text)
            if match.labels & self.wanted.rows.keys():
                return text, match
        return slot.text, LabelMatch(frozenset())

    def _line(self, match: LabelMatch, labels: Sequence[Slot]) -> FormRow | None:
        """Return the one row of the form that a label names; parents and titles decide between several."""
        lines = [line for label in sorted(match.labels) for line in self.wanted.rows.get(label, ())]
        if len(lines) > 1:
            said = frozenset[str]().union(*(self._recognise(slot.text) for slot in labels))
            scores = [len(said & set(line.row.labels)) + (line.band is self.band) for line in lines]
            lines = [line for score, line in zip(scores, lines, strict=True) if score == max(scores)]
        return lines[0] if len(lines) == 1 else None

    def _are_numbers(self, slots: Sequence[Slot], line: FormRow) -> bool:
        found, columns = self.wording.labels.found, self.wanted.columns
        if not all(columns.isdisjoint(found[slot.text].labels) for slot in slots):
            return False
        if not self.found.is_aligned and any(
            slot.text.strip() and not looks_like_figure(slot.text) for slot in slots
        ):
            return False
        return len(slots) >= len(line.band.column) or any(looks_like_figure(slot.text) for slot in slots)

    def _take_line(self, line: FormRow, slots: Sequence[Slot], match: LabelMatch, text: str) -> None:
        figures = assign(line, slots, self._heads())
        if not match.certain:
            self.matched.guessed.append((text, line))
        self._keep(line, figures, slots)
        self.head_rows = []

    def _keep(self, line: FormRow, figures: dict[str, str] | None, slots: Sequence[Slot]) -> None:
        self.matched.lines.add(line.keys[0])
        if figures is None:
            self.matched.rows = dict.fromkeys(line.keys, self.number) | self.matched.rows
            self.matched.unclear.append((line, tuple(slot.text for slot in slots if slot.text.strip())))
            return
        for key, text in figures.items():
            before = self.matched.figures.get(key, "")
            if not before.strip():
                self.matched.figures[key] = text
                self.matched.rows[key] = self.number
            elif differ(before, text):
                self.matched.repeated.append(key)

    def _is_head(self, own: Sequence[Slot]) -> bool:
        says = any(self._recognise(slot.text) & self.wanted.columns for slot in own)
        return says and not any(looks_like_figure(slot.text) for slot in own)

    def _take_head(self, number: int) -> None:
        if not self.head_rows:
            self.heads = None
        self.head_rows.append(number)
        self.is_foreign = False
        self.matched.is_headed = True

    def _heads(self) -> Heads:
        rows = tuple(self.head_rows)
        if self.is_foreign and (self.heads is None or not self.heads.is_foreign):
            self.heads = Heads(self.found, (), self.wording.labels, self.context, is_foreign=True)
        elif self.heads is None or (rows and self.heads.rows != rows):
            self.heads = Heads(self.found, rows, self.wording.labels, self.context)
        return self.heads

    def _is_bare(self, row: Sequence[Slot]) -> bool:
        """Tell whether the row holds nothing but numbers, as below column labels without row labels."""
        if not (self.wanted.unlabelled and self.head_rows):
            return False
        is_blank_row = not any(slot.text.strip() for slot in row)
        widths = {len(line.band.column) for line in self.wanted.unlabelled}
        return len(row) in widths if is_blank_row else any(looks_like_figure(slot.text) for slot in row)

    def _take_bare(self, number: int, row: Sequence[Slot]) -> None:
        slots = list(row)
        while slots and slots[0].text.strip() and not looks_like_figure(slots[0].text):
            slots.pop(0)
        for line in self.wanted.unlabelled:
            heads = self._heads()
            named = {name for names in heads.sequences(line.band) for name in names}
            enough = len(named) >= min(_ENOUGH_HEADS, len(set(leaves(line.band))))
            if enough or heads.spell_out(line.band):
                self.matched.taken.add(number)
                self._keep(line, assign(line, slots, heads), slots)
        if any(slot.text.strip() for slot in row):
            self.head_rows = []

    def _take_rest(self, number: int, row: Sequence[Slot]) -> None:
        """Keep pieces of column labels with the heads; name a row whose numbers nothing explains."""
        figures = [slot.text for slot in row if looks_like_figure(slot.text) and not is_blank(slot.text)]
        if not figures:
            if self.head_rows and number - self.head_rows[-1] == 1 and len(self.head_rows) < _MOST_HEADS:
                self.head_rows.append(number)
            elif self._is_foreign_head(row):
                self.is_foreign, self.head_rows = True, []
        elif figures:
            words = "".join(slot.text for slot in row if not looks_like_figure(slot.text))
            self.matched.strange[number] = (words.strip(), tuple(figures))

    def _is_foreign_head(self, row: Sequence[Slot]) -> bool:
        """Tell whether a row labels columns, but none that this table has."""
        said = [slot.text for slot in row if slot.text.strip()]
        unknown = [text for text in said[1:] if not self._recognise(text)]
        known = [text for text in said[1:] if self._recognise(text)]
        return bool(unknown) and not known and all(len(plain_label(text)) <= LONGEST_HEAD for text in unknown)

    def _unfinished(self, row: Sequence[Slot], own: Sequence[Slot]) -> dict[int, str]:
        """Return labels not recognised so far, which the next row may complete."""
        if any(looks_like_figure(slot.text) for slot in row):
            return {}
        return {slot.first: slot.text for slot in own if slot.text.strip() and not self._recognise(slot.text)}

    def _recognise(self, text: str) -> frozenset[str]:
        return self.wording.labels.found[text].labels
