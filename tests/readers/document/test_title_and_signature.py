"""Titles in their variants, and 落款."""

from pathlib import Path

import pytest

from reportdesk.form.loader import load_edition
from reportdesk.readers import read_report
from reportdesk.readers.document.signature import find_signature
from reportdesk.readers.document.title import find_title, period_year
from reportdesk.readers.office.numbering import _chinese
from reportdesk.report.dates import parse_day
from reportdesk.report.model import Report
from reportdesk.writers import render

FORM = load_edition("2021")


@pytest.mark.parametrize(
    ("lines", "organ", "year"),
    [
        (["云溪县档案局2023年政府信息公开工作年度报告"], "云溪县档案局", 2023),
        (["云溪县档案局", "2023年政府信息公开工作年度报告"], "云溪县档案局", 2023),
        (["云溪县档案局", "", "2023 年政府信息公开", "工作年度报告"], "云溪县档案局", 2023),
        (["云溪县档案局关于2023年政府信息公开工作的年度报告"], "云溪县档案局", 2023),
        (["云溪县档案局二〇二三年政府信息公开年度报告"], "云溪县档案局", 2023),
        (["云溪县档案局政府信息公开工作年度报告（2023年）"], "云溪县档案局", 2023),
        (["云溪县档案局2023年度政府信息公开工作报告"], "云溪县档案局", 2023),
        (
            ["云溪县档案局（国家综合档案馆）２０２３年政府信息公开工作年度报告"],
            "云溪县档案局（国家综合档案馆）",
            2023,
        ),
        (["2023年政府信息公开工作年度报告"], "", 2023),
        (
            ["首页 > 云溪县档案局2023年政府信息公开工作年度报告", "云溪镇2022年政府信息公开工作年度报告"],
            "云溪镇",
            2022,
        ),
    ],
)
def test_a_title(lines: list[str], organ: str, year: int) -> None:
    title = find_title(lines, FORM)
    assert title is not None
    assert (title.organ, title.year) == (organ, year)


@pytest.mark.parametrize(
    "line",
    [
        "云溪县档案局2023年度工作总结",
        "根据有关规定，现公布2023年政府信息公开工作年度报告",
        "2023年，我局收到政府信息公开申请若干件，并报告如下",
        "附件：云溪县档案局2023年政府信息公开工作年度报告",
        "政府信息公开年报",
    ],
)
def test_no_title(line: str) -> None:
    title = find_title([line], FORM)
    assert title is None or not title.organ


def test_the_signature_tells_how_far_up_a_title_reaches() -> None:
    lines = ["云溪县", "档案局", "2023年政府信息公开工作年度报告"]
    assert find_title(lines, FORM, "云溪县档案局").organ == "云溪县档案局"  # type: ignore[union-attr]


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("2024年1月8日", "2024-01-08"),
        ("2024 年 1 月 8 日", "2024-01-08"),
        ("（2024年1月8日）", "2024-01-08"),
        ("２０２４年１月８日", "2024-01-08"),
        ("二〇二四年一月八日", "2024-01-08"),
        ("二○二四年十二月二十八日", "2024-12-28"),
        ("二〇二四年十月三十一日", "2024-10-31"),
        ("2024-01-08", "2024-01-08"),
        ("2024.1.8", "2024-01-08"),
        ("2024年2月30日", ""),
        ("2024年1月", ""),
        ("2024年1月8日公布", ""),
    ],
)
def test_a_date(text: str, day: str) -> None:
    assert (parse_day(text) or "") == day


@pytest.mark.parametrize(
    ("lines", "organ", "signed"),
    [
        (["无。", "云溪县档案局", "2024年1月8日"], "云溪县档案局", ("云溪县档案局", "2024-01-08")),
        (["无。", "云溪县档案局   2024年1月8日"], "", ("云溪县档案局", "2024-01-08")),
        (["无。", "2024年1月8日"], "云溪县档案局", ("", "2024-01-08")),
        (["无。", "云溪县档案局"], "云溪县档案局", ("云溪县档案局", "")),
        (
            ["云溪县档案局办公室", "2024年1月8日", "（此件公开发布）"],
            "云溪县档案局",
            ("云溪县档案局办公室", "2024-01-08"),
        ),
    ],
)
def test_who_signs_and_when(lines: list[str], organ: str, signed: tuple[str, str]) -> None:
    signature = find_signature(lines, organ)
    assert signature is not None
    assert (signature.organ, signature.date) == signed


def test_a_text_without_signature() -> None:
    assert find_signature(["2023年未收取信息处理费。", "没有其他事项。"], "云溪县档案局") is None


def test_the_year_of_a_period() -> None:
    assert period_year("统计期限自2023年1月1日起至2023年12月31日止。") == 2023
    assert period_year("2023 年 1 月 1 日至 12 月 31 日") == 2023
    assert period_year("2022年1月1日至12月31日，2023年1月1日至12月31日") == 0
    assert period_year("2023年") == 0


@pytest.mark.parametrize(
    ("number", "written"),
    [(1, "一"), (9, "九"), (10, "十"), (11, "十一"), (20, "二十"), (35, "三十五"), (100, "100")],
)
def test_chinese_numbers(number: int, written: str) -> None:
    assert _chinese(number) == written


@pytest.mark.parametrize("suffix", [".docx", ".html"])
@pytest.mark.parametrize(
    ("period", "year", "says"),
    [
        ("统计期限自2023年1月1日至12月31日。", 2023, "标题里没有年份，年份按正文里的统计期限填为 2023 年"),
        ("", 0, "标题里没有年份，请补填年份"),
    ],
)
def test_a_title_of_the_clerk_s_own_without_a_year_is_noted(
    suffix: str, period: str, year: int, says: str, tmp_path: Path
) -> None:
    title = "云溪县档案局政务公开工作情况"
    report = Report(FORM, organ="云溪县档案局", year=2023, title=title, texts={"intro": period})
    path = tmp_path / f"年报{suffix}"
    path.write_bytes(render(report, suffix, "nothing"))
    read = read_report(path)
    assert (read.organ, read.year, read.title) == ("云溪县档案局", year, title)
    assert [note.message for note in read.notes] == [says]


@pytest.mark.parametrize("suffix", [".docx", ".html", ".xlsx"])
def test_who_signs_gives_no_name_to_our_own_title_without_one(suffix: str, tmp_path: Path) -> None:
    report = Report(FORM, year=2023, signature_organ="云溪县档案局", signature_date="2024-01-08")
    path = tmp_path / f"年报{suffix}"
    path.write_bytes(render(report, suffix, "nothing"))
    read = read_report(path)
    assert (read.organ, read.printed_signature) == ("", "云溪县档案局")
    assert read.printed_title == report.printed_title
    assert read.year == 2023
