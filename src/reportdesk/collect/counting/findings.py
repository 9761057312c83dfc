"""What can be wrong with a collection as a whole; what is wrong with one report is found in that report."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from reportdesk.form.formula import Number
from reportdesk.form.severity import SeverityName


@dataclass(frozen=True, slots=True)
class CollectionCheck:
    """A check of the collection: its code, how grave it is, what is right, and how it is found."""

    code: str
    severity: SeverityName
    name: str
    how: str


CHECKS: tuple[CollectionCheck, ...] = (
    CollectionCheck(
        "collect.missing", "error", "名单上的单位都报了", "a unit of the roster of which no file was found"
    ),
    CollectionCheck(
        "collect.unreadable", "error", "报来的文件都读得出", "a file that bears a report but cannot be read"
    ),
    CollectionCheck(
        "collect.duplicate",
        "error",
        "一个单位只有一份报告",
        "files of one unit that differ in figures or words, none of them chosen",
    ),
    CollectionCheck("collect.year", "error", "报告都是这一年的", "a file for another year, or for none"),
    CollectionCheck(
        "collect.unit",
        "error",
        "每个文件都认得出是哪个单位的",
        "neither the organ read nor the file's name leads to one unit",
    ),
    CollectionCheck(
        "collect.sum",
        "error",
        "政府的报告等于各单位之和",
        "each entered cell of the government's report and the sum; `warning` while a unit is missing",
    ),
    CollectionCheck(
        "collect.blank", "warning", "各单位每一格都填了", "blank cells add nothing; one finding a table"
    ),
    CollectionCheck(
        "collect.double",
        "warning",
        "下属单位不重复计算",
        "a unit whose superior's report contains it (含下属) has a report of its own, which is not added",
    ),
    CollectionCheck(
        "collect.similar",
        "warning",
        "各单位的文字是自己写的",
        "two units' words of a section that `text.similar` names are at least so alike",
    ),
)

SEVERITY: dict[str, SeverityName] = {check.code: check.severity for check in CHECKS} | {
    "edition.tables": "error"
}


@dataclass(frozen=True, slots=True)
class CollectionFinding:
    """One thing that is wrong, or may be: units, files, cells by key, and both figures (件 or 万元)."""

    code: str
    severity: SeverityName
    message: str
    units: tuple[str, ...] = ()
    files: tuple[str, ...] = ()
    cells: tuple[str, ...] = ()
    left: Number | None = None
    right: Number | None = None
    difference: Number | None = None


def found(
    code: str,
    message: str,
    *,
    units: Sequence[str] = (),
    files: Sequence[str] = (),
    cells: Sequence[str] = (),
    severity: SeverityName | None = None,
) -> CollectionFinding:
    """Make a finding without figures, as grave as its code says unless told otherwise."""
    grave = severity or SEVERITY[code]
    return CollectionFinding(code, grave, message, tuple(units), tuple(files), tuple(cells))
