"""Titles as published reports have them: year first, last, in the middle, over lines, in other words."""

from __future__ import annotations

import pytest

from reportdesk.form.loader import load_edition
from reportdesk.readers.document.title import announced_year, find_title

FORM = load_edition("2021")


@pytest.mark.parametrize(
    ("title", "organ"),
    [
        ("2023年云溪县教育局政府信息公开工作年度报告", "云溪县教育局"),
        ("2023年度东河镇政府信息公开工作年度报告", "东河镇"),
        ("2023年度东河镇人民政府信息公开工作年度报告", "东河镇人民政府"),
        ("2023年云溪县人民政府办公室政府信息公开工作年度报告", "云溪县人民政府办公室"),
        ("云溪县财政局政府信息公开工作2023年度报告", "云溪县财政局"),
        ("云溪县财政局政府信息公开2023年年报", "云溪县财政局"),
        ("云溪县财政局政府信息公开2023年报", "云溪县财政局"),
        ("东河镇2023年度政府信息公开年报", "东河镇"),
        ("东河镇政府信息公开年报（2023年）", "东河镇"),
        ("云溪县档案局2023年年度政府信息公开工作年度报告", "云溪县档案局"),
        ("云溪县档案局2023年度政府信息公开年度工作报告", "云溪县档案局"),
        ("云溪县档案局政府信息公开工作年度报告2023", "云溪县档案局"),
        ("云溪县档案局政府信息公开工作年度报告(2023年度)", "云溪县档案局"),
        ("关于云溪县档案局2023年政府信息公开工作的年度报告", "云溪县档案局"),
        ("云溪县档案局2023年政务信息公开工作年度报告", "云溪县档案局"),
        ("云溪县档案局2023年度政府信息公开工作情况的报告", "云溪县档案局"),
        ("《云溪县档案局2023年政府信息公开工作年度报告》", "云溪县档案局"),
        ("云溪县档案局2023年政府信息公开工作年度报告（公开版）", "云溪县档案局"),
        ("云溪县档案局二Ｏ二三年政府信息公开工作年度报告", "云溪县档案局"),
    ],
)
def test_whose_it_is_and_for_which_year(title: str, organ: str) -> None:
    found = find_title([title], FORM)
    assert found is not None
    assert (found.organ, found.year) == (organ, 2023)


@pytest.mark.parametrize(
    ("lines", "organ"),
    [
        (["2023年云溪县档案局", "政府信息公开工作年度报告"], "云溪县档案局"),
        (["云溪县档案局2023年", "政府信息公开工作年度报告"], "云溪县档案局"),
        (["云溪县档案局", "政府信息公开工作年度报告", "（2023年度）"], "云溪县档案局"),
        (["云溪县档案局", "政府信息公开工作", "2023年度报告"], "云溪县档案局"),
        (["2023年", "云溪县档案局政府信息公开工作年度报告"], "云溪县档案局"),
        (["内部资料 注意保存", "2023年政府信息公开工作年度报告"], ""),
        (["内部资料 注意保存", "云溪县档案局", "2023年政府信息公开工作年度报告"], "云溪县档案局"),
    ],
)
def test_over_several_lines(lines: list[str], organ: str) -> None:
    found = find_title(lines, FORM)
    assert found is not None
    assert (found.organ, found.year) == (organ, 2023)


def test_a_title_without_a_year() -> None:
    found = find_title(["云溪县档案局政府信息公开工作年度报告"], FORM)
    assert found is not None
    assert (found.organ, found.year) == ("云溪县档案局", 0)


@pytest.mark.parametrize(
    ("intro", "year"),
    [
        ("根据《条例》规定，现公布区统计局2023年政府信息公开工作年度报告。", 2023),
        ("现公布2023年度政府信息公开年度报告，并附2023年政府信息公开年报。", 2023),
        ("2022年政府信息公开工作年度报告和2023年政府信息公开工作年度报告", 0),
        ("2023年，我局主动公开政府信息50条。", 0),
    ],
)
def test_the_year_that_an_introduction_announces(intro: str, year: int) -> None:
    assert announced_year(intro, FORM) == year


class Counted(list[str]):
    """Lines that count how often one is looked at."""

    looks = 0

    def __getitem__(self, place):  # type: ignore[no-untyped-def]
        self.looks += 1
        return super().__getitem__(place)


def test_twice_the_lines_are_twice_the_work() -> None:
    def looks(number: int) -> int:
        lines = Counted(["云溪县档案局主动公开政府信息若干条。"] * number)
        find_title(lines, FORM)
        return lines.looks

    assert looks(2_000) <= 2.2 * looks(1_000)
