"""The main part of a Word file walked in order: paragraphs as they stand on paper, revisions accepted."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import TYPE_CHECKING

from reportdesk.readers.found.blocks import Block, FoundParagraph
from reportdesk.readers.found.counts import count_of
from reportdesk.readers.found.marks import SYMBOL, lowered, raised, struck
from reportdesk.readers.office.numbering import Numbering
from reportdesk.readers.office.word_plain import PlainWords
from reportdesk.readers.office.word_styles import Styles
from reportdesk.readers.office.word_tables import WordTables
from reportdesk.readers.office.word_xml import WordXml, tag_of
from reportdesk.report.shown import CHARTS_TAG

if TYPE_CHECKING:
    from lxml.etree import _Element

#: What may stand around paragraphs and tables without being seen.
_WRAPPERS = {"sdt", "sdtContent", "customXml", "smartTag", "ins", "moveTo", "AlternateContent", "Choice"}
_SAID = {"tab": "\t", "ptab": "\t", "cr": "\n", "noBreakHyphen": "-"}
_SILENT = frozenset(
    {"del", "moveFrom", "pPr", "rPr", "instrText", "delText", "fldData", "rt", "Fallback", "object"}
    | {"footnoteReference", "endnoteReference", "commentReference", "sectPr"}
)

#: What stands in a paragraph and is not read with it, as the note on it says.
_NOTED = {"footnoteReference": "脚注", "endnoteReference": "尾注", "commentReference": "批注"}
#: The properties of a run that change what its words say.
_MARKING = ("strike", "dstrike", "vertAlign")
_OFF = {"0", "false", "off"}
_PICTURES = {"blip", "imagedata"}
_RAISED: Mapping[str, Callable[[str], str]] = {"superscript": raised, "subscript": lowered}


class WordBody:
    """The words of one file; asked in document order, for lists count and deleted marks join paragraphs."""

    def __init__(self, root: _Element, xml: WordXml, styles: Styles, numbering: Numbering) -> None:
        """Prepare to walk the main part with the file's styles and lists."""
        self._xml = xml
        self._plain = PlainWords(root, xml)
        self._styles = styles
        self._numbering = numbering
        self._tables = WordTables(xml, self._plain, self.blocks)
        self.own_pictures = 0
        self._held = ""
        self._has_picture = False
        self._vanish = f"{xml.prefix}vanish"
        self._marking = frozenset({self._vanish, *(f"{xml.prefix}{name}" for name in _MARKING)})

    def blocks(self, parent: _Element) -> Iterator[Block]:
        """Yield the paragraphs and tables that stand in an element."""
        for child in parent:
            name = tag_of(child)
            if name == "p":
                if self._plain.has(child):
                    yield self._plain_paragraph(child)
                else:
                    yield from self._paragraph(child)
            elif name == "tbl":
                yield self._tables.read(child)
            elif name in {"del", "moveFrom"}:
                self._xml.has_revisions = True
            elif name in _WRAPPERS and not self._is_of_pictures(child):
                yield from self.blocks(child)

    def _is_of_pictures(self, element: _Element) -> bool:
        """Tell the content control in which our own pictures stand with their tables."""
        tag = self._xml.value(self._xml.child(element, "sdtPr"), "tag")
        if tag != CHARTS_TAG:
            return False
        self.own_pictures += sum(tag_of(one) == "blip" for one in element.iter())
        return True

    def _plain_paragraph(self, element: _Element) -> FoundParagraph:
        """Return a paragraph of words alone, which has no list but its style's."""
        text, style = self._held + self._plain.words(element), self._plain.styles.get(element, "")
        self._held = ""
        list_id, depth = self._styles.lists.get(style, ("", 0))
        number = self._numbering.next(list_id, depth) if list_id and text.strip() else ""
        return FoundParagraph(number + text, self._styles.role(style))

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
        if self._has_picture:
            self._has_picture = False
            yield FoundParagraph("", "picture")
        for box in boxes:
            yield from self.blocks(box)

    def _number(self, properties: _Element | None) -> str:
        if self._numbering.is_empty:
            return ""
        list_id = self._xml.value(properties, "numPr", "numId")
        depth = count_of(self._xml.value(properties, "numPr", "ilvl") or "0")
        if list_id is None:
            style = self._xml.value(properties, "pStyle") or ""
            list_id, depth = self._styles.lists.get(style, ("", 0))
        return self._numbering.next(list_id, depth) if list_id and depth is not None else ""

    def _text(self, parent: _Element, boxes: list[_Element]) -> Iterator[str]:
        """Yield the words of a paragraph with inserted text, without deleted or hidden text."""
        for child in parent:
            name = tag_of(child)
            if name == "t":
                yield child.text or ""
            elif name == "r":
                yield from self._run(child, boxes)
            elif name == "sym":
                yield self._symbol(child)
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
        if name in _NOTED:
            self._xml.left_out.add(_NOTED[name])
        if name in {"drawing", "pict"} and any(tag_of(one) in _PICTURES for one in element.iter()):
            self._has_picture = True
        return name not in _SILENT

    def _run(self, element: _Element, boxes: list[_Element]) -> Iterator[str]:
        """Yield the words of a run, marked where it is struck out or set above the line, if it shows."""
        properties = self._xml.child(element, "rPr")
        marks = [] if properties is None else [one for one in properties if one.tag in self._marking]
        if not marks:
            yield from self._text(element, boxes)
        elif self._vanish not in {one.tag for one in marks}:
            change = self._change(marks)
            text = self._text(element, boxes)
            yield from text if change is None else map(change, text)

    def _change(self, marks: Iterable[_Element]) -> Callable[[str], str] | None:
        value = f"{self._xml.prefix}val"
        for one in marks:
            if tag_of(one) == "vertAlign":
                return _RAISED.get(one.get(value, ""))
            if one.get(value, "") not in _OFF:
                return struck
        return None

    def _symbol(self, element: _Element) -> str:
        """Return the character that stands for one of a font of symbols, if Unicode has it there."""
        code = element.get(f"{self._xml.prefix}char", "")
        number = int(code, 16) if re.fullmatch(r"[0-9A-Fa-f]{4}", code) else 0
        if not number or 0xD800 <= number < 0xF900:
            self._xml.left_out.add("符号字体的字符")
            return SYMBOL
        return chr(number)


def _chosen(alternatives: _Element) -> _Element:
    """Return the one form of what a file offers in several: a text box stands in it once, not twice."""
    return alternatives[0] if len(alternatives) else alternatives
