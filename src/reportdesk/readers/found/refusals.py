"""What is refused because it is no report at all, told apart from a report that cannot be read."""

from __future__ import annotations

from reportdesk.errors import FileError

#: What to do about a file with more in it than a reader goes through.
TOO_MUCH_REMEDY = "年度报告没有这么多内容，请确认选对了文件；年报只是其中一部分的，把那部分另存为一个文件再读"


class NotAReport(FileError):
    """The file is sound, or of a kind that no report has, and holds no report."""
