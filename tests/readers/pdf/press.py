"""Papers as PDF, drawn here glyph by glyph and line by line: no other program, and every oddity at will."""

from __future__ import annotations

import itertools
import zlib
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace

from tests.readers.paper import Grid, Paper, Printed

Rule = Callable[[float, float, float, float], str]
#: A4 in points.
A4 = (595.0, 842.0)
_MARGIN = 60.0


def stroke(x: float, y: float, to_x: float, to_y: float) -> str:
    """A line as Word and WPS draw it."""
    return f"0.5 w {x:.2f} {y:.2f} m {to_x:.2f} {to_y:.2f} l S\n"


def thin_box(x: float, y: float, to_x: float, to_y: float) -> str:
    """A line as a filled rectangle, as browsers draw it."""
    return f"{x - 0.3:.2f} {y - 0.3:.2f} {to_x - x + 0.6:.2f} {to_y - y + 0.6:.2f} re f\n"


def segments(x: float, y: float, to_x: float, to_y: float) -> str:
    """A line as many short ones."""
    pieces = max(1, round(max(abs(to_x - x), abs(to_y - y)) / 8))
    steps = [(x + (to_x - x) * n / pieces, y + (to_y - y) * n / pieces) for n in range(pieces + 1)]
    return "".join(stroke(*one, *other) for one, other in itertools.pairwise(steps))


def dots(x: float, y: float, to_x: float, to_y: float) -> str:
    """A line as a row of square dots."""
    pieces = max(1, round(max(abs(to_x - x), abs(to_y - y)) / 3))
    steps = [(x + (to_x - x) * n / pieces, y + (to_y - y) * n / pieces) for n in range(pieces + 1)]
    return "".join(f"{px - 0.4:.2f} {py - 0.4:.2f} 0.8 0.8 re f\n" for px, py in steps)


def double(x: float, y: float, to_x: float, to_y: float) -> str:
    """Two lines close together."""
    dx, dy = (0.0, 1.5) if abs(to_x - x) > abs(to_y - y) else (1.5, 0.0)
    return stroke(x, y, to_x, to_y) + stroke(x + dx, y + dy, to_x + dx, to_y + dy)


def across_only(x: float, y: float, to_x: float, to_y: float) -> str:
    """Only the lines across."""
    return stroke(x, y, to_x, to_y) if abs(to_x - x) > abs(to_y - y) else ""


def nothing(x: float, y: float, to_x: float, to_y: float) -> str:
    """No line at all."""
    return ""


@dataclass(frozen=True)
class Style:
    """How a paper is printed: type in points, what a line looks like, where figures stand in their cells."""

    size: float = 10.5
    rule: Rule = stroke
    sheet: tuple[float, float] = A4
    align: str = "centre"
    padding: float = 4.0
    leading: float = 1.3
    rotate: int = 0
    repeats: int = 0
    number: str = "- {} -"
    over: Callable[[int], str] = lambda number: ""


def width_of(text: str) -> float:
    """How wide a text is, in times its size."""
    return sum(0.5 if " " <= character <= "~" else 1.0 for character in text)


def show(text: str, x: float, y: float, size: float) -> str:
    """Words at a place."""
    code = text.encode("utf-16-be").hex()
    return f"BT /F1 {size:.2f} Tf 1 0 0 1 {x:.2f} {y:.2f} Tm <{code}> Tj ET\n"


def wrapped(text: str, room: float, size: float) -> list[str]:
    """A text in lines no wider than the room."""
    lines: list[str] = []
    for part in text.split("\n"):
        line = ""
        for character in part:
            if line and width_of(line + character) * size > room:
                lines.append(line)
                line = ""
            line += character
        lines.append(line)
    return lines


