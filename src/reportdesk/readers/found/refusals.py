"""What is refused because it is no report at all, told apart from a report that cannot be read."""

from __future__ import annotations

from reportdesk.errors import FileError


class NotAReport(FileError):
    """The file is sound, or of a kind that no report has, and holds no report."""
