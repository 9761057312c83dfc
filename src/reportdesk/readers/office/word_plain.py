"""Which paragraphs, rows and cells of a Word file are plain, and the words of the plain paragraphs.

Nearly all of a report is: cells of one paragraph of a run or two. What is special is looked for once over
the whole part, which costs a tenth of asking each element for each property.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from reportdesk.readers.office.word_xml import WordXml

if TYPE_CHECKING:
    from lxml.etree import _Element

#: What makes an element more than its words: marks, lists, spans, revisions, and what is no word.
_SPECIAL = (
    *("vanish", "strike", "dstrike", "vertAlign", "numPr"),
    *("gridBefore", "gridSpan", "vMerge", "hMerge"),
    *("ins", "del", "moveFrom", "moveTo"),
    *("tab", "ptab", "cr", "br", "noBreakHyphen", "sym"),
    *("txbxContent", "AlternateContent", "drawing", "pict"),
    *("footnoteReference", "endnoteReference", "commentReference"),
)


class PlainWords:
    """The words and styles of the plain paragraphs of a part, and what is not plain in it."""

    def __init__(self, root: _Element, xml: WordXml) -> None:
        """Look through the part once."""
        self._special: set[_Element] = set()
        self._words: dict[_Element, list[str]] = {}
        self._styles: dict[_Element, str] = {}
        for element in root.iter(*(f"{{*}}{name}" for name in _SPECIAL)):
            self._set_apart(element)
        self._take_words(root, xml.prefix)
        self._take_styles(root, xml.prefix)

    def has(self, element: _Element) -> bool:
        """Tell whether an element holds plain words only, to any depth."""
        return element not in self._special

    def words(self, paragraph: _Element) -> str:
        """Return the words of a plain paragraph."""
        return "".join(self._words.get(paragraph, ()))

    @property
    def styles(self) -> Mapping[_Element, str]:
        """Return the style of every paragraph that names one."""
        return self._styles

    def _take_words(self, root: _Element, prefix: str) -> None:
        """Keep the words in the runs of paragraphs; those anywhere else, or in a nested one, are special."""
        kept = (f"{prefix}t", f"{prefix}r", f"{prefix}p")
        for element in root.iter("{*}t"):
            holder = element.getparent()
            above = None if holder is None else holder.getparent()
            if holder is None or above is None or (element.tag, holder.tag, above.tag) != kept:
                self._set_apart(element)
                continue
            if above not in self._words:
                self._words[above] = []
                if next(above.iterancestors(f"{prefix}p"), None) is not None:
                    self._set_apart(above)
            self._words[above].append(element.text or "")

    def _take_styles(self, root: _Element, prefix: str) -> None:
        value, properties, paragraph = (f"{prefix}{name}" for name in ("val", "pPr", "p"))
        for element in root.iter(f"{prefix}pStyle"):
            holder = element.getparent()
            above = None if holder is None else holder.getparent()
            if holder is None or above is None:
                continue
            if holder.tag == properties and above.tag == paragraph:
                if above[0] is not holder:
                    self._set_apart(above)
                self._styles.setdefault(above, element.get(value, ""))

    def _set_apart(self, element: _Element) -> None:
        holder: _Element | None = element
        while holder is not None and holder not in self._special:
            self._special.add(holder)
            holder = holder.getparent()
