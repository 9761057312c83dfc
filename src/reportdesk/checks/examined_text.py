"""How much of a text is checked: a pasted book must not stop the hand that types, and is named instead."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from reportdesk.patterns import late

#: No paragraph of a report comes near; a longer one was pasted by mistake or holds no words.
LONGEST_PARAGRAPH_CHARACTERS = 8_000
#: Several times the longest section that offices publish; what follows in a longer one is left alone.
LONGEST_TEXT_CHARACTERS = 20_000
#: A list pasted line by line has no more; each costs something, however short it is.
MOST_PARAGRAPHS = 1_000


#: Stands for what is not checked: no space, no letter and no mark, so that no pattern runs over it.
FILLER = "␣"


_LONG = late(rf"(?m)^[^\n]{{{LONGEST_PARAGRAPH_CHARACTERS + 1},}}")


def too_long(text: str) -> Iterator[tuple[int, int, int]]:
    """Yield number (from 1), start and end of every paragraph too long to be checked."""
    number, done = 1, 0
    for found in _LONG.finditer(text):
        number += text.count("\n", done, found.start())
        done = found.start()
        yield number, done, found.end()


def too_far_back(text: str) -> tuple[int, int] | None:
    """Return number and start of the paragraph from which on nothing is checked, None where all may be."""
    start = checked = 0
    for number in range(1, MOST_PARAGRAPHS + 1):
        end = text.find("\n", start)
        length = (len(text) if end < 0 else end) - start
        if length <= LONGEST_PARAGRAPH_CHARACTERS:
            if checked + length > LONGEST_TEXT_CHARACTERS:
                return number, start
            checked += length + 1
        if end < 0:
            return None
        start = end + 1
    return MOST_PARAGRAPHS + 1, start


@lru_cache(maxsize=32)
def examined_part(text: str) -> str:
    """Return a text as far as it is checked, with signs in the stead of what is not, so that places stay."""
    if len(text) <= LONGEST_PARAGRAPH_CHARACTERS and text.count("\n") < MOST_PARAGRAPHS:
        return text
    behind = too_far_back(text)
    near = text[: behind[1]] if behind else text
    pieces: list[str] = []
    done = 0
    for _, start, end in too_long(near):
        pieces += near[done:start], FILLER * (end - start)
        done = end
    pieces.append(near[done:])
    return "".join(pieces).rstrip(f"{FILLER}\n") if behind or done else text
