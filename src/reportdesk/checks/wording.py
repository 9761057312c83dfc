"""What messages about cells may name, and what counts as words."""

from __future__ import annotations

#: What a message about cells may name.
CELL_WORDS = frozenset({"table", "row", "column", "place", "unit", "left", "right", "difference"})


def squeeze(text: str) -> str:
    """Return a text without any space, what cannot be seen included."""
    return "".join(text.replace("\u200b", "").replace("\ufeff", "").split())
