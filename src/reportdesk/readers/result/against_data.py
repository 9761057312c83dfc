"""The data that a file of ours carries, held against what its document shows.

The visible document counts: whoever signs or publishes it has seen nothing else. Where it shows what it
showed when it was written, the data comes back without loss; where somebody changed it, the changes are
taken and named, and so is what came back unseen. Data of another form, or of another report that somebody
put into the file, is left alone, and that is said.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import takewhile

from reportdesk.readers.found.blocks import DAMAGED, EDITED, VISIBLE_COUNTS
from reportdesk.readers.result.reading import Edited, Reading
from reportdesk.report.compare import Difference, compare, take
from reportdesk.report.model import Note, Report
from reportdesk.report.shown import shown

#: The codes of notes on something in a document that was not read.
LOSSES = frozenset(
    {"read.clutter", "read.dropped", "read.several", "read.struck", "read.unplaced", "read.picture"}
)
#: The code of the note on what came back unseen.
KEPT = "docx.kept"

#: As much as tells a place in a note of one line; where the lines part, with a little before it.
_MOST_QUOTED_CHARACTERS = 30
_LEAD_CHARACTERS = 8


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
        is_whole = not any(note.code in LOSSES for note in met)
        return replace(reading, report=_with_notes(carried, met), is_whole=is_whole)
    if _is_of_another(carried, visible, differences):
        whose = f"{carried.organ}{carried.year}年" if carried.organ else "别处"
        note = Note(DAMAGED, f"文件里附带的数据是另一份年报的（{whose}），{VISIBLE_COUNTS}")
        return replace(reading, report=_with_notes(visible, (note,)))
    merged = take(carried, visible, differences).apply(carried)
    notes = (*met, *(_note(carried, difference) for difference in differences), *_unseen(carried))
    return replace(reading, report=_with_notes(merged, notes), edited=Edited(carried, visible))


def _is_of_another(carried: Report, visible: Report, differences: Sequence[Difference]) -> bool:
    """Tell whether data belongs to another report: another title, and less than half of it is shown.

    Blanks and noughts say nothing: most reports have those of most others.
    """
    if not any(difference.kind == "title" for difference in differences):
        return False
    ours, theirs = _evidence(carried), _evidence(visible)
    return len(ours & theirs) * 2 < len(ours | theirs)


def _evidence(report: Report) -> set[tuple[str, str]]:
    """Return what tells one report from another: its figures that are not nought, and its paragraphs."""
    seen = shown(report)
    figures = {(key, figure) for key, figure in seen.figures.items() if figure.strip("0.")}
    return figures | {(key, words) for key, paragraphs in seen.paragraphs.items() for words in paragraphs}


def _unseen(carried: Report) -> Iterator[Note]:
    """Say what comes back with an edited document although nobody saw it there."""
    parts = [f"{len(carried.accepted)} 条核对说明"] if carried.accepted else []
    if carried.last is not None:
        parts.append(f"上年数据（{carried.last.organ}{carried.last.year or ''}年）")
    if parts:
        yield Note(KEPT, f"{'、'.join(parts)}是按文件里附带的数据带回的，请核对是不是这份年报的")


def _note(carried: Report, difference: Difference) -> Note:
    before, after = _quoted(difference.before, difference.after)
    message = f"导出后在文件里改过：{difference.place(carried.form)} 由{before}改为{after}，按改后的读入"
    return Note(EDITED, message, (difference.key,) if difference.kind == "cell" else ())


def _quoted(*texts: str) -> Iterator[str]:
    """Yield texts shortly, those that are long from a little before they part."""
    lines = [" ".join(text.split()) for text in texts]
    same = sum(1 for _ in takewhile(lambda letters: len(set(letters)) == 1, zip(*lines, strict=False)))
    start = max(0, same - _LEAD_CHARACTERS) if max(map(len, lines)) > _MOST_QUOTED_CHARACTERS else 0
    for line in lines:
        head, tail = "…" if start else "", "…" if len(line) > start + _MOST_QUOTED_CHARACTERS else ""
        yield f"“{head}{line[start : start + _MOST_QUOTED_CHARACTERS]}{tail}”" if line else "空白"


def _with_notes(report: Report, notes: tuple[Note, ...]) -> Report:
    return replace(report, notes=(*report.notes, *(note for note in notes if note not in report.notes)))
