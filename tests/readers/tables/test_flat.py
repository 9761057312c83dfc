"""No figure in another column: what a copy lost stays blank and is named, what it kept is read."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path

import pytest

from reportdesk.readers import read_source
from reportdesk.readers.protocol import Source
from reportdesk.report.model import Report
from tests.readers.copying import copied, from_browser, from_chromium, from_chromium_with_tabs, from_word
from tests.readers.paper import Grid, Paper, paper
from tests.readers.spoiling import with_strokes

GRANTED = "（一）予以公开"


def read(text: str) -> Report:
    return read_source(Source(Path("年报.txt"), text.encode())).report


def row_of(report: Report, line: str) -> list[object]:
    keys = [cell.key for cell in report.form.cells_of("requests") if f".{line}." in cell.key]
    return [report.cells.get(key, report.stated.get(key)) for key in keys]


def is_named(report: Report, line: str) -> bool:
    return any(f".{line}." in cell for note in report.notes for cell in note.cells)


def with_line(made: Paper, change: Callable[[str], str], way: Callable[[Grid], str] = from_word) -> str:
    """The paper as copied, the line of 予以公开 changed."""
    lines = copied(made, way).split("\n")
    return "\n".join(change(line) if GRANTED in line else line for line in lines)


def blank(values: Iterable[object]) -> bool:
    return all(value is None for value in values)


@pytest.mark.parametrize("figures", ["18", "18\t18", "18\t\t\t18", "1\t2\t3\t4\t5\t6"])
def test_a_row_cut_short_is_blank_and_named(figures: str) -> None:
    """A trailing blank cell that an editor trimmed is any column's; a lone figure is never the total."""
    report = read(with_line(paper(), lambda line: f"{line[: line.index(GRANTED)]}{GRANTED}\t{figures}"))
    assert blank(row_of(report, "granted"))
    assert is_named(report, "granted")
    assert not blank(row_of(report, "received"))


def test_a_figure_under_natural_persons_is_theirs() -> None:
    text = with_line(paper(), lambda line: f"{line[: line.index(GRANTED)]}{GRANTED}\t18\t\t\t\t\t\t")
    report = read(text)
    assert row_of(report, "granted") == [18, None, None, None, None, None, None]


def test_blanks_at_both_edges_of_too_long_a_row_tell_nothing() -> None:
    text = with_line(paper(), lambda line: f"{line[: line.index(GRANTED)]}{GRANTED}\t\t5\t\t\t\t\t7\t\t")
    report = read(text)
    assert blank(row_of(report, "granted"))
    assert is_named(report, "granted")


def test_figures_before_their_labels_are_never_the_next_label_s() -> None:
    made = paper()
    lines: list[str] = []
    for grid in made.grids():
        for row in grid.rows:
            figures = [cell.text for cell in row if cell.key]
            lines += [*figures, *(cell.text for cell in row if not cell.key and cell.text)]
    report = read(
        "\n".join(
            ["云溪县档案局2023年政府信息公开工作年度报告", "三、收到和处理政府信息公开申请情况", *lines]
        )
    )
    wrong = {key for key, value in report.cells.items() if value != made.expected[key]}
    assert wrong == set()


def test_white_lines_between_all_cells_are_no_blank_cells() -> None:
    made = with_strokes("")
    report = read(copied(made, from_chromium_with_tabs).replace("\t", " "))
    wrong = {key for key, value in report.cells.items() if value != made.expected[key]}
    assert wrong == set()


def test_white_lines_are_the_blank_cells_of_a_browser() -> None:
    made = with_strokes("")
    report = read(copied(made, from_chromium))
    assert {key: value for key, value in made.expected.items() if value is not None} == {
        **report.cells,
        **report.stated,
    }


def test_other_without_its_number_is_no_row() -> None:
    lines = copied(paper(), from_browser).split("\n")
    at = next(place for place, line in enumerate(lines) if "（七）总计" in line)
    report = read("\n".join([*lines[:at], "其他\t1\t2\t3\t4\t5\t6\t21", *lines[at:]]))
    assert row_of(report, "other_misc") == row_of(read("\n".join(lines)), "other_misc")


def test_columns_in_another_order_are_not_read_in_ours() -> None:
    made = paper()
    text = copied(made, from_browser).replace("自然人\t法人或其他组织\t总计", "总计\t自然人\t法人或其他组织")
    report = read(text)
    assert blank(row_of(report, "granted"))
    assert is_named(report, "granted")


def test_labels_of_another_edition_s_columns_take_no_figure() -> None:
    """Table 二 of 2021 alone, a bar on a line behind every cell, is not of 2019."""
    made = paper()
    made.blocks = [one for one in made.blocks if not isinstance(one, Grid) or one.name == "disclosure"]
    text = copied(made, lambda grid: "\n".join(f"{cell.text}\n|" for cell in grid.cells()))
    report = read(text)
    assert report.form.edition == "2021"
    assert report.cells == {
        key: value for key, value in made.expected.items() if key.startswith("disclosure.")
    }


@pytest.mark.parametrize(("year", "edition"), [(2020, "2019"), (2024, "2021")])
def test_the_year_decides_where_labels_do_not(year: int, edition: str) -> None:
    made = paper()
    made.blocks = [one for one in made.blocks if not isinstance(one, Grid) or one.name == "disputes"]
    text = copied(made, from_word).replace("2023年政府信息公开工作", f"{year}年政府信息公开工作")
    assert read(text).form.edition == edition


def test_a_figure_too_many_among_blank_cells_of_a_browser_moves_none() -> None:
    made = with_strokes("")
    lines = copied(made, from_chromium).split("\n")
    at = next(place for place, line in enumerate(lines) if GRANTED in line)
    report = read("\n".join([*lines[: at + 1], "", "3", *lines[at + 1 :]]))
    assert blank(row_of(report, "granted"))
    assert is_named(report, "granted")
