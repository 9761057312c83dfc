"""Blocks on the clipboard as Excel and WPS write them: lines of fields between tabs, quoted at need."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterable, Sequence
from io import StringIO

Fields = list[list[str]]

_HAS_WORDS = re.compile(r"[一-龥]")


def read_block(text: str) -> Fields:
    """Read the fields of a pasted text; a trailing newline adds no line, a lone quote is a character."""
    plain = text.replace("\0", "")
    if plain.count('"') % 2:
        return _unquoted(plain)
    try:
        return [line or [""] for line in csv.reader(StringIO(plain, newline=""), dialect="excel-tab")]
    except csv.Error:  # a field longer than any figure or label
        return _unquoted(plain)


def is_block(text: str) -> bool:
    """Tell whether a text holds more than one field."""
    return [len(line) for line in read_block(text)] not in ([], [1])


def is_words(text: str) -> bool:
    """Tell whether a text is words, such as a label, rather than a figure, whatever stands beside that."""
    if not _HAS_WORDS.search(text):
        return False
    # Late: figures come without words as a rule.
    from reportdesk.readers.tables.figures import looks_like_figure

    return not looks_like_figure(text)


def write_block(rows: Iterable[Sequence[str]]) -> str:
    """Write fields as a text that Excel and WPS paste as a block."""
    text = StringIO()
    csv.writer(text, dialect="excel-tab", lineterminator="\n").writerows(rows)
    return text.getvalue()


def _unquoted(text: str) -> Fields:
    return [line.split("\t") for line in text.splitlines()]
