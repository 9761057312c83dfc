"""Which paragraphs, rows and cells of a Word file are plain, and the words of the plain paragraphs.

Nearly all of a report is: cells of one paragraph of a run or two. What is special is looked for once over
the whole part, which costs a tenth of asking each element for each property.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from typing import TYPE_CHECKING

from reportdesk.readers.office.word_xml import WordXml

if TYPE_CHECKING:
    from lxml.etree import XPath, _Element

#: What makes an element more than its words: marks, lists, spans, revisions, and what is no word.
_SPECIAL = (
    *("vanish", "strike", "dstrike", "vertAlign", "numPr"),
    *("gridBefore", "gridSpan", "vMerge", "hMerge"),
    *("ins", "del", "moveFrom", "moveTo"),
    *("tab", "ptab", "cr", "br", "noBreakHyphen", "sym"),
    *("txbxContent", "AlternateContent", "drawing", "pict"),
    *("footnoteReference", "endnoteReference", "commentReference"),
)
#: Where the words of nearly all paragraphs stand, and their styles.
_WORDS = "//w:p[not(ancestor::w:p)]/w:r/w:t"
_STYLES = "//w:p/*[1][self::w:pPr]/w:pStyle"


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
        usual = _found(_WORDS, prefix, root)
        for element in usual:
            paragraph = _above(element)
            if paragraph not in self._words:
                self._words[paragraph] = []
            self._words[paragraph].append(element.text or "")
        self._set_others_apart(root.iter("{*}t"), usual)

    def _take_styles(self, root: _Element, prefix: str) -> None:
        """Keep the style that a paragraph's properties begin with; one that stands elsewhere is special."""
        usual = _found(_STYLES, prefix, root)
        for element in usual:
            self._styles.setdefault(_above(element), element.get(f"{prefix}val", ""))
        self._set_others_apart(root.iter(f"{prefix}pStyle"), usual)

    def _set_others_apart(self, elements: Iterable[_Element], usual: Sequence[_Element]) -> None:
        found = list(elements)
        if len(found) > len(usual):
            for element in set(found).difference(usual):
                self._set_apart(element)

    def _set_apart(self, element: _Element) -> None:
        holder: _Element | None = element
        while holder is not None and holder not in self._special:
            self._special.add(holder)
            holder = holder.getparent()


def _above(element: _Element) -> _Element:
    """Return the paragraph of a text or a style that was found by its path."""
    return element.getparent().getparent()  # type: ignore[union-attr,return-value]


def _found(path: str, prefix: str, root: _Element) -> list[_Element]:
    return _compiled(path, prefix)(root)  # type: ignore[no-any-return]


@lru_cache(maxsize=8)
def _compiled(path: str, prefix: str) -> XPath:
    from lxml.etree import XPath

    if not prefix:
        return XPath(path.replace("w:", ""))
    return XPath(path, namespaces={"w": prefix[1:-1]})
