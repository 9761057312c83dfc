"""What was read is looked over before it counts: doubtful things first, each to take or to leave."""

from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pytest
from docx import Document

from reportdesk.form.loader import load_edition
from reportdesk.readers import read_file
from reportdesk.readers.result.reading import Edited, Reading, Seen
from reportdesk.report.model import LastYear, Note, Report
from reportdesk.review import Occasion, Review, review_import, review_opened
from reportdesk.writers import render

FORM = load_edition("2021")
RECEIVED = "requests.received.natural_person"
RECEIVED_SUM = "requests.received.total"
BUSINESS = "requests.received.business"
READ = Report(
    FORM,
    organ="云溪县档案局",
    year=2024,
    signature_date="2025-01-08",
    cells={cell.key: 0 for cell in FORM.entered if cell.key != BUSINESS} | {RECEIVED: 4},
    stated={RECEIVED_SUM: 9},
    texts={"overview": "一段。\n二段。", "problems": "问题。"},
    notes=(
        Note("read.figure", "自然人印的是“四件”", (RECEIVED,)),
        Note("read.stroke", "商业企业印的是“/”，按空格读入", (BUSINESS,)),
        Note("read.unplaced", "“备注”的数（7）不知填在哪里"),
    ),
)
READING = Reading(READ, Seen(()))


def opened(reading: Reading = READING) -> Review:
    review = review_opened(reading)
    assert review is not None
    return review


def keys(review: Review) -> list[str]:
    return [item.difference.key for item in review.items if item.difference.kind == "cell"]


def test_everything_that_was_read_is_there_to_take_or_leave() -> None:
    review = opened()
    assert review.occasion is Occasion.OPENED
    entered = {cell.key for cell in FORM.entered} - {BUSINESS}
    assert set(keys(review)) == entered | {RECEIVED_SUM}
    assert [item.difference.kind for item in review.items if item.section == ""] == ["title", "date"]
    assert {item.section for item in review.items} == {
        *("", "overview", "disclosure", "requests", "disputes", "problems")
    }
    assert all(item.is_taken for item in review.items)


def test_doubtful_things_come_first_with_their_reasons() -> None:
    review = opened()
    assert [(item.difference.key, item.doubts) for item in review.doubtful] == [
        (RECEIVED, ("自然人印的是“四件”",)),
        (RECEIVED_SUM, ("相加的各格还有空白",)),
    ]
    whole = replace(READ, cells=READ.cells | {BUSINESS: 1}, notes=())
    (doubtful,) = opened(replace(READING, report=whole)).doubtful
    assert doubtful.doubts == ("各格相加是 5",)


def test_what_is_blank_or_has_no_place_is_remarked() -> None:
    assert [note.code for note in opened().remarks] == ["read.stroke", "read.unplaced"]


def test_a_sum_that_follows_from_its_parts_is_not_asked_about() -> None:
    assert "requests.granted.total" not in keys(opened())
    assert opened().report(opened().items).stated == {RECEIVED_SUM: 9}


def test_all_that_was_read_opens_as_it_was_read() -> None:
    assert opened().report(opened().items) is READ


def test_what_is_left_out_stays_blank() -> None:
    review = opened()
    taken = [item for item in review.items if item.difference.key not in {RECEIVED, "problems", RECEIVED_SUM}]
    report = review.report(taken)
    assert report.cells == {key: value for key, value in READ.cells.items() if key != RECEIVED}
    assert report.texts == {"overview": "一段。\n二段。"}
    assert (report.organ, report.year, report.signature_date) == ("云溪县档案局", 2024, "2025-01-08")
    assert report.stated == {}
    assert report.notes == READ.notes


def test_a_single_sum_may_be_taken() -> None:
    review = opened()
    report = review.report([item for item in review.items if item.difference.key == RECEIVED_SUM])
    assert (report.cells, report.stated) == ({}, {RECEIVED_SUM: 9})


@pytest.mark.parametrize("reading", [Reading(READ), replace(READING, is_whole=True)], ids=["data", "whole"])
def test_where_there_is_nothing_to_decide_nothing_is_asked(reading: Reading) -> None:
    assert review_opened(reading) is None


