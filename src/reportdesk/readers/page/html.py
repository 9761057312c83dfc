"""Web pages, saved or sent: parsed and never shown, and nothing that they name is ever loaded."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reportdesk.errors import FileError
from reportdesk.patterns import late
from reportdesk.readers.found.blocks import FoundDocument
from reportdesk.readers.found.limits import refuse_many_attributes, refuse_many_tags
from reportdesk.readers.page.walk import OWN_ROLES, PageWalk

if TYPE_CHECKING:
    from lxml.etree import _Element

_DECLARATION = late(r"^\s*<\?xml[^>]*\?>")
_OWN_SHAPE = {(tag, "") for tag in (*OWN_ROLES, "footer")} | {("div", "table")}


def find_in_page(text: str, where: str) -> FoundDocument:
    """Return the blocks of a page in order, without navigation, scripts and hidden parts; raise FileError."""
    from lxml import etree

    refuse_many_tags(text.count("<"), where)
    refuse_many_attributes(text, where)
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
    is_own = own is not None
    walk = PageWalk(where, is_own=is_own, leaves_struck=is_own)
    blocks = tuple(walk.blocks(root if own is None else own))
    return FoundDocument(blocks, exact=own is not None)


def _own_part(root: _Element) -> _Element | None:
    """Return the part that holds the report in a page of the shape of ours, None for any other page."""
    mains = root.findall(".//main")
    if len(mains) != 1 or [child.tag for child in mains[0]][:1] != ["h1"]:
        return None
    shape = {(str(child.tag), child.get("class", "")) for child in mains[0]}
    return mains[0] if shape <= _OWN_SHAPE and ("h2", "") in shape else None
