"""Web pages, saved or sent: parsed and never shown, and nothing that they name is ever loaded."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from reportdesk.errors import FileError
from reportdesk.readers.blocks import (
    MOST_COLUMNS,
    MOST_ROWS,
    MOST_TABLES,
    Block,
    FoundCell,
    FoundDocument,
    FoundTable,
    Paragraph,
    Role,
    square,
)
from reportdesk.readers.decoding import decode, is_text
from reportdesk.readers.measure import refuse_many_tags
from reportdesk.readers.protocol import Source
from reportdesk.readers.reading import Reading
from reportdesk.readers.signature import parse_date

if TYPE_CHECKING:
    from email.message import Message

    from lxml.etree import _Element

_CHARSET = re.compile(rb"<meta[^>]+charset\s*=\s*[\"']?\s*([\w-]+)", re.IGNORECASE)
_PAGE = re.compile(
    r"<(?:!doctype\s+html|html|head|body|title|table|div|p|meta|span|section|article|center|font|h[1-3])[\s>]",
    re.IGNORECASE,
)
_ARCHIVE = re.compile(
    rb"^(?:From:|MIME-Version:|Content-Type:\s*multipart/related)", re.IGNORECASE | re.MULTILINE
)
_DECLARATION = re.compile(r"^\s*<\?xml[^>]*\?>")
_WHITE = re.compile(r"[ \t\r\n\f]+")
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden|mso-hide\s*:\s*all", re.IGNORECASE)
_KEPT_WHITE = re.compile(r"white-space\s*:\s*(?:pre|break-spaces)", re.IGNORECASE)
_HEAD = 4096
_MOST_PARTS = 2_000
_DEEPEST = 200

_LEFT_OUT = frozenset(
    {"script", "style", "head", "noscript", "nav", "footer", "select", "option", "button", "template", "svg"}
    | {
        "iframe",
        "object",
        "embed",
        "applet",
        "textarea",
        "input",
        "img",
        "video",
        "audio",
        "canvas",
        "map",
        "del",
    }
)
_INLINE = frozenset(
    {
        "a",
        "abbr",
        "acronym",
        "b",
        "bdi",
        "bdo",
        "big",
        "cite",
        "code",
        "data",
        "dfn",
        "em",
        "font",
        "i",
        "ins",
    }
    | {
        "kbd",
        "label",
        "mark",
        "q",
        "s",
        "samp",
        "small",
        "span",
        "strike",
        "strong",
        "sub",
        "sup",
        "time",
        "tt",
    }
    | {"u", "var", "wbr", "o:p", "st1:chsdate"}
)
_OWN_ROLES: Mapping[str, Role] = {"h1": "title", "h2": "heading", "h3": "text", "p": "text"}
_OWN_SHAPE = {(tag, "") for tag in (*_OWN_ROLES, "footer")} | {("div", "table")}


class WebPageReader:
    """A web page, .html, .htm or .mht."""

    suffixes = (".html", ".htm", ".mht", ".mhtml")

    def accepts(self, source: Source) -> bool:
        """Tell whether the file is a page, or a page packed for mail."""
        if not is_text(source.data):
            return False
        head = source.data[:_HEAD]
        return _is_archive(head) or bool(_PAGE.search(decode(head)))

    def read(self, source: Source) -> Reading:
        """Read the page's words and tables; raise FileError if there is no report in it."""
        from reportdesk.readers.assemble import reading_from

        return reading_from(find_in_page(_page(source), source.where), source)


def find_in_page(text: str, where: str) -> FoundDocument:
    """Return the blocks of a page in order, without navigation, scripts and hidden parts."""
    from lxml import etree

    refuse_many_tags(text.count("<"), where)
    source = _DECLARATION.sub("", text).replace("\0", "")
    parser = etree.HTMLParser(
        encoding="utf-8", no_network=True, huge_tree=False, remove_comments=True, remove_pis=True
    )
    try:
        root = etree.fromstring(source.encode("utf-8", errors="replace"), parser)
    except etree.XMLSyntaxError as error:
        raise FileError("网页已损坏", where=where, remedy="请在浏览器里重新保存一份") from error
    if root is None:
        raise FileError("网页里没有内容", where=where, remedy="请在浏览器里重新保存一份")
    own = _own_part(root)
    blocks = tuple(_Walk(where, is_own=own is not None).blocks(root if own is None else own))
    return FoundDocument(blocks, exact=own is not None)


