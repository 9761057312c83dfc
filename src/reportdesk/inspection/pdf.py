"""PDF files: who made them and when, attachments, comments, code; what can be blanked where it stands."""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterator

from reportdesk.inspection.package_traces import PATH, Found

_FILE = "PDF"
_STRING = rb"\((?:[^()\\]|\\.)*\)|<[0-9A-Fa-f\s]*>"
_INFO = re.compile(rb"/(Author|Creator|Producer|Keywords|Subject|Company|Manager)\s*(" + _STRING + rb")")
_TIME = re.compile(rb"/(CreationDate|ModDate|M)\s*\(D:(\d{8})(\d[^)]*)\)")
_XMP = re.compile(rb"<\?xpacket begin.*?<\?xpacket end[^>]*>", re.DOTALL)
_STREAM = re.compile(rb"stream\r?\n")
_MARKS = {
    rb"/EmbeddedFile\b": "embedded",
    rb"/(?:JavaScript|JS)\b": "script",
    rb"/Launch\b": "script",
    rb"/Subtype\s*/(?:Text|FreeText|Popup|Highlight|StrikeOut|Underline|Ink|Stamp)\b": "comment",
    rb"/OCProperties\b": "hidden",
}
#: Unpacked bytes looked through; a report's pages unpack to far less.
_MOST_BYTES = 50_000_000


def pdf_traces(data: bytes) -> Found:
    """Yield what a PDF file holds beside its pages; what is packed into it is unpacked and looked through."""
    for piece in (data, *_unpacked(data)):
        for name, value in _INFO.findall(piece):
            if said := _text_of(value):
                yield "author", _FILE, f"{name.decode()} {said}"
        for name, day, rest in _TIME.findall(piece):
            if rest.strip(b"0Z+-'"):
                yield "time", _FILE, f"{name.decode()} {day.decode()}{rest.decode('latin-1')}"
        for packet in _XMP.findall(piece):
            yield "data", _FILE, re.sub(r"<[^>]*>|\s+", " ", packet.decode("utf-8", "replace"))
        for pattern, kind in _MARKS.items():
            for mark in re.findall(pattern, piece):
                yield kind, _FILE, mark.decode("latin-1")
        for uri in re.findall(rb"/URI\s*\(((?:[^()\\]|\\.)*)\)", piece):
            told = uri.decode("latin-1")
            yield ("path" if PATH.search(told) else "link"), _FILE, told


def clean_pdf(data: bytes) -> bytes:
    """Return the file with names blanked, and times of day set to nought, each where it stands."""
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
        raw = re.sub(rb"\\(.)", rb"\1", value[1:-1], flags=re.DOTALL)
    text = raw.decode("utf-16" if raw.startswith((b"\xfe\xff", b"\xff\xfe")) else "latin-1", "replace")
    return text.strip(" \0\ufeff")


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
