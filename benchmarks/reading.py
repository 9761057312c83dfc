"""Reading in one process, in turns with the plain library that walks the same file.

A Word report of ten pages, ours and of nobody's template, beside python-docx; the sample as a page beside
Beautiful Soup where it is installed and lxml.html where not, as a workbook beside openpyxl, which opens the
same file either with all that can be changed in it or only to be read.
"""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

from docx import Document
from docx.table import Table
from lxml import html
from openpyxl import load_workbook

from benchmarks.sample import sample_report
from benchmarks.timing import Line, in_turns
from reportdesk.readers import read_report
from reportdesk.writers import render

RUNS = 25
SENTENCE = "加强组织领导，完善工作制度，及时公开群众关心的信息，主动接受社会监督。"
PARAGRAPHS = 26


def lines() -> Iterator[Line]:
    """Times to read one report, and for python-docx to open the same file and look at every cell."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "ten-pages.docx")
        path.write_bytes(ten_pages())
        foreign = Path(folder, "of-nobody.docx")
        make_foreign(path, foreign)
        page, workbook = Path(folder, "sample.html"), Path(folder, "sample.xlsx")
        for file in (page, workbook):
            file.write_bytes(render(sample_report(), file.suffix))
        parser = soup()
        times = in_turns(
            {
                "docx": lambda: walk(path),
                "own": lambda: read_report(path),
                "foreign": lambda: read_report(foreign),
                "soup": lambda: parser(page),
                "page": lambda: read_report(page),
                "openpyxl": lambda: walk_workbook(workbook, read_only=False),
                "lean": lambda: walk_workbook(workbook, read_only=True),
                "workbook": lambda: read_report(workbook),
            },
            RUNS,
        )
    yield Line.of("read: python-docx opens it and walks cells", times["docx"])
    yield Line.of("read: our own Word file of ten pages", times["own"], "python-docx", times["docx"])
    yield Line.of("read: a Word file of nobody's template", times["foreign"], "python-docx", times["docx"])
    yield Line.of(f"read: {parser.__name__} walks a page", times["soup"])
    yield Line.of("read: the page", times["page"], parser.__name__, times["soup"])
    yield Line.of("read: openpyxl walks a workbook", times["openpyxl"])
    yield Line.of("read: openpyxl walks it, read only", times["lean"])
    yield Line.of("read: the workbook", times["workbook"], "openpyxl", times["openpyxl"])
    yield Line.of("read: the workbook", times["workbook"], "openpyxl, read only", times["lean"])


def ten_pages() -> bytes:
    """Return a Word file of about ten pages."""
    report = sample_report()
    text = "\n".join(SENTENCE * 6 for _ in range(PARAGRAPHS))
    texts = {"overview": text, "problems": text, "other": "没有其他需要报告的事项。"}
    return render(replace(report, texts=texts), ".docx")


def make_foreign(path: Path, target: Path) -> None:
    """Save the file with no style of ours, as a colleague's would be."""
    document = Document(str(path))
    for paragraph in document.paragraphs:
        paragraph.style = document.styles["Normal"]
    document.save(str(target))


def walk(path: Path) -> int:
    """Open the file with python-docx and read every paragraph and every cell, row by row."""
    document = Document(str(path))
    words = sum(len(paragraph.text) for paragraph in document.paragraphs)
    return words + sum(walk_table(table) for table in document.tables)


def walk_table(table: Table) -> int:
    """Read every cell by rows, the way that python-docx recommends."""
    return sum(len(cell.text) for row in table.rows for cell in row.cells)


def walk_workbook(path: Path, *, read_only: bool) -> int:
    """Open the workbook with openpyxl and read what every cell shows; read only, it merges none."""
    book = load_workbook(path, read_only=read_only, data_only=True)
    values = (value for sheet in book for row in sheet.iter_rows(values_only=True) for value in row)
    characters = sum(len(str(value)) for value in values)
    book.close()
    return characters


def soup() -> Callable[[Path], int]:
    """Return how a page is walked without us: Beautiful Soup on lxml, or lxml alone without it."""
    try:
        from bs4 import BeautifulSoup
    except ImportError:
        return lxml_html
    return _by_bs4(BeautifulSoup)


def _by_bs4(parse: Any) -> Callable[[Path], int]:
    """Return the walk by Beautiful Soup."""

    def bs4(path: Path) -> int:
        return sum(
            len(node.get_text()) for node in parse(path.read_bytes(), "lxml").find_all(["p", "td", "th"])
        )

    return bs4


def lxml_html(path: Path) -> int:
    """Parse the page with lxml and read every paragraph and cell."""
    return sum(len(node.text_content()) for node in html.fromstring(path.read_bytes()).iter("p", "td", "th"))