def _own_part(root: _Element) -> _Element | None:
    """Return the part that holds the report in a page of the shape of ours, None for any other page."""
    mains = root.findall(".//main")
    if len(mains) != 1 or [child.tag for child in mains[0]][:1] != ["h1"]:
        return None
    shape = {(str(child.tag), child.get("class", "")) for child in mains[0]}
    return mains[0] if shape <= _OWN_SHAPE and ("h2", "") in shape else None


def _page(source: Source) -> str:
    data = source.data
    if _is_archive(data[:_HEAD]):
        return _packed_page(source)
    said = _CHARSET.search(data[:_HEAD])
    return decode(data, said[1].decode("ascii") if said else "")


def _is_archive(head: bytes) -> bool:
    return bool(_ARCHIVE.match(head.lstrip())) and b"multipart/related" in head.lower()


def _packed_page(source: Source) -> str:
    """Return the page inside a .mht; its pictures and style sheets stay where they are."""
    if source.data.count(b"\n--") > _MOST_PARTS:
        raise FileError("网页存档里的部件太多", where=source.where, remedy="请在浏览器里重新保存一份")
    for part in _mail_parts(source):
        if part.get_content_type() == "text/html":
            payload = part.get_payload(decode=True)
            data = payload if isinstance(payload, bytes) else b""
            said = _CHARSET.search(data[:_HEAD])
            return decode(data, part.get_content_charset() or (said[1].decode("ascii") if said else ""))
    raise FileError("这个网页存档里没有网页", where=source.where, remedy="请在浏览器里重新保存一份")


def _mail_parts(source: Source) -> list[Message]:
    from email import message_from_bytes

    try:
        return list(message_from_bytes(source.data).walk())
    except RecursionError as error:
        raise FileError("网页存档套得太深", where=source.where, remedy="请在浏览器里重新保存一份") from error


@dataclass
class _Walk:
    """One walk over a page; words gather until a block begins or ends.

    `is_own` says that the page has the shape of ours, so that every element tells what its words are.
    """

    where: str
    is_own: bool = False
    tables: int = 0
    gathered: list[str] = field(default_factory=list)

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
        elif child.tag in _INLINE:
            yield from self.blocks(child, depth, keeps=keeps)
        elif child.tag == "table":
            yield from self._end()
            yield self._table(child, depth)
        else:
            yield from self._end()
            yield from self.blocks(child, depth, keeps=keeps)
            yield from self._end(self._role(child))

    def _role(self, element: _Element) -> Role:
        if not self.is_own:
            return ""
        parent = element.getparent()
        if parent is not None and parent.tag == "footer":
            is_date = element.getprevious() is not None or bool(parse_date(element.text or ""))
            return "date" if is_date else "signer"
        return _OWN_ROLES.get(str(element.tag), "")

    def _gather(self, text: str | None, *, keeps: bool) -> None:
        if text:
            self.gathered.append(text if keeps else _WHITE.sub(" ", text))

    def _end(self, role: Role = "") -> Iterator[Paragraph]:
        text = "".join(self.gathered)
        self.gathered.clear()
        if role:
            yield Paragraph(text, role)
        elif text.strip(" \n"):
            yield Paragraph(re.sub(r" *\n *", "\n", text).strip(" "))

    def _keeps_white(self, element: _Element) -> bool:
        if self.is_own and element.tag in _OWN_ROLES:
            return True
        return element.tag == "pre" or bool(_KEPT_WHITE.search(element.get("style", "")))

    def _is_left_out(self, element: _Element) -> bool:
        return _is_left_out(element) and not (self.is_own and element.tag == "footer")

    def _table(self, element: _Element, depth: int) -> FoundTable:
        self.tables += 1
        if self.tables > MOST_TABLES:
            raise FileError(
                f"网页里的表格超过 {MOST_TABLES} 个", where=self.where, remedy="这不像一份年度报告"
            )
        return square((self._cells(row, depth) for row in _rows(element)), self.where)

    def _cells(self, row: _Element, depth: int) -> list[FoundCell]:
        cells: list[FoundCell] = []
        for cell in row:
            if len(cells) > MOST_COLUMNS:
                break
            if cell.tag in {"td", "th"} and not _is_left_out(cell):
                inner = _Walk(self.where, tables=self.tables)
                blocks = tuple(inner.blocks(cell)) if depth < _DEEPEST else ()
                self.tables = inner.tables
                cells.append(
                    FoundCell(blocks, _span(cell, "rowspan", MOST_ROWS), _span(cell, "colspan", MOST_COLUMNS))
                )
        return cells


def _is_left_out(element: _Element) -> bool:
    if element.tag in _LEFT_OUT or element.get("hidden") is not None:
        return True
    style = element.get("style")
    return style is not None and bool(_HIDDEN.search(style))


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
