"""What the reader finds in a PDF of the tests' making."""

from __future__ import annotations

from pathlib import Path

from reportdesk.readers.found.blocks import FoundDocument, FoundParagraph, FoundTable
from reportdesk.readers.pdf.reader import PdfReader
from reportdesk.readers.protocol import Source
from tests.readers.pdf.press import Rule, pdf, show, stroke


def found(data: bytes) -> FoundDocument:
    """All that stands in a file."""
    return PdfReader().find(Source(Path("年报.pdf"), data))


def texts(document: FoundDocument) -> list[str]:
    """The paragraphs."""
    return [block.text for block in document.blocks if isinstance(block, FoundParagraph)]


def tables(document: FoundDocument) -> list[list[list[str]]]:
    """The tables, row by row, a cell of several columns once; lines of a cell with a stroke between."""
    return [
        [[slot.text.replace("\n", "/") for slot in block.row(row)] for row in range(len(block.slots))]
        for block in document.blocks
        if isinstance(block, FoundTable)
    ]


def lattice(
    rows: list[list[str]], *, rule: Rule = stroke, left: float = 100, top: float = 700, wide: float = 100
) -> str:
    """Cells 30 high with one line of words each, at the left."""
    drawn = ""
    for y in range(len(rows) + 1):
        drawn += rule(left, top - 30 * y, left + wide * len(rows[0]), top - 30 * y)
    for x in range(len(rows[0]) + 1):
        drawn += rule(left + wide * x, top - 30 * len(rows), left + wide * x, top)
    for y, row in enumerate(rows):
        for x, text in enumerate(row):
            drawn += show(text, left + wide * x + 5, top - 30 * y - 20, 10.5) if text else ""
    return drawn


def one_page(*drawn: str) -> FoundDocument:
    """What stands on a page with these marks."""
    return found(pdf(["".join(drawn)]))
