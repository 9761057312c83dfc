"""Read a file of any kind for the window; runs in a thread of its own, so nothing here touches Qt."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from reportdesk.project import PROJECT_SUFFIX

if TYPE_CHECKING:
    from collections.abc import Callable

    from reportdesk.document import Document
    from reportdesk.readers.apart.apart import ApartReading
    from reportdesk.readers.result.reading import Reading
    from reportdesk.report.model import Report


def read_document(path: Path, *, rescue: bool = False) -> Document:
    """Open a project file where it lies, any other kind as a new report, all of it; raise FileError.

    `rescue` takes what can be had of a damaged project file, as a new report.
    """
    from reportdesk.document import Document

    opened = open_or_read(path, rescue=rescue)
    return opened if isinstance(opened, Document) else checked(opened.report)


def open_or_read(
    path: Path, *, rescue: bool = False, read: Callable[[], Reading] | None = None
) -> Document | Reading:
    """Open a project file; of any other kind return what `read` reads, for the clerk to look at first."""
    from reportdesk.document import Document
    from reportdesk.project.file import read_project, rescue_project

    if rescue:
        return checked(rescue_project(path))
    if path.suffix.lower() == PROJECT_SUFFIX:
        # Not checked yet: its first page is painted before.
        project = read_project(path)
        return Document(project.report, path, project.stamp)
    return (read or reading_of(path).result)()


def reading_of(path: Path) -> ApartReading:
    """Prepare to read a file of any kind in a process of its own, which can be cancelled."""
    from reportdesk.readers.apart.apart import ApartReading

    return ApartReading(path)


def checked(report: Report) -> Document:
    """Return a report as a new document, checked here already, so that the window need not."""
    from reportdesk.document import Document

    return _checked(Document(report))


def _checked(document: Document) -> Document:
    _ = document.findings
    return document
