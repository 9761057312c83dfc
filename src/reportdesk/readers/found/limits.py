"""How much a file may hold before it is no report but a way to keep the reader busy.

The largest reports published have a tenth of what is allowed here.
"""

from __future__ import annotations

from collections.abc import Iterable

from reportdesk.errors import FileError
from reportdesk.patterns import late
from reportdesk.readers.found.blocks import Block, FoundTable
from reportdesk.readers.found.refusals import TOO_MUCH_REMEDY

#: Tags in one part of a package, or in a web page.
MOST_TAGS = 500_000
#: Attributes of one tag: a parser compares each with all before it.
MOST_ATTRIBUTES = 10_000
#: Far more than a report has; a file of so much is none.
MOST_LINES = 50_000
MOST_BLOCKS = 10_000
MOST_CHARACTERS = 1_000_000

#: A tag up to its end; what it quotes may hold < and >, and nothing is looked at twice.
_TAG = late(r"""<[A-Za-z](?>[^"'<>]+|"[^"]*"|'[^']*'|["'])*""")
_PARTING = late(r"[\s/]+|=")


def refuse_many_tags(tags: int, where: str) -> None:
    """Raise FileError for markup with more tags than any report has."""
    if tags > MOST_TAGS:
        raise FileError(f"文件里的排版标记超过 {MOST_TAGS} 个", where=where, remedy=TOO_MUCH_REMEDY)


def refuse_many_attributes(markup: str, where: str) -> None:
    """Raise FileError for a tag with more attributes than any program writes."""
    for tag in _TAG.finditer(markup):
        if len(tag[0]) > MOST_ATTRIBUTES and len(_PARTING.findall(tag[0])) > MOST_ATTRIBUTES:
            raise FileError(
                f"文件里一个排版标记的属性超过 {MOST_ATTRIBUTES} 个", where=where, remedy=TOO_MUCH_REMEDY
            )


def refuse_long_text(text: str, where: str) -> None:
    """Raise FileError for plain text longer than any report."""
    if len(text) > MOST_CHARACTERS:
        raise FileError(f"文字超过 {MOST_CHARACTERS // 10_000} 万字", where=where, remedy=TOO_MUCH_REMEDY)
    if text.count("\n") + text.count("\r") > MOST_LINES:
        raise FileError(f"文字超过 {MOST_LINES} 行", where=where, remedy=TOO_MUCH_REMEDY)


def refuse_many_blocks(blocks: Iterable[Block], where: str) -> None:
    """Raise FileError for a document with more paragraphs and cells, or more words, than any report has."""
    number = characters = lines = 0
    for block in blocks:
        number += 1
        if not isinstance(block, FoundTable):
            characters += len(block.text)
            lines += block.text.count("\n")
        else:
            for cell in block.cells():
                number += 1
                characters += len(cell.text)
                lines += cell.text.count("\n")
        if number > MOST_BLOCKS:
            raise FileError(f"文件里的段落和格子超过 {MOST_BLOCKS} 个", where=where, remedy=TOO_MUCH_REMEDY)
        if characters > MOST_CHARACTERS:
            raise FileError(f"文字超过 {MOST_CHARACTERS // 10_000} 万字", where=where, remedy=TOO_MUCH_REMEDY)
        if lines > MOST_LINES:
            raise FileError(f"文字超过 {MOST_LINES} 行", where=where, remedy=TOO_MUCH_REMEDY)
