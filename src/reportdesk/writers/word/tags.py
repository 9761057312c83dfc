"""Tags in a Word layout are looked at before docxtpl does, which looks through all the rest for an end."""

from __future__ import annotations

from jinja2 import TemplateSyntaxError

from reportdesk.patterns import late

_MARKUP = late(r"<[^>]*>")
#: A tag to its end; where that is missing, its beginning alone, and nothing is looked for behind it.
_TAG = late(r"(?s)\{#.*?#\}|\{%.*?%\}|\{\{.*?\}\}|(?P<begun>\{[{%#])")
#: docxtpl tries each blank of a tag with all others.
_MANY_BLANKS = late(r"\s{20}")


def refuse_unclosed_tags(xml: str) -> None:
    """Raise TemplateSyntaxError for a tag that is begun and not ended, or is blank for the most part."""
    for tag in _TAG.finditer(_MARKUP.sub("", xml)):
        if tag["begun"]:
            raise TemplateSyntaxError("有一处写了开头，没有写完", 1)
        if _MANY_BLANKS.search(tag[0]):
            raise TemplateSyntaxError("有一处里面的空格太多", 1)
