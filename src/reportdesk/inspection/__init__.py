"""Looking into files before they are published: what their reader does not see, and copies without it."""

from __future__ import annotations

from reportdesk.errors import FileError
from reportdesk.inspection.traces import Trace, gathered
from reportdesk.readers.protocol import Source

_REMEDY = "可以检查的有 .docx、.xlsx、.html 和 .pdf"


def traces_of(source: Source) -> tuple[Trace, ...]:
    """Return what a loaded file holds beside what it shows; raise FileError."""
    from reportdesk.inspection.package_traces import OpenPackage
    from reportdesk.inspection.page import page_traces
    from reportdesk.inspection.pdf import pdf_traces
    from reportdesk.inspection.word import word_traces
    from reportdesk.inspection.workbook import workbook_traces
    from reportdesk.readers.found.package import Package

    match inspected_kind(source):
        case "word":
            return gathered(word_traces(OpenPackage(Package(source.data, source.where))))
        case "workbook":
            return gathered(workbook_traces(OpenPackage(Package(source.data, source.where))))
        case "pdf":
            return gathered(pdf_traces(source.data))
        case _:
            return gathered(page_traces(source.data))


def clean_copy(source: Source) -> bytes:
    """Return a copy without what is not seen, as far as that changes nothing that is; raise FileError."""
    from reportdesk.inspection.package_traces import OpenPackage
    from reportdesk.inspection.page import clean_page
    from reportdesk.inspection.pdf import clean_pdf
    from reportdesk.inspection.word import clean_word
    from reportdesk.inspection.workbook import clean_workbook
    from reportdesk.readers.found.package import Package

    kind = inspected_kind(source)
    if kind == "pdf":
        return clean_pdf(source.data)
    if kind == "page":
        return clean_page(source.data)
    opened = OpenPackage(Package(source.data, source.where))
    (clean_word if kind == "word" else clean_workbook)(opened)
    return opened.saved()


def inspected_kind(source: Source) -> str:
    """Tell `word`, `workbook`, `pdf` or `page` by what the file is; raise FileError for any other."""
    if source.data.startswith(b"%PDF"):
        return "pdf"
    if source.data.startswith(b"PK"):
        return source.package_kind
    if source.path.suffix.lower() in {".html", ".htm"} or b"<html" in source.data[:4096].lower():
        return "page"
    raise FileError("这种文件没有办法检查", where=source.where, remedy=_REMEDY)