def test_of_an_edited_file_each_change_may_go_either_way() -> None:
    carried = replace(READ, last=LastYear("2021", 2023, "云溪县档案局"), notes=())
    visible = replace(
        READ, cells=READ.cells | {RECEIVED: 5}, texts={"overview": "一段。\n二段改了。"}, notes=()
    )
    review = opened(Reading(visible, Seen(()), Edited(carried, visible)))
    assert review.occasion is Occasion.EDITED
    overview, cell, problems = review.items
    assert (overview.difference.before, overview.difference.after) == ("二段。", "二段改了。")
    assert problems.difference.after == ""
    assert review.report(()) == carried
    report = review.report([cell, overview])
    assert report.cells[RECEIVED] == 5
    assert report.texts == {"overview": "一段。\n二段改了。", "problems": "问题。"}
    assert report.last == carried.last


BASE = Report(
    FORM,
    organ="云溪县史志馆",
    year=2024,
    cells={RECEIVED: 1, BUSINESS: 2},
    texts={"overview": "我的话。", "other": "其他。"},
    unconfirmed={RECEIVED: True},
)


def test_an_import_erases_and_renames_nothing_unasked() -> None:
    review = review_import(BASE, READING)
    left = {item.difference.kind + item.difference.key for item in review.items if not item.is_taken}
    assert left == {"title", "cell" + BUSINESS, "wordsother"}
    report = review.edit([item for item in review.items if item.is_taken]).apply(BASE)
    assert report.organ == BASE.organ
    assert report.cells == READ.cells | {BUSINESS: 2}
    assert report.texts["other"] == "其他。"
    assert report.unconfirmed == {}
    assert report.notes == BASE.notes


def test_an_import_is_one_step_with_a_name() -> None:
    review = review_import(BASE, READING)
    edit = review.edit(review.items)
    assert edit.name == "从文件导入"
    assert edit.inverse().apply(edit.apply(BASE)) == BASE


def test_the_same_report_leaves_nothing_to_import() -> None:
    review = review_import(READ, READING)
    assert review.items == ()
    assert not review.edit(())


def test_figures_of_another_edition_that_have_no_cell_are_counted() -> None:
    older = load_edition("2019")
    report = Report(older, cells={cell.key: 1 for cell in older.entered})
    review = review_import(BASE, Reading(report, Seen(())))
    beyond = [key for key in report.cells if key not in FORM.cells]
    assert beyond
    assert f"其中 {len(beyond)} 个数" in review.remarks[0].message
    assert not set(keys(review)) - set(FORM.cells)


def test_a_figure_is_shown_as_the_file_prints_it(tmp_path: Path) -> None:
    report = replace(READ, cells=READ.cells | {BUSINESS: 0}, stated={}, notes=())
    word = Document(BytesIO(render(report, ".docx", "nothing")))
    for node in word.element.body.iter():
        if node.tag.endswith("}t") and node.text == "4":
            node.text = "４ 件"
    path = tmp_path / "年报.docx"
    word.save(str(path))
    reading = read_file(path)
    (item,) = [item for item in opened(reading).items if item.difference.key == RECEIVED]
    assert (item.difference.after, item.printed) == ("4", "４ 件")
    assert reading.seen is not None
    printed = reading.seen.figures[RECEIVED]
    table = reading.seen.blocks[printed.block]
    assert printed.text in [slot.text for slot in table.row(printed.row)]  # type: ignore[union-attr]


def test_what_no_cell_can_hold_is_not_taken_over_as_a_figure() -> None:
    cells = {key: value for key, value in READ.cells.items() if key != RECEIVED}
    report = replace(READ, cells=cells, invalid={RECEIVED: "四件"})
    review = opened(replace(READING, report=report))
    (item,) = [item for item in review.items if item.difference.key == RECEIVED]
    assert item.is_unfit
    (item,) = [item for item in review_import(BASE, review.reading).items if item.difference.key == RECEIVED]
    assert not item.is_taken
    assert item.said == ""
    assert review.report([item]).invalid == {RECEIVED: "四件"}


def test_of_another_years_file_nothing_is_taken_unasked() -> None:
    review = review_import(replace(BASE, year=2025), READING)
    assert review.is_of_another_year
    assert review.items
    assert not any(item.is_taken for item in review.items)
    assert not review_import(replace(BASE, year=0), READING).is_of_another_year
    assert not opened().is_of_another_year


def test_another_organs_file_is_told() -> None:
    assert review_import(BASE, READING).is_of_another_organ
    assert not review_import(replace(BASE, organ=READ.organ), READING).is_of_another_organ
    assert not review_import(replace(BASE, organ=""), READING).is_of_another_organ
