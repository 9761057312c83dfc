"""The data that a Word file of ours carries, held against what the document shows.

The visible document counts: whoever signs or publishes it has seen nothing else. Where it shows what it
showed when it was written, the data comes back without loss; where somebody changed it, the changes are
taken and named. Data that is damaged, newer or of another document is left alone, and that is said.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import takewhile
from typing import TYPE_CHECKING

from reportdesk.errors import FileError
from reportdesk.project.carried import ELEMENT, NAMESPACE, VERSION, carried_report, shown_mark
from reportdesk.project.errors import Damaged, NewerVersion
from reportdesk.readers.office.package import Package
from reportdesk.readers.result.reading import Edited, Reading
from reportdesk.report.compare import Difference, compare, take
from reportdesk.report.model import Note, Report

if TYPE_CHECKING:
    from lxml.etree import _Element

#: The codes of the notes on a file's data.
EDITED, DAMAGED, NEWER = "docx.edited", "docx.damaged", "docx.newer"

_ITEM = re.compile(r"customXml/item[0-9]+\.xml", re.IGNORECASE)
_MOST_ITEMS = 50
_MOST_QUOTED = 30
_LEAD = 8
_VISIBLE_COUNTS = "按看得见的内容读入，上年数据和说明没有带回"


def with_data(reading: Reading, package: Package) -> Reading:
    """Return what was read with the package's data put to use; raise FileError for an unsafe part."""
    for root in _items(package):
        if root is None:
            return _with_note(reading, DAMAGED, "文件里附带的数据已损坏")
        if root.tag != f"{{{NAMESPACE}}}{ELEMENT}":
            continue
        try:
            return _compared(_report(root, package.where), reading)
        except NewerVersion:
            return _with_note(reading, NEWER, "文件里附带的数据是新版程序写的，请升级程序")
        except FileError:
            return _with_note(reading, DAMAGED, "文件里附带的数据已损坏")
    return reading


def _items(package: Package) -> Iterator[_Element | None]:
    """Yield the custom XML parts that may be ours, None for one that is no XML any more."""
    names = [name for name in package.names if _ITEM.fullmatch(name)][:_MOST_ITEMS]
    package.check(names)
    for name in names:
        try:
            yield package.xml(name)
        except FileError:
            if NAMESPACE.encode() in package.read(name):
                yield None


def _report(root: _Element, where: str) -> Report:
    """Return the report that the part carries, if it is the one that the document was written from."""
    if root.get("version") != VERSION:
        raise NewerVersion("附带的数据是新版程序写的", where=where)
    report = carried_report(root.text or "", where)
    if root.get("shown") != shown_mark(report):
        raise Damaged("附带的数据不是这份文件的", where=where)
    return report


def _compared(carried: Report, reading: Reading) -> Reading:
    visible = reading.report
    if carried.form is not visible.form:
        return _with_note(reading, DAMAGED, "文件里附带的数据是另一种表格的")
    # What the title does not tell, the data does.
    met = tuple(note for note in visible.notes if note.code != "read.title")
    differences = compare(carried, visible)
    if not differences:
        return replace(reading, report=_with_notes(carried, met), is_whole=True)
    merged = take(carried, visible, differences).apply(carried)
    notes = (*met, *(_note(carried, difference) for difference in differences))
    return replace(reading, report=_with_notes(merged, notes), edited=Edited(carried, visible))


def _note(carried: Report, difference: Difference) -> Note:
    before, after = _quoted(difference.before, difference.after)
    message = f"导出后在文件里改过：{difference.place(carried.form)} 由{before}改为{after}，按改后的读入"
    return Note(EDITED, message, (difference.key,) if difference.kind == "cell" else ())


def _quoted(*texts: str) -> Iterator[str]:
    """Yield texts shortly, those that are long from a little before they part."""
    lines = [" ".join(text.split()) for text in texts]
    same = sum(1 for _ in takewhile(lambda letters: len(set(letters)) == 1, zip(*lines, strict=False)))
    start = max(0, same - _LEAD) if max(map(len, lines)) > _MOST_QUOTED else 0
    for line in lines:
        head, tail = "…" if start else "", "…" if len(line) > start + _MOST_QUOTED else ""
        yield f"“{head}{line[start : start + _MOST_QUOTED]}{tail}”" if line else "空白"


def _with_note(reading: Reading, code: str, problem: str) -> Reading:
    note = Note(code, f"{problem}，{_VISIBLE_COUNTS}")
    return replace(reading, report=_with_notes(reading.report, (note,)))


def _with_notes(report: Report, notes: tuple[Note, ...]) -> Report:
    return replace(report, notes=(*report.notes, *(note for note in notes if note not in report.notes)))
