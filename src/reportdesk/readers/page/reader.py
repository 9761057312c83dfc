"""Web pages and plain text, told apart by what stands at their beginning."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reportdesk.readers.protocol import Source

if TYPE_CHECKING:
    from reportdesk.readers.found.blocks import FoundDocument


class WebPageReader:
    """A web page, .html, .htm or .mht."""

    suffixes = (".html", ".htm", ".mht", ".mhtml")

    def accepts(self, source: Source) -> bool:
        """Tell whether the file is a page, or a page packed for mail."""
        from reportdesk.readers.page.source import is_page

        return is_page(source.data)

    def get_ready(self) -> None:
        """Load what `find` needs."""
        import reportdesk.readers.page.html
        import reportdesk.readers.page.source  # noqa: F401

    def find(self, source: Source) -> FoundDocument:
        """Return the page's words and tables; raise FileError for a page that is damaged or too large."""
        from reportdesk.readers.page.html import find_in_page
        from reportdesk.readers.page.source import source_text

        return find_in_page(source_text(source), source.where)


class TextReader:
    """Plain text in any usual encoding; the last resort for whatever is text."""

    suffixes = (".txt", ".md")

    def accepts(self, source: Source) -> bool:
        """Tell whether the file is text."""
        from reportdesk.readers.page.decoding import is_text

        return is_text(source.data)

    def get_ready(self) -> None:
        """Load what `find` needs."""
        import reportdesk.readers.page.txt  # noqa: F401

    def find(self, source: Source) -> FoundDocument:
        """Return lines and cells; raise FileError for a text longer than any report."""
        from reportdesk.readers.page.decoding import decode_text
        from reportdesk.readers.page.txt import find_in_text

        return find_in_text(decode_text(source.data), source.where)
