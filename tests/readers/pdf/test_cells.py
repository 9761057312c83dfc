"""Figures in ruled cells: what is printed there for certain is read, all else stays no figure."""

import pytest

from reportdesk.readers.tables.figures import looks_like_figure
from tests.readers.pdf.finding import lattice, one_page, tables
from tests.readers.pdf.press import show, stroke

#: The cell that the marks are printed into reaches from 200 to 300 across and from 640 to 670 upwards.
X, Y, SIZE = 240.0, 650.0, 10.5
GRID = lattice([["项目", "甲", "乙"], ["规章", "", ""], ["文件", "12", "0"]])


def cell(*marks: str) -> str:
    """The words of the cell with these marks in it."""
    return tables(one_page(GRID, *marks))[0][1][1]


def test_a_figure_is_read_as_it_is_printed() -> None:
    assert cell(show("1,234", X, Y, SIZE)) == "1,234"


def test_rows_and_columns_are_where_the_lines_are() -> None:
    assert tables(one_page(GRID)) == [[["项目", "甲", "乙"], ["规章", "", ""], ["文件", "12", "0"]]]


def test_a_line_under_a_figure_does_not_strike_it() -> None:
    assert cell(show("45", X, Y, SIZE), stroke(X - 1, Y - 1.5, X + 11, Y - 1.5)) == "45"


def test_a_figure_printed_twice_to_look_bold_is_one() -> None:
    assert cell(show("45", X, Y, SIZE), show("45", X + 0.3, Y, SIZE)) == "45"


def test_a_raised_figure_is_a_mark() -> None:
    assert cell(show("4", X, Y, SIZE), show("2", X + 5.3, Y + 4, 6)) == "4²"


@pytest.mark.parametrize(
    "marks",
    [
        pytest.param((show("45", X, Y, SIZE), stroke(X - 1, Y + 3.5, X + 11, Y + 3.5)), id="struck out"),
        pytest.param((show("45", X, Y, SIZE), show("67", X + 0.8, Y, SIZE)), id="printed over another"),
        pytest.param((show("1234567890", 270, Y, SIZE),), id="reaching into the next cell"),
        pytest.param((show("12", 210, Y, SIZE), show("34", 260, Y, SIZE)), id="two side by side"),
        pytest.param((show("12", X, Y + 6, SIZE), show("34", X, Y - 6, SIZE)), id="two below each other"),
    ],
)
def test_a_figure_that_is_not_certain_is_none(marks: tuple[str, ...]) -> None:
    read = cell(*marks)
    assert "".join(filter(str.isdecimal, read)) != ""
    assert not looks_like_figure(read) or " " in read or "/" in read


def test_a_figure_broken_where_its_cell_ends_is_one() -> None:
    narrow = lattice([["甲", "乙"], ["", "0"]], wide=30)
    drawn = one_page(narrow, show("4472", 104, 658, 10), show("28", 104, 646, 10))
    assert tables(drawn) == [[["甲", "乙"], ["447228", "0"]]]


def test_figures_painted_over_are_not_read_and_a_note_says_so() -> None:
    over = f"1 1 1 rg {X - 5} {Y - 5} 40 20 re f 0 0 0 rg "
    document = one_page(GRID, show("45", X, Y, SIZE), over, show("67", X, Y, SIZE))
    assert tables(document)[0][1][1] == "67"
    assert "看不见的文字" in document.notes[0].message


@pytest.mark.parametrize("ink", ["1 1 1 rg ", "3 Tr "], ids=["white on white", "invisible"])
def test_figures_that_nobody_sees_are_not_read(ink: str) -> None:
    document = one_page(GRID, "q ", ink, show("45", X, Y, SIZE), "Q ")
    assert tables(document)[0][1][1] == ""
    assert "看不见的文字" in document.notes[0].message


def test_white_words_on_a_coloured_ground_are_read() -> None:
    ground = "0 0 1 rg 201 641 98 28 re f 1 1 1 rg "
    assert cell(ground, show("45", X, Y, SIZE), "0 0 0 rg ") == "45"


def test_a_watermark_aslant_is_no_figure() -> None:
    mark = f"q 0.7 0.7 -0.7 0.7 100 0 cm {show('99', 600, 300, 30)} Q "
    assert cell(mark, show("45", X, Y, SIZE)) == "45"


def test_words_written_downwards_and_upwards() -> None:
    upwards = "BT /F1 10 Tf 0 1 -1 0 130 615 Tm <" + "年度办理".encode("utf-16-be").hex() + "> Tj ET\n"
    downwards = "".join(show(letter, 155, 690 - 12 * at, 10) for at, letter in enumerate("办理结果"))
    drawn = stroke(100, 700, 300, 700) + stroke(100, 610, 300, 610) + stroke(200, 655, 300, 655)
    drawn += "".join(stroke(x, 610, x, 700) for x in (100, 140, 200, 300))
    document = one_page(drawn, upwards, downwards, show("3", 250, 675, 10), show("4", 250, 630, 10))
    assert tables(document) == [[["年度办理", "办理结果", "3"], ["年度办理", "办理结果", "4"]]]
