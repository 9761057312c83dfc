"""Read a Word file that this program has made, as far as its layout goes."""

from __future__ import annotations

from collections.abc import Iterator
from io import BytesIO
from itertools import accumulate
from math import floor
from typing import TYPE_CHECKING, cast
from zipfile import ZipFile

from reportdesk.gui.preview.word.model import (
    Align,
    Letters,
    PaperTable,
    Paragraph,
    WordCell,
    WordPage,
    WordPaper,
    WordPicture,
    WordRow,
    WordRun,
)
from reportdesk.gui.preview.word.styles import TWIPS_PER_POINT, PaperStyles, W, is_on, points

if TYPE_CHECKING:
    from lxml.etree import _Element

_R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_RELATION = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
_DRAWING = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
_BLIP = "{http://schemas.openxmlformats.org/drawingml/2006/main}blip"
_EMU_PER_POINT = 12700
#: What a grid adds to a character is told in so many parts of a point.
_PARTS_OF_A_POINT = 4096
#: Borders are told in eighths of a point.
_EIGHTHS = 8
#: What begins a run that is no words; XML cannot hold these characters.
_FIELD, _INSTRUCTION = "\x13", "\x14"
#: What stands in a line and is no letter.
_SIGNS = {"tab": "\t", "noBreakHyphen": "\u2011"}


def paper_of(data: bytes) -> WordPaper:
    """Return what a Word file of ours asks of whoever lays it out."""
    with ZipFile(BytesIO(data)) as package:
        return _PaperReader(package).paper()


