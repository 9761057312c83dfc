"""The main part of a Word file walked in order: paragraphs as they stand on paper, revisions accepted."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from reportdesk.readers.found.blocks import Block, FoundParagraph
from reportdesk.readers.office.numbering import Numbering
from reportdesk.readers.office.word_styles import Styles
from reportdesk.readers.office.word_tables import WordTables
from reportdesk.readers.office.word_xml import WordXml, tag_of

if TYPE_CHECKING:
    from lxml.etree import _Element

#: What may stand around paragraphs and tables without being seen.
_WRAPPERS = {"sdt", "sdtContent", "customXml", "smartTag", "ins", "moveTo", "AlternateContent", "Choice"}
_SAID = {"tab": "\t", "ptab": "\t", "cr": "\n", "noBreakHyphen": "-"}
_SILENT = frozenset(
    {"del", "moveFrom", "pPr", "rPr", "instrText", "delText", "fldData", "rt", "Fallback", "object"}
    | {"footnoteReference", "sectPr"}
)


class WordBody:
    """The words of one file; asked in document order, for lists count and deleted marks join paragraphs."""

    def __init__(self, xml: WordXml, styles: Styles, numbering: Numbering) -> None:
        """Prepare to walk with the file's styles and lists."""
        self._xml = xml
        self._styles = styles
        self._numbering = numbering
        self._tables = WordTables(xml, self.blocks)
        self._held = ""

    def blocks(self, parent: _Element) -> Iterator[Block]:
        """Yield the paragraphs and tables that stand in an element."""
        for child in parent:
            name = tag_of(child)
            if name == "p":
                yield from self._paragraph(child)
            elif name == "tbl":
                yield self._tables.read(child)
            elif name in {"del", "moveFrom"}:
                self._xml.has_revisions = True
            elif name in _WRAPPERS:
                yield from self.blocks(child)

    def _paragraph(self, element: _Element) -> Iterator[Block]:
        properties = self._xml.child(element, "pPr")
        style = self._xml.value(properties, "pStyle") or ""
        boxes: list[_Element] = []
        text = self._held + "".join(self._text(element, boxes))
        self._held = ""
        if self._xml.child(properties, "rPr", "del") is not None:
            self._xml.has_revisions = True
            self._held = text
        else:
            number = self._number(properties) if text.strip() else ""
            yield FoundParagraph(number + text, self._styles.role(style))
        for box in boxes:
            yield from self.blocks(box)

    def _number(self, properties: _Element | None) -> str:
        if self._numbering.is_empty:
            return ""
        list_id = self._xml.value(properties, "numPr", "numId")
        depth = self._xml.value(properties, "numPr", "ilvl") or "0"
        if list_id is None:
            style = self._xml.value(properties, "pStyle") or ""
            list_id, level = self._styles.lists.get(style, ("", 0))
            depth = str(level)
        return self._numbering.next(list_id, int(depth)) if list_id and depth.isdecimal() else ""

    def _text(self, parent: _Element, boxes: list[_Element]) -> Iterator[str]:
        """Yield the words of a paragraph with inserted text, without deleted or hidden text."""
        for child in parent:
            name = tag_of(child)
            if name == "t":
                yield child.text or ""
            elif name in _SAID:
                yield _SAID[name]
            elif name == "br":
                yield "\n" if child.get(f"{self._xml.prefix}type", "textWrapping") == "textWrapping" else ""
            elif name == "txbxContent":
                boxes.append(child)
            elif self._is_shown(child, name):
                yield from self._text(_chosen(child) if name == "AlternateContent" else child, boxes)

    def _is_shown(self, element: _Element, name: str) -> bool:
        """Tell whether an element's words stand on paper; one that tells of a revision is remembered."""
        if name in {"ins", "del", "moveTo", "moveFrom"}:
            self._xml.has_revisions = True
        if name == "r":
            return self._xml.child(element, "rPr", "vanish") is None
        return name not in _SILENT


def _chosen(alternatives: _Element) -> _Element:
    """Return the one form of what a file offers in several: a text box stands in it once, not twice."""
    return alternatives[0] if len(alternatives) else alternatives
