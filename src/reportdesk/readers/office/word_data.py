"""The data that a Word file of ours carries: a report, or why there is none to be had."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from reportdesk.errors import FileError
from reportdesk.patterns import late
from reportdesk.project.carried import ELEMENT, NAMESPACE, VERSION, carried_report, shown_mark
from reportdesk.project.errors import Damaged, NewerVersion
from reportdesk.readers.found.blocks import DAMAGED, NEWER, VISIBLE_COUNTS, Carried
from reportdesk.readers.found.package import Package
from reportdesk.report.model import Note, Report

if TYPE_CHECKING:
    from lxml.etree import _Element

_ITEM = late(r"customXml/item[0-9]+\.xml", re.IGNORECASE)
#: Each is opened; a document has two or three.
_MOST_ITEMS = 50


def find_data(package: Package) -> tuple[Carried | None, tuple[Note, ...]]:
    """Return the report that a package carries, or a note where its data can't be used.

    Neither for a package without our data; raise FileError for an unsafe part.
    """
    for root in _items(package):
        if root is None:
            return None, (_damaged(),)
        if root.tag != f"{{{NAMESPACE}}}{ELEMENT}":
            continue
        try:
            return Carried(_report(root, package.where)), ()
        except NewerVersion:
            return None, (Note(NEWER, f"文件里附带的数据是新版程序写的，请升级程序，{VISIBLE_COUNTS}"),)
        except FileError:
            return None, (_damaged(),)
    return None, ()


def _damaged() -> Note:
    return Note(DAMAGED, f"文件里附带的数据已损坏，{VISIBLE_COUNTS}")


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
