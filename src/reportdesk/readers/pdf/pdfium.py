"""A PDF through PDFium: the only module that calls the library.

PDFium is native code: files of strangers get here only inside the worker process, see `readers.apart`. The
build that is used has no JavaScript engine and no XFA; nothing is drawn, and links, forms and attachments are
not looked at.
"""

from __future__ import annotations

import math
from collections.abc import Iterator
from contextlib import contextmanager
from ctypes import byref, c_double, c_uint
from typing import Any

from reportdesk.errors import FileError
from reportdesk.readers.found.refusals import TOO_MUCH_REMEDY
from reportdesk.readers.pdf.marks import UNKNOWN, Glyph, PrintedPage, Rectangle, quarters_of
from reportdesk.readers.pdf.paths import Drawing

#: The longest reports published have 40 pages.
MOST_PAGES = 200
MOST_GLYPHS = 200_000
#: Points; no paper is longer than 5 m.
_LONGEST_SIDE_PT = 14_400
_BROKEN = "PDF 文件已损坏，打不开"
_AGAIN = "请向制作的人要一份能打开的，或者找它的 Word 文件再读"
#: The text render mode of PDF that paints nothing (ISO 32000-1, 9.3.6).
_INVISIBLE = 3
#: Of 255: letters lighter than that nobody sees on paper.
_WHITE = 250


def printed_pages(data: bytes, where: str) -> Iterator[PrintedPage]:
    """Yield what stands on each page, turned so that it can be read; raise FileError."""
    import pypdfium2.raw as pdfium

    with _opened(pdfium, data, where) as document:
        count = pdfium.FPDF_GetPageCount(document)
        if count > MOST_PAGES:
            raise FileError(f"PDF 超过 {MOST_PAGES} 页", where=where, remedy=TOO_MUCH_REMEDY)
        reader = _PageReader(pdfium, where)
        for number in range(count):
            page = pdfium.FPDF_LoadPage(document, number)
            if not page:
                raise FileError(f"PDF 第 {number + 1} 页已损坏", where=where, remedy=_AGAIN)
            try:
                yield reader.read(page)
            finally:
                pdfium.FPDF_ClosePage(page)


@contextmanager
def _opened(pdfium: Any, data: bytes, where: str) -> Iterator[Any]:
    document = pdfium.FPDF_LoadMemDocument64(data, len(data), None)
    if not document:
        failure = pdfium.FPDF_GetLastError()
        if failure in {pdfium.FPDF_ERR_PASSWORD, pdfium.FPDF_ERR_SECURITY}:
            raise FileError(
                "PDF 加了密码，读不了", where=where, remedy="请去掉打开密码，或者找它的 Word 文件再读"
            )
        raise FileError(_BROKEN, where=where, remedy=_AGAIN)
    try:
        yield document
    finally:
        pdfium.FPDF_CloseDocument(document)


class _PageReader:
    """Reads page after page; counts the glyphs of all, and what is drawn on them."""

    def __init__(self, pdfium: Any, where: str) -> None:
        self._pdfium = pdfium
        self._where = where
        self._glyphs = 0
        self._drawn = 0

    def read(self, handle: Any) -> PrintedPage:
        area = self._area(handle)
        page = PrintedPage(area.width, area.height)
        drawing = Drawing(self._pdfium, area, self._where, self._drawn)
        drawing.read(handle)
        self._drawn += drawing.number_drawn()
        page.across, page.down, page.pictures = drawing.across, drawing.down, drawing.pictures
        self._read_text(handle, page, area, drawing)
        return page.turned(self._pdfium.FPDFPage_GetRotation(handle)).upright()

    def _area(self, handle: Any) -> Rectangle:
        """Return the part of the page that is shown, in the page's own coordinates: y grows upwards there."""
        area = self._pdfium.FS_RECTF()
        self._pdfium.FPDF_GetPageBoundingBox(handle, byref(area))
        box = Rectangle(area.left, area.bottom, area.right, area.top)
        if not (0 < box.width <= _LONGEST_SIDE_PT and 0 < box.height <= _LONGEST_SIDE_PT):
            raise FileError(
                "PDF 的页面大小不合常理",
                where=self._where,
                remedy="请用 Word、WPS 或浏览器重新输出一份 PDF 再读",
            )
        return box

    def _read_text(self, handle: Any, page: PrintedPage, area: Rectangle, drawing: Drawing) -> None:
        text = self._pdfium.FPDFText_LoadPage(handle)
        if not text:
            return
        try:
            count = self._pdfium.FPDFText_CountChars(text)
            self._glyphs += max(count, 0)
            if self._glyphs > MOST_GLYPHS:
                raise FileError(
                    f"PDF 的文字超过 {MOST_GLYPHS // 10_000} 万字",
                    where=self._where,
                    remedy=TOO_MUCH_REMEDY,
                )
            _TextReader(self._pdfium, text, page, area, drawing).read(count)
        finally:
            self._pdfium.FPDFText_ClosePage(text)


