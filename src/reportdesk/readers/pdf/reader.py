"""The PDF reader: pages become lines and tables, and these paragraphs and tables over all pages."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from reportdesk.errors import FileError
from reportdesk.readers.found.blocks import FoundDocument
from reportdesk.readers.protocol import Source
from reportdesk.report.model import Note

if TYPE_CHECKING:
    from reportdesk.readers.pdf.layout import LaidPage

_HEADER = b"%PDF-"
#: Readers of PDF look so far; some servers send lines before it.
_HEADER_WITHIN_BYTES = 1024
#: A share: where more glyphs are no known characters, hardly a word can be read.
_MOST_UNKNOWN = 0.2
_SCANNED = "这份 PDF 是扫描件，页面都是图片，里面没有能读的文字"
_REMEDY = "请找到它的 Word 文件、网页或用 Word、WPS 直接输出的 PDF 再读；都没有时，请对照着逐格填写"


class PdfReader:
    """A PDF with text in it."""

    suffixes = (".pdf",)

    def accepts(self, source: Source) -> bool:
        """Tell a PDF by its header, before which some programs leave a few bytes."""
        return _HEADER in source.data[:_HEADER_WITHIN_BYTES]

    def get_ready(self) -> None:
        """Load what `find` needs, the library apart: it is loaded with the first page."""
        import reportdesk.readers.pdf.flow
        import reportdesk.readers.pdf.layout
        import reportdesk.readers.pdf.pdfium  # noqa: F401

    def find(self, source: Source) -> FoundDocument:
        """Return the paragraphs and tables of all pages; raise FileError for a scan or a damaged file."""
        # Late: of the formats this is the one that takes most to load, and few files are of it.
        from reportdesk.readers.pdf.flow import blocks_of
        from reportdesk.readers.pdf.layout import lay
        from reportdesk.readers.pdf.pdfium import printed_pages

        pages = [lay(page) for page in printed_pages(source.data, source.where)]
        _refuse_unreadable(pages, source.where)
        return FoundDocument(tuple(blocks_of(pages)), tuple(_notes(pages)))


def _refuse_unreadable(pages: Sequence[LaidPage], where: str) -> None:
    if not any(page.items for page in pages):
        is_scan = any(page.has_picture for page in pages)
        raise FileError(_SCANNED if is_scan else "PDF 里没有文字", where=where, remedy=_REMEDY)
    if sum(page.unknown for page in pages) > _MOST_UNKNOWN * sum(page.glyphs for page in pages):
        raise FileError("PDF 里的字没有带编码，认不出是什么字", where=where, remedy=_REMEDY)


def _notes(pages: Sequence[LaidPage]) -> Iterator[Note]:
    pictures = [str(number) for number, page in enumerate(pages, 1) if page.has_picture]
    if pictures:
        yield Note("read.object", f"PDF 第 {'、'.join(pictures)} 页有图片，图片里的文字和数字没有读入")
    hidden = [str(number) for number, page in enumerate(pages, 1) if page.hidden]
    if hidden:
        yield Note("read.object", f"PDF 第 {'、'.join(hidden)} 页有看不见的文字，没有读入")
