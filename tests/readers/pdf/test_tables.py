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


def test_a_label_of_several_rows_that_a_page_cuts_is_one() -> None:
    upper = stroke(100, 100, 300, 100) + stroke(200, 75, 300, 75) + stroke(100, 50, 300, 50)
    upper += "".join(stroke(x, 50, x, 100) for x in (100, 130, 200, 300))
    first = [show("五不", 105, 70, 10), show("1.信访", 135, 80, 10), show("3", 250, 80, 10)]
    first += [show("2.重复", 135, 58, 10), show("4", 250, 58, 10)]
    second = [show("予处理", 101, 70, 9), show("3.出版", 135, 80, 10), show("5", 250, 80, 10)]
    second += [show("4.反复", 135, 58, 10), show("6", 250, 58, 10)]
    across = stroke(130, 75, 200, 75)
    read = tables(
        found(pdf([upper + across + "".join(first), f"1 0 0 1 0 700 cm {upper}{across}" + "".join(second)]))
    )
    assert [row[0] for row in read[0]] == ["五不予处理"] * 4
    assert [row[-1] for row in read[0]] == ["3", "4", "5", "6"]


def test_words_that_reach_out_of_a_cut_cell_stay_in_it() -> None:
    rows = lattice([HEAD, ["规章", "1", "2"]], top=120)
    read = one_page(rows, show("制度", 105, 55, 10.5))
    assert tables(read) == [[HEAD, ["规章/制度", "1", "2"]]]


def test_a_piece_without_the_columns_that_go_on_belongs_to_the_table() -> None:
    upper = lattice([["组", *HEAD], ["甲组", "1.规章", "1", "2"]], top=120)
    data = pdf([upper, lattice([["2.文件", "3", "4"], ["3.其他", "5", "6"]], left=200, top=800)])
    read = tables(found(data))
    assert read[0][2:] == [["甲组", "2.文件", "3", "4"], ["甲组", "3.其他", "5", "6"]]


def test_a_label_cut_by_a_page_in_a_table_without_lines() -> None:
    upper = [("项目", 100, 100), ("甲", 250, 100), ("乙", 350, 100)]
    upper += [("1.规章", 100, 84), ("1", 250, 78), ("2", 350, 78), ("制度", 100, 72)]
    lower = [("2.行政", 100, 800), ("3", 250, 794), ("4", 350, 794), ("文件", 100, 788)]
    lower += [("3.其他", 100, 770), ("5", 250, 770), ("6", 350, 770)]
    pages = ["".join(show(text, x, y, 10) for text, x, y in words) for words in (upper, lower)]
    rows = [HEAD, ["1.规章/制度", "1", "2"], ["2.行政/文件", "3", "4"], ["3.其他", "5", "6"]]
    assert tables(found(pdf(pages))) == [rows]


def test_figures_right_of_their_columns_labels() -> None:
    words = [
        ("项目", 100, 700),
        ("制发", 200, 700),
        ("废止", 300, 700),
        ("规章", 100, 680),
        ("文件", 100, 660),
    ]
    words += [("1", 260, 680), ("2", 360, 680), ("34", 255, 660)]
    read = tables(one_page(*(show(text, x, y, 10) for text, x, y in words)))
    assert read == [[["项目", "制发", "废止"], ["规章", "1", "2"], ["文件", "34", ""]]]


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
