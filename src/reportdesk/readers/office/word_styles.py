"""The styles of a Word file: what they say about a paragraph, and the lists that they belong to."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

import msgspec

from reportdesk.readers.found.blocks import ParagraphRole
from reportdesk.readers.found.counts import count_of
from reportdesk.readers.office.word_xml import WordXml

if TYPE_CHECKING:
    from lxml.etree import _Element

#: What the styles of a file of our own say about a paragraph.
_ROLES: Mapping[str, ParagraphRole] = {
    "title": "title",
    "heading 1": "heading",
    "heading 2": "text",
    "报告正文": "text",
    "落款机关": "signer",
    "落款日期": "date",
}
_OWN = {"报告正文", "落款机关"}


class Styles(msgspec.Struct):
    """Names in lower case, and a list's id and level, by style id."""

    names: dict[str, str] = msgspec.field(default_factory=dict)
    lists: dict[str, tuple[str, int]] = msgspec.field(default_factory=dict)

    @classmethod
    def of(cls, root: _Element, prefix: str) -> Styles:
        """Read `styles.xml`; `prefix` is the namespace of its tags in braces."""
        made, xml = cls(), WordXml(prefix, "styles.xml")
        for style in root.iterchildren(f"{xml.prefix}style"):
            key = style.get(f"{xml.prefix}styleId", "")
            made.names[key] = (xml.value(style, "name") or "").lower()
            number = xml.value(style, "pPr", "numPr", "numId")
            if number is not None:
                depth = xml.value(style, "pPr", "numPr", "ilvl") or "0"
                made.lists[key] = (number, count_of(depth) or 0)
        return made

    @property
    def is_own(self) -> bool:
        """Tell whether the file has the styles of our own template."""
        return set(self.names.values()) >= _OWN

    def role(self, key: str) -> ParagraphRole:
        """Return what a style says about a paragraph."""
        return _ROLES.get(self.names.get(key, ""), "")
