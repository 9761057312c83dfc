"""What a template sees of a Report: title lines, parts with paragraphs, and tables as grids of boxes."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import groupby
from typing import Any

from reportdesk.errors import FileError
from reportdesk.form.model import INTRO
from reportdesk.form.parts import Section, Table
from reportdesk.form.spans import Box, lay_out
from reportdesk.patterns import late
from reportdesk.report.dates import day_in_words
from reportdesk.report.model import Report
from reportdesk.report.numerals import ORDINALS
from reportdesk.report.totals import Figures, figures, printed

#: A title of 22 points fits on one line of 156 mm up to so many characters.
_TITLE_LINE_CHARACTERS = 20

#: A sub-heading before its text in one paragraph is no longer than this; beyond, it is a sentence.
_LONGEST_LEAD_CHARACTERS = 30

_LEAD = late(rf"\s*[（(][{ORDINALS}]{{1,3}}[)）][^。：:；;！？]*[。：:]?")

# Beyond ten million characters docxtpl cuts a document off without a word.
_LONGEST_TEXT_CHARACTERS = 1_000_000

_NOT_IN_XML = late("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


@dataclass(frozen=True, slots=True)
class MarkedPiece:
    """A stretch of a paragraph: words that stayed (`same`), are new (`new`), or stood there (`was`)."""

    kind: str
    text: str


@dataclass(frozen=True, slots=True)
class PrintedParagraph:
    """A paragraph cut in two: its sub-heading, （一） and so on, may be empty; together they are as typed.

    `pieces` cuts one that was corrected, with what stood there; of any other there are none.
    """

    lead: str
    rest: str
    pieces: tuple[MarkedPiece, ...] = ()

    @property
    def text(self) -> str:
        """Return the paragraph as typed."""
        return self.lead + self.rest

    @property
    def is_subhead(self) -> bool:
        """Tell whether the paragraph is nothing but a sub-heading."""
        return bool(self.lead) and not self.rest


@dataclass(frozen=True, slots=True)
class PrintedBox:
    """A box of the paper grid with what is printed in it; `was` is what a correction says stood there."""

    box: Box
    text: str
    was: str = ""

    @property
    def scope(self) -> str:
        """Return what a header of a web table heads; empty for a figure and for an empty corner."""
        if self.box.role == "cell" or not self.text:
            return ""
        if self.box.role == "label":
            return "row" if self.box.rows == 1 else "rowgroup"
        if self.box.role == "title":
            return "rowgroup"
        return "col" if self.box.columns == 1 else "colgroup"


@dataclass(frozen=True)
class Grid:
    """A table ready to print; `bands` are its rows of places, band by band."""

    table: Table
    caption: str
    bands: tuple[tuple[tuple[PrintedBox, ...], ...], ...]

    @property
    def places(self) -> Iterator[PrintedBox]:
        """Yield all places from the top left."""
        return (place for band in self.bands for row in band for place in row)

    @property
    def repeated_rows(self) -> int:
        """Return how many rows repeat on a new page; with several bands none of them heads the table."""
        band, *others = self.table.band
        return 0 if others else len(self.bands[0]) - len(band.row)

    @cached_property
    def column_groups(self) -> tuple[int, ...]:
        """Return how many paper columns stand together under one label, from the left."""
        first = self.table.band[0]
        spans = [len(tuple(group)) for _, group in groupby(first.column, lambda column: column.labels[:-1])]
        spans[-1] += len(self.table.widths) - self.table.label_columns - len(first.column)
        return (self.table.label_columns, *spans) if self.table.label_columns else tuple(spans)


@dataclass(frozen=True, slots=True)
class PrintedPart:
    """A headed part of the report; the introduction comes first and has no heading."""

    heading: str
    paragraphs: tuple[PrintedParagraph, ...]
    grid: Grid | None = None


def context(report: Report) -> dict[str, Any]:
    """Return the names that a template may use; raise FileError for a text that no file can hold."""
    _refuse_unprintable(report)
    figures_printed = printed(report, figures(report))
    intro = PrintedPart("", _paragraphs(report, INTRO))
    parts = (_part(report, section, figures_printed) for section in report.form.sections)
    return {
        "organ": report.organ,
        "year": report.year,
        "title": report.printed_title,
        "title_lines": title_lines(report),
        "parts": (intro, *parts),
        "signature_organ": report.printed_signature,
        "signature_date": day_in_words(report.signature_date),
        "was": dict.fromkeys(("title", "signature_organ", "signature_date"), ""),
        "corrections": 0,
    }


def title_lines(report: Report) -> tuple[str, ...]:
    """Return the title in one line, or in two where it is long and begins with the organ's name."""
    title = " ".join(report.printed_title.split("\n"))
    rest = title.removeprefix(report.organ)
    if len(title) <= _TITLE_LINE_CHARACTERS or not report.organ or rest in {title, ""}:
        return (title,)
    return report.organ, rest