class _PaperReader:
    """A package on its way to being a WordPaper."""

    def __init__(self, package: ZipFile) -> None:
        self._package = package
        self._names = set(package.namelist())
        self._styles = PaperStyles(self._part("word/styles.xml"))
        self._targets = dict(self._relations())

    def paper(self) -> WordPaper:
        document = self._part("word/document.xml")
        body = None if document is None else document.find(f"{W}body")
        if body is None:
            return WordPaper(WordPage(), ())
        return WordPaper(self._sheet(body.find(f"{W}sectPr")), tuple(self._blocks(body)))

    def _part(self, name: str) -> _Element | None:
        from lxml import etree

        if name not in self._names:
            return None
        return etree.fromstring(self._package.read(name), etree.XMLParser(resolve_entities=False))

    def _relations(self) -> Iterator[tuple[str, str]]:
        root = self._part("word/_rels/document.xml.rels")
        for relation in () if root is None else root.iter(_RELATION):
            target = relation.get("Target", "")
            yield relation.get("Id", ""), target.removeprefix("/") if target[:1] == "/" else f"word/{target}"

    def _sheet(self, said: _Element | None) -> WordPage:
        if said is None:
            return WordPage()
        size, margins = _said(said, "pgSz"), _said(said, "pgMar")
        settings = self._part("word/settings.xml")
        usual = WordPage()
        return WordPage(
            width=points(size.get("w"), usual.width),
            height=points(size.get("h"), usual.height),
            top=points(margins.get("top"), usual.top),
            right=points(margins.get("right"), usual.right),
            bottom=points(margins.get("bottom"), usual.bottom),
            left=points(margins.get("left"), usual.left) + points(margins.get("gutter")),
            header_from_top=points(margins.get("header"), usual.header_from_top),
            footer_from_bottom=points(margins.get("footer"), usual.footer_from_bottom),
            first_number=int(_said(said, "pgNumType").get("start", "1")),
            headers=dict(self._margin_texts(said, "header")),
            footers=dict(self._margin_texts(said, "footer")),
            differs_on_even=settings is not None and is_on(settings.find(f"{W}evenAndOddHeaders")),
            differs_on_first=is_on(said.find(f"{W}titlePg")),
            character=self._grid_character(_said(said, "docGrid")),
        )

    def _grid_character(self, grid: dict[str, str]) -> float:
        """Return the width of a character of the grid; what it adds to a letter is counted in whole twips."""
        if grid.get("type") not in {"linesAndChars", "snapToChars"}:
            return 0.0
        added = floor(float(grid.get("charSpace", "0")) / _PARTS_OF_A_POINT * TWIPS_PER_POINT)
        return self._styles.letters(None).size + added / TWIPS_PER_POINT

    def _margin_texts(self, said: _Element, kind: str) -> Iterator[tuple[str, tuple[Paragraph, ...]]]:
        for reference in said.iterfind(f"{W}{kind}Reference"):
            part = self._part(self._targets.get(reference.get(f"{_R}id", ""), ""))
            found = () if part is None else part.iterfind(f"{W}p")
            yield reference.get(f"{W}type", "default"), tuple(map(self._paragraph, found))

    def _blocks(self, parent: _Element) -> Iterator[Paragraph | PaperTable]:
        for child in parent:
            if child.tag == f"{W}p":
                yield self._paragraph(child)
            elif child.tag == f"{W}tbl":
                yield self._table(child)
            elif child.tag == f"{W}sdt":
                content = child.find(f"{W}sdtContent")
                yield from () if content is None else self._blocks(content)

    def _paragraph(self, element: _Element) -> Paragraph:
        said = element.find(f"{W}pPr")
        runs = tuple(run for found in _runs(element) for run in self._run(found, said))
        return Paragraph(tuple(_with_fields(runs)), self._styles.shape(said), self._styles.letters(said))

    def _run(self, element: _Element, paragraph: _Element | None) -> Iterator[WordRun]:
        letters = self._styles.letters(paragraph, element.find(f"{W}rPr"))
        for child in element:
            name = str(child.tag).removeprefix(W)
            if name == "t":
                yield WordRun(child.text or "", letters)
            elif name in _SIGNS:
                yield WordRun(_SIGNS[name], letters)
            elif name == "br":
                yield WordRun("\f" if child.get(f"{W}type") == "page" else "\u2028", letters)
            elif name == "fldChar":
                yield WordRun(f"{_FIELD}{child.get(f'{W}fldCharType')}", letters)
            elif name == "instrText":
                yield WordRun(f"{_INSTRUCTION}{child.text or ''}", letters)
            elif name == "drawing":
                yield from self._pictures(child, letters)

    def _pictures(self, drawing: _Element, letters: Letters) -> Iterator[WordRun]:
        for extent, blip in zip(drawing.iter(f"{_DRAWING}extent"), drawing.iter(_BLIP), strict=False):
            name = self._targets.get(blip.get(f"{_R}embed", ""), "")
            if name in self._names:
                width, height = (int(extent.get(side, "0")) / _EMU_PER_POINT for side in ("cx", "cy"))
                yield WordRun("\ufffc", letters, WordPicture(self._package.read(name), width, height))

    def _table(self, element: _Element) -> PaperTable:
        said = element.find(f"{W}tblPr")
        style = _said(said, "tblStyle").get("val", "")
        widths = [points(column.get(f"{W}w")) for column in element.iterfind(f"{W}tblGrid/{W}gridCol")]
        margins = {
            side: points(found.get(f"{W}w"))
            for side in ("top", "left", "bottom", "right")
            for found in self._of_table(said, style, f"{W}tblCellMar/{W}{side}")
        }
        borders = [
            float(found.get(f"{W}sz", "0")) / _EIGHTHS
            for found in self._of_table(said, style, f"{W}tblBorders/{W}insideH")
            if found.get(f"{W}val") not in {"nil", "none"}
        ]
        return PaperTable(
            edges=tuple(accumulate(widths, initial=0.0)),
            rows=tuple(self._row(row) for row in element.iterfind(f"{W}tr")),
            align=cast("Align", _said(said, "jc").get("val", "left")),
            margin_left=margins.get("left", 5.4),
            margin_right=margins.get("right", 5.4),
            margin_top=margins.get("top", 0.0),
            margin_bottom=margins.get("bottom", 0.0),
            border=borders[-1] if borders else 0.0,
        )

    def _of_table(self, said: _Element | None, style: str, path: str) -> Iterator[_Element]:
        yield from self._styles.of_table(style, path)
        if said is not None:
            yield from said.iterfind(path)

    def _row(self, element: _Element) -> WordRow:
        said = element.find(f"{W}trPr")
        height = _said(said, "trHeight")
        return WordRow(
            cells=tuple(self._cells(element)),
            height=points(height.get("val")),
            is_exact=height.get("hRule") == "exact",
            repeats=said is not None and is_on(said.find(f"{W}tblHeader")),
        )

    def _cells(self, row: _Element) -> Iterator[WordCell]:
        column = 0
        for element in row.iterfind(f"{W}tc"):
            said = element.find(f"{W}tcPr")
            columns = int(_said(said, "gridSpan").get("val", "1"))
            merged = None if said is None else said.find(f"{W}vMerge")
            merge = "" if merged is None else merged.get(f"{W}val", "continue")
            yield WordCell(
                column,
                columns,
                tuple(self._paragraph(found) for found in element.iterfind(f"{W}p")),
                merge="restart" if merge == "restart" else "continue" if merge else "",
                stands="center" if _said(said, "vAlign").get("val") == "center" else "top",
            )
            column += columns


def _said(parent: _Element | None, name: str) -> dict[str, str]:
    """Return the attributes of a property, without their namespace; empty where it is not there."""
    found = None if parent is None else parent.find(f"{W}{name}")
    return {} if found is None else {str(key).removeprefix(W): str(value) for key, value in found.items()}


def _runs(paragraph: _Element) -> Iterator[_Element]:
    """Yield the runs of a paragraph, those within links and tracked insertions too."""
    for child in paragraph:
        if child.tag == f"{W}r":
            yield child
        elif child.tag in {f"{W}hyperlink", f"{W}ins", f"{W}smartTag", f"{W}fldSimple"}:
            yield from _runs(child)


def _with_fields(runs: tuple[WordRun, ...]) -> Iterator[WordRun]:
    """Yield the runs; the field of the page's number is numbered later, other fields stay as they read."""
    instruction, state = "", "words"
    for run in runs:
        mark, rest = run.text[:1], run.text[1:]
        if mark == _INSTRUCTION:
            instruction += rest
        elif mark == _FIELD and rest == "begin":
            instruction, state = "", "instruction"
        elif mark == _FIELD:
            if state == "instruction" and "PAGE" in instruction.split():
                yield WordRun("", run.letters, is_page_number=True)
            state = "result" if rest == "separate" else "words"
        elif state == "words" or (state == "result" and "PAGE" not in instruction.split()):
            yield run