class _Style:
    """What all glyphs of one piece of text share."""

    def __init__(
        self, size: float, quarters: int | None, order: int, *, is_seen: bool, is_white: bool
    ) -> None:
        self.size = size
        self.quarters = quarters
        self.order = order
        self.is_seen = is_seen
        self.is_white = is_white


class _TextReader:
    """Reads the glyphs of one page."""

    def __init__(self, pdfium: Any, text: Any, page: PrintedPage, area: Rectangle, drawing: Drawing) -> None:
        self._pdfium = pdfium
        self._text = text
        self._page = page
        self._area = area
        self._drawing = drawing
        self._styles: dict[int, _Style] = {}
        self._paper = Rectangle(0, 0, page.width, page.height)

    def read(self, count: int) -> None:
        pdfium, text = self._pdfium, self._text
        for index in range(count):
            if pdfium.FPDFText_IsGenerated(text, index) == 1:
                continue
            style = self._style(index)
            if style is None or style.quarters is None:
                continue
            glyph = self._glyph(index, self._character(index), style)
            if self._is_printed(glyph, style):
                self._page.glyphs.append(glyph)
            elif glyph.text.strip():
                self._page.hidden += 1

    def _character(self, index: int) -> str:
        """Return a glyph's character, UNKNOWN for one whose font does not say."""
        code = self._pdfium.FPDFText_GetUnicode(self._text, index)
        is_known = code > 0 and not 0xD800 <= code < 0xE000 and code <= 0x10FFFF
        if not is_known or self._pdfium.FPDFText_HasUnicodeMapError(self._text, index) == 1:
            return UNKNOWN
        return chr(code)

    def _style(self, index: int) -> _Style | None:
        """Return the style of a glyph, None where no piece of text is known for it."""
        pdfium = self._pdfium
        written = pdfium.FPDFText_GetTextObject(self._text, index)
        if not written:
            return None
        address = _address(written)
        if address not in self._styles:
            matrix = pdfium.FS_MATRIX()
            pdfium.FPDFText_GetMatrix(self._text, index, byref(matrix))
            size = pdfium.FPDFText_GetFontSize(self._text, index) * math.hypot(matrix.c, matrix.d)
            self._styles[address] = _Style(
                size,
                quarters_of(math.atan2(matrix.b, matrix.a)),
                self._drawing.order_of(address),
                is_seen=pdfium.FPDFTextObj_GetTextRenderMode(written) != _INVISIBLE,
                is_white=self._is_white(index),
            )
        return self._styles[address]

    def _is_white(self, index: int) -> bool:
        colour = [c_uint() for _ in range(4)]
        found = self._pdfium.FPDFText_GetFillColor(self._text, index, *map(byref, colour))
        *rgb, alpha = (part.value for part in colour)
        return bool(found) and (alpha == 0 or min(rgb) >= _WHITE)

    def _glyph(self, index: int, character: str, style: _Style) -> Glyph:
        pdfium, text = self._pdfium, self._text
        left, right, bottom, top, x, y = (c_double() for _ in range(6))
        pdfium.FPDFText_GetCharBox(text, index, byref(left), byref(right), byref(bottom), byref(top))
        pdfium.FPDFText_GetCharOrigin(text, index, byref(x), byref(y))
        loose = pdfium.FS_RECTF()
        pdfium.FPDFText_GetLooseCharBox(text, index, byref(loose))
        ink = self._on_paper(left.value, top.value, right.value, bottom.value)
        box = self._on_paper(loose.left, loose.top, loose.right, loose.bottom)
        origin = (x.value - self._area.left, self._area.bottom - y.value)
        has_ink = ink.width > 0 and ink.height > 0
        return Glyph(character, box, ink if has_ink else box, origin, style.size, style.quarters or 0)

    def _on_paper(self, left: float, top: float, right: float, bottom: float) -> Rectangle:
        area = self._area
        return Rectangle(left - area.left, area.bottom - top, right - area.left, area.bottom - bottom)

    def _is_printed(self, glyph: Glyph, style: _Style) -> bool:
        """Tell whether a reader of the paper sees the glyph."""
        place = glyph.ink.middle
        if not style.is_seen or not self._paper.holds(place):
            return False
        if style.is_white and not self._drawing.is_coloured(place, style.order):
            return False
        return not self._drawing.is_painted_over(place, style.order)


def _address(handle: Any) -> int:
    from ctypes import addressof

    return addressof(handle.contents)