@dataclass
class Press:
    """Pages that are being printed, from the top."""

    style: Style
    pages: list[str] = field(default_factory=lambda: [""])
    y: float = 0.0

    def __post_init__(self) -> None:
        self.y = self._top

    @property
    def _top(self) -> float:
        return self.style.sheet[1] - _MARGIN

    @property
    def room(self) -> float:
        """How wide words may stand."""
        return self.style.sheet[0] - 2 * _MARGIN

    def feed(self) -> None:
        """Begin a page."""
        self.pages.append("")
        self.y = self._top

    def paragraph(self, text: str, *, indent: float = 2.0, is_centred: bool = False) -> None:
        """A paragraph, its first line indented."""
        size = self.style.size * 1.2
        for number, line in enumerate(wrapped("　" * round(indent) + text, self.room, size)):
            if self.y - size * 1.6 < _MARGIN:
                self.feed()
            self.y -= size * 1.6
            words = line.lstrip("　") if number == 0 else line
            left = _MARGIN + (indent * size if number == 0 else 0.0)
            if is_centred:
                left = (self.style.sheet[0] - width_of(words) * size) / 2
            self.pages[-1] += show(words, left, self.y, size)

    def table(self, grid: Grid) -> None:
        """A table, cut where a page ends; its first rows are repeated there if the style says so."""
        columns = sum(cell.columns for cell in grid.rows[0])
        xs = _columns(grid, columns, self.room)
        heights = self._heights(grid, xs)
        self.y -= 8
        first = 0
        while first < len(grid.rows):
            head = self.style.repeats if first else 0
            last = first
            used = sum(heights[:head])
            while last < len(heights) and self.y - used - heights[last] > _MARGIN:
                used += heights[last]
                last += 1
            if last == first:
                self.feed()
                continue
            rows = [*range(head), *range(first, last)]
            self._rows(grid, xs, heights, rows)
            first = last
            if first < len(grid.rows):
                self.feed()
        self.y -= 8

    def _heights(self, grid: Grid, xs: Sequence[float]) -> list[float]:
        style = self.style
        heights = [style.size * style.leading + style.padding] * len(grid.rows)
        for row, column, cell in places(grid):
            if cell.rows == 1:
                room = xs[column + cell.columns] - xs[column] - 2 * style.padding
                lines = len(wrapped(cell.text, room, style.size))
                heights[row] = max(heights[row], lines * style.size * style.leading + style.padding)
        return heights

    def _rows(self, grid: Grid, xs: Sequence[float], heights: Sequence[float], rows: Sequence[int]) -> None:
        """Draw some rows; a cell that reaches over an edge is drawn as far as it goes, its words at first."""
        tops = {row: self.y - sum(heights[one] for one in rows[:place]) for place, row in enumerate(rows)}
        for row, column, cell in places(grid):
            covered = [one for one in range(row, row + cell.rows) if one in tops]
            if not covered:
                continue
            top = tops[covered[0]]
            foot = tops[covered[-1]] - heights[covered[-1]]
            left, right = xs[column] + _MARGIN, xs[column + cell.columns] + _MARGIN
            self._edges(left, foot, right, top)
            if covered[0] == row:
                self._words(cell, left, foot, right, top)
        self.y -= sum(heights[row] for row in rows)

    def _edges(self, left: float, foot: float, right: float, top: float) -> None:
        rule = self.style.rule
        self.pages[-1] += rule(left, foot, right, foot) + rule(left, top, right, top)
        self.pages[-1] += rule(left, foot, left, top) + rule(right, foot, right, top)

    def _words(self, cell: Printed, left: float, foot: float, right: float, top: float) -> None:
        style = self.style
        room = right - left - 2 * style.padding
        lines = wrapped(cell.text, room, style.size) if cell.text else []
        height = len(lines) * style.size * style.leading
        y = (top + foot) / 2 + height / 2 - style.size
        for line in lines:
            wide = width_of(line) * style.size
            free = {"left": 0.0, "centre": (room - wide) / 2, "right": room - wide}[style.align]
            self.pages[-1] += show(line, left + style.padding + free, y, style.size)
            y -= style.size * style.leading

    def bound(self) -> bytes:
        """The file."""
        streams = []
        for number, page in enumerate(self.pages, 1):
            footer = self.style.number.format(number)
            x = (self.style.sheet[0] - width_of(footer) * 12) / 2
            streams.append(page + (show(footer, x, 30, 12) if footer else "") + self.style.over(number))
        return pdf(streams, self.style.sheet, self.style.rotate)


