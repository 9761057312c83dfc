"""Photographs: what a camera wrote into JPEG and PNG beside the picture, and the picture without it."""

from __future__ import annotations

import struct
from collections.abc import Iterator

_JPEG, _PNG = b"\xff\xd8", b"\x89PNG\r\n\x1a\n"
_EXIF = b"Exif\0\0"
#: Segments of JPEG that show nothing: comments, what cameras and picture programs note. Colours (APP2) stay.
_COMMENT, _APP1, _APP13, _SCAN = 0xFE, 0xE1, 0xED, 0xDA
_UNSEEN_CHUNKS = frozenset({b"eXIf", b"tEXt", b"zTXt", b"iTXt", b"tIME"})
_TAGS = {0x010F: "相机", 0x0110: "型号", 0x0131: "软件", 0x0132: "时间", 0x013B: "作者", 0x8298: "版权"}
_ORIENTATION, _GPS = 0x0112, 0x8825
_ASCII, _SHORT = 2, 3
#: Entries of a directory that are looked at.
_MOST_ENTRIES = 200


def picture_notes(data: bytes) -> Iterator[str]:
    """Yield what stands in a picture beside what it shows; nothing for other kinds and damaged ones."""
    if data.startswith(_PNG):
        for name, body in _chunks(data):
            if name in _UNSEEN_CHUNKS:
                yield f"{name.decode()} {body[:80].replace(bytes(1), b' ').decode('latin-1')}".strip()
    elif data.startswith(_JPEG):
        for marker, body in _segments(data):
            if _is_unseen(marker, body):
                yield _remark_in(marker, body)


def plain_picture(data: bytes) -> bytes:
    """Return a picture without it; which side is up stays, for it is seen."""
    if data.startswith(_PNG):
        return _PNG + b"".join(
            struct.pack(">I", len(body)) + name + body + crc
            for name, body, crc in _whole_chunks(data)
            if name not in _UNSEEN_CHUNKS
        )
    if not data.startswith(_JPEG):
        return data
    kept, end = [_JPEG], 2
    for marker, body in _segments(data):
        end += 4 + len(body)
        if _is_unseen(marker, body):
            body = _upright_only(body) if body.startswith(_EXIF) else b""  # noqa: PLW2901
            if not body:
                continue
        kept.append(struct.pack(">BBH", 0xFF, marker, len(body) + 2) + body)
    return b"".join(kept) + data[end:]


def _is_unseen(marker: int, body: bytes) -> bool:
    if marker == _APP1 and body.startswith(_EXIF):
        return body != _upright_only(body)
    return marker in {_COMMENT, _APP1, _APP13}


def _remark_in(marker: int, body: bytes) -> str:
    if not body.startswith(_EXIF):
        return "注释" if marker == _COMMENT else "图片程序的记录"
    said = [f"{_TAGS[tag]} {text}" for tag, text in _entries(body) if tag in _TAGS and text]
    if any(tag == _GPS for tag, _ in _entries(body)):
        said.append("拍摄地点（GPS）")
    return "，".join(said) or "拍摄信息（EXIF）"


def _segments(data: bytes) -> Iterator[tuple[int, bytes]]:
    """Yield marker and content of each segment of a JPEG in front of the picture itself."""
    place = 2
    while place + 4 <= len(data) and data[place] == 0xFF:
        marker, size = data[place + 1], int.from_bytes(data[place + 2 : place + 4], "big")
        if marker == _SCAN or size < 2 or place + 2 + size > len(data):
            return
        yield marker, data[place + 4 : place + 2 + size]
        place += 2 + size


def _chunks(data: bytes) -> Iterator[tuple[bytes, bytes]]:
    return ((name, body) for name, body, _ in _whole_chunks(data))


def _whole_chunks(data: bytes) -> Iterator[tuple[bytes, bytes, bytes]]:
    """Yield name, content and sum of each chunk of a PNG."""
    place = len(_PNG)
    while place + 12 <= len(data):
        size = int.from_bytes(data[place : place + 4], "big")
        end = place + 12 + size
        if end > len(data):
            return
        yield data[place + 4 : place + 8], data[place + 8 : end - 4], data[end - 4 : end]
        place = end


def _entries(body: bytes) -> Iterator[tuple[int, str]]:
    """Yield tag and text (or number) of the first directory of EXIF data."""
    tiff = body[len(_EXIF) :]
    order = {b"II": "<", b"MM": ">"}.get(tiff[:2])
    if order is None or len(tiff) < 8:
        return
    start = struct.unpack(f"{order}I", tiff[4:8])[0]
    if start + 2 > len(tiff):
        return
    count = struct.unpack(f"{order}H", tiff[start : start + 2])[0]
    for number in range(min(count, _MOST_ENTRIES)):
        entry = tiff[start + 2 + 12 * number : start + 14 + 12 * number]
        if len(entry) < 12:
            return
        tag, kind, size = struct.unpack(f"{order}HHI", entry[:8])
        if kind == _SHORT:
            yield tag, str(struct.unpack(f"{order}H", entry[8:10])[0])
        elif kind == _ASCII:
            at = struct.unpack(f"{order}I", entry[8:])[0]
            raw = entry[8 : 8 + size] if size <= 4 else tiff[at : at + min(size, 80)]
            yield tag, raw.rstrip(b"\0").decode("utf-8", "replace")
        else:
            yield tag, ""


def _upright_only(body: bytes) -> bytes:
    """Return EXIF data that tells only which side is up; nothing where that is as it lies."""
    side = next((text for tag, text in _entries(body) if tag == _ORIENTATION), "1")
    if side not in {"2", "3", "4", "5", "6", "7", "8"}:
        return b""
    entry = struct.pack("<HHIHH", _ORIENTATION, _SHORT, 1, int(side), 0)
    return _EXIF + b"II*\0" + struct.pack("<IH", 8, 1) + entry + struct.pack("<I", 0)
