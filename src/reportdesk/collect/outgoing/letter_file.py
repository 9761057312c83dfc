"""A letter as a Word file: a heading and paragraphs on one template, so that a thousand take no time."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from typing import Literal
from xml.sax.saxutils import escape

from reportdesk.report.shown import CONTROL

_DOCUMENT = "word/document.xml"
_BODY = re.compile(r"(<w:body>).*?(<w:sectPr.*</w:body>)", re.DOTALL)
_SURROGATE = re.compile("[\ud800-\udfff]")
_FONTS = (("Normal", "仿宋_GB2312", 16), ("Heading 1", "方正小标宋简体", 22))
#: Above, below, left and right, as official documents have them.
_MARGINS_MM = (37, 35, 28, 26)

#: What a line of a letter is: whom it addresses, what is said, what stands at the right below.
LineManner = Literal["address", "body", "signature"]
LetterLine = tuple[str, LineManner]

_TITLE: Literal["title"] = "title"
_LINE = '<w:spacing w:before="0" w:after="0" w:line="560" w:lineRule="exact"/>'
#: The elements stand in the order of the schema.
_MANNERS: Mapping[LineManner | Literal["title"], str] = {
    "title": '<w:pStyle w:val="Heading1"/><w:spacing w:before="0" w:after="480"/><w:jc w:val="center"/>',
    "address": _LINE,
    "body": f'{_LINE}<w:ind w:firstLineChars="200" w:firstLine="640"/>',
    "signature": f'<w:keepNext/>{_LINE}<w:ind w:rightChars="200" w:right="640"/><w:jc w:val="right"/>',
}


def letter_bytes(heading: str, lines: Iterable[LetterLine]) -> bytes:
    """Return a .docx of a heading and lines; equal words give equal bytes."""
    parts = _template()
    body = "".join((_paragraph(heading, _TITLE), *(_paragraph(*line) for line in lines)))
    document = _BODY.sub(lambda found: found[1] + body + found[2], parts[_DOCUMENT].decode("utf-8"), count=1)
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w") as package:
        for name, data in parts.items():
            entry = zipfile.ZipInfo(name)
            package.writestr(entry, document if name == _DOCUMENT else data, zipfile.ZIP_DEFLATED)
    return written.getvalue()


def _paragraph(text: str, manner: LineManner | Literal["title"]) -> str:
    plain = escape(_SURROGATE.sub("\ufffd", CONTROL.sub("", text)))
    return f'<w:p><w:pPr>{_MANNERS[manner]}</w:pPr><w:r><w:t xml:space="preserve">{plain}</w:t></w:r></w:p>'


@cache
def _template() -> Mapping[str, bytes]:
    """Return the parts of an empty letter with its fonts, on the page of an official document."""
    from docx import Document
    from docx.oxml.ns import qn
    from docx.shared import Mm, Pt, RGBColor

    made = Document()
    for style, font, points in _FONTS:
        found = made.styles[style]
        found.font.name, found.font.size, found.font.bold = "Times New Roman", Pt(points), False
        found.font.color.rgb = RGBColor(0, 0, 0)
        fonts = found.element.get_or_add_rPr().get_or_add_rFonts()
        # A theme's font would go before the one that is named.
        for theme in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"):
            fonts.attrib.pop(qn(f"w:{theme}"), None)
        fonts.set(qn("w:eastAsia"), font)
    page = made.sections[0]
    page.page_width, page.page_height = Mm(210), Mm(297)
    page.top_margin, page.bottom_margin, page.left_margin, page.right_margin = map(Mm, _MARGINS_MM)
    for name in ("author", "title", "comments"):
        setattr(made.core_properties, name, "")
    written = io.BytesIO()
    made.save(written)
    return dict(_package_parts(written.getvalue()))


def _package_parts(data: bytes) -> Iterator[tuple[str, bytes]]:
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        for name in package.namelist():
            yield name, package.read(name)
