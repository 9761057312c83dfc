"""Writers: a Report becomes the bytes of a file; a writer never checks and never touches the disk."""

from __future__ import annotations

from reportdesk.errors import FileError
from reportdesk.report.model import Report
from reportdesk.report.shown import printed_alone
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
    if suffix == WordWriter().suffix:
        return WordWriter(carries).render(report)
    if suffix == ExcelWriter().suffix:
        return ExcelWriter(carries).render(report)
    if carries == "nothing" and suffix == ProjectWriter.suffix:
        raise FileError("年报文件里有全部数据，不能公开", remedy="请导出成 Word、网页、PDF 或 Excel")
    if carries == "nothing" and suffix == JsonWriter.suffix:
        report = printed_alone(report)
    for writer in WRITERS:
        if writer.suffix == suffix:
            return writer.render(report)
    known = "、".join(writer.suffix for writer in WRITERS)
    raise FileError(f"不能写成“{suffix}”文件", remedy=f"可以写的有：{known}")
