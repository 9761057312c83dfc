"""A letter as a Word file: a heading and paragraphs on one template, so that a thousand take no time."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from xml.sax.saxutils import escape

from reportdesk.patterns import late
from reportdesk.report.shown import CONTROL

_DOCUMENT = "word/document.xml"
_BODY = late(r"(<w:body>).*?(<w:sectPr.*</w:body>)", re.DOTALL)
_SURROGATE = late("[\ud800-\udfff]")
_FONTS = (("Normal", "仿宋_GB2312", 14), ("Heading 1", "黑体", 18))


def letter_bytes(heading: str, lines: Iterable[str]) -> bytes:
    """Return a .docx of a heading and paragraphs; equal words give equal bytes."""
    parts = _template()
    body = "".join((_paragraph(heading, "Heading1"), *(_paragraph(line) for line in lines)))
    document = _BODY.sub(lambda found: found[1] + body + found[2], parts[_DOCUMENT].decode("utf-8"), count=1)
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w") as package:
        for name, data in parts.items():
            entry = zipfile.ZipInfo(name)
            package.writestr(entry, document if name == _DOCUMENT else data, zipfile.ZIP_DEFLATED)
    return written.getvalue()


def _paragraph(text: str, style: str = "") -> str:
    plain = escape(_SURROGATE.sub("\ufffd", CONTROL.sub("", text)))
    properties = f'<w:pPr><w:pStyle w:val="{style}"/></w:pPr>' if style else ""
    return f'<w:p>{properties}<w:r><w:t xml:space="preserve">{plain}</w:t></w:r></w:p>'


@cache
def _template() -> Mapping[str, bytes]:
    """Return the parts of an empty letter with its fonts."""
    from docx import Document
    from docx.oxml.ns import qn
    from docx.shared import Pt

    made = Document()
    for style, font, points in _FONTS:
        found = made.styles[style]
        found.font.name, found.font.size = "Times New Roman", Pt(points)
        found.element.get_or_add_rPr().get_or_add_rFonts().set(qn("w:eastAsia"), font)
    for name in ("author", "title", "comments"):
        setattr(made.core_properties, name, "")
    written = io.BytesIO()
    made.save(written)
    return dict(_parts(written.getvalue()))


def _parts(data: bytes) -> Iterator[tuple[str, bytes]]:
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        for name in package.namelist():
            yield name, package.read(name)
