"""Our own kinds: the project file `.rdesk`, and `.json`, which holds what `show --json` prints."""

from __future__ import annotations

from reportdesk.errors import FileError
from reportdesk.project import PROJECT_SUFFIX
from reportdesk.report.model import Report
from reportdesk.report.shown import printed_alone
from reportdesk.writers.protocol import Carries


class ProjectWriter:
    """Writes a new project file; saving over an older one is `reportdesk.project.file`'s."""

    suffix = PROJECT_SUFFIX

    def carrying(self, carries: Carries) -> ProjectWriter:
        """Return itself, for it holds the whole project; raise FileError where nothing may be carried."""
        if carries == "nothing":
            raise FileError("年报文件里有全部数据，不能公开", remedy="请导出成 Word、网页、PDF 或 Excel")
        return self

    def render(self, report: Report) -> bytes:
        """Return the file's bytes, as its first revision."""
        from reportdesk.project.format.project_bytes import encode_project

        return encode_project(report, rev=1)


class JsonWriter:
    """Writes the report as plain data for other programs; for the public no more than what is printed."""

    suffix = ".json"

    def __init__(self, carries: Carries = "everything") -> None:
        """Write all of the report, or for the public (`nothing`) what is printed."""
        self._carries = carries

    def carrying(self, carries: Carries) -> JsonWriter:
        """Return the writer of files that carry this."""
        return JsonWriter(carries)

    def render(self, report: Report) -> bytes:
        """Return the file's bytes."""
        from reportdesk.project.format.report_json import encode_report

        return encode_report(printed_alone(report) if self._carries == "nothing" else report)
