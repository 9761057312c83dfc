"""A statutory table that stands again in the words of another section cuts none of these words off."""

from __future__ import annotations

import copy
from pathlib import Path

import pytest

from reportdesk.readers import read_report
from tests.readers.paper import INTRO, OTHER, OVERVIEW, PROBLEMS, Paper, paper
from tests.readers.printing import to_web

SUB_HEADS = ("", "2023年情况见下表：", "（一）主动公开", "（一）主动公开政府信息情况", "主动公开政府信息情况")


def with_copy(table: str, behind: str, caption: str, *, other_figures: bool) -> Paper:
    """A paper whose table stands again behind a paragraph, under a caption."""
    made = paper()
    grid = copy.deepcopy(made.grid(table))
    for cell in grid.cells():
        if cell.key and other_figures:
            cell.text = f"{cell.text}1"
    place = made.blocks.index(("text", behind)) + 1
    made.blocks[place:place] = [*([("text", caption)] if caption else []), grid]
    for key, lines in made.texts.items():
        if behind in lines and caption:
            place = lines.index(behind) + 1
            made.texts[key] = (*lines[:place], caption, *lines[place:])
    return made


@pytest.mark.parametrize("other_figures", [True, False])
@pytest.mark.parametrize("behind", [INTRO, OVERVIEW[1], OVERVIEW[2], PROBLEMS[0], OTHER[0]])
@pytest.mark.parametrize(
    ("table", "caption"),
    [*(("disclosure", caption) for caption in SUB_HEADS), ("requests", "（二）依申请公开"), ("disputes", "")],
)
def test_the_words_around_a_copied_table_stay_in_their_section(
    table: str, caption: str, behind: str, *, other_figures: bool, tmp_path: Path
) -> None:
    made = with_copy(table, behind, caption, other_figures=other_figures)
    path = tmp_path / "年报.html"
    path.write_bytes(to_web(made))
    report = read_report(path)
    assert {key: tuple(text.split("\n")) for key, text in report.texts.items()} == made.texts
    copied = {cell.key for cell in made.grid(table).cells() if cell.key}
    named = {key for note in report.notes for key in note.cells}
    assert named == (copied if other_figures else set())
    assert [note.code for note in report.notes if note.code.startswith("section.")] == []
    for key, figure in made.expected.items():
        if not made.form.cells[key].is_derived:
            assert report.cells.get(key) == (None if key in named else figure)
