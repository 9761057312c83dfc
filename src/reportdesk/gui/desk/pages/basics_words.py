"""What the first tab says beside its fields: by when, which level, how to write a day, what of last year."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from reportdesk.report.last_year import is_of_the_year_before

if TYPE_CHECKING:
    from reportdesk.document import Document
    from reportdesk.report.model import Report


def deadline_words(year: int, month_day: str) -> str:
    """Return by when the report of a year is due; `month_day` is like 01-31."""
    month, day = map(int, month_day.split("-"))
    return f"应在 {year + 1}年{date(2000, month, day).month}月{day}日前公布" if year else ""


def level_in_force(report: Report) -> str:
    """Return which level goes while none is chosen, and whether the organ's name tells it."""
    why = "按名称判断：" if report.form.tells_level(report.organ) else "没有选，暂按"
    return why + report.form.level_of(report.organ).name


def sample_day(year: int) -> str:
    """Return how a day may be written; a report is signed in the year after its own."""
    return f"如 {year + 1}-1-8 或 {year + 1}年1月8日" if year else "如 2026-1-8 或 2026年1月8日"


def on_another_year(report: Report, before: int) -> str:
    """Say what it means that a report with figures and words is now of another year."""
    if not before or report.year == before or not (report.cells or report.texts):
        return ""
    figures = f"{len(report.cells)} 个数" if report.cells else ""
    words = f"{len(report.texts)} 部分文字" if report.texts else ""
    said = f"已填的 {'、'.join(filter(None, (figures, words)))}是 {before} 年的，不会跟着变。"
    if report.last is not None and not is_of_the_year_before(report.last, report):
        said += f"带着的 {report.last.year} 年数据不再当作上年对照。"
    return f"{said}要做另一年的，请用“文件”菜单的“从这份年报开始下一年度”。"


def last_year_words(document: Document) -> str:
    """Return what of last year is at hand to compare with."""
    last = document.report.last
    if last is None:
        return "没有。用“从去年的文件开始”建的年报，可以随时对照上年的数和文字。"
    return f"{last.organ} {last.year}年：{len(last.cells)} 个数，{len(last.texts)} 部分文字"
