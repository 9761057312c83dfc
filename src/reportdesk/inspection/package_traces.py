"""What Word files and workbooks have in common: properties, data of other programs, relations."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from io import BytesIO
from typing import TYPE_CHECKING

from lxml import etree

from reportdesk.inspection.pictures import picture_notes, plain_picture
from reportdesk.patterns import late
from reportdesk.readers.found.package import Package

if TYPE_CHECKING:
    from lxml.etree import _Element

FoundTraces = Iterator[tuple[str, str, str]]

#: A path of Windows or of a home folder, in a name or a description.
PATH = late(r"[A-Za-z]:[\\/](?:[^\\/:*?\"<>|\r\n]+[\\/])+|file:/{2,}|\\\\[\w.-]+\\|/(?:home|Users)/[^/\s]+")
_LINKS = ("http://", "https://", "mailto:")
_KEPT_PROPERTIES = frozenset({"title", "language"})
_TIMES = frozenset({"created", "modified", "lastPrinted", "revision", "version", "TotalTime"})
#: Parts told by a word in their names.
_BY_NAME = {
    "/embeddings/": ("embedded", ""),
    "/activex/": ("embedded", ""),
    "printersettings": ("path", "打印机的设置"),
    "docprops/thumbnail": ("data", "首页的缩小图"),
    "vbaproject": ("script", "宏"),
    "vbadata": ("script", "宏"),
}
_DROPPED = late(r"customXml/|docProps/(?:app|custom|thumbnail)|.*/printerSettings/", re.IGNORECASE)


@dataclass
class OpenPackage:
    """An Office package being cleaned: its parts as bytes, those that are XML parsed when asked for."""

    package: Package
    _parsed: dict[str, _Element] = field(default_factory=dict)
    _replaced: dict[str, bytes] = field(default_factory=dict)
    dropped: set[str] = field(default_factory=set)

    @property
    def names(self) -> list[str]:
        """Return the names of the parts that are left."""
        return [name for name in self.package.names if name not in self.dropped and not name.endswith("/")]

    def xml(self, name: str) -> _Element:
        """Return a part as a tree, the same each time, so that changes stay."""
        if name not in self._parsed:
            self._parsed[name] = self.package.xml(name)
        return self._parsed[name]

    def replace(self, name: str, data: bytes) -> None:
        """Put other bytes in the place of a part that is no XML."""
        self._replaced[name] = data

    def drop(self, unwanted: Callable[[str], object]) -> None:
        """Leave out parts, the relations to them and their types."""
        self.dropped |= {name for name in self.names if unwanted(name)}
        self.dropped |= {name for name in self.names if _owner(name) in self.dropped}
        for name in [name for name in self.names if name.endswith(".rels")]:
            base = _owner(name).rpartition("/")[0]
            for relation in list(self.xml(name)):
                inside = relation.get("TargetMode") != "External"
                if inside and _resolved(base, str(relation.get("Target", ""))) in self.dropped:
                    self.xml(name).remove(relation)
        types = self.xml("[Content_Types].xml")
        for override in list(types):
            if str(override.get("PartName", "")).lstrip("/") in self.dropped:
                types.remove(override)

    def saved(self) -> bytes:
        """Return the package with what was changed, without any date."""
        written = BytesIO()
        with zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED) as archive:
            for name in self.names:
                tree = self._parsed.get(name)
                data = self._replaced.get(name) or (
                    self.package.read(name) if tree is None else _serialised(tree)
                )
                archive.writestr(zipfile.ZipInfo(name), data, zipfile.ZIP_DEFLATED)
        return written.getvalue()


def local(element: _Element) -> str:
    """Return an element's name without its namespace; empty for comments and instructions."""
    return etree.QName(element).localname if isinstance(element.tag, str) else ""


def attribute(element: _Element, name: str) -> str:
    """Return an attribute by its local name; empty if there is none."""
    found = (v for key, v in element.attrib.items() if etree.QName(str(key)).localname == name)
    return str(next(found, ""))


def common_traces(opened: OpenPackage) -> FoundTraces:
    """Yield what the properties, the data of programs and the relations tell."""
    for name in opened.names:
        lower = name.lower()
        if lower.startswith("docprops/") and lower.endswith(".xml"):
            yield from _properties(opened, name)
        elif lower.startswith("customxml/item") and "props" not in lower:
            yield "data", name, _root_of(opened, name)
        elif lower.endswith(".rels"):
            yield from _relations(opened, name)
        elif "/media/" in lower:
            for note in picture_notes(opened.package.read(name)):
                yield "picture", name, note
        else:
            for word, (kind, detail) in _BY_NAME.items():
                if word in lower:
                    yield kind, name, detail


def clean_common(opened: OpenPackage, kept: frozenset[str] = frozenset()) -> None:
    """Take out properties, the data of programs, and links that name a place on somebody's computer.

    Parts in `kept` stay.
    """
    opened.drop(lambda name: name not in kept and _DROPPED.match(name))
    for name in opened.names:
        if "/media/" in name.lower():
            opened.replace(name, plain_picture(opened.package.read(name)))
        if name.lower() == "docprops/core.xml":
            core = opened.xml(name)
            for element in list(core):
                if local(element) not in _KEPT_PROPERTIES:
                    core.remove(element)


def is_welcome_link(relation: _Element) -> bool:
    """Tell a link that a reader sees and may follow."""
    kind, target = str(relation.get("Type", "")), str(relation.get("Target", ""))
    return kind.endswith("/hyperlink") and target.lower().startswith((*_LINKS, "#"))


def _properties(opened: OpenPackage, name: str) -> FoundTraces:
    for element in opened.xml(name).iter():
        said, what = (element.text or "").strip(), local(element)
        if not said or what in _KEPT_PROPERTIES:
            continue
        if what in _TIMES:
            yield "time", name, f"{what} {said}"
        elif what in {"creator", "lastModifiedBy", "Company", "Manager", "Template", "HyperlinkBase"}:
            yield "author", name, f"{what} {said}"
        elif not name.lower().endswith("app.xml"):
            yield "data", name, f"{what} {said}"


def _relations(opened: OpenPackage, name: str) -> FoundTraces:
    for relation in opened.xml(name):
        if relation.get("TargetMode") != "External":
            continue
        target = str(relation.get("Target", ""))
        if is_welcome_link(relation):
            yield "link", name, target
        elif PATH.search(target):
            yield "path", name, target
        else:
            yield "fetched", name, target


def _root_of(opened: OpenPackage, name: str) -> str:
    return str(opened.xml(name).tag) if name.endswith(".xml") else ""


def _owner(name: str) -> str:
    """Return the part that a part of relations belongs to; empty for the package's own."""
    folder, _, file = name.rpartition("/")
    if not folder.endswith("_rels"):
        return name if not name.endswith(".rels") else ""
    return f"{folder.removesuffix('_rels')}{file.removesuffix('.rels')}"


def _resolved(base: str, target: str) -> str:
    from posixpath import normpath

    return target.lstrip("/") if target.startswith("/") else normpath(f"{base}/{target}").lstrip("/")


def _serialised(tree: _Element) -> bytes:
    return etree.tostring(tree, xml_declaration=True, encoding="UTF-8", standalone=True)
