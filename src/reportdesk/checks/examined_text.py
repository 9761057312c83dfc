"""How much of a text is checked: a pasted book must not stop the hand that types, and is named instead."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from reportdesk.report.paragraphs import paragraphs_of

#: No paragraph of a report comes near; a longer one was pasted by mistake or holds no words.
LONGEST_PARAGRAPH_CHARACTERS = 8_000
#: Several times the longest section that offices publish; what follows in a longer one is left alone.
LONGEST_TEXT_CHARACTERS = 20_000


#: Stands for what is not checked: no space, no letter and no mark, so that no pattern runs over it.
FILLER = "␣"


def unexamined(text: str) -> Iterator[tuple[int, int, int]]:
    """Yield number (from 1), start and end of every paragraph too long to be checked, or too far back."""
    checked, is_full = 0, False
    for number, (start, paragraph) in enumerate(paragraphs_of(text), 1):
        length = len(paragraph)
        is_full = is_full or (
            length <= LONGEST_PARAGRAPH_CHARACTERS and checked + length > LONGEST_TEXT_CHARACTERS
        )
        if is_full or length > LONGEST_PARAGRAPH_CHARACTERS:
            yield number, start, start + length
        else:
            checked += length + 1


@lru_cache(maxsize=32)
def examined_part(text: str) -> str:
    """Return a text as far as it is checked, with signs in the stead of what is not, so that places stay."""
    if len(text) <= LONGEST_PARAGRAPH_CHARACTERS:
        return text
    pieces: list[str] = []
    done = 0
    for _, start, end in unexamined(text):
        pieces += text[done:start], FILLER * (end - start)
        done = end
    return "".join((*pieces, text[done:])).rstrip(f"{FILLER}\n") if pieces else text
