"""Years in words: the statistical period, and years left over from last year."""

import pytest

from tests.prose.judged import codes, found


@pytest.mark.parametrize(
    "text",
    [
        "所列数据的统计期限自2023年1月1日起至2023年12月31日止。",
        "统计期限为2024年1月1日至2024年11月30日。",
        "本报告数据统计期限：２０２３年１月１日—１２月３１日。",
        "统计期限为二〇二三年一月一日至二〇二三年十二月三十一日。",
        "统计期限为二Ｏ二三年元月1日至2023年十二月31日。",
        "统计期限为2023年一月一日至同年12月31日。",
    ],
)
def test_another_period_is_an_error_and_no_stale_year_beside(text: str):
    (finding,) = found(text, "intro")
    assert (finding.code, finding.severity, finding.section) == ("period.year", "error", "intro")


@pytest.mark.parametrize(
    "text",
    [
        "所列数据的统计期限自2024年1月1日起至2024年12月31日止。",
        "统计期限为2024年1月1日至12月31日。",
        "统计期限为二〇二四年一月一日至十二月三十一日。",
        "统计期限为二O二四年元月一日至12月三十一日。",
        "创建活动自2024年3月1日至2024年5月31日开展。",
    ],
)
def test_the_year_s_own_period_is_none(text: str):
    assert not codes(text, "intro")


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        ("2023年，本局扎实推进政务公开。", "2023年"),
        ("截至２０２３年底，网站运行平稳。", "２０２３年"),
        ("二〇二三年全局上下共同努力。", "二〇二三年"),
        ("2025年，本局扎实推进政务公开。", "2025年"),
        ("2021年度公开工作稳步推进。", "2021年"),
    ],
)
def test_a_year_that_nothing_explains(text: str, quote: str):
    (finding,) = found(text)
    assert (finding.code, finding.severity, finding.quote) == ("text.stale_year", "warning", quote)
    assert finding.span is not None
    assert text[slice(*finding.span)] == quote


@pytest.mark.parametrize(
    "text",
    [
        "2024年，本局扎实推进政务公开。",
        "按照云政办〔2023〕5号要求开展自查。",
        "比2023年增加2条。",
        "与2023年相比，信息更加及时。",
        "按时公开2023年部门决算。",
        "落实2021—2025年政务公开规划。",
        "落实《2023年政务公开工作要点》。",
        "自2019年《条例》修订以来，制度逐步健全。",
        "2015年开通门户网站。",
        "专栏改版将于2025年完成。",
        "在2023年度政务公开考核中获得优秀。",
        "含2023年结转的申请，已全部办结。",
        "云溪县档案局\n2025年1月8日",
        "云溪县档案局（二Ｏ二五年1月八日）",
        "落实二〇二一年至二〇二五年政务公开规划。",
    ],
)
def test_a_year_that_is_explained(text: str):
    assert "text.stale_year" not in codes(text)


def test_next_year_belongs_in_the_plans_of_section_five():
    assert "text.stale_year" not in codes(
        "一是少数股室报送不及时。2025年，本局把报送时限写进制度。", "problems"
    )


def test_a_report_without_a_year_has_none_to_compare():
    assert not codes("2023年，本局扎实推进政务公开。", year=0)


def test_an_acceptance_stays_while_the_words_stay():
    first, again = (found("2023年的专栏仍在使用。" + more)[0] for more in ("", "另有新闻。"))
    assert first.subject == again.subject
    assert first.figures == again.figures
