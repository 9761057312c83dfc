"""Web pages: comments, hidden elements, scripts, who made them, and what is fetched from elsewhere."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from lxml import html

from reportdesk.inspection.package_traces import PATH, Found
from reportdesk.readers.page.decoding import decode_text

if TYPE_CHECKING:
    from lxml.etree import _Element
    from lxml.html import HtmlElement

_HIDDEN_STYLE = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_WHO = frozenset({"author", "generator", "creator", "progid", "originator", "last-modified", "copyright"})
_PAGE = "网页"


def page_traces(data: bytes) -> Found:
    """Yield what a page holds beside what a browser shows."""
    for element in _tree(data).iter():
        unseen = _unseen(element)
        for kind, detail in [unseen] if unseen else _beside(element):
            yield kind, _PAGE, detail


def clean_page(data: bytes) -> bytes:
    """Return the page without what is not seen, in UTF-8."""
    tree = _tree(data)
    for element in list(tree.iter()):
        if _unseen(element):
            _remove(element)
            continue
        for key in [key for key in element.attrib if str(key).startswith(("on", "data-"))]:
            del element.attrib[key]
    for meta in list(tree.iter("meta")):
        if meta.get("charset") or (meta.get("http-equiv") or "").lower() == "content-type":
            _remove(meta)
    head = tree.find("head")
    if head is not None:
        head.insert(0, html.Element("meta", charset="utf-8"))
    written: str = html.tostring(tree, encoding="unicode")
    return f"<!DOCTYPE html>\n{written}".encode()


def _tree(data: bytes) -> HtmlElement:
    return html.document_fromstring(decode_text(data), parser=html.HTMLParser(huge_tree=False))


def _unseen(element: _Element) -> tuple[str, str] | None:
    """Return kind and detail of an element of which nothing is seen; None for any other."""
    if not isinstance(element.tag, str):
        return "comment", element.text or ""
    tag, words = element.tag.lower(), "".join(map(str, element.itertext()))
    if tag in {"script", "noscript", "object", "embed", "applet"}:
        is_data = (element.get("type") or "").endswith("json")
        return "data" if is_data else "script", element.get("src") or words
    if tag == "meta" and (element.get("name") or "").lower() in _WHO:
        return "author", f"{element.get('name')} {element.get('content', '')}"
    is_hidden = element.get("hidden") is not None or _HIDDEN_STYLE.search(element.get("style") or "")
    if is_hidden or (tag == "input" and element.get("type") == "hidden"):
        return "hidden", words or element.get("value") or ""
    return None


def _beside(element: _Element) -> Iterator[tuple[str, str]]:
    """Yield what the attributes of an element that is seen bring along."""
    source = element.get("src") or (element.get("href") if element.tag == "link" else "") or ""
    if source.lower().startswith(("http:", "https:", "//")):
        yield "fetched", source
    if PATH.search(source) or PATH.search(element.get("href") or ""):
        yield "path", source or element.get("href") or ""
    if any(str(key).startswith("on") for key in element.attrib):
        yield "script", str(element.tag)


def _remove(element: _Element) -> None:
    parent = element.getparent()
    if parent is None:
        return
    if element.tail:
        before = element.getprevious()
        if before is None:
            parent.text = (parent.text or "") + element.tail
        else:
            before.tail = (before.tail or "") + element.tail
    parent.remove(element)
