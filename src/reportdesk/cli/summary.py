"""A report in words for a terminal: who and when, tables as aligned text, texts, notes."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence
from itertools import groupby

from reportdesk.form.model import INTRO, Cell
from reportdesk.form.parts import Section
from reportdesk.form.place import column_of, row_of
from reportdesk.report.dates import day_in_words
from reportdesk.report.fingerprint import fingerprint
from reportdesk.report.model import Report
from reportdesk.report.totals import Figures, contradicted, figures

_BLANK = "空"
#: Columns; figures of more do not stand side by side in a terminal of 80 characters.
_WIDEST_TABLE = 8


def summary_of(report: Report) -> Iterator[str]:
    """Return the lines of the summary."""
    values = figures(report)
    filled = sum(cell.key in report.cells for cell in report.form.entered)
    yield report.printed_title
    yield f"机关：{report.organ or _BLANK}    年度：{report.year or _BLANK}"
    yield f"层级：{report.organ_level.name}    格式：{report.form.edition} 版    指纹：{fingerprint(report)}"
    yield f"已填：{filled} 格，共 {len(report.form.entered)} 格"
    yield from _text(report, INTRO)
    for section in report.form.sections:
        yield from ("", section.heading)
        yield from _text(report, section.key)
        if section.table:
            yield from _table(report, section, values)
    if report.signature_date:
        yield from ("", f"落款：{report.printed_signature}    {day_in_words(report.signature_date)}")
    if report.notes:
        yield from ("", "读入时的说明：", *(f"  {note.message}" for note in report.notes))


def _text(report: Report, section: str) -> Iterator[str]:
    for paragraph in report.paragraphs(section):
        yield f"  {paragraph}"


def _table(report: Report, section: Section, values: Figures) -> Iterator[str]:
    """Print one band after the other; a row of very many columns is printed downwards."""
    form = report.form
    cells = form.cells_of(section.table)
    disputed = contradicted(report, values)
    shown = {cell.key: _shown_figure(report, cell, values, cell.key in disputed) for cell in cells}
    rows = [list(row) for _, row in groupby(cells, key=lambda cell: cell.row)]
    for _, group in groupby(rows, key=lambda row: [cell.column_labels for cell in row]):
        band = list(group)
        if len(band[0]) > _WIDEST_TABLE:
            yield from aligned(
                [[" ".join(cell.column_labels), shown[cell.key]] for row in band for cell in row]
            )
            continue
        header = ["", *(column_of(form, cell.key) for cell in band[0])]
        body = [[row_of(form, row[0].key), *(shown[cell.key] for cell in row)] for row in band]
        yield from aligned([header, *body])


def _shown_figure(report: Report, cell: Cell, values: Figures, is_disputed: bool) -> str:
    if cell.key in report.invalid:
        return f"“{report.invalid[cell.key]}”？"
    summed = cell.kind.show(values[cell.key]) or _BLANK
    return f"{cell.kind.show(report.stated[cell.key])}（合计 {summed}）" if is_disputed else summed


def aligned(rows: Sequence[Sequence[str]]) -> Iterator[str]:
    """Align a text table: its first column to the left, the others to the right; wide characters count 2."""
    widths = [max(map(width, column)) for column in zip(*rows, strict=True)]
    for row in rows:
        first, *rest = (text for text in row)
        padded = [first + " " * (widths[0] - width(first))]
        padded += [" " * (size - width(text)) + text for text, size in zip(rest, widths[1:], strict=True)]
        yield "  " + "  ".join(padded).rstrip()


def width(text: str) -> int:
    """Return how many columns of a terminal a text takes."""
    return sum(_width_of(character) for character in text)


def _width_of(character: str) -> int:
    if unicodedata.combining(character):
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1
