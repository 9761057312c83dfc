"""text.comparison: what the words say of last year, beside last year's report."""

from dataclasses import replace

import pytest

from reportdesk.checks.finding import Finding
from reportdesk.report.model import LastYear
from tests.prose.judged import findings, report

RECEIVED = "requests.received.natural_person"
GRANTED = "requests.granted.natural_person"


def found(text: str, now: int = 12, last: int | None = 15) -> list[Finding]:
    """The findings about comparisons: this year 12 requests, last year 15, all of them granted."""
    before = report(text)
    cells = {**before.cells, RECEIVED: now, GRANTED: now}
    was = {} if last is None else {"requests.received.total": last, "requests.total.total": last}
    snapshot = LastYear("2021", 2023, "云溪县档案局", cells=was)
    judged = findings(replace(before, cells=cells, last=snapshot))
    return [one for one in judged if one.code == "text.comparison"]


@pytest.mark.parametrize(
    "text",
    [
        "收到申请12件，较上年减少3件。",
        "收到申请12件，比2023年的15件少3件。",
        "收到申请12件，同比下降20%。",
        "收到申请12件，比2023年（15件）下降20%。",
        "收到申请12件，上年为15件。",
        "上年收到申请15件，今年收到申请12件。",
        "收到政府信息公开申请12件（上年15件），办结12件。",
    ],
)
def test_what_is_right_is_left_alone(text: str) -> None:
    assert not found(text)


@pytest.mark.parametrize(
    ("text", "quote", "figure"),
    [
        ("收到申请12件，较上年减少4件。", "4件", "减少 3"),
        ("收到申请12件，较上年增加3件。", "3件", "减少 3"),
        ("收到申请12件，同比增长50%。", "50%", "减少 20"),
        ("收到申请12件，比2023年（16件）下降20%。", "16件", "上年 15"),
        ("收到申请12件，上年为11件。", "11件", "上年 15"),
        ("2023年收到申请11件，2024年收到申请12件。", "11件", "上年 15"),
    ],
)
def test_what_is_wrong_is_found(text: str, quote: str, figure: str) -> None:
    (finding,) = found(text)
    assert (finding.severity, finding.quote) == ("hint", quote)
    assert figure in finding.message


@pytest.mark.parametrize(
    "text",
    [
        "收到申请12件，较上年减少约4件。",
        "收到申请12件，较2022年减少9件。",
        "收到申请12件，较上年减少4个百分点。",
        "收到申请12件，办结12件，分别较上年减少1件、2件。",
        "收到申请12件，环比减少4件。",
        "网站访问量同比增长50%。",
        "因2023年申请引发行政复议5件。",
    ],
)
def test_what_is_not_last_years_is_left_alone(text: str) -> None:
    assert not found(text)


def test_nothing_is_said_without_last_years_figures() -> None:
    assert not found("收到申请12件，较上年减少4件。", last=None)


def test_a_figure_that_is_wrong_itself_is_not_compared() -> None:
    assert not found("收到申请13件，较上年减少2件。")
