"""Documents whose tables are cut, split or packed into others."""

from __future__ import annotations

import re

from tests.readers.made import Made, document
from tests.readers.paper import Block, Grid, Paper, Printed, paper, twin
from tests.readers.printing import (
    to_web,
    to_word,
    web_blocks,
    web_table,
    web_text,
    word,
    word_blocks,
    word_cell,
    word_table,
)
from tests.readers.spoiling import cut


@document
def table_cut_by_a_page() -> Made:
    made = paper()
    cut(made, "requests", 15)
    return ".docx", to_word(made), made


@document
def table_cut_with_its_heads_again() -> Made:
    made = paper()
    cut(made, "requests", 12, heads=3)
    return ".html", to_web(made), made


@document
def table_cut_between_heads_and_numbers() -> Made:
    made = paper()
    cut(made, "disputes", 3)
    return ".docx", to_word(made), made


@document
def row_cut_by_a_page() -> Made:
    made = paper()
    grid = made.grid("requests")
    number = next(n for n, row in enumerate(grid.rows) if any("逾期不补正" in cell.text for cell in row))
    label = next(cell for cell in grid.rows[number] if "逾期不补正" in cell.text)
    rest = Printed(label.text[16:])
    label.text = label.text[:16]
    for row in grid.rows[:number]:
        for cell in row:
            if cell.text == "三、本年度办理结果":
                cell.rows += 1
    next(cell for cell in grid.rows[number] if cell.text == "（六）其他处理").rows += 1
    grid.rows.insert(number + 1, [rest, *(Printed("") for _ in range(7))])
    return ".docx", to_word(made), made


def _thirds(made: Paper, *, captions: bool) -> None:
    """Print table 四 as three tables of five."""
    grid = made.grid("disputes")
    place = made.at(grid)
    names = ("行政复议", "未经复议直接起诉", "复议后起诉")
    leaves = ("结果维持", "结果纠正", "其他结果", "尚未审结", "总计")
    parts: list[Block] = []
    for number, name in enumerate(names):
        heads = [[Printed(name, columns=5)]] if not captions else []
        if captions:
            parts.append(("text", f"（{'一二三'[number]}）{name}"))
            made.texts.setdefault("disputes", ())
            made.texts["disputes"] += (f"（{'一二三'[number]}）{name}",)
        numbers = grid.rows[-1][number * 5 : number * 5 + 5]
        parts.append(twin(grid, [*heads, [Printed(leaf) for leaf in leaves], numbers]))
        if not captions:
            parts.append(("text", ""))
    made.blocks[place : place + 1] = parts


@document
def disputes_as_three_tables() -> Made:
    made = paper()
    _thirds(made, captions=False)
    return ".docx", to_word(made), made


@document
def disputes_as_three_tables_with_captions() -> Made:
    made = paper()
    _thirds(made, captions=True)
    return ".html", to_web(made), made


@document
def report_in_one_table_cell() -> Made:
    made = paper()
    return (
        ".docx",
        word(f"<w:tbl><w:tr><w:tc><w:tcPr/>{word_blocks(made)}<w:p/></w:tc></w:tr></w:tbl><w:p/>"),
        made,
    )


@document
def report_in_nested_layout_tables() -> Made:
    made = paper()
    inner = f"<table><tr><td><div>{web_blocks(made)}</div></td></tr></table>"
    page = f"<table><tr><td>首页 &gt; 政务公开</td></tr><tr><td>{inner}</td><td>&nbsp;</td></tr></table>"
    return ".html", f"<html><body>{page}</body></html>".encode(), made


@document
def report_in_one_table() -> Made:
    made = paper()
    rows = ""
    for block in made.blocks:
        if isinstance(block, Grid):
            rows += re.sub(r"^<w:tbl>|</w:tbl>$", "", word_table(block))
        else:
            rows += f"<w:tr>{word_cell(Printed(block[1], columns=15))}</w:tr>"
    return ".docx", word(f"<w:tbl>{rows}</w:tbl>"), made


@document
def text_in_one_paragraph() -> Made:
    made = paper()
    body, lines = "", []
    for block in made.blocks:
        if isinstance(block, Grid):
            body += f"<p>{'<br>'.join(lines)}</p>{web_table(block)}"
            lines = []
        else:
            lines.append(web_text(block[1]))
    return ".html", f"<html><body>{body}<p>{'<br>'.join(lines)}</p></body></html>".encode(), made
