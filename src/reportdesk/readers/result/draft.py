"""What a document says before it is a Report: printed figures become values, all doubts become notes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import msgspec

from reportdesk.form.formula import Number
from reportdesk.form.model import Cell, Form
from reportdesk.readers.found.marks import shown_marks
from reportdesk.readers.tables.figures import FigureRead, read_figure
from reportdesk.readers.tables.placed import Placed
from reportdesk.readers.tables.wording import FormRow
from reportdesk.report.model import Note

#: Cells that a note names one by one.
_MOST_NAMED = 5


class Draft(msgspec.Struct):
    """A report as it was read: values by cell key, texts by section key, and notes on everything doubtful."""

    form: Form
    values: dict[str, Number] = msgspec.field(default_factory=dict)
    invalid: dict[str, str] = msgspec.field(default_factory=dict)
    texts: dict[str, str] = msgspec.field(default_factory=dict)
    fields: dict[str, str | int] = msgspec.field(default_factory=dict)
    notes: list[Note] = msgspec.field(default_factory=list)


def take_printed(draft: Draft, placed: Placed) -> None:
    """Read every printed figure that was placed, and name what was not."""
    strokes: dict[str, list[str]] = {}
    doubtful = frozenset(placed.repeated)
    for key, text in placed.figures.items():
        if key in doubtful:
            continue
        cell = draft.form.cells[key]
        reading = read_figure(text, cell.kind, cell.unit)
        if reading.value is not None:
            draft.values[key] = reading.value
        _note_reading(draft, cell, text, reading, strokes)
    for remark, keys in strokes.items():
        where = named(draft.form, keys)
        draft.notes.append(Note("read.stroke", f"{where}印的是{remark}，按空格读入", tuple(keys)))
    draft.notes += _notes(draft.form, placed)


def _note_reading(
    draft: Draft, cell: Cell, text: str, reading: FigureRead, strokes: dict[str, list[str]]
) -> None:
    printed = shown_marks(" ".join(text.split()))
    if reading.invalid:
        where = named(draft.form, [cell.key])
        draft.notes.append(
            Note("read.figure", f"{where}印的是“{printed}”，不是能填的数，留作空格", (cell.key,))
        )
        if not cell.is_derived:
            draft.invalid[cell.key] = printed
    elif reading.value is None and reading.remark:
        strokes.setdefault(reading.remark, []).append(cell.key)
    elif reading.remark:
        code = "read.mark" if reading.is_marked else "read.unit"
        shown = shown_marks(reading.remark)
        draft.notes.append(Note(code, f"{named(draft.form, [cell.key])}：{shown}", (cell.key,)))


def _notes(form: Form, placed: Placed) -> Iterator[Note]:
    for line, figures in placed.unclear:
        said = "、".join(figures)
        message = f"{_row(line)}印了 {len(figures)} 个数（{said}），分不清各是哪一列的，没有读入"
        yield Note("read.row", message, tuple(key for key in line.keys if key not in placed.figures))
    for text, line in placed.guessed:
        printed = " ".join(text.split())
        yield Note("read.label", f"“{printed}”当作“{_row(line)}”读入，请核对", line.keys)
    for words, figures in placed.strange:
        said = "、".join(figures)
        yield Note(
            "read.unplaced", f"表格里“{words or '没有项目名称的一行'}”的数（{said}）不知填在哪里，没有读入"
        )
    if placed.repeated:
        keys = tuple(dict.fromkeys(placed.repeated))
        yield Note("read.repeated", f"{named(form, keys)}在文件里出现了不止一次，数也不同，留作空格", keys)
    yield from _missing(form, placed)


def _missing(form: Form, placed: Placed) -> Iterator[Note]:
    for table in form.tables:
        cells = form.cells_of(table.key)
        absent = [c.key for c in cells if c.key not in placed.figures and c.key not in placed.open_keys]
        if len(absent) == len(cells):
            section = form.section_of_table(table.key)
            yield Note("read.table", f"没有找到{table.name}（{section.name}）", tuple(absent))
        elif absent:
            yield Note("read.missing", f"{named(form, absent)}在文件里没有找到，留作空格", tuple(absent))


def named(form: Form, keys: Iterable[str]) -> str:
    """Name some cells in a clerk's words: table, row and column, a few of them if there are many."""
    listed = list(keys)
    places = [_cell(form, form.cells[key]) for key in listed[:_MOST_NAMED]]
    more = f"等 {len(listed)} 格" if len(listed) > _MOST_NAMED else ""
    return "；".join(places) + more


def _cell(form: Form, cell: Cell) -> str:
    labels = [label for label in (*cell.row_labels[-1:], *cell.column_labels[-2:]) if label]
    return " · ".join([form.table(cell.table).name, *labels])


def _row(line: FormRow) -> str:
    label = line.row.labels[-1] if line.row.labels else "数字行"
    return f"{line.table.name} · {label}"