def places(grid: Grid) -> Iterator[tuple[int, int, Printed]]:
    """Every cell with the row and the column where it begins."""
    taken: set[tuple[int, int]] = set()
    for row, cells in enumerate(grid.rows):
        column = 0
        for cell in cells:
            while (row, column) in taken:
                column += 1
            yield row, column, cell
            taken |= {(row + r, column + c) for r in range(cell.rows) for c in range(cell.columns)}
            column += cell.columns


def _columns(grid: Grid, count: int, room: float) -> list[float]:
    """Where columns begin: those of labels wider than those of figures."""
    labels = {
        column
        for _, column, cell in places(grid)
        if not cell.key and cell.columns == 1 and len(cell.text) > 5
    }
    weights = [2.2 if column in labels and count != 15 else 1.0 for column in range(count)]
    scale = room / sum(weights)
    return [scale * sum(weights[:column]) for column in range(count + 1)]


def to_pdf(paper: Paper, style: Style | None = None) -> bytes:
    """A paper printed in a style."""
    press = Press(style or Style())
    for block in paper.blocks:
        if isinstance(block, Grid):
            press.table(block)
        else:
            kind, text = block
            press.paragraph(text, indent=0 if kind == "title" else 2, is_centred=kind == "title")
    return press.bound()


def pdf(
    streams: Iterable[str | bytes], sheet: tuple[float, float] = A4, rotate: int = 0, **more: str
) -> bytes:
    """A file of pages with these contents; `more` are further entries of its catalogue."""
    contents = [stream.encode("latin-1") if isinstance(stream, str) else stream for stream in streams]
    font = (
        "<</Type/Font/Subtype/Type0/BaseFont/STSong-Light/Encoding/UniGB-UCS2-H/DescendantFonts[<</Type/Font"
        "/Subtype/CIDFontType0/BaseFont/STSong-Light"
        "/CIDSystemInfo<</Registry(Adobe)/Ordering(GB1)/Supplement 2>>"
        "/DW 1000/W[1 95 500]>>]>>"
    )
    first = 4
    kids = " ".join(f"{first + 2 * place} 0 R" for place in range(len(contents)))
    catalogue = "".join(f"/{name} {value}" for name, value in more.items())
    objects: list[bytes] = [
        f"<</Type/Catalog/Pages 2 0 R{catalogue}>>".encode(),
        f"<</Type/Pages/Count {len(contents)}/Kids[{kids}]>>".encode(),
        font.encode(),
    ]
    for place, content in enumerate(contents):
        packed = zlib.compress(content)
        objects.append(
            f"<</Type/Page/Parent 2 0 R/MediaBox[0 0 {sheet[0]:g} {sheet[1]:g}]/Rotate {rotate}"
            f"/Resources<</Font<</F1 3 0 R>>>>/Contents {first + 2 * place + 1} 0 R>>".encode()
        )
        objects.append(b"<</Filter/FlateDecode/Length %d>>stream\n%s\nendstream" % (len(packed), packed))
    return file_of(objects)


def file_of(objects: Sequence[bytes], trailer: str = "") -> bytes:
    """A file of objects, the first of which is its catalogue."""
    out = bytearray(b"%PDF-1.7\n")
    offsets = []
    for number, content in enumerate(objects, 1):
        offsets.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    start = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    out += b"".join(b"%010d 00000 n \n" % offset for offset in offsets)
    out += f"trailer\n<</Size {len(objects) + 1}/Root 1 0 R{trailer}>>\nstartxref\n{start}\n%%EOF\n".encode()
    return bytes(out)


def styled(**changes: object) -> Style:
    """A style with some things otherwise."""
    return replace(Style(), **changes)  # type: ignore[arg-type]
