"""Marks in words that are no words: what is struck out, set above the line, or of a font of symbols.

Readers keep them in the text as Unicode has them, so that a figure with one is never taken for another:
a struck character has a stroke (U+0336) behind it, a raised figure is one of ¹²³, a symbol that no
character stands for is U+FFFD.
"""

from __future__ import annotations

from reportdesk.patterns import late

STROKE = "\u0336"
SYMBOL = "\ufffd"
_RAISED = str.maketrans("0123456789+-()", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁽⁾")
_LOWERED = str.maketrans("0123456789+-()", "₀₁₂₃₄₅₆₇₈₉₊₋₍₎")
_STRUCK = late(f"(?:[^{STROKE}\\n]{STROKE})+")


def struck(text: str) -> str:
    """Return a text as struck out."""
    return "".join(one if one.isspace() else one + STROKE for one in text)


def raised(text: str) -> str:
    """Return a text as set above the line, as the marks of notes are."""
    return text.translate(_RAISED)


def lowered(text: str) -> str:
    """Return a text as set below the line."""
    return text.translate(_LOWERED)


def struck_parts(text: str) -> list[str]:
    """Return what of a text is struck out."""
    return [part.replace(STROKE, "") for part in _STRUCK.findall(text)] if STROKE in text else []


def without_struck(text: str) -> str:
    """Return a text without what is struck out."""
    return _STRUCK.sub("", text) if STROKE in text else text


def shown_marks(text: str) -> str:
    """Return a text as a note quotes it: what is struck out in brackets, a symbol as a box."""
    return _STRUCK.sub(lambda found: f"〔划去{found[0].replace(STROKE, '')}〕", text).replace(SYMBOL, "□")


def without_marks(text: str) -> str:
    """Return words without what is struck out and without symbols that no character stands for."""
    return without_struck(text).replace(SYMBOL, "")
