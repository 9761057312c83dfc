"""Writers: a Report becomes the bytes of a file; a writer never checks and never touches the disk."""

from __future__ import annotations

from reportdesk.errors import FileError
from reportdesk.report.model import Report
from reportdesk.writers.data import JsonWriter, ProjectWriter
from reportdesk.writers.html import HtmlWriter
from reportdesk.writers.pdf import PdfWriter
from reportdesk.writers.protocol import Carries, Writer
from reportdesk.writers.word.writer import WordWriter
from reportdesk.writers.workbook.writer import ExcelWriter

WRITERS: tuple[Writer, ...] = (
    WordWriter(),
    ExcelWriter(),
    HtmlWriter(),
    PdfWriter(),
    ProjectWriter(),
    JsonWriter(),
)


def render(report: Report, suffix: str, carries: Carries = "printed") -> bytes:
    """Return the report as a file of the kind that a suffix such as `.docx` names; raise FileError.

    A project file always holds the whole project, data for other programs the whole report: for the public
    (`nothing`) the first is refused, the second has no more than what is printed. Other kinds carry nothing.
    """
    suffix = suffix.lower()
    for writer in WRITERS:
        if writer.suffix == suffix:
            return writer.carrying(carries).render(report)
    known = "、".join(writer.suffix for writer in WRITERS)
    raise FileError(f"不能写成“{suffix}”文件", remedy=f"可以写的有：{known}")
