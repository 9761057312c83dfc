"""Reports to check: a correct one with figures of a real city and invented words, and small changes of it."""

import json
from collections.abc import Mapping
from dataclasses import replace
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Any

from reportdesk.checks.engine import Checker
from reportdesk.checks.finding import Finding
from reportdesk.form.loader import load_edition, load_form
from reportdesk.form.model import Form
from reportdesk.report.facts import facts_of
from reportdesk.report.model import LastYear, Report
from reportdesk.report.totals import figures

DATA = Path(__file__).parent.parent / "data"
FORM = load_edition("2021")

OVERVIEW = """2023年，云溪市认真贯彻政府信息公开条例。
（一）主动公开
全年公开信息3210条。
（二）依申请公开
每一份申请都按时答复。
（三）政府信息管理
清理行政规范性文件489件。
（四）政府信息公开平台建设
改版门户网站一次。
（五）监督保障
开展工作考核和社会评议，未发生责任追究情形。"""
PROBLEMS = "存在的主要问题是公开不够及时。下一步将完善制度，加强培训。"


@cache
def tiny_form() -> Form:
    """A made-up form of another shape."""
    return load_form(DATA / "tiny-form")


def read_cells(name: str) -> dict[str, Any]:
    """The entered figures of a sample."""
    values = json.loads((DATA / name).read_text(encoding="utf-8"))["cells"]
    return {
        key: Decimal(value) if isinstance(value, str) else value
        for key, value in values.items()
        if not FORM.cells[key].is_derived
    }


def published_report() -> Report:
    """A report as an office published it: all figures 0, words of its own."""
    data = json.loads((DATA / "mancheng-2023.json").read_text(encoding="utf-8"))
    cells = read_cells("mancheng-2023.json")
    return Report(
        FORM, organ=data["organ"], year=data["year"], title=data["title"], cells=cells, texts=data["texts"]
    )


def correct_report() -> Report:
    """A government's report for 2023 in which nothing is wrong, last year's included."""
    report = Report(
        FORM,
        organ="云溪市人民政府",
        year=2023,
        level="government",
        title="云溪市人民政府\n2023年政府信息公开工作年度报告",
        signature_date="2024-03-29",
        cells=read_cells("suqian-2023.json"),
        texts={"overview": OVERVIEW, "problems": PROBLEMS, "other": "2023年未收取信息处理费。"},
    )
    return replace(report, last=_last_year(report))


def _last_year(report: Report) -> LastYear:
    """A year before from which this one follows: stocks and what was carried agree, little else changed."""
    now = figures(report)
    then = {key: figure for key, figure in now.items() if figure is not None}
    for row in ("rules", "normative_documents"):
        issued, repealed = then[f"disclosure.{row}.issued"], then[f"disclosure.{row}.repealed"]
        then[f"disclosure.{row}.in_force"] = then[f"disclosure.{row}.in_force"] - issued + repealed
    for key in now:
        if key.startswith("requests.carried_out."):
            then[key] = then[key.replace("carried_out", "carried_in")]
    return LastYear("2021", 2022, "云溪市人民政府", cells=then)


def with_cells(report: Report, **changes: Any) -> Report:
    """The report with other figures; `__` stands for the dot of a key, None blanks a cell."""
    cells = {**report.cells, **{key.replace("__", "."): value for key, value in changes.items()}}
    return replace(report, cells={key: value for key, value in cells.items() if value is not None})


def with_stated(report: Report, key: str, figure: int) -> Report:
    """The report with a printed figure for a derived cell."""
    return replace(report, stated={**report.stated, key: figure})


def with_last(report: Report, cells: Mapping[str, Any] | None = None, **changes: Any) -> Report:
    """The report with other figures of last year, or another year or organ for it."""
    assert report.last is not None
    kept = {**report.last.cells, **(cells or {})}
    known = {key: value for key, value in kept.items() if value is not None}
    return replace(report, last=replace(report.last, cells=known, **changes))


def with_text(report: Report, section: str, text: str) -> Report:
    """The report with other words in one section."""
    return replace(report, texts={**report.texts, section: text})


def check(report: Report) -> tuple[Finding, ...]:
    """All findings of a report."""
    return Checker(report.form).run(facts_of(report))


def check_for(report: Report, code: str) -> tuple[Finding, ...]:
    """The findings of one code."""
    return tuple(finding for finding in check(report) if finding.code == code)
