"""Review of what was read from a file, before it counts: take or leave each thing, doubtful ones first.

A file is opened as a new report, imported into the open one, or it is a Word file of ours that somebody
edited. Each time a report that stands (`base`) meets one that was read, and the clerk chooses between them.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import replace
from enum import Enum
from functools import cached_property

from reportdesk.form.model import Form
from reportdesk.frozen import Frozen
from reportdesk.readers.result.reading import Reading
from reportdesk.report.compare import Difference, compare, take
from reportdesk.report.edit import Edit
from reportdesk.report.model import Note, Report
from reportdesk.report.totals import Figures, contradicted, figures

_STEP = "从文件导入"


class Occasion(Enum):
    """Why a file was read."""

    OPENED = "opened"
    EDITED = "edited"
    IMPORTED = "imported"


class Disagreement(Frozen, frozen=True):
    """One thing to take or to leave; `doubts` say what is to be looked at before.

    What is unfit can stand in no cell; it is kept beside the blank cell as it was written.

    `printed` is the file's own wording of a figure where it is another than what was read. `section` is the
    key of the section that it belongs to, "" for title, signature and date.
    """

    difference: Difference
    place: str
    section: str
    printed: str = ""
    doubts: tuple[str, ...] = ()
    is_taken: bool = True
    is_unfit: bool = False

    @property
    def said(self) -> str:
        """Return what is taken over, "" for nothing: what no cell can hold leaves it blank."""
        return "" if self.is_unfit else self.difference.worded[1]


class Review(Frozen, frozen=True, dict=True):
    """What was read against what stands: `items` to decide on, `remarks` on all else that reading met."""

    occasion: Occasion
    base: Report
    read: Report
    reading: Reading

    @cached_property
    def items(self) -> tuple[Disagreement, ...]:
        """Return all things to take or leave, in printed order, without sums that follow from their parts."""
        found = compare(self.base, self.read)
        return tuple(self._item(difference) for difference in found if not self._follows(difference))

    @property
    def is_of_another_year(self) -> bool:
        """Tell whether an imported file is for another year than the open report, where both say theirs."""
        years = (self.base.year, self.read.year)
        return self.occasion is Occasion.IMPORTED and all(years) and years[0] != years[1]

    @property
    def is_of_another_organ(self) -> bool:
        """Tell whether an imported file names another organ than the open report, where both name one."""
        organs = (self.base.organ.strip(), self.read.organ.strip())
        return self.occasion is Occasion.IMPORTED and all(organs) and organs[0] != organs[1]

    @property
    def doubtful(self) -> tuple[Disagreement, ...]:
        """Return the things to be looked at first."""
        return tuple(item for item in self.items if item.doubts)

    @cached_property
    def remarks(self) -> tuple[Note, ...]:
        """Return what reading has to say beside the items: cells left blank first, then what has no place."""
        keys = {item.difference.key for item in self.doubtful}
        notes = [*self._foreign(), *(note for note in self.read.notes if not keys & set(note.cells))]
        return tuple(sorted(notes, key=lambda note: not note.cells))

    def edit(self, taken: Collection[Disagreement]) -> Edit:
        """Return the one step by which the base takes what was chosen."""
        return take(self.base, self.read, (item.difference for item in taken), name=_STEP)

    def report(self, taken: Collection[Disagreement]) -> Report:
        """Return the report to open: the base with what was chosen, and the notes of reading."""
        if self.occasion is Occasion.OPENED and len(taken) == len(self.items):
            return self.read
        notes = dict.fromkeys((*self.base.notes, *self.read.notes))
        return replace(self.edit(taken).apply(self.base), notes=tuple(notes))

    def _item(self, difference: Difference) -> Disagreement:
        form, key = self.base.form, difference.key
        return Disagreement(
            difference,
            difference.place(form),
            _section(form, difference),
            self._printed(difference),
            tuple(self._doubts.get(key, ())) if difference.kind == "cell" else (),
            self._is_taken(difference),
            key in self.read.invalid,
        )

    def _follows(self, difference: Difference) -> bool:
        cell = self.base.form.cells.get(difference.key) if difference.kind == "cell" else None
        says_so = difference.key in self._contradicted or difference.key in self.base.stated
        return cell is not None and cell.is_derived and not says_so

    def _printed(self, difference: Difference) -> str:
        """Return how the file prints a figure, if otherwise than it was read."""
        seen = self.reading.seen
        found = seen.figures.get(difference.key) if seen and difference.kind == "cell" else None
        printed = " ".join(found.text.split()) if found else ""
        return printed if printed != difference.after else ""

    def _is_taken(self, difference: Difference) -> bool:
        """Tell what is taken unless the clerk says otherwise: an import erases nothing and renames nobody.

        Of another year's report nothing is.
        """
        if self.occasion is not Occasion.IMPORTED:
            return True
        if self.is_of_another_year:
            return False
        if difference.kind in {"cell", "words"}:
            return bool(difference.after) and difference.key not in self.read.invalid
        return not difference.before

    @cached_property
    def _doubts(self) -> dict[str, list[str]]:
        doubts: dict[str, list[str]] = {}
        for note in self.read.notes:
            for key in note.cells:
                doubts.setdefault(key, []).append(note.message)
        for key in self._contradicted:
            total = self.read.form.cells[key].kind.show(self._sums[key])
            doubts.setdefault(key, []).append(f"各格相加是 {total}" if total else "相加的各格还有空白")
        return doubts

    @cached_property
    def _sums(self) -> Figures:
        return figures(self.read)

    @cached_property
    def _contradicted(self) -> frozenset[str]:
        return frozenset(contradicted(self.read, self._sums))

    def _foreign(self) -> Iterator[Note]:
        """Yield a note on the figures of a form that has other cells."""
        theirs, ours = self.read.form, self.base.form
        beyond = [key for key in (*self.read.cells, *self.read.stated) if key not in ours.cells]
        if beyond:
            said = (
                f"文件是 {theirs.edition} 版的，其中 {len(beyond)} 个数在这份报告里没有对应的格子，没有列出"
            )
            yield Note("review.edition", said)


def review_opened(reading: Reading) -> Review | None:
    """Return the review of a file that is opened; None where there is nothing to decide.

    That is a file of data, and a Word file of ours that nobody edited.
    """
    if reading.edited:
        return Review(Occasion.EDITED, reading.edited.carried, reading.edited.visible, reading)
    if reading.seen is None or reading.is_whole:
        return None
    return Review(Occasion.OPENED, Report(reading.report.form), reading.report, reading)


def review_import(base: Report, reading: Reading) -> Review:
    """Return the review of a file whose contents go into a report that is open."""
    return Review(Occasion.IMPORTED, base, reading.report, reading)


def _section(form: Form, difference: Difference) -> str:
    if difference.kind == "cell":
        return form.section_of_table(form.cells[difference.key].table).key
    return difference.key if difference.kind == "words" else ""
