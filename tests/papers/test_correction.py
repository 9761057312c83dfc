"""The correction notice: each place once, what follows marked, words with the words around them."""

from collections.abc import Callable
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import docx
import pytest

from reportdesk.cli import main
from reportdesk.errors import ReportDeskError
from reportdesk.form.loader import load_edition
from reportdesk.papers.correction import correction_bytes, corrections, excerpts
from reportdesk.project.file import save_project
from reportdesk.report.edit import enter, write_text
from reportdesk.report.model import Report
from reportdesk.writers import render
from tests.checks.reports import correct_report

GRANTED = "requests.granted.business"
SENTENCE = "本年度共收到政府信息公开申请12件，已全部按时答复，没有发生行政复议。"


def published() -> Report:
    report = correct_report()
    return write_text(report, "problems", f"存在问题。\n{SENTENCE}").apply(report)


def corrected() -> Report:
    report = enter(published(), {GRANTED: 77}).apply(published())
    return write_text(report, "problems", f"存在问题。\n{SENTENCE.replace('12件', '13件')}").apply(report)


def test_each_place_stands_once_and_totals_that_follow_are_marked() -> None:
    found = corrections(published(), corrected())
    by_place = {one.place: one for one in found}
    assert len(by_place) == len(found)
    cell = next(one for one in found if one.after == "77 件")
    assert cell.remark == ""
    assert {one.remark for one in found if "总计" in one.place} == {"合计，随之变动"}
    words = next(one for one in found if "第 2 段" in one.place)
    assert words.before == "本年度共收到政府信息公开申请12件，已全部按时答复，没有发生行政…"
    assert words.after == "本年度共收到政府信息公开申请13件，已全部按时答复，没有发生行政…"


def test_a_total_that_was_wrong_by_itself_is_no_consequence() -> None:
    wrong = replace(published(), stated={"requests.granted.total": 99_999})
    (one,) = corrections(wrong, published())
    assert (one.before, one.remark) == ("99999 件", "")


@pytest.mark.parametrize(
    ("before", "after", "shown"),
    [
        ("", "新的一段。", (("", "新的一段。"),)),
        ("旧的一段。", "", (("旧的一段。", ""),)),
        ("甲" * 50 + "1" + "乙" * 50, "甲" * 50 + "2" + "乙" * 50, None),
    ],
)
def test_changes_are_shown_with_the_words_around_them(
    before: str, after: str, shown: tuple[tuple[str, str], ...] | None
) -> None:
    expected = shown or ((f"…{'甲' * 16}1{'乙' * 16}…", f"…{'甲' * 16}2{'乙' * 16}…"),)
    assert excerpts(before, after) == expected


def test_changes_far_apart_are_two_and_endless_ones_are_short() -> None:
    before = "1" + "甲" * 60 + "2"
    assert len(excerpts(before, before.replace("1", "3").replace("2", "4"))) == 2
    ((left, _),) = excerpts("甲" * 60_000, "乙" * 60_000)
    assert len(left) < 200


def test_reports_that_say_the_same_or_cannot_be_compared_are_refused() -> None:
    with pytest.raises(ReportDeskError, match="没有不同"):
        corrections(published(), published())
    with pytest.raises(ReportDeskError, match="表格不同"):
        corrections(published(), Report(load_edition("2019"), organ="云溪县档案局", year=2023))


def test_the_notice_says_all_and_carries_the_report_behind_it_if_wanted(
    tmp_path: Path, ooxml_validator: Callable[[Path], list[str]]
) -> None:
    for whole in (False, True):
        path = tmp_path / f"{whole}.docx"
        path.write_bytes(
            correction_bytes(published(), corrected(), reason="录入有误", day="2025-03-05", whole=whole)
        )
        document = docx.Document(BytesIO(path.read_bytes()))
        said = [paragraph.text for paragraph in document.paragraphs]
        assert said[0] == "更正说明"
        assert said[1].startswith(f"《{''.join(published().printed_title.split())}》公布后")
        assert "更正原因：录入有误" in said
        assert "2025年3月5日" in said
        assert [cell.text for cell in document.tables[0].rows[0].cells] == [
            "序号",
            "位置",
            "原为",
            "更正为",
            "备注",
        ]
        assert (f"{corrected().form.sections[0].heading}" in said) == whole
        assert len(document.tables) == (4 if whole else 1)
        assert ooxml_validator(path) == []


def test_the_call_takes_the_published_file_of_any_kind(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    old, new, out = tmp_path / "公布.html", tmp_path / "更正.rdesk", tmp_path / "更正说明.docx"
    old.write_bytes(render(published(), ".html"))
    save_project(new, corrected(), None)
    assert (
        main(["correct", str(old), str(new), str(out), "--reason", "录入有误", "--date", "2025年三月5日"])
        == 0
    )
    document = docx.Document(str(out))
    assert any("77 件" in cell.text for row in document.tables[0].rows for cell in row.cells)
    assert document.paragraphs[-1].text == "2025年3月5日"
    assert main(["correct", str(new), str(new), str(out), "--force"]) == 3
    assert "没有不同" in capsys.readouterr().err
    assert main(["correct", str(old), str(new), str(out), "--date", "昨天"]) == 2
