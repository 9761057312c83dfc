"""Words sought in all pages of the manual: how often each page has them, and where one is among them."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from PySide6.QtGui import QTextCursor, QTextDocument

from reportdesk.gui.help.pages import ManualPage


class Seeking:
    """The places of some words in the manual, numbered through from its first page to its last."""

    def __init__(self, pages: Sequence[ManualPage], words: str = "") -> None:
        """Look for words in all pages; upper and lower case are one. Nothing is found for no words."""
        self.words = words.strip()
        self._counts = {page.name: _count(_page_as_read(page.text), self.words) for page in pages}
        self._at = 0

    @property
    def count(self) -> int:
        """Return in how many places the words stand."""
        return sum(self._counts.values())

    @property
    def place(self) -> int:
        """Return the number of the place where one is, from 1; 0 before the first step."""
        return self._at

    @property
    def pages(self) -> dict[str, int]:
        """Return how many places each page has, of the pages that have any."""
        return {name: count for name, count in self._counts.items() if count}

    def step(self, by: int, page: str = "") -> tuple[str, int]:
        """Go to the next (1) or previous (-1) place; return its page and its number there, from 0.

        The first step leads to the first place of `page`, or of the first page after it that has one.
        Raise LookupError where there is none.
        """
        if not self._at:
            self._at = self._first_of(page)
        else:
            self._at = (self._at - 1 + by) % self.count + 1
        left = self._at - 1
        for name, count in self.pages.items():
            if left < count:
                return name, left
            left -= count
        raise LookupError(self.words)

    def _first_of(self, page: str) -> int:
        before = 0
        for name, count in self._counts.items():
            if name == page:
                break
            before += count
        return before + 1 if before < self.count and page in self._counts else 1


def places_in(document: QTextDocument, words: str) -> list[QTextCursor]:
    """Return the places of words in a page as it is shown, each selected."""
    found: list[QTextCursor] = []
    cursor = document.find(words) if words else QTextCursor()
    while not cursor.isNull():
        found.append(cursor)
        cursor = document.find(words, cursor)
    return found


def _count(text: str, words: str) -> int:
    return text.casefold().count(words.casefold()) if words else 0


@lru_cache(maxsize=64)
def _page_as_read(text: str) -> str:
    """Return a page as it is read, without the signs of Markdown."""
    document = QTextDocument()
    document.setMarkdown(text)
    return document.toPlainText()
