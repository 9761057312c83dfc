"""Our own kinds: the project file `.rdesk`, and `.json`, which holds what `show --json` prints."""

from __future__ import annotations

from reportdesk.project import PROJECT_SUFFIX
from reportdesk.report.model import Report


class ProjectWriter:
    """Writes a new project file; saving over an older one is `reportdesk.project.file`'s."""

    suffix = PROJECT_SUFFIX

    def render(self, report: Report) -> bytes:
        """Return the file's bytes, as its first revision."""
        from reportdesk.project.format.project_bytes import encode_project

        return encode_project(report, rev=1)


class JsonWriter:
    """Writes the report as plain data for other programs."""

    suffix = ".json"

    def render(self, report: Report) -> bytes:
        """Return the file's bytes."""
        from reportdesk.project.format.report_json import encode_report

        return encode_report(report)
