"""Tables of other shapes: heads in one row, finer grids, small tables beside, marks beside figures."""

from __future__ import annotations

from reportdesk.report.characters import odd_characters, set_right
from tests.readers.copying import laid
from tests.readers.made import Made, document
from tests.readers.paper import Grid, Paper, Printed, paper, twin
from tests.readers.printing import (
    to_bare_text,
    to_web,
    to_word,
    to_workbook,
    word,
    word_blocks,
    word_cell,
)
from tests.readers.spoiling import with_strokes

RADICALS = {
    set_right(chr(code)): chr(code) for code in range(0x2F00, 0x2FD6) if list(odd_characters(chr(code)))
}


def _with_joined_heads(made: Paper, name: str, mark: str) -> None:
    """Print the heads of a table in one row, each with those above it."""
    grid = made.grid(name)
    table = made.form.table(name)
    labels = [mark.join(column.labels) for column in table.band[0].column]
    rows = [row for row in grid.rows if any(cell.key for cell in row)]
    corner = [Printed("项目", columns=table.label_columns)] if table.label_columns else []
    made.blocks[made.at(grid)] = twin(grid, [[*corner, *map(Printed, labels)], *rows])


@document
def disputes_under_one_row_of_joined_heads() -> Made:
    made = paper()
    _with_joined_heads(made, "disputes", "")
    return ".docx", to_word(made), made


@document
def disputes_under_heads_joined_by_dashes() -> Made:
    made = with_strokes("")
    _with_joined_heads(made, "disputes", "-")
    return ".html", to_web(made), made


@document
def requests_under_one_row_of_joined_heads() -> Made:
    made = with_strokes("")
    _with_joined_heads(made, "requests", "")
    return ".docx", to_word(made), made


@document
def report_in_one_cell_beside_many_empty_ones() -> Made:
    made = paper()
    empty = word_cell(Printed("")) * 300
    cell = f"<w:tc><w:tcPr/>{word_blocks(made)}<w:p/></w:tc>"
    return ".docx", word(f"<w:tbl><w:tr>{cell}{empty}</w:tr></w:tbl><w:p/>"), made


def _finer(grid: Grid, times: int) -> Grid:
    rows = [
        [one for text in row for one in (Printed(text), *(Printed("") for _ in range(times - 1)))]
        for row in laid(grid, spread=True)
    ]
    return twin(grid, rows)


@document
def grid_five_times_as_fine() -> Made:
    made = with_strokes("")
    for grid in made.grids():
        made.blocks[made.at(grid)] = _finer(grid, 5)
    return ".docx", to_word(made), made


@document
def grid_seven_times_as_fine() -> Made:
    made = paper()
    for grid in made.grids():
        made.blocks[made.at(grid)] = _finer(grid, 7)
    return ".html", to_web(made), made


def _small_table(rows: list[tuple[str, ...]]) -> Grid:
    return Grid("small", [[Printed(text) for text in row] for row in rows])


def _insert(made: Paper, small: Grid) -> None:
    """Put a small table among the words of section 一, where it stays as words."""
    made.blocks.insert(made.blocks.index(("text", BELOW)), small)
    overview = list(made.texts["overview"])
    at = overview.index(BELOW)
    overview[at:at] = ["\t".join(cell.text for cell in row) for row in small.rows]
    made.texts["overview"] = tuple(overview)


BELOW = "（二）依申请公开"


@document
def small_table_of_licences_in_section_one() -> Made:
    made = paper()
    _insert(made, _small_table([("类别", "数量"), ("行政许可", "99"), ("行政处罚", "98")]))
    return ".docx", to_word(made), made


@document
def small_table_with_a_sum_in_section_one() -> Made:
    made = paper()
    _insert(made, _small_table([("合计", "120"), ("行政许可", "99"), ("9.其他情形", "21")]))
    return ".html", to_web(made), made


@document
def small_table_under_heads_of_the_form_in_section_one() -> Made:
    made = paper()
    _insert(made, _small_table([("项目", "自然人", "总计"), ("本年新收", "77", "88")]))
    return ".docx", to_word(made), made


@document
def two_ragged_rows() -> Made:
    """One figure too many in a row, one too few in the next: both stay blank, the edition what it is."""
    made = paper()
    for line, changes in (("other_fee_unpaid", 1), ("other_misc", -1)):
        row = next(row for row in made.grid("requests").rows if f".{line}." in row[-1].key)
        for cell in row:
            if cell.key:
                made.expected[cell.key] = None
                made.noted.add(cell.key)
        row[-1:] = [row[-1], Printed("0")] if changes > 0 else []
    return ".docx", to_word(made), made


@document
def table_two_of_2021_above_one_row_for_other_outcomes() -> Made:
    """Table 三 as in 2019, where （六）其他处理 is one row, under the table 二 of 2021."""
    made, old = paper(), paper("2019")
    made.blocks[made.at(made.grid("requests"))] = old.grid("requests")
    for key in [key for key in made.expected if key.startswith("requests.")]:
        made.expected[key] = old.expected.get(key)
        if key not in old.expected:
            made.noted.add(key)
    return ".html", to_web(made), made


@document
def figures_with_marks_of_notes() -> Made:
    made = paper()
    marks = ("①", "²", "*", "※", "[1]", "（注）")
    for number, cell in enumerate(cell for cell in made.grid("requests").cells() if cell.key):
        cell.text += marks[number % len(marks)] if number % 4 == 0 else ""
    return ".docx", to_word(made), made


def _marked(made: Paper, every: int, before: str = "", behind: str = "") -> None:
    for cell in [cell for cell in made.grid("requests").cells() if cell.key][::every]:
        cell.text = f"{before}{cell.text}{behind}"


@document
def figures_with_raised_marks_on_the_web() -> Made:
    made = paper()
    _marked(made, 5, behind="MARK")
    return ".html", to_web(made).replace(b"MARK", b"<sup>1</sup>"), made


@document
def figures_struck_out_before_the_right_ones() -> Made:
    made = paper()
    _marked(made, 7, before="MARK")
    return ".html", to_web(made).replace(b"MARK", b"<s>4</s>"), made


@document
def figures_struck_out_in_word() -> Made:
    made = paper()
    _marked(made, 7, before="MARK")
    out = "</w:t></w:r><w:r><w:rPr><w:strike/></w:rPr><w:t>9</w:t></w:r><w:r><w:t>"
    return ".docx", word(word_blocks(made).replace("MARK", out)), made


@document
def cells_that_became_dates_and_truths() -> Made:
    made = paper()
    keys = ["requests.granted.business", "requests.granted.research", "requests.granted.other"]
    for key, text in zip(keys, ("2024-01-03", "TRUE", "5%"), strict=True):
        next(cell for cell in made.grid("requests").cells() if cell.key == key).text = text
        made.expected[key] = None
        made.noted.add(key)
    return ".xlsx", to_workbook([list(made.blocks)]), made


@document
def radicals_for_ideographs() -> Made:
    made = paper()
    data = to_bare_text(made, separator="\t").decode().translate({ord(a): b for a, b in RADICALS.items()})
    return ".txt", data.encode(), made