def split_lead(text: str) -> PrintedParagraph:
    """Cut a paragraph after its sub-heading: （一） up to the first 。 or ：, where that is short."""
    found = _LEAD.match(text)
    if found is None or len(found.group().strip()) > _LONGEST_LEAD_CHARACTERS:
        return PrintedParagraph("", text)
    lead, rest = text[: found.end()], text[found.end() :]
    if rest.strip() and lead[-1] not in "。：:":
        return PrintedParagraph("", text)
    return PrintedParagraph(lead, rest) if rest.strip() else PrintedParagraph(text, "")


def printed_grid(table: Table, caption: str, values: Figures, report: Report) -> Grid:
    """Fill a table's boxes with labels and figures (件 or 万元); a blank figure prints nothing."""
    cells = report.form.cells
    sheet = lay_out(table)
    rows: list[list[PrintedBox]] = [[] for _ in range(sheet.rows)]
    for box in sheet.boxes:
        text = cells[box.key].kind.show(values[box.key]) if box.key else box.text
        rows[box.row].append(PrintedBox(box, text))
    return Grid(table, caption, tuple(_bands(table, [tuple(row) for row in rows])))


def _bands(table: Table, rows: list[tuple[PrintedBox, ...]]) -> Iterator[tuple[tuple[PrintedBox, ...], ...]]:
    left = rows
    for band in table.band:
        heads = next(
            index
            for index, row in enumerate(left)
            if any(place.box.role in {"cell", "label"} for place in row)
        )
        height = heads + len(band.row)
        yield tuple(left[:height])
        left = left[height:]


def _part(report: Report, section: Section, values: Figures) -> PrintedPart:
    grid = None
    if section.table:
        grid = printed_grid(report.form.table(section.table), section.name, values, report)
    return PrintedPart(section.heading, _paragraphs(report, section.key), grid)


def _paragraphs(report: Report, section: str) -> tuple[PrintedParagraph, ...]:
    return tuple(split_lead(paragraph) for paragraph in report.paragraphs(section))


def _refuse_unprintable(report: Report) -> None:
    fields = {
        "单位名称": report.organ,
        "标题": report.title,
        "落款单位": report.signature_organ,
        "落款日期": report.signature_date,
    }
    form = report.form
    fields |= {form.heading_of(key): report.texts.get(key, "") for key in form.text_keys}
    for where, text in fields.items():
        if len(text) > _LONGEST_TEXT_CHARACTERS:
            raise FileError(f"文字超过 {_LONGEST_TEXT_CHARACTERS} 个字", where=where, remedy="请删减后再导出")
        if found := _NOT_IN_XML.search(text):
            problem = f"第 {found.start() + 1} 个字是文件里存不下的控制字符 U+{ord(found.group()):04X}"
            raise FileError(problem, where=where, remedy="请删去它再导出")
