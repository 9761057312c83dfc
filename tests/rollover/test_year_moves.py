"""Years in words: which are moved on, which must stay, and that nothing else changes."""

import re

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from reportdesk.report import year_moves
from reportdesk.report.year_moves import Kept, Moved, move_years
from reportdesk.report.years import years_in


def moved(text: str) -> str:
    return move_years(text, 2023, 2024)[0]


@pytest.mark.parametrize(
    "text",
    [
        "2023年，我局主动公开信息385条。",
        "2023年度未收取信息处理费。",
        "2023年全年收到申请3件。",
        "2023年1月1日至2023年12月31日，",
        "2023年1月1日起至12月31日止，",
        "2023年01月01日—2023年12月31日，",
        "统计期限为2023年1月1日到2023年12月31日。",
        "截至2023年12月31日，现行有效3件。",
        "截至2023年底，现行有效3件。",
        "现公布云溪县档案局2023年政府信息公开工作年度报告。",
        "2023 年，我局制定公开办法一件。",
        "云溪县2023年政府信息公开情况",
        "2023年我局按照要点开展工作。",
    ],
)
def test_the_reports_own_year_moves_on(text: str) -> None:
    assert moved(text) == text.replace("2023", "2024")


@pytest.mark.parametrize(
    ("text", "after"),
    [
        ("２０２３年，公开１２条。", "２０２４年，公开１２条。"),
        ("二〇二三年，公开十二条。", "二〇二四年，公开十二条。"),
        ("二○二三年度", "二〇二四年度"),
        ("二Ｏ二三年元月1日至二O二三年12月三十一日", "二〇二四年元月1日至二〇二四年12月三十一日"),
        ("二零二三年一月一日至二零二三年十二月三十一日", "二〇二四年一月一日至二〇二四年十二月三十一日"),
        ("２０２３年１月１日至２０２３年１２月３１日", "２０２４年１月１日至２０２４年１２月３１日"),
    ],
)
def test_a_year_keeps_the_figures_it_was_written_in(text: str, after: str) -> None:
    assert moved(text) == after


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("按照《2023年政务公开工作要点》", "文件名"),
        ("按照《云溪县〈2023年要点〉任务分解》", "文件名"),
        ("云政办发〔2023年〕5号", "文号"),
        ("开展“2023年政务公开日”活动", "引文"),
        ("按照2023年政务公开工作要点", "名称"),
        ("《条例》（2023年修订）", "版本"),
        ("2023年第二次修订的条例", "版本"),
        ("2023年底前完成改版", "期限"),
        ("2023年年底之前", "期限"),
        ("到2023年基本建成", "期限"),
        ("2023年12月31日前完成", "日期"),
        ("2023年以来", "起始"),
        ("2023年起", "起始"),
        ("自2023年1月1日起施行", "日期"),
        ("2023年5月12日，举办培训", "日期"),
        ("2023年五月十二日，举办培训", "日期"),
        ("二〇二三年元月12日，举办培训", "日期"),
        ("２０２３年１１月印发", "日期"),
        ("2021—2023年行动", "区间"),
        ("2021年至2023年", "区间"),
        ("2023年至2025年", "区间"),
        ("2023年1月1日至2024年12月31日", "日期"),
        ("2022年1月1日至2023年12月31日", ""),
        ("2021年、2022年、2023年分别收到3件", "并列"),
        ("2023年和2024年的培训", "并列"),
        ("2023、2024年的培训", ""),
        ("2023年第3号公告", "编号"),
        ("公报2023年第十二期", "编号"),
        ("较2023年增长一成", "比较"),
        ("与2023年相比持平", "比较"),
        ("比 2023年 多", "比较"),
        ("上年（2023年）", "比较"),
        ("2023年同期", "比较"),
    ],
)
def test_a_year_that_may_mean_something_else_stays_with_a_reason(text: str, reason: str) -> None:
    after, met = move_years(text, 2023, 2024)
    assert after == text
    assert any(isinstance(year, Kept) and reason in year.reason for year in met)


@pytest.mark.parametrize("text", ["较2022年增长一成", "2024年，我局将加强", "2019年修订", "到2025年"])
def test_other_years_stay_and_are_listed(text: str) -> None:
    after, met = move_years(text, 2023, 2024)
    assert after == text
    assert [type(year) for year in met] == [Kept]


@pytest.mark.parametrize(
    "text", ["〔2023〕5号", "2023", "12023年", "2023元", "电话2023-2024", "20231年", "三〇二三年", "2023．年"]
)
def test_figures_that_are_no_year_are_not_met(text: str) -> None:
    assert move_years(text, 2023, 2024) == (text, ())


def test_a_comparison_is_told_as_one() -> None:
    (year,) = move_years("公开385条，较2022年增长一成", 2023, 2024)[1]
    assert year == Kept("2022年", "用来比较", 8, 12)


def test_years_of_other_lengths_keep_the_places_right() -> None:
    text = "999年不算。9999年，二〇二三年；2023年。"
    after, met = move_years(text, 2023, 10000)
    assert after == "999年不算。9999年，一〇〇〇〇年；10000年。"
    assert [after[year.start : year.end] for year in met] == ["一〇〇〇〇", "10000"]


YEARS = "2023年 ２０２３年 二〇二三年 2022年 2024年 1月1日 12月31日 〔2023〕 公开385条 要点 {{7*7}} \t 😀"
PIECES = st.sampled_from([*YEARS.split(" "), *"至—《》“”较前底起，。"])


@given(text=st.lists(PIECES, max_size=30).map("".join) | st.text(max_size=200))
@example("2023年" * 1000)
@example("《" * 2500 + "2023年" + "年至" * 1000)
def test_only_the_figures_of_years_ever_change(text: str) -> None:
    after, met = move_years(text, 2023, 2024)
    assert len(after) == len(text)
    assert [(year.start, year.end) for year in met] == [(y.start, y.end) for y in years_in(text)]
    rebuilt = list(after)
    for year, original in zip(met, years_in(text), strict=True):
        assert isinstance(year, Kept) or original.year == 2023
        rebuilt[year.start : year.end] = original.written
    assert "".join(rebuilt) == text


@given(text=st.lists(PIECES, max_size=20).map("".join))
def test_what_moved_is_said_to_have_moved(text: str) -> None:
    after, met = move_years(text, 2023, 2024)
    for year in met:
        shown = re.sub(r"\s", "", after[year.start : year.end]) + "年"
        assert shown == (year.after if isinstance(year, Moved) else year.written)


def test_twice_the_years_are_no_more_than_twice_the_looking(monkeypatch: pytest.MonkeyPatch) -> None:
    looked: list[int] = []

    class Counting:
        def search(self, text: str) -> None:
            looked.append(len(text))

        match = search

    for name in ("_BEFORE", "_AFTER"):
        monkeypatch.setattr(year_moves, name, ((Counting(), "一"),))

    def looking(years: int) -> int:
        looked.clear()
        move_years("2023年" * years, 2023, 2024)
        return sum(looked)

    assert looking(400) <= 2.2 * looking(200)
    assert looked
