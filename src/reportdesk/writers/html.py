"""HTML: a report as one clean page for an organ's web site."""

from __future__ import annotations

from reportdesk.report.model import Report


class HtmlWriter:
    """Writes the page through the `report.html` of the report's edition."""

    suffix = ".html"

    def render(self, report: Report) -> bytes:
        """Return the page in UTF-8; raise FormError for a wrong template, FileError for an unfit text."""
        raise NotImplementedError
