"""Writers: a Report becomes the bytes of a file; a writer never checks and never touches the disk."""

from __future__ import annotations

from reportdesk.errors import FileError
from reportdesk.report.model import Report
from reportdesk.writers.data import JsonWriter, ProjectWriter
from reportdesk.writers.html import HtmlWriter
from reportdesk.writers.pdf import PdfWriter
from reportdesk.writers.protocol import Writer
from reportdesk.writers.word import WordWriter
from reportdesk.writers.xlsx import ExcelWriter

WRITERS: tuple[Writer, ...] = (
    WordWriter(),
    ExcelWriter(),
    HtmlWriter(),
    PdfWriter(),
    ProjectWriter(),
    JsonWriter(),
)


#: What is written otherwise where it is meant for the public: nothing that paper does not show.
PUBLIC_WRITERS: tuple[Writer, ...] = (WordWriter(with_data=False),)


def render(report: Report, suffix: str, *, public: bool = False) -> bytes:
    """Return the report as a file of the kind that a suffix such as `.docx` names; raise FileError.

    `public` leaves out of a Word file the data that would bring all back when it is opened again.
    """
    for writer in (*PUBLIC_WRITERS, *WRITERS) if public else WRITERS:
        if writer.suffix == suffix.lower():
            return writer.render(report)
    known = "、".join(writer.suffix for writer in WRITERS)
    raise FileError(f"不能写成“{suffix}”文件", remedy=f"可以写的有：{known}")
