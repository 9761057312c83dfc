"""Workbooks: comments, hidden sheets, rows and columns, links to other files, the path of whoever saved."""

from __future__ import annotations

import re

from reportdesk.inspection.package_traces import (
    FoundTraces,
    OpenPackage,
    attribute,
    clean_common,
    common_traces,
    local,
)
from reportdesk.patterns import late

_COMMENTS = late(r"xl/(?:comments.*|threadedComments/.*|persons/.*|drawings/.*\.vml)", re.IGNORECASE)
_SHEET = late(r"xl/worksheets/[^/]+\.xml")
#: Parts of which no cell shows anything, by the beginning of their names.
_PARTS = {
    "xl/externalLinks/": ("fetched", "别的工作簿"),
    "xl/connections": ("fetched", "数据连接"),
    "xl/queryTables/": ("fetched", "查询"),
    "xl/pivotCache/": ("data", "透视表保存的原始数据"),
    "xl/revisions/": ("revision", "共享工作簿的修订记录"),
    "xl/customProperty": ("data", "工作表的自定义属性"),
}
_OF_SAVER = frozenset({"absPath", "fileSharing", "revisionPtr"})


def workbook_traces(opened: OpenPackage) -> FoundTraces:
    """Yield what a workbook holds beside what it shows."""
    yield from common_traces(opened)
    for name in opened.names:
        if _COMMENTS.fullmatch(name) and name.endswith(".xml"):
            for comment in opened.xml(name).iter("{*}comment", "{*}threadedComment"):
                yield "comment", name, "".join(map(str, comment.itertext()))
        elif name == "xl/workbook.xml":
            yield from _of_workbook(opened, name)
        elif _SHEET.fullmatch(name):
            yield from _of_sheet(opened, name)
        elif name.endswith(".xml"):
            for start, (kind, detail) in _PARTS.items():
                if name.startswith(start):
                    yield kind, name, detail


def _of_sheet(opened: OpenPackage, name: str) -> FoundTraces:
    for element in opened.xml(name).iter("{*}row", "{*}col"):
        if attribute(element, "hidden") in {"1", "true"}:
            yield "hidden", name, "隐藏的行或列"


def _of_workbook(opened: OpenPackage, name: str) -> FoundTraces:
    for element in opened.xml(name).iter():
        if local(element) == "definedName" and attribute(element, "hidden") in {"1", "true"}:
            yield "hidden", name, f"名称 {attribute(element, 'name')}"
        elif local(element) in _OF_SAVER:
            content = attribute(element, "url") or attribute(element, "userName")
            yield "path" if local(element) == "absPath" else "identifier", name, content
        elif local(element) == "sheet" and attribute(element, "state") in {"hidden", "veryHidden"}:
            yield "hidden", name, f"工作表 {attribute(element, 'name')}"


def clean_workbook(opened: OpenPackage) -> None:
    """Take out properties, comments and whoever saved; hidden cells stay, formulas may need them."""
    clean_common(opened)
    opened.drop(_COMMENTS.fullmatch)
    for name in opened.names:
        if name == "xl/workbook.xml" or _SHEET.fullmatch(name):
            for element in list(opened.xml(name).iter()):
                parent = element.getparent()
                if parent is not None and local(element) in _OF_SAVER | {"legacyDrawing"}:
                    parent.remove(element)
