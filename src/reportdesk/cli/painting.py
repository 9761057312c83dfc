"""Pictures and pages without a window: asked of the window's own painters, where Qt is at hand."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reportdesk.errors import ReportDeskError

if TYPE_CHECKING:
    from reportdesk.papers.chart_files import Rasteriser
    from reportdesk.writers.pdf import PdfWriter
    from reportdesk.writers.word.writer import WordWriter


def rasteriser() -> Rasteriser:
    """Return what makes PNG of SVG; raise ReportDeskError where Qt, which paints it, cannot start."""
    from reportdesk.cli.display import obstacle

    # A picture needs no display, and one that does not answer would end the process.
    if reason := obstacle("offscreen"):
        raise ReportDeskError(f"画不了 PNG：{reason}", remedy="没有 PNG 也能用 SVG")
    from reportdesk.gui.look.raster import png_of

    return png_of


def pdf_writer(word: WordWriter) -> PdfWriter:
    """Return what writes the PDF of a Word file; Qt draws its pages where no office program prints them."""
    from reportdesk.writers.pdf import PdfWriter

    return PdfWriter(word, _drawn)


def _drawn(word: bytes) -> bytes:
    from reportdesk.cli.display import obstacle
    from reportdesk.writers.pdf import BY_HAND

    if reason := obstacle("offscreen"):
        raise ReportDeskError(f"生成不了 PDF：{reason}", remedy=BY_HAND)
    from reportdesk.gui.preview.printing import pdf_of_word

    return pdf_of_word(word)
