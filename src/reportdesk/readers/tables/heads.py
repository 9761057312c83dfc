"""The labels above rows of numbers: which column of the form each grid column is."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache

import msgspec

from reportdesk.form.parts import Band, Column
from reportdesk.patterns import late
from reportdesk.readers.found.blocks import FoundCell, FoundTable, Slot
from reportdesk.readers.tables.labels import Labels, plain_label
from reportdesk.readers.tables.wording import leaves, leaves_by_depth
from reportdesk.report.align import is_in_order

#: Pieces of a head that are put together at most.
_MOST_PIECES = 3
_MOST_REMEMBERED = 4_096
#: Words of a label that count something of other years, or a change.
_OTHER_TIME = late(r"上年|上一年|去年|往年|历年|累计|同期|同比|环比")
_YUAN = late(r"(?:单位|\()元(?:\)|$)")
_JOINTS = late(r"[()\[\]/\\|>＞→]")


class Heads(msgspec.Struct):
    """The rows of column labels above some rows of numbers; `context` are labels said outside the table.

    `is_foreign` says that what stands above are labels of another form's columns.
    """

    found: FoundTable
    rows: tuple[int, ...]
    labels: Labels
    context: frozenset[str] = frozenset()
    is_foreign: bool = False
    _resolved: dict[tuple[int, int], Column | None] = msgspec.field(default_factory=dict)
    _spans: dict[tuple[int, int, int], Column | None] = msgspec.field(default_factory=dict)
    _sequences: dict[int, list[list[str]]] = msgspec.field(default_factory=dict)
    _spelled: dict[int, bool] = msgspec.field(default_factory=dict)
    #: What `order.order_of` made of the heads for a band: the same for each row below.
    orders: dict[int, tuple[tuple[Column, ...] | None, bool]] = msgspec.field(default_factory=dict)

    def resolve(self, slot: Slot, band: Band) -> Column | None:
        """Return the one column of the band that the labels above a cell name, None if none or several."""
        place = (slot.first, slot.last, id(band))
        if place not in self._spans:
            self._spans[place] = self._over(slot.first, slot.last, band)
        return self._spans[place]

    def _over(self, first: int, last: int, band: Band) -> Column | None:
        named = (self._resolve(column, band) for column in range(first, last + 1))
        resolved = {one.key: one for one in named if one is not None}
        return next(iter(resolved.values())) if len(resolved) == 1 else None

    def end(self, band: Band) -> int:
        """Return the last grid column that labels name for a band; a row that ends before it is cut short."""
        named = [column for column in range(self.found.width) if self._resolve(column, band) is not None]
        return max(named, default=-1)

    def sequences(self, band: Band) -> list[list[str]]:
        """Return, head row by head row, the band's leaf labels that are recognised, in reading order."""
        if id(band) not in self._sequences:
            wanted = frozenset(leaves(band))
            paths = band_paths(band)
            names = [
                [
                    frozenset({path.labels[-1]})
                    if (path := paths.get(label_path(slot.text))) is not None
                    else known_head(self.labels, slot.text) & wanted
                    for slot in self.found.row(row)
                ]
                for row in self.rows
            ]
            self._sequences[id(band)] = [[min(known) for known in row if known] for row in names]
        return self._sequences[id(band)]

    def texts(self, row: int) -> list[str]:
        """Return what is printed in a head row, cell by cell."""
        return [slot.text for slot in self.found.row(row) if slot.text.strip()]

    def count_yuan(self) -> bool:
        """Tell whether a label above says that money is counted in 元 rather than 万元."""
        said = (slot.text for row in self.rows for slot in self.found.row(row))
        return any(_YUAN.search(plain_label(text)) for text in said)

    def names_path(self, text: str, band: Band) -> bool:
        """Tell whether a text says a column of the band by its labels in one."""
        return label_path(text) in band_paths(band)

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
        return (bool(self.rows) and not any(sequences)) or not self._groups_in_order(band)

    def groups(self, band: Band) -> list[str]:
        """Return the labels above that span several of a band's columns, in reading order."""
        wanted = frozenset(label for column in band.column for label in column.labels[:-1])
        texts = [slot.text for row in self.rows for slot in self.found.row(row)]
        return [name for text in texts for name in sorted(known_head(self.labels, text) & wanted)]

    def _groups_in_order(self, band: Band) -> bool:
        """Tell whether labels that span columns follow each other, level by level, as the form's do."""
        said = self.groups(band)
        for depth in range(max(len(column.labels) for column in band.column) - 1):
            order = dict.fromkeys(one.labels[depth] for one in band.column if len(one.labels) > depth + 1)
            if not is_in_order([name for name in said if name in order], order):
                return False
        return True

    def tell_apart(self, band: Band) -> bool:
        """Tell whether columns called the same stand below groups that are all named, or none is."""
        counted = Counter(leaves(band))
        groups = {label for one in band.column if counted[one.labels[-1]] > 1 for label in one.labels[:-1]}
        said = groups.intersection(self.groups(band))
        return not said or said == groups

    def spell_out(self, band: Band) -> bool:
        """Tell whether the words above are the band's labels to the letter, though cut into pieces."""
        if id(band) not in self._spelled:
            said = plain_label("".join(slot.text for row in self.rows for slot in self.found.row(row)))
            wanted = "".join(plain_label(label) for label in _each_label(band))
            self._spelled[id(band)] = len(said) == len(wanted) and Counter(said) == Counter(wanted)
        return self._spelled[id(band)]

    def _resolve(self, column: int, band: Band) -> Column | None:
        if not self.found.is_aligned:
            return None
        place = (column, id(band))
        if place not in self._resolved:
            self._resolved[place] = self._named(tuple(self._above(column)), band)
        return self._resolved[place]

    def _named(self, texts: tuple[str, ...], band: Band) -> Column | None:
        """Return the column that the texts above numbers name: the same in file after file of a form."""
        said = (texts, self.context, id(band))
        kept = self.labels.columns.get(said)
        if kept is None or kept[0] is not band:
            if len(self.labels.columns) >= _MOST_REMEMBERED:
                self.labels.columns.clear()
            kept = self.labels.columns[said] = band, self._column(texts, band)
        return kept[1]

    def _column(self, texts: tuple[str, ...], band: Band) -> Column | None:
        paths = band_paths(band)
        for text in (*reversed(texts), "".join(texts)):
            if (named := paths.get(label_path(text))) is not None and len(named.labels) > 1:
                return named
        names = self._names(texts)
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

    def _names(self, texts: Sequence[str]) -> list[frozenset[str]]:
        """Return the labels recognised in texts above numbers; one cut in pieces is put together."""
        names: list[frozenset[str]] = []
        start = 0
        while start < len(texts):
            length = 1
            for pieces in range(min(_MOST_PIECES, len(texts) - start), 0, -1):
                joined = "".join(texts[start : start + pieces])
                known = self.labels.spelled(joined) if pieces > 1 else known_head(self.labels, joined)
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


