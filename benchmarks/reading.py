"""Reading a Word report of ten pages: ours, of nobody's template, and python-docx walking the same files."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from docx import Document
from docx.table import Table

from benchmarks.sample import sample_report
from benchmarks.timing import Line, median_of
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
        own = median_of(lambda: read_report(path), RUNS)
        foreign = Path(folder, "of-nobody.docx")
        make_foreign(path, foreign)
        other = median_of(lambda: read_report(foreign), RUNS)
        walked = median_of(lambda: walk(path), RUNS)
        yield Line("read: python-docx opens it and walks cells", walked)
        yield Line("read: our own Word file of ten pages", own, "python-docx", walked)
        yield Line("read: a Word file of nobody's template", other, "python-docx", walked)


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
