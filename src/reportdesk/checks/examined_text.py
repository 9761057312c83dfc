"""How much of a text is checked: a pasted book must not stop the hand that types, and is named instead."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

#: No paragraph of a report comes near; a longer one was pasted by mistake or holds no words.
LONGEST_PARAGRAPH_CHARACTERS = 8_000
#: Several times the longest section that offices publish; what follows in a longer one is left alone.
LONGEST_TEXT_CHARACTERS = 20_000
#: A list pasted line by line has no more; each costs something, however short it is.
MOST_PARAGRAPHS = 1_000


#: Stands for what is not checked: no space, no letter and no mark, so that no pattern runs over it.
FILLER = "␣"


def unexamined(text: str) -> Iterator[tuple[int, int, int]]:
    """Yield number (from 1), start, end of each paragraph too long to check, at last of all too far back."""
    number, start, checked = 1, 0, 0
    while start <= len(text):
        end = text.find("\n", start) % (len(text) + 1)
        length = end - start
        is_long = length > LONGEST_PARAGRAPH_CHARACTERS
        if number > MOST_PARAGRAPHS or (not is_long and checked + length > LONGEST_TEXT_CHARACTERS):
            yield number, start, len(text)
            return
        if is_long:
            yield number, start, end
        else:
            checked += length + 1
        number, start = number + 1, end + 1


@lru_cache(maxsize=32)
def examined_part(text: str) -> str:
    """Return a text as far as it is checked, with signs in the stead of what is not, so that places stay."""
    if len(text) <= LONGEST_PARAGRAPH_CHARACTERS and text.count("\n") < MOST_PARAGRAPHS:
        return text
    pieces: list[str] = []
    done = 0
    for _, start, end in unexamined(text):
        pieces += text[done:start], FILLER * (end - start)
        done = end
    return "".join((*pieces, text[done:])).rstrip(f"{FILLER}\n") if pieces else text
