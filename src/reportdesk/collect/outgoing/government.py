"""The government's own report: the sum in its cells, where each figure came from kept inside."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

from reportdesk.collect.addends import ADDENDS, addends_data
from reportdesk.collect.collection import Collection
from reportdesk.collect.counting.comparison import LastSum, sum_report
from reportdesk.errors import FileError
from reportdesk.project.disk.lock import lock_document
from reportdesk.project.file import read_project, save_project
from reportdesk.report.model import Report


def write_government_report(collection: Collection, path: Path, last: LastSum | None = None) -> None:
    """Write the government's report, or bring one that is there up to date without touching its words.

    Raise FileError: Locked where somebody has it open, and where it is another year's or not ours.
    """
    made = government_report(collection, path, last)
    if not path.exists():
        save_project(path, made, None)
        return
    lock = lock_document(path)
    try:
        kept = read_project(path)
        save_project(path, _brought_up_to_date(kept.report, made, path), kept.stamp)
    finally:
        lock.release()


def government_report(collection: Collection, path: Path, last: LastSum | None = None) -> Report:
    """Return the government's report for `path`: cells the sum, texts empty, addends inside."""
    whole = replace(last.whole, organ=last.whole.organ or collection.organ) if last else None
    report = sum_report(collection.total, collection.organ, collection.year, whole)
    return replace(report, extra={ADDENDS: addends_data(collection, path, last)})


def _brought_up_to_date(kept: Report, made: Report, path: Path) -> Report:
    if kept.form.edition != made.form.edition or (kept.year and kept.year != made.year):
        what = f"这份报告是 {kept.year} 年的（{kept.form.edition} 版），汇总的是 {made.year} 年"
        raise FileError(what, where=str(path), remedy="请换一个文件名")
    extra: Mapping[str, Any] = {**kept.extra, **made.extra}
    return replace(
        kept,
        organ=kept.organ or made.organ,
        year=made.year,
        cells=made.cells,
        stated={},
        invalid={},
        unconfirmed={},
        last=made.last or kept.last,
        extra=extra,
    )
