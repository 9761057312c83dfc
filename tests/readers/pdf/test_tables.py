"""Tables as they are drawn: frames within frames, pieces on several pages, and tables that no lines rule."""

import pytest

from tests.readers.pdf.finding import found, lattice, one_page, tables, texts
from tests.readers.pdf.press import Rule, across_only, double, pdf, segments, show, stroke, thin_box

HEAD = ["项目", "甲", "乙"]


@pytest.mark.parametrize("rule", [stroke, thin_box, segments, double])
def test_a_line_is_a_line_however_it_is_drawn(rule: Rule) -> None:
    rows = [HEAD, ["规章", "1", ""], ["文件", "12", "0"]]
    assert tables(one_page(lattice(rows, rule=rule))) == [rows]


@pytest.mark.parametrize("turn", [90, 180, 270])
def test_a_turned_page(turn: int) -> None:
    rows = [HEAD, ["规章", "1", ""]]
    assert tables(found(pdf([lattice(rows)], rotate=turn))) == [rows]


def test_a_table_drawn_on_its_side() -> None:
    rows = [HEAD, ["规章", "1", ""]]
    assert tables(one_page("q 0 1 -1 0 800 0 cm ", lattice(rows), " Q ")) == [rows]


def test_a_frame_around_the_page_is_no_table() -> None:
    frame = "30 30 535 780 re S "
    document = one_page(frame, show("一、总体情况", 100, 760, 12), lattice([HEAD, ["规章", "1", "2"]]))
    assert texts(document) == ["一、总体情况"]
    assert len(tables(document)) == 1


def test_outer_lines_may_be_missing() -> None:
    rows = [HEAD, ["规章", "1", ""]]
    inner = stroke(100, 670, 400, 670) + stroke(200, 640, 200, 700) + stroke(300, 640, 300, 700)
    words = lattice(rows, rule=lambda *_: "")
    assert tables(one_page(inner, words)) == [rows]


def pages(upper: list[list[str]], lower: list[list[str]]) -> bytes:
    """A table in two pieces."""
    return pdf([lattice(upper, top=60 + 30 * len(upper)), lattice(lower, top=800)])


def test_a_table_cut_by_a_page_is_one() -> None:
    read = tables(found(pages([HEAD, ["1.规章", "1", "2"]], [["2.文件", "3", "4"]])))
    assert read == [[HEAD, ["1.规章", "1", "2"], ["2.文件", "3", "4"]]]


def test_a_heading_repeated_on_the_next_page_is_left_out() -> None:
    read = tables(found(pages([HEAD, ["1.规章", "1", "2"]], [HEAD, ["2.文件", "3", "4"]])))
    assert read == [[HEAD, ["1.规章", "1", "2"], ["2.文件", "3", "4"]]]


def test_figures_that_a_page_repeats_are_no_heading() -> None:
    row = ["1.规章", "1", "2"]
    assert tables(found(pages([row, ["2.文件", "3", "4"]], [row]))) == [[row, ["2.文件", "3", "4"], row]]


def test_a_row_that_a_page_cuts_is_one_row() -> None:
    long = "5.要求行政机关确认或"
    read = tables(found(pages([HEAD, [long[:9], "1", "2"]], [[long[9:] + "重新出具", "", ""]])))
    assert read == [[HEAD, [long + "重新出具", "1", "2"]]]


def test_a_figure_that_a_page_cuts_is_doubtful() -> None:
    upper = lattice([["甲", "乙"], ["195", "0"]], wide=22, top=120).replace("10.50 Tf", "8.00 Tf")
    lower = lattice([["23", ""]], wide=22, top=800)
    assert tables(found(pdf([upper, lower]))) == [[["甲", "乙"], ["19523？", "0"]]]


def test_tables_of_other_widths_are_not_joined() -> None:
    data = pdf([lattice([HEAD, ["规章", "1", "2"]]), lattice([["甲", "1"]], top=800)])
    assert len(tables(found(data))) == 2


def test_a_table_with_lines_across_only() -> None:
    rows = [HEAD, ["规章", "1", ""], ["文件", "", "20"]]
    assert tables(one_page(lattice(rows, rule=across_only))) == [rows]


def test_a_table_without_lines() -> None:
    rows = [HEAD, ["规章", "1", ""], ["文件", "7", "20"]]
    assert tables(one_page(lattice(rows, rule=lambda *_: ""))) == [rows]


def test_a_column_without_figures_keeps_its_place() -> None:
    rows = [["项目", "甲", "乙", "丙"], ["规章", "", "1", "2"], ["文件", "", "7", "20"]]
    assert tables(one_page(lattice(rows, rule=lambda *_: "", wide=90))) == [rows]


def test_a_label_in_two_lines_goes_with_the_figures_between_them() -> None:
    words = [("项目", 100, 700), ("甲", 250, 700), ("乙", 350, 700)]
    words += [("5.要求确认或", 100, 676), ("重新出具", 100, 664), ("1", 250, 670), ("2", 350, 670)]
    words += [("6.其他", 100, 640), ("3", 250, 640), ("4", 350, 640)]
    read = tables(one_page(*(show(text, x, y, 10) for text, x, y in words)))
    assert read == [[HEAD, ["5.要求确认或/重新出具", "1", "2"], ["6.其他", "3", "4"]]]
