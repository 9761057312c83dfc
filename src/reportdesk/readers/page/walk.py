"""What stands on a web page: its blocks in order, without navigation, scripts and hidden parts."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from typing import TYPE_CHECKING

import msgspec

from reportdesk.errors import FileError
from reportdesk.patterns import late
from reportdesk.readers.found.blocks import (
    MOST_GRID_COLUMNS,
    MOST_ROWS,
    MOST_TABLES,
    Block,
    FoundCell,
    FoundParagraph,
    FoundTable,
    ParagraphRole,
)
from reportdesk.readers.found.marks import lowered, raised, struck
from reportdesk.readers.found.refusals import TOO_MUCH_REMEDY
from reportdesk.readers.found.square import square
from reportdesk.report.dates import parse_day

if TYPE_CHECKING:
    from lxml.etree import _Element

#: What the elements of a page of our own say about a paragraph.
OWN_ROLES: Mapping[str, ParagraphRole] = {"h1": "title", "h2": "heading", "h3": "text", "p": "text"}
_WHITE = late(r"[ \t\r\n\f]+")
_HIDDEN = late(r"display\s*:\s*none|visibility\s*:\s*hidden|mso-hide\s*:\s*all", re.IGNORECASE)
_KEPT_WHITE = late(r"white-space\s*:\s*(?:pre|break-spaces)", re.IGNORECASE)
_DEEPEST = 200

_LEFT_OUT = frozenset(
    {"script", "style", "head", "noscript", "nav", "footer", "select", "option", "button", "template"}
    | {"svg", "iframe", "object", "embed", "applet", "textarea", "input", "video", "audio"}
    | {"canvas", "map"}
)
_INLINE = frozenset(
    {"a", "abbr", "acronym", "b", "bdi", "bdo", "big", "cite", "code", "data", "del", "dfn", "em", "font"}
    | {"i", "ins", "kbd", "label", "mark", "q", "s", "samp", "small", "span", "strike", "strong", "sub"}
    | {"sup", "time", "tt", "u", "var", "wbr", "o:p", "st1:chsdate"}
)

_STRIKING = frozenset({"s", "strike", "del"})
_STRUCK = late(r"text-decoration(?:-line)?\s*:[^;]*line-through", re.IGNORECASE)
_RAISED = late(r"vertical-align\s*:\s*(super|sub)", re.IGNORECASE)
_CHANGES: Mapping[str, Callable[[str], str]] = {"sup": raised, "sub": lowered}


class PageWalk(msgspec.Struct):
    """One walk over a page; words gather until a block begins or ends.

    `is_own` says that the page has the shape of ours, so that every element tells what its words are; what a
    correction of ours struck out, `leaves_struck`, is no word of the report.
    """

    where: str
    is_own: bool = False
    leaves_struck: bool = False
    tables: int = 0
    pictures: int = 0
    gathered: list[str] = msgspec.field(default_factory=list)

    def blocks(self, element: _Element, depth: int = 0, *, keeps: bool = False) -> Iterator[Block]:
        """Yield the blocks of an element; `keeps` says that white space counts in it."""
        keeps = keeps or self._keeps_white(element)
        self._gather(element.text, keeps=keeps)
        for child in element:
            if isinstance(child.tag, str) and depth < _DEEPEST and not self._is_left_out(child):
                yield from self._child(child, depth + 1, keeps=keeps)
            self._gather(child.tail, keeps=keeps)
        if depth == 0:
            yield from self._end()

    def _child(self, child: _Element, depth: int, *, keeps: bool) -> Iterator[Block]:
        if child.tag == "br":
            self.gathered.append("\n")
        elif child.tag == "img":
            self.pictures += not self.is_own
        elif child.tag in _INLINE:
            yield from self._inline(child, depth, keeps=keeps)
        elif child.tag == "table":
            yield from self._end()
            yield self._table(child, depth)
        else:
            yield from self._end()
            yield from self.blocks(child, depth, keeps=keeps)
            yield from self._end(self._role(child))

    def _inline(self, child: _Element, depth: int, *, keeps: bool) -> Iterator[Block]:
        """Walk an element within a line; what it strikes out or sets above the line is marked as such."""
        change = self._change(child)
        begun = len(self.gathered)
        if change is None and self._leads_to_note(child):
            change = raised
        yield from self.blocks(child, depth, keeps=keeps)
        if change is not None:
            self.gathered[begun:] = [change(text) for text in self.gathered[begun:]]

    def _change(self, element: _Element) -> Callable[[str], str] | None:
        if self.is_own:
            return None
        style = element.get("style")
        if element.tag in _STRIKING or (style is not None and _STRUCK.search(style)):
            return struck
        if style is not None and (found := _RAISED.search(style)):
            return raised if found[1].lower() == "super" else lowered
        return _CHANGES.get(str(element.tag))

    def _leads_to_note(self, element: _Element) -> bool:
        """Tell whether an element is a link within the page right behind a figure: the mark of a note."""
        if self.is_own or element.tag != "a" or not str(element.get("href", "")).startswith("#"):
            return False
        return bool(self.gathered) and self.gathered[-1][-1:].isdecimal()

    def _role(self, element: _Element) -> ParagraphRole:
        if not self.is_own:
            return ""
        parent = element.getparent()
        if parent is not None and parent.tag == "footer":
            is_date = element.getprevious() is not None or bool(parse_day(element.text or ""))
            return "date" if is_date else "signer"
        return OWN_ROLES.get(str(element.tag), "")

    def _gather(self, text: str | None, *, keeps: bool) -> None:
        if text:
            self.gathered.append(text if keeps else _WHITE.sub(" ", text))

    def _end(self, role: ParagraphRole = "") -> Iterator[FoundParagraph]:
        text = "".join(self.gathered)
        self.gathered.clear()
        if role:
            yield FoundParagraph(text, role)
        elif text.strip(" \n"):
            yield FoundParagraph(re.sub(r"(?<! ) *\n *", "\n", text).strip(" "))
        if self.pictures:
            self.pictures = 0
            yield FoundParagraph("", "picture")

    def _keeps_white(self, element: _Element) -> bool:
        if self.is_own and element.tag in OWN_ROLES:
            return True
        return element.tag == "pre" or bool(_KEPT_WHITE.search(element.get("style", "")))

    def _is_left_out(self, element: _Element) -> bool:
        if self.leaves_struck and (element.tag == "del" or _is_struck_whole(element)):
            return True
        return _is_left_out(element) and not (self.is_own and element.tag == "footer")

    def _table(self, element: _Element, depth: int) -> FoundTable:
        self.tables += 1
        if self.tables > MOST_TABLES:
            raise FileError(f"网页里的表格超过 {MOST_TABLES} 个", where=self.where, remedy=TOO_MUCH_REMEDY)
        return square((self._cells(row, depth) for row in _rows(element)), self.where)

    def _cells(self, row: _Element, depth: int) -> list[FoundCell]:
        cells: list[FoundCell] = []
        for cell in row:
            if len(cells) > MOST_GRID_COLUMNS:
                break
            if cell.tag in {"td", "th"} and not _is_left_out(cell):
                inner = PageWalk(self.where, tables=self.tables, leaves_struck=self.leaves_struck)
                blocks = tuple(inner.blocks(cell)) if depth < _DEEPEST else ()
                self.tables = inner.tables
                cells.append(
                    FoundCell(
                        blocks, _span(cell, "rowspan", MOST_ROWS), _span(cell, "colspan", MOST_GRID_COLUMNS)
                    )
                )
        return cells


def _is_left_out(element: _Element) -> bool:
    if element.tag in _LEFT_OUT or element.get("hidden") is not None:
        return True
    style = element.get("style")
    return style is not None and bool(_HIDDEN.search(style))


def _is_struck_whole(element: _Element) -> bool:
    """Tell a paragraph of which a correction left nothing, so that it is not taken for a blank one."""
    children = list(element)
    return (
        element.tag == "p"
        and bool(children)
        and not (element.text or "").strip()
        and all(child.tag == "del" and not (child.tail or "").strip() for child in children)
    )


def _rows(table: _Element) -> Iterator[_Element]:
    for child in table:
        if child.tag == "tr":
            if not _is_left_out(child):
                yield child
        elif child.tag in {"thead", "tbody", "tfoot"}:
            yield from _rows(child)


def _span(cell: _Element, name: str, most: int) -> int:
    found = re.match(r"\s*([0-9]{1,6})", cell.get(name, "1"))
    return max(1, min(int(found[1]) if found else 1, most))
