"""The directory of an old office file (an OLE compound file): which streams it has at its top."""

from __future__ import annotations

import struct
from collections.abc import Iterator

SIGNATURE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
#: The sizes of [MS-CFB]: the header, an entry of the directory, its name; sectors told in the header.
_HEADER_BYTES = 512
_ENTRY_BYTES = 128
_NAME_BYTES = 64
_IN_HEADER = 109
_END = 0xFFFFFFFA
_NOBODY = 0xFFFFFFFF
#: Sectors; a directory of that size names 65,000 streams.
_MOST_SECTORS = 16_384


def top_streams(data: bytes) -> frozenset[str]:
    """Return the names of the streams and storages at the top of the file, none where it is damaged."""
    try:
        entries = _entries(data)
        return frozenset(_names(entries)) if entries else frozenset()
    except (struct.error, IndexError, ValueError):
        return frozenset()


def _entries(data: bytes) -> list[bytes]:
    shift = struct.unpack_from("<H", data, 30)[0]
    if not 7 <= shift <= 16:
        return []
    size = 1 << shift
    directory = b"".join(_chain(data, struct.unpack_from("<I", data, 48)[0], size))
    return [directory[at : at + _ENTRY_BYTES] for at in range(0, len(directory), _ENTRY_BYTES)]


def _chain(data: bytes, first: int, size: int) -> Iterator[bytes]:
    """Yield the sectors of a stream, one after another."""
    tables = _tables(data, size)
    each = size // 4
    sector, seen = first, 0
    while sector < _END and seen < _MOST_SECTORS:
        yield _sector(data, sector, size)
        table = _sector(data, tables[sector // each], size)
        sector = struct.unpack_from("<I", table, 4 * (sector % each))[0]
        seen += 1


def _tables(data: bytes, size: int) -> list[int]:
    """Return the sectors that hold the table of what follows each sector."""
    found = list(struct.unpack_from(f"<{_IN_HEADER}I", data, 76))
    further, count = struct.unpack_from("<II", data, 68)
    each = size // 4
    for _ in range(min(count, _MOST_SECTORS)):
        if further >= _END:
            break
        numbers = struct.unpack(f"<{each}I", _sector(data, further, size))
        found += numbers[:-1]
        further = numbers[-1]
    return found


def _sector(data: bytes, number: int, size: int) -> bytes:
    begin = max(size, _HEADER_BYTES) + number * size
    found = data[begin : begin + size]
    if len(found) < size:
        # The last sector of a file may be cut short by programs that save space.
        found = found.ljust(size, b"\0") if found else found
    if not found:
        raise ValueError(number)
    return found


def _names(entries: list[bytes]) -> Iterator[str]:
    """Yield the names below the root, whose tree of siblings is walked, each entry once."""
    waiting = [struct.unpack_from("<I", entries[0], 76)[0]]
    seen: set[int] = set()
    while waiting:
        number = waiting.pop()
        if number == _NOBODY or number in seen or number >= len(entries):
            continue
        seen.add(number)
        entry = entries[number]
        length = min(struct.unpack_from("<H", entry, _NAME_BYTES)[0], _NAME_BYTES)
        yield entry[: max(length - 2, 0)].decode("utf-16-le", errors="replace")
        waiting += struct.unpack_from("<II", entry, 68)
