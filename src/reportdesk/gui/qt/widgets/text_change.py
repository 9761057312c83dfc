"""The smallest change that makes one text of another, so that caret, scroll and marks stay where they can."""

from __future__ import annotations

from reportdesk.changed_span import changed_span


def smallest_change(before: str, after: str) -> tuple[int, int, str]:
    """Return from where to where (in UTF-16, as Qt counts) `before` gives way, and to which words."""
    start, end, words = changed_span(before, after)
    return utf16_length(before[:start]), utf16_length(before[:end]), words


def utf16_length(text: str) -> int:
    """Return a length as Qt counts it: characters beyond the basic plane count twice."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def characters_in(text: str, position: int) -> int:
    """Return how many characters of a text stand before a position as Qt counts it."""
    head = text.encode("utf-16-le", "surrogatepass")[: 2 * position]
    return len(head.decode("utf-16-le", "surrogatepass"))
