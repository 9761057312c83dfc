"""The workbook as a whole: its sheets in order, its properties, and bytes that depend on the report alone."""

from __future__ import annotations

from collections.abc import Mapping
from copy import copy
from datetime import datetime
from io import BytesIO
from typing import Any
from zipfile import ZipFile

from openpyxl import Workbook
from openpyxl.drawing.spreadsheet_drawing import SpreadsheetDrawing
from openpyxl.styles import Font
from openpyxl.utils.indexed_list import IndexedList
from openpyxl.worksheet._writer import WorksheetWriter
from openpyxl.writer.excel import ExcelWriter

from reportdesk.report.model import Report
from reportdesk.report.totals import figures
from reportdesk.writers.archive import DatelessZip
from reportdesk.writers.context import context
from reportdesk.writers.workbook.dress import Wardrobe
from reportdesk.writers.workbook.results import with_results
from reportdesk.writers.workbook.table import Results, write_table
from reportdesk.writers.workbook.texts import write_texts

# The date of writing would make two files of one report differ; openpyxl insists on some date.
_NO_DATE = datetime(1980, 1, 1)  # noqa: DTZ001 - the format has no zone


def workbook_bytes(report: Report, *, remarks: bool) -> bytes:
    """Return the report as a workbook; raise FileError for a text that no file can hold."""
    names = context(report)
    book = Workbook()
    book.remove(book.worksheets[0])
    values, wardrobe = figures(report), Wardrobe()
    results = {}
    for part in names["parts"]:
        if part.grid:
            written = write_table(book, part, report, values, wardrobe)
            results[book.worksheets[-1].title] = written
    write_texts(book, report, names)
    if not remarks:
        _take_out_remarks(book)
    book.properties.creator = report.organ[:255]
    book.properties.title = report.printed_title[:255]
    book.properties.created = book.properties.modified = _NO_DATE
    return _saved(book, results)


def _take_out_remarks(book: Workbook) -> None:
    for sheet in book.worksheets:
        for row in sheet.iter_rows():
            for cell in row:
                if cell.comment is not None:
                    cell.comment = None


class _OrderedFont(Font):
    """A font whose parts are written as the schema of Office orders them; openpyxl orders them otherwise."""

    __attrs__ = Font.__attrs__
    __nested__ = Font.__nested__
    __elements__ = (
        *("b", "i", "strike", "condense", "extend", "outline", "shadow", "u", "vertAlign"),
        *("sz", "color", "name", "family", "charset", "scheme"),
    )


def _order_fonts(book: Any) -> None:
    """Let a workbook's fonts be written in order, those of no other workbook."""
    fonts = [copy(font) for font in book._fonts]  # noqa: SLF001 - styles name their fonts by place in it
    for font in fonts:
        font.__class__ = _OrderedFont
    book._fonts = IndexedList(fonts)  # noqa: SLF001


def _saved(book: Workbook, results: Mapping[str, Results]) -> bytes:
    """Save without `Workbook.save`, which sets the date of change."""
    _order_fonts(book)
    written = BytesIO()
    writer = _InMemory(book, DatelessZip(written, "w"))
    writer.results = results
    writer.save()
    return written.getvalue()


class _InMemory(ExcelWriter):
    """Writes the sheets in memory: openpyxl's passing files would fail on a full disk."""

    _archive: ZipFile
    #: What the formulas give, by sheet and place.
    results: Mapping[str, Results]

    def write_worksheet(self, ws: Any) -> None:
        """Write one sheet, which has neither charts nor images, into the archive, as openpyxl does."""
        written = BytesIO()
        writer: Any = WorksheetWriter(ws, written)
        ws._drawing = SpreadsheetDrawing()  # noqa: SLF001
        writer.write()
        ws._rels = writer._rels  # noqa: SLF001
        data = with_results(written.getvalue(), self.results.get(ws.title, {}))
        self._archive.writestr(ws.path.removeprefix("/"), data)
        self.manifest.append(ws)
