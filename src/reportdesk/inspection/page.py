"""Web pages: comments, hidden elements, scripts, who made them, and what is fetched from elsewhere."""

from __future__ import annotations

import base64
import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from lxml import html

from reportdesk.inspection.package_traces import PATH, FoundTraces
from reportdesk.inspection.pictures import picture_notes, plain_picture
from reportdesk.patterns import late
from reportdesk.readers.page.decoding import decode_text

if TYPE_CHECKING:
    from lxml.etree import _Element
    from lxml.html import HtmlElement

_HIDDEN_STYLE = late(
    r"display\s*:\s*none|visibility\s*:\s*hidden|mso-hide\s*:\s*all|font-size\s*:\s*0(?![.\d])"
    r"|(?:^|[;\s])opacity\s*:\s*0(?![.\d])|(?:left|top|text-indent)\s*:\s*-\d{3,}",
    re.IGNORECASE,
)
#: What a style sheet may name: a class, or an element by its name.
_NAME = late(r"[.#][\w-]+")
_DATA_PICTURE = late(r"data:image/(?:jpe?g|png);base64,([A-Za-z0-9+/=\s]+)", re.IGNORECASE)
#: What is never seen, whatever stands in it.
_ISLANDS = frozenset({"script", "noscript", "object", "embed", "applet", "template", "xml"})
_WHO = frozenset({"author", "generator", "creator", "progid", "originator", "last-modified", "copyright"})
_PAGE = "网页"


def page_traces(data: bytes) -> FoundTraces:
    """Yield what a page holds beside what a browser shows."""
    tree = _tree(data)
    hidden = _hidden_names(tree)
    for element in tree.iter():
        unseen = _unseen(element, hidden)
        for kind, detail in [unseen] if unseen else _beside(element):
            yield kind, _PAGE, detail


def clean_page(data: bytes) -> bytes:
    """Return the page without what is not seen, in UTF-8."""
    tree = _tree(data)
    hidden = _hidden_names(tree)
    for element in list(tree.iter()):
        if _unseen(element, hidden):
            _remove(element)
            continue
        if _DATA_PICTURE.match(element.get("src") or ""):
            element.set("src", _plain_data(element.get("src") or ""))
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


def _hidden_names(tree: HtmlElement) -> frozenset[str]:
    """Return the classes (.x) and names (#x) that a style sheet of the page hides altogether."""
    found: set[str] = set()
    for style in tree.iter("style"):
        for rule in (style.text or "").split("}"):
            selectors, _, said = rule.rpartition("{")
            if _HIDDEN_STYLE.search(said):
                # A rule within @media stands behind another bracket.
                found.update(selector.strip() for selector in selectors.rpartition("{")[2].split(","))
    return frozenset(selector for selector in found if _NAME.fullmatch(selector))


def _plain_data(source: str) -> str:
    """Return a picture that stands in the page itself without what its camera noted."""
    head, _, packed = source.partition(",")
    try:
        plain = plain_picture(base64.b64decode(packed))
    except ValueError:
        return source
    return f"{head},{base64.b64encode(plain).decode()}"


def _unseen(element: _Element, hidden: frozenset[str] = frozenset()) -> tuple[str, str] | None:
    """Return kind and detail of an element of which nothing is seen; None for any other."""
    if not isinstance(element.tag, str):
        return "comment", element.text or ""
    tag, words = element.tag.lower(), "".join(map(str, element.itertext()))
    if tag in _ISLANDS:
        is_data = (element.get("type") or "").endswith("json")
        is_data = is_data or tag in {"template", "xml"}
        return "data" if is_data else "script", element.get("src") or words
    if tag == "meta" and (element.get("name") or "").lower() in _WHO:
        return "author", f"{element.get('name')} {element.get('content', '')}"
    is_hidden = (
        element.get("hidden") is not None
        or _HIDDEN_STYLE.search(element.get("style") or "")
        or (hidden and not hidden.isdisjoint(_names(element)))
    )
    if is_hidden or (tag == "input" and element.get("type") == "hidden"):
        return "hidden", words or element.get("value") or ""
    return None


def _names(element: _Element) -> set[str]:
    named = {f".{name}" for name in (element.get("class") or "").split()}
    return named | ({f"#{element.get('id')}"} if element.get("id") else set())


def _beside(element: _Element) -> Iterator[tuple[str, str]]:
    """Yield what the attributes of an element that is seen bring along."""
    source = element.get("src") or (element.get("href") if element.tag == "link" else "") or ""
    if found := _DATA_PICTURE.match(source):
        for note in _notes(found[1]):
            yield "picture", note
    if source.lower().startswith(("http:", "https:", "//")):
        yield "fetched", source
    if PATH.search(source) or PATH.search(element.get("href") or ""):
        yield "path", source or element.get("href") or ""
    if any(str(key).startswith("on") for key in element.attrib):
        yield "script", str(element.tag)


def _notes(packed: str) -> tuple[str, ...]:
    try:
        return tuple(picture_notes(base64.b64decode(packed)))
    except ValueError:
        return ()


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
