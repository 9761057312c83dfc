"""Words from elsewhere as paragraphs of a report: the paper indents and spaces them by itself."""

from __future__ import annotations

import re

from reportdesk.frozen import Frozen
from reportdesk.patterns import late
from reportdesk.report.characters import set_right
from reportdesk.report.numerals import ORDINALS

_LINE_ENDS = late("\r\n|[\r\u000b\u000c\u0085\u2028\u2029]")
#: Spaces that only look like one, and marks without a width.
_ODD_SPACES = late("[\u00a0\u1680\u2000-\u200a\u202f\u205f]")
_UNSEEN = late("[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]")
_INDENT = late("^[ \t\u3000]+")
#: A number or a bullet that Word counts itself, which it copies with a tab behind; words follow, no figure.
_LISTED = late(
    rf"^([ \t\u3000]*(?:[(（]?[{ORDINALS}0-9０-９]{{1,4}}[)）、.．:：]|第[{ORDINALS}0-9]{{1,4}}[条章节]|[①-⑳]"
    r"|[•·●○■□◆◇▪➢➤★☆※√ØüÜ\uf000-\uf0ff–—-]))\t+(?=[^\W\d]|[“《（(])(?!.*\t)",
    re.MULTILINE,
)
#: From so many lines with fields between tabs on it is a table, or from one with so many fields.
_FEWEST_ROWS, _FEWEST_FIELDS = 2, 4


class PastedWords(Frozen, frozen=True):
    """Words put right, and in the clerk's words what was put right of them."""

    text: str
    remarks: tuple[str, ...]


def put_right(text: str, *, begins_paragraph: bool) -> PastedWords:
    """Return pasted words without indents, blank lines, odd spaces and characters that only look right.

    `begins_paragraph` says that they are pasted where a paragraph begins; elsewhere their first spaces stay.
    """
    even = _LINE_ENDS.sub("\n", text)
    plain = _UNSEEN.sub("", _ODD_SPACES.sub(" ", even))
    listed = _LISTED.sub(r"\1", plain)
    lines = listed.split("\n")
    own = [begins_paragraph or number > 0 for number in range(len(lines))]
    unindented = [
        _INDENT.sub("", line) if at_start else line for line, at_start in zip(lines, own, strict=True)
    ]
    kept = _without_blanks(unindented)
    right = set_right("\n".join(kept))
    remarks = {
        "段首的空格": unindented != lines,
        "空行": len(kept) != len(lines),
        "编号后面的制表符": listed != plain,
        "不间断空格和看不见的记号": plain != even,
        "只是看着像的字": right != "\n".join(kept),
    }
    return PastedWords(right, tuple(words for words, is_so in remarks.items() if is_so))


def is_table(text: str) -> bool:
    """Tell whether a text is rows of fields between tabs rather than paragraphs."""
    even = _LISTED.sub(r"\1", _LINE_ENDS.sub("\n", text))
    rows = [line.strip().count("\t") for line in even.split("\n")]
    return sum(map(bool, rows)) >= _FEWEST_ROWS or max(rows) + 1 >= _FEWEST_FIELDS


def _without_blanks(lines: list[str]) -> list[str]:
    """Return lines without blank ones between; one at either end says where a paragraph begins or ends."""
    inner = [line.rstrip() for line in lines[1:-1] if line.strip()]
    return [lines[0].rstrip(), *inner, lines[-1]] if len(lines) > 1 else lines
