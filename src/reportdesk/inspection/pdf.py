"""PDF files: who made them and when, attachments, comments, code; what can be blanked where it stands."""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterator
from io import BytesIO

from reportdesk.inspection.package_traces import PATH, FoundTraces
from reportdesk.patterns import late

_FILE = "PDF"
_STRING = rb"\((?:[^()\\]|\\.)*\)|<[0-9A-Fa-f\s]*>"
_INFO = late(
    rb"/(Author|Creator|Producer|Keywords|Subject|Company|Manager|LastModifiedBy|Comments|Category)\s*("
    + _STRING
    + rb")"
)
_TIME = late(rb"/(CreationDate|ModDate|SourceModified|M)\s*\(D:(\d{8})(\d[^)]*)\)")
_XMP = late(rb"<\?xpacket begin.*?<\?xpacket end[^>]*>", re.DOTALL)
#: What a camera noted in a photograph, up to the next segment of it.
_EXIF = late(rb"(\xff\xe1..Exif\0\0)(?:(?!\xff[\xc0-\xfe]).){8,65536}", re.DOTALL)
#: Traces that stand beside the pages; what is left of the others belongs to a page.
_NOT_OF_PAGES = frozenset({"author", "time", "data", "embedded", "script"})
_ESCAPE = late(rb"\\([0-7]{1,3}|.)", re.DOTALL)
_ESCAPED = {b"n": b"\n", b"r": b"\r", b"t": b"\t", b"b": b"\b", b"f": b"\f"}
_STREAM = late(rb"stream\r?\n")
_MARKS = {
    rb"/EmbeddedFile\b": "embedded",
    rb"/(?:JavaScript|JS)\b": "script",
    rb"/Launch\b": "script",
    rb"/Subtype\s*/(?:Text|FreeText|Popup|Highlight|StrikeOut|Underline|Ink|Stamp)\b": "comment",
    rb"/OCProperties\b": "hidden",
}
#: Unpacked bytes looked through; a report's pages unpack to far less.
_MOST_BYTES = 50_000_000


def pdf_traces(data: bytes) -> FoundTraces:
    """Yield what a PDF file holds beside its pages; what is packed into it is unpacked and looked through."""
    for piece in (data, *_unpacked(data)):
        yield from _properties(piece)
        for segment in _EXIF.finditer(piece):
            if any(segment[0][len(segment[1]) :]):
                yield "picture", _FILE, "拍摄信息（EXIF）"
        for packet in _XMP.findall(piece):
            yield "data", _FILE, re.sub(r"<[^>]*>|\s+", " ", packet.decode("utf-8", "replace"))
        for pattern, kind in _MARKS.items():
            for mark in re.findall(pattern, piece):
                yield kind, _FILE, mark.decode("latin-1")
        for uri in re.findall(rb"/URI\s*\(((?:[^()\\]|\\.)*)\)", piece):
            target = uri.decode("latin-1")
            yield ("path" if PATH.search(target) else "link"), _FILE, target


def _properties(piece: bytes) -> FoundTraces:
    """Yield who made the file and when."""
    for name, value in _INFO.findall(piece):
        if said := _text_of(value):
            yield "author", _FILE, f"{name.decode()} {said}"
    for name, day, rest in _TIME.findall(piece):
        if rest.strip(b"0Z+-'"):
            yield "time", _FILE, f"{name.decode()} {day.decode()}{rest.decode('latin-1')}"


def clean_pdf(data: bytes) -> bytes:
    """Return the file with names blanked, and times of day set to nought, each where it stands.

    Where something is packed so that it cannot be blanked, its pages alone are put into a new file.
    """
    clean = _blanked(data)
    if any(kind in _NOT_OF_PAGES for kind, _, _ in pdf_traces(clean)):
        clean = _blanked(_pages_alone(clean))
    return clean


def _pages_alone(data: bytes) -> bytes:
    """Return a new file of the pages; the same bytes where they cannot be taken over."""
    import pypdfium2

    try:
        source = pypdfium2.PdfDocument(data)
        pages = pypdfium2.PdfDocument.new()
        pages.import_pages(source)
        written = BytesIO()
        pages.save(written)
    except pypdfium2.PdfiumError:
        return data
    return written.getvalue()


def _blanked(data: bytes) -> bytes:
    data = _EXIF.sub(lambda m: m[1] + bytes(len(m[0]) - len(m[1])), data)
    data = _INFO.sub(lambda m: m[0].replace(m[2], _blank(m[2])), data)
    data = _TIME.sub(lambda m: m[0].replace(m[3] + b")", re.sub(rb"\d", b"0", m[3]) + b")"), data)
    return _XMP.sub(lambda m: b" " * len(m[0]), data)


def _blank(value: bytes) -> bytes:
    filler = b"0" if value.startswith(b"<") else b" "
    return value[:1] + filler * (len(value) - 2) + value[-1:]


def _text_of(value: bytes) -> str:
    if value.startswith(b"<"):
        digits = re.sub(rb"\s", b"", value[1:-1])
        raw = bytes.fromhex((digits + b"0" * (len(digits) % 2)).decode())
    else:
        raw = _ESCAPE.sub(_unescaped, value[1:-1])
    text = raw.decode("utf-16" if raw.startswith((b"\xfe\xff", b"\xff\xfe")) else "latin-1", "replace")
    return text.strip(" \0\ufeff")


def _unescaped(found: re.Match[bytes]) -> bytes:
    """Return the byte that an escape of a PDF string stands for."""
    said = found[1]
    return bytes([int(said, 8) & 0xFF]) if said.isdigit() else _ESCAPED.get(said, said)


def _unpacked(data: bytes) -> Iterator[bytes]:
    """Yield streams that hold objects or words about the file, unpacked."""
    left = _MOST_BYTES
    for found in _STREAM.finditer(data):
        before = data[max(0, found.start() - 300) : found.start()].rpartition(b"obj")[2]
        if b"FlateDecode" not in before or not re.search(rb"/(?:ObjStm|Metadata|XML)\b", before):
            continue
        try:
            piece = zlib.decompressobj().decompress(data[found.end() :], left)
        except zlib.error:
            continue
        left -= len(piece)
        yield piece
        if left <= 0:
            return
