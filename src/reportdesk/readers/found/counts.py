"""Whole numbers that a file says of itself: how often, how many, from where on."""

from __future__ import annotations

#: Nothing in a file counts farther; with thousands of digits Python makes no integer.
_MOST_DIGITS = 9


def count_of(text: str | None) -> int | None:
    """Return the whole number that a text is; None for any other text, and for one beyond all measure."""
    return int(text) if text and len(text) <= _MOST_DIGITS and text.isdecimal() else None
