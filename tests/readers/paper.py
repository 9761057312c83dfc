"""A report as an office might print it: parts with headings, paragraphs and tables, free to be spoilt."""

from __future__ import annotations

import copy
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from decimal import Decimal

from reportdesk.form.loader import load_edition
from reportdesk.form.model import Form
from reportdesk.form.spans import lay_out
from reportdesk.report.model import Report
from reportdesk.report.totals import figures

ORGAN = "云溪县档案局"
INTRO = "根据《中华人民共和国政府信息公开条例》和国务院办公厅的格式要求，现公布我局2023年度报告。"
OVERVIEW = (
    "2023年，我局围绕中心工作，推进政府信息公开。",
    "（一）主动公开",
    "全年公开信息385条，其中工作动态210条。",
    "（二）依申请公开",
    "全年收到申请若干件，均按时答复。",
    "（三）政府信息管理",
    "严格执行保密审查制度，先审查、后公开。",
    "（四）政府信息公开平台建设",
    "依托县政府门户网站，设置专栏3个。",
    "（五）监督保障",
    "开展业务培训2次，参加56人次。",
)
PROBLEMS = (
    "存在的主要问题：一是公开内容不够丰富；二是队伍业务水平有待提高。",
    "改进措施：一是拓宽渠道；二是加强培训。",
)
OTHER = ("2023年未收取信息处理费。", "没有其他需要报告的事项。")


@dataclass
class Printed:
    """A cell of a printed table: its words, how far it reaches, and which of the form's cells it shows."""

    text: str
    rows: int = 1
    columns: int = 1
    key: str = ""
    role: str = "cell"


@dataclass
class Grid:
    """A printed table, row by row, each cell where it begins."""

    name: str
    rows: list[list[Printed]]

    def cells(self) -> Iterable[Printed]:
        """Every cell once."""
        return (cell for row in self.rows for cell in row)

    def find(self, text: str) -> Printed:
        """The first cell with these words."""
        return next(cell for cell in self.cells() if cell.text == text)

    def relabel(self, change: Callable[[str], str]) -> None:
        """Change the words of all labels."""
        for cell in self.cells():
            if not cell.key:
                cell.text = change(cell.text)


Block = tuple[str, str] | Grid


@dataclass
class Paper:
    """A printed report: blocks in order, and what a perfect reader would make of its cells.

    `expected` maps every cell key to its figure, None for a cell that must come out blank; a blank among
    `noted` must be named in a note.
    """

    form: Form
    blocks: list[Block]
    expected: dict[str, int | Decimal | None]
    noted: set[str] = field(default_factory=set)
    organ: str = ORGAN
    year: int = 2023
    texts: dict[str, tuple[str, ...]] = field(default_factory=dict)
    date: str = ""

    def grid(self, name: str) -> Grid:
        """The table with that key."""
        return next(block for block in self.blocks if isinstance(block, Grid) and block.name == name)

    def grids(self) -> list[Grid]:
        """All tables."""
        return [block for block in self.blocks if isinstance(block, Grid)]

    def at(self, block: Block) -> int:
        """The place of a block."""
        return next(place for place, other in enumerate(self.blocks) if other is block)

    def replace_text(self, old: str, new: str) -> None:
        """Print a paragraph otherwise."""
        self.blocks = [
            (block[0], new) if not isinstance(block, Grid) and block[1] == old else block
            for block in self.blocks
        ]

    def show(self, keys: Iterable[str], text: str) -> None:
        """Print the same in some cells; a stroke there is a blank that must be noted."""
        wanted = set(keys)
        for grid in self.grids():
            for cell in grid.cells():
                if cell.key in wanted:
                    cell.text = text
                    self.expected[cell.key] = None
                    if text.strip(" "):
                        self.noted.add(cell.key)


def values(form: Form, *, sparse: bool = False) -> dict[str, int | Decimal | None]:
    """Figures that differ from cell to cell, so that any shift shows; sums are right."""
    entered: dict[str, int | Decimal] = {}
    for number, cell in enumerate(form.entered, 1):
        if cell.kind.name == "amount":
            entered[cell.key] = Decimal("59237.2449")
        elif cell.kind.name == "change":
            entered[cell.key] = number if number % 2 else -number
        else:
            entered[cell.key] = number if not sparse or number % 5 == 0 else 0
    return dict(figures(Report(form, cells=entered)))


def paper(edition: str = "2021", figures_of: Mapping[str, int | Decimal | None] | None = None) -> Paper:
    """A report printed as the notice prescribes."""
    form = load_edition(edition)
    expected = dict(figures_of if figures_of is not None else values(form))
    words = {"overview": OVERVIEW, "problems": PROBLEMS, "other": OTHER}
    blocks: list[Block] = [("title", ORGAN), ("title", "2023年政府信息公开工作年度报告"), ("text", INTRO)]
    for section in form.sections:
        blocks.append(("heading", section.heading))
        blocks += [("text", text) for text in words.get(section.key, ())]
        if section.table:
            blocks.append(_grid(form, section.table, expected))
    blocks += [("signature", ORGAN), ("signature", "2024年1月8日")]
    texts = {"intro": (INTRO,), **words}
    return Paper(form, blocks, expected, texts=texts, date="2024-01-08")


def _grid(form: Form, name: str, shown: Mapping[str, int | Decimal | None]) -> Grid:
    sheet = lay_out(form.table(name))
    rows: list[list[Printed]] = [[] for _ in range(sheet.rows)]
    for box in sheet.boxes:
        text = form.cells[box.key].kind.show(shown[box.key]) if box.key else box.text
        rows[box.row].append(Printed(text, box.rows, box.columns, box.key, box.role))
    return Grid(name, rows)


def twin(grid: Grid, rows: Iterable[list[Printed]]) -> Grid:
    """A table of the same name with other rows."""
    return Grid(grid.name, [list(row) for row in rows])


def changed(cell: Printed, **changes: object) -> Printed:
    """A cell with some things otherwise."""
    return replace(cell, **changes)  # type: ignore[arg-type]


def copy_of(document: Paper) -> Paper:
    """A paper of its own, free to be spoilt apart from the first."""
    return copy.deepcopy(document)
