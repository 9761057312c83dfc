"""PDF: the Word file as an office program that is installed prints it, else as whoever can draws it."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field, replace

from reportdesk.errors import FileError
from reportdesk.office import Conversion, find_office
from reportdesk.patterns import late
from reportdesk.report.model import Report
from reportdesk.writers.protocol import Carries
from reportdesk.writers.word.writer import WordWriter

#: What a clerk does where the program makes no PDF.
BY_HAND = "请先导出 Word 文件，在 Word 或 WPS 里打开，另存为 PDF"


_TIME = late(rb"(/(?:CreationDate|ModDate)\s*\(D:\d{8})(\d[^)]*)")


@dataclass(frozen=True)
class PdfWriter:
    """A PDF file with the pages of the Word file; nothing but what they show is in it.

    Where no office program is installed, `drawn` makes the PDF of the Word file's bytes, if it is given.
    """

    word: WordWriter = field(default_factory=lambda: WordWriter("nothing"))
    drawn: Callable[[bytes], bytes] | None = None
    suffix: str = ".pdf"

    def carrying(self, _carries: Carries) -> PdfWriter:
        """Return itself: nothing but what the pages show is ever in it."""
        return self

    def render(self, report: Report) -> bytes:
        """Return the file's bytes; raise FileError, also where no office program is installed."""
        office = find_office()
        if not office and self.drawn is None:
            raise FileError("生成 PDF 要用 LibreOffice，这台电脑上没有找到", remedy=BY_HAND)
        document = replace(self.word, carries="nothing").render(report)
        if not office and self.drawn is not None:
            return without_time(self.drawn(document))
        return without_time(Conversion(document, "docx", "pdf", "", BY_HAND).run(office))


def without_time(data: bytes) -> bytes:
    """Return the file with the time of day in its dates set to nought, each where it stands."""
    return _TIME.sub(lambda date: date[1] + re.sub(rb"\d", b"0", date[2]), data)
