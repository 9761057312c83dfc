"""Tags in a Word layout are looked at before docxtpl does, which looks through all the rest for an end."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from html import unescape

from jinja2 import TemplateSyntaxError

from reportdesk.patterns import late

_MARKUP = late(r"<[^>]*>")
#: A tag to its end; where that is missing, its beginning alone, and nothing is looked for behind it.
_TAG = late(r"(?s)\{#.*?#\}|\{%.*?%\}|\{\{.*?\}\}|(?P<begun>\{[{%#])")
#: docxtpl tries each blank of a tag with all others.
_MANY_BLANKS = late(r"\s{20}")
#: docxtpl's own words: what is taken away with a tag, and what a tag does to its cell.
_DOCXTPL_WORD = late(r"^[-+]?(?:(?:p|tr|tc|r)\s|\s*(?:colspan|cellbg)\s)")
_OF_CELLS = frozenset({"vm", "hm"})
_QUOTES = str.maketrans("“”‘’", "\"\"''")
_MOST_QUOTED = 40
_MOST_NAMED = 3


def refuse_unclosed_tags(xml: str) -> None:
    """Raise TemplateSyntaxError for a tag that is begun and not ended, or is blank for the most part."""
    words = _MARKUP.sub("", xml)
    for tag in _TAG.finditer(words):
        if tag["begun"]:
            near = words[tag.start() : tag.start() + _MOST_QUOTED]
            raise TemplateSyntaxError(f"“{near}”写了开头，没有写完", 0)
        if _MANY_BLANKS.search(tag[0]):
            near = " ".join(tag[0].split())[:_MOST_QUOTED]
            raise TemplateSyntaxError(f"“{near}”里面的空格太多", 0)


def refuse_lost_tags(xml: str, patched: str) -> None:
    """Raise TemplateSyntaxError for a tag that docxtpl took away together with the paragraph of another.

    It would do nothing, and nobody would be told: neither of a line that is not printed, nor of an `include`.
    """
    left, lost = Counter(said for _, said in _said(patched)), list[str]()
    for tag, said in _said(_MARKUP.sub("", xml)):
        left[said] -= 1
        if left[said] < 0 and said not in _OF_CELLS:
            lost.append(f"“{tag[:_MOST_QUOTED]}”")
    if lost:
        raise TemplateSyntaxError(
            f"{'、'.join(lost[:_MOST_NAMED])}会丢掉：和 {{%p、{{%tr 一类的标记写在同一段（行、格）里，"
            "或用减号并了进去；请另起一段，不写减号",
            0,
        )


def _said(xml: str) -> Iterator[tuple[str, str]]:
    """Yield each tag that is no comment, and what it says whatever way it is written."""
    for tag in _TAG.finditer(xml):
        if not tag["begun"] and not tag[0].startswith("{#"):
            words = unescape(_MARKUP.sub("", tag[0][2:-2])).translate(_QUOTES)
            yield tag[0], "".join(_DOCXTPL_WORD.sub("", words).strip("+- \n\t").split())
