"""Read a file of any kind into an open report; runs in a thread of its own, so nothing here touches Qt."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from reportdesk.document import Document
from reportdesk.project.file import read_project, rescue_project

if TYPE_CHECKING:
    from reportdesk.rollover import Rolled

#: The suffix of the program's own files.
PROJECT = ".rdesk"


def read_document(path: Path, *, rescue: bool = False) -> Document:
    """Open a project file where it lies, any other kind as a new report; raise FileError.

    `rescue` takes what can be had of a damaged project file, as a new report. The report is checked here
    already, so that the window need not.
    """
    document = _read(path, rescue=rescue)
    _ = document.findings
    return document


def _read(path: Path, *, rescue: bool) -> Document:
    if rescue:
        return Document(rescue_project(path))
    if path.suffix.lower() == PROJECT:
        project = read_project(path)
        return Document(project.report, path, project.stamp)
    from reportdesk.readers import read_report

    return Document(read_report(path))


def roll_file(path: Path) -> Rolled:
    """Begin the next year's report from last year's file; raise ReportDeskError."""
    from reportdesk.readers import read_report
    from reportdesk.rollover import roll

    return roll(read_report(path))
