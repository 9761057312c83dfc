"""Word files: revisions, comments, hidden words, bookmarks and the numbers of editing sessions."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import TYPE_CHECKING

from reportdesk.inspection.package_traces import (
    PATH,
    FoundTraces,
    OpenPackage,
    attribute,
    clean_common,
    common_traces,
    is_welcome_link,
    local,
)
from reportdesk.patterns import late

if TYPE_CHECKING:
    from lxml.etree import _Element

_COMMENTS = late(r"word/(?:comments\w*|people)\.xml", re.IGNORECASE)
_GLOSSARY = late(r"word/glossary/", re.IGNORECASE)
_STORIES = late(r"word/[^/]+\.xml", re.IGNORECASE)
_ANCHORS = frozenset({"commentRangeStart", "commentRangeEnd", "commentReference"})
_GONE = frozenset({"del", "moveFrom", "cellDel"})
_CAME = frozenset({"ins", "moveTo", "cellIns"})
_RANGES = frozenset({"moveFromRangeStart", "moveFromRangeEnd", "moveToRangeStart", "moveToRangeEnd"})
_IN_SETTINGS = frozenset(
    {"rsids", "rsid", "rsidRoot", "docId", "docVars", "attachedTemplate", "mailMerge", "trackRevisions"}
)
#: What goes whenever it is met.
_UNSEEN = _ANCHORS | _RANGES | _IN_SETTINGS | {"dataBinding"}
_OFF = frozenset({"0", "false", "off", "none"})
_NAMED = late(r"\b(?:PAGEREF|REF|NOTEREF|HYPERLINK\s+\\l)\s+\"?([^\s\"\\]+)", re.IGNORECASE)
#: Half points: a letter of 1 point is a hairline.
_TINY_HALF_POINTS = 3


def word_traces(opened: OpenPackage) -> FoundTraces:
    """Yield what a Word file holds beside what it shows."""
    yield from common_traces(opened)
    hidden = _hidden_styles(opened)
    for name in opened.names:
        if _GLOSSARY.match(name) and name.endswith("/document.xml"):
            yield "data", name, "文档部件（自动图文集）"
        elif _COMMENTS.fullmatch(name):
            for comment in opened.xml(name):
                if local(comment) == "comment":
                    yield "comment", name, f"{attribute(comment, 'author')} {''.join(comment.itertext())}"
                elif local(comment) == "person":
                    yield "author", name, attribute(comment, "author")
        elif _STORIES.fullmatch(name):
            for element in opened.xml(name).iter():
                yield from _of_element(element, name, hidden)


def clean_word(opened: OpenPackage, kept: frozenset[str] = frozenset()) -> None:
    """Take out all that is not seen, but the `kept` parts: revisions are accepted, comments go."""
    clean_common(opened, kept)
    opened.drop(_COMMENTS.fullmatch)
    opened.drop(_GLOSSARY.match)
    stories = [name for name in opened.names if _STORIES.fullmatch(name)]
    named = _named_bookmarks(opened.xml(name) for name in stories)
    hidden = _hidden_styles(opened)
    for name in stories:
        _clean_story(opened.xml(name), named, hidden)
    for name in [name for name in opened.names if name.endswith(".rels")]:
        _drop_links(opened, name)


def _of_element(element: _Element, part: str, hidden: frozenset[str]) -> FoundTraces:
    tag = local(element)
    if tag in _GONE | _CAME or tag.endswith("PrChange"):
        yield "revision", part, f"{attribute(element, 'author')} {''.join(element.itertext())}"
    elif _is_hidden(element, hidden):
        yield "hidden", part, "".join(element.itertext())
    elif tag == "r" and _is_faint(element) and "".join(element.itertext()).strip():
        yield "faint", part, "".join(element.itertext())
    elif tag == "bookmarkStart":
        yield "bookmark", part, attribute(element, "name")
    elif tag in _IN_SETTINGS:
        yield "identifier", part, tag
    elif tag == "docPr" and PATH.search(attribute(element, "descr") + attribute(element, "title")):
        yield "path", part, attribute(element, "descr") or attribute(element, "title")
    if any("rsid" in str(key) for key in element.attrib):
        yield "identifier", part, "rsid"


def _clean_story(root: _Element, named: frozenset[str], hidden: frozenset[str]) -> None:
    kept_ids = {
        attribute(mark, "id") for mark in root.iter("{*}bookmarkStart") if attribute(mark, "name") in named
    }
    for element in list(root.iter()):
        for key in [key for key in element.attrib if "rsid" in str(key)]:
            del element.attrib[key]
        tag = local(element)
        is_mark = tag in {"bookmarkStart", "bookmarkEnd"} and attribute(element, "id") not in kept_ids
        if tag in _GONE:
            _accept_gone(element)
        elif tag in _CAME:
            _unwrap(element)
        elif (
            tag.endswith("PrChange")
            or tag in _UNSEEN
            or is_mark
            or (tag == "r" and _is_hidden(element, hidden))
        ):
            _remove(element)
        elif tag == "docPr":
            for key in [key for key, value in element.attrib.items() if PATH.search(str(value))]:
                del element.attrib[key]


def _accept_gone(element: _Element) -> None:
    """Accept a deletion: of words, of a row with its cells, of the mark behind a paragraph."""
    holder = element.getparent()
    if holder is not None and local(holder) == "trPr":
        row = holder.getparent()
        if row is not None:
            _remove(row)
        return
    _remove(element)


def _remove(element: _Element) -> None:
    parent = element.getparent()
    if parent is not None:
        parent.remove(element)


def _unwrap(element: _Element) -> None:
    parent = element.getparent()
    if parent is None:
        return
    place = parent.index(element)
    for number, child in enumerate(list(element)):
        parent.insert(place + number, child)
    parent.remove(element)


def _is_hidden(run: _Element, hidden: frozenset[str]) -> bool:
    for properties in run if local(run) == "r" else ():
        if local(properties) == "rPr":
            for one in properties:
                if local(one) in {"vanish", "specVanish"}:
                    return attribute(one, "val") not in _OFF
                if local(one) == "rStyle" and attribute(one, "val") in hidden:
                    return True
    return False


def _is_faint(run: _Element) -> bool:
    for properties in run:
        if local(properties) == "rPr":
            values = {local(one): attribute(one, "val") for one in properties}
            size = values.get("sz", "")
            return _is_white(properties) or (size.isdecimal() and int(size) <= _TINY_HALF_POINTS)
    return False


def _is_white(properties: _Element) -> bool:
    """Tell letters in the colour of paper, or hardly another; a ground of their own shows them."""
    for one in properties:
        if local(one) == "shd" and attribute(one, "fill").upper() not in {"", "AUTO", "FFFFFF"}:
            return False
        if local(one) == "highlight" and attribute(one, "val") not in {"none", "white"}:
            return False
    for one in properties:
        if local(one) == "color":
            value = attribute(one, "val")
            is_pale = len(value) == 6 and all(value[at].upper() == "F" for at in (0, 2, 4))
            return is_pale or attribute(one, "themeColor") in {"background1", "bg1", "light1"}
    return False


def _hidden_styles(opened: OpenPackage) -> frozenset[str]:
    if "word/styles.xml" not in opened.names:
        return frozenset()
    styles = opened.xml("word/styles.xml").iter("{*}style")
    return frozenset(
        attribute(style, "styleId")
        for style in styles
        if any(attribute(one, "val") not in _OFF for one in style.iter("{*}vanish"))
    )


def _named_bookmarks(roots: Iterable[_Element]) -> frozenset[str]:
    """Return the bookmarks that a field or a link of the document leads to."""
    named: set[str] = set()
    for root in roots:
        for element in root.iter("{*}instrText", "{*}fldSimple", "{*}hyperlink"):
            instruction = (element.text or "") + attribute(element, "instr")
            named.update(_NAMED.findall(instruction))
            named.add(attribute(element, "anchor"))
    return frozenset(named - {"", "_GoBack"})


def _drop_links(opened: OpenPackage, name: str) -> None:
    """Take out relations to somebody's computer and to templates; the words of a link stay."""
    relations = opened.xml(name)
    owner = name.replace("/_rels/", "/").removesuffix(".rels")
    for relation in list(relations):
        is_link = str(relation.get("Type", "")).endswith(("/hyperlink", "/attachedTemplate"))
        if relation.get("TargetMode") == "External" and is_link and not is_welcome_link(relation):
            relations.remove(relation)
            if owner in opened.names:
                for link in list(opened.xml(owner).iter("{*}hyperlink")):
                    if attribute(link, "id") == relation.get("Id"):
                        _unwrap(link)
