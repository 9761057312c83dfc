"""The data that a file of ours carries, held against what its document shows.

The visible document counts: whoever signs or publishes it has seen nothing else. Where it shows what it
showed when it was written, the data comes back without loss; where somebody changed it, the changes are
taken and named. Data that is of another form is left alone, and that is said.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import takewhile

from reportdesk.readers.found.blocks import DAMAGED, EDITED, VISIBLE_COUNTS
from reportdesk.readers.result.reading import Edited, Reading
from reportdesk.report.compare import Difference, compare, take
from reportdesk.report.model import Note, Report

_MOST_QUOTED = 30
_LEAD = 8


def held_against(carried: Report, reading: Reading) -> Reading:
    """Return what was read of a document, with the report that its file carries put to use."""
    visible = reading.report
    if carried.form is not visible.form:
        note = Note(DAMAGED, f"文件里附带的数据是另一种表格的，{VISIBLE_COUNTS}")
        return replace(reading, report=_with_notes(visible, (note,)))
    # What the title does not tell, the data does.
    met = tuple(note for note in visible.notes if note.code != "read.title")
    differences = compare(carried, visible)
    if not differences:
        return replace(reading, report=_with_notes(carried, met), is_whole=True)
    merged = take(carried, visible, differences).apply(carried)
    notes = (*met, *(_note(carried, difference) for difference in differences))
    return replace(reading, report=_with_notes(merged, notes), edited=Edited(carried, visible))


def _note(carried: Report, difference: Difference) -> Note:
    before, after = _quoted(difference.before, difference.after)
    message = f"导出后在文件里改过：{difference.place(carried.form)} 由{before}改为{after}，按改后的读入"
    return Note(EDITED, message, (difference.key,) if difference.kind == "cell" else ())


def _quoted(*texts: str) -> Iterator[str]:
    """Yield texts shortly, those that are long from a little before they part."""
    lines = [" ".join(text.split()) for text in texts]
    same = sum(1 for _ in takewhile(lambda letters: len(set(letters)) == 1, zip(*lines, strict=False)))
    start = max(0, same - _LEAD) if max(map(len, lines)) > _MOST_QUOTED else 0
    for line in lines:
        head, tail = "…" if start else "", "…" if len(line) > start + _MOST_QUOTED else ""
        yield f"“{head}{line[start : start + _MOST_QUOTED]}{tail}”" if line else "空白"


def _with_notes(report: Report, notes: tuple[Note, ...]) -> Report:
    return replace(report, notes=(*report.notes, *(note for note in notes if note not in report.notes)))
