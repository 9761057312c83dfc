"""What a Word file says of its page, paragraphs and tables; every length is in points."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

Align = Literal["left", "center", "right", "both"]
#: How a paragraph's `line` is meant: just so, at least, or as so many times what the letters need.
LineRule = Literal["exact", "atLeast", "auto"]


@dataclass(frozen=True, slots=True)
class Letters:
    """How characters look: fonts by their names, for Chinese and for the others."""

    east: str = ""
    latin: str = ""
    size: float = 10.0
    is_bold: bool = False
    is_italic: bool = False
    is_underlined: bool = False
    spacing: float = 0.0


@dataclass(frozen=True, slots=True)
class WordPicture:
    """A picture that stands in a line: the bytes of its file, and the room that it takes."""

    data: bytes
    width: float
    height: float


@dataclass(frozen=True, slots=True)
class WordRun:
    """Characters of one look, a picture, or the number of the page."""

    text: str
    letters: Letters
    picture: WordPicture | None = None
    is_page_number: bool = False


@dataclass(frozen=True, slots=True)
class Shape:
    """How a paragraph stands on the page."""

    style: str = ""
    align: Align = "left"
    left: float = 0.0
    right: float = 0.0
    first: float = 0.0
    before: float = 0.0
    after: float = 0.0
    line: float = 1.0
    line_rule: LineRule = "auto"
    joins_its_like: bool = False
    keeps_with_next: bool = False
    keeps_lines: bool = False
    avoids_single_lines: bool = False
    starts_page: bool = False


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Runs that flow together; `letters` are those of a line with nothing in it."""

    runs: tuple[WordRun, ...]
    shape: Shape
    letters: Letters

    @property
    def text(self) -> str:
        """Return the words of the paragraph."""
        return "".join(run.text for run in self.runs)


@dataclass(frozen=True, slots=True)
class WordCell:
    """A cell: its grid columns from `column` on, and whether it begins or carries on a merged one."""

    column: int
    columns: int
    paragraphs: tuple[Paragraph, ...]
    merge: Literal["", "restart", "continue"] = ""
    stands: Literal["top", "center", "bottom"] = "top"


@dataclass(frozen=True, slots=True)
class WordRow:
    """A row of a table; a `height` of 0 is what its cells need."""

    cells: tuple[WordCell, ...]
    height: float = 0.0
    is_exact: bool = False
    repeats: bool = False

    @property
    def keeps_with_next(self) -> bool:
        """Tell whether the row must not be the last on a page."""
        return any(one.shape.keeps_with_next for cell in self.cells for one in cell.paragraphs)


@dataclass(frozen=True, slots=True)
class PaperTable:
    """A table: where its columns begin and end, counted from its own left edge."""

    edges: tuple[float, ...]
    rows: tuple[WordRow, ...]
    align: Align = "left"
    margin_left: float = 5.4
    margin_right: float = 5.4
    margin_top: float = 0.0
    margin_bottom: float = 0.0
    border: float = 0.0


@dataclass(frozen=True, slots=True)
class WordPage:
    """The page: its size and margins, where headers and footers stand, and what is in them.

    `character` is the width of a character of its grid, 0 where it has none.
    """

    width: float = 595.3
    height: float = 841.9
    top: float = 72.0
    right: float = 90.0
    bottom: float = 72.0
    left: float = 90.0
    header_from_top: float = 42.6
    footer_from_bottom: float = 49.6
    first_number: int = 1
    headers: dict[str, tuple[Paragraph, ...]] = field(default_factory=dict)
    footers: dict[str, tuple[Paragraph, ...]] = field(default_factory=dict)
    differs_on_even: bool = False
    differs_on_first: bool = False
    character: float = 0.0

    @property
    def text_width(self) -> float:
        """Return the width between the margins; with a grid of characters, as many whole ones as it holds."""
        width = self.width - self.left - self.right
        return width // self.character * self.character if self.character else width

    @property
    def text_left(self) -> float:
        """Return where the text begins: a grid of characters stands in the middle between the margins."""
        return self.left + (self.width - self.left - self.right - self.text_width) / 2

    @property
    def text_height(self) -> float:
        """Return the height between the margins."""
        return self.height - self.top - self.bottom

    def kind_of(self, number: int) -> str:
        """Return which headers and footers a page has, by its number: default, even or first."""
        if self.differs_on_first and number == self.first_number:
            return "first"
        return "even" if self.differs_on_even and number % 2 == 0 else "default"


@dataclass(frozen=True, slots=True)
class WordPaper:
    """A Word file ready to be laid out."""

    sheet: WordPage
    blocks: tuple[Paragraph | PaperTable, ...]