@lru_cache(maxsize=4096)
def known_head(labels: Labels, text: str) -> frozenset[str]:
    """Return the labels that a text above numbers surely is; one that only comes close may be another's.

    Nor is a label one of another year's, such as 总计（上年）.
    """
    match = labels.find(text)
    if not match.certain:
        return frozenset()
    says_other_time = bool(_OTHER_TIME.search(plain_label(text)))
    return frozenset(
        name for name in match.labels if not says_other_time or _OTHER_TIME.search(plain_label(name))
    )


@lru_cache(maxsize=64)
def band_paths(band: Band) -> Mapping[str, Column]:
    """Return the columns of a band by their labels in one, from the topmost or from a lower one down.

    A way of saying two columns names neither.
    """
    named: dict[str, list[Column]] = {}
    for column in band.column:
        for depth in range(len(column.labels) - 1):
            named.setdefault(label_path("".join(column.labels[depth:])), []).append(column)
        if len(column.labels) > 2:
            named.setdefault(label_path(column.labels[0] + column.labels[-1]), []).append(column)
    return {path: columns[0] for path, columns in named.items() if len(columns) == 1}


@lru_cache(maxsize=4096)
def label_path(text: str) -> str:
    """Return labels joined in one as they are compared: dashes, strokes and brackets between them go."""
    return _JOINTS.sub("", plain_label(text))


def _each_label(band: Band) -> Iterator[str]:
    """Yield every label over a band's numbers once, one that spans several columns too."""
    before: tuple[str, ...] = ()
    for column in band.column:
        for depth, label in enumerate(column.labels):
            if column.labels[: depth + 1] != before[: depth + 1]:
                yield label
        before = column.labels
