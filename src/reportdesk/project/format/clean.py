"""Texts from elsewhere, made safe to keep: no control characters, no halves of characters, one line end."""

from __future__ import annotations

import msgspec

from reportdesk.patterns import late
from reportdesk.project.format.json_text import has_surrogate, without_surrogates
from reportdesk.report.model import Note
from reportdesk.report.shown import CONTROL

_LINE_END = late("\r\n|\r")


def without_controls(text: str) -> str:
    """Return the text with the newline as its only line end and without control characters."""
    return CONTROL.sub("", _LINE_END.sub("\n", text))


class Cleaner(msgspec.Struct):
    """Cleans the texts of one report and notes what it had to change, once for each place."""

    notes: list[Note] = msgspec.field(default_factory=list)

    def text(self, text: str | None, place: str) -> str:
        """Return a text without control characters and lone surrogates; `place` names it in the notes."""
        if not text:
            return ""
        if has_surrogate(text):
            self.notes.append(Note("read.surrogate", f"“{place}”里有不完整的字符，已换成 \ufffd"))
            text = without_surrogates(text)
        cleaned = without_controls(text)
        if cleaned != _LINE_END.sub("\n", text):
            self.notes.append(Note("read.control", f"“{place}”里有看不见的控制字符，已去掉"))
        return cleaned

    def line(self, text: str | None, place: str) -> str:
        """Return a text of one line: cleaned, lines joined (a title often has two), ends stripped."""
        return self.text(text, place).replace("\n", "").strip()


class Verbatim(Cleaner):
    """Keeps the texts of a project file as they are: they were typed here."""

    def text(self, text: str | None, place: str) -> str:  # noqa: ARG002
        """Return the text as it is."""
        return text or ""

    def line(self, text: str | None, place: str) -> str:  # noqa: ARG002
        """Return the text as it is."""
        return text or ""
