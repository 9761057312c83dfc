"""What a compiled file of Linux asks for: libraries, versions of their symbols, and where it looks."""

from __future__ import annotations

import struct
from dataclasses import dataclass
from pathlib import Path

MAGIC = b"\x7fELF"
#: Processors by ELF's numbers.
_MACHINES = {62: "x86_64", 183: "aarch64", 3: "i386", 40: "arm"}
_LOAD, _DYNAMIC = 1, 2
_NEEDED, _STRTAB, _SONAME, _RPATH, _RUNPATH = 1, 5, 14, 15, 29
_VERNEED, _VERNEEDNUM = 0x6FFFFFFE, 0x6FFFFFFF


@dataclass(frozen=True)
class Elf:
    """One file: its processor, its own name, the libraries that it needs, and their symbols' versions."""

    machine: str
    soname: str
    needed: tuple[str, ...]
    #: Each library, and the versions of symbols that must be in it, such as GLIBC_2.17.
    versions: tuple[tuple[str, tuple[str, ...]], ...]
    runpath: str

    def highest(self, family: str) -> tuple[int, ...]:
        """Return the highest version of a family, such as GLIBC; empty where none is asked for."""
        found = [
            words.partition("_")[2]
            for _, names in self.versions
            for words in names
            if words.startswith(family + "_")
        ]
        numbers = [
            tuple(int(part) for part in each.split(".")) for each in found if each.replace(".", "").isdigit()
        ]
        return max(numbers, default=())


def is_elf(path: Path) -> bool:
    """Return whether a file is one of these."""
    if path.is_symlink() or not path.is_file():
        return False
    with path.open("rb") as stream:
        return stream.read(4) == MAGIC


def read_elf(data: bytes) -> Elf:
    """Read a file of 64 bits, little end first; raise ValueError for any other."""
    if data[:6] != MAGIC + b"\x02\x01":
        raise ValueError("no ELF file of 64 bits, little end first")
    return _Reader(data).read()


class _Reader:
    def __init__(self, data: bytes) -> None:
        self._data = data
        start, size, count = struct.unpack_from("<Q", data, 32)[0], *struct.unpack_from("<HH", data, 54)
        self._segments = [struct.unpack_from("<IIQQQQQQ", data, start + size * each) for each in range(count)]
        self._entries = self._dynamic()
        table = self._values(_STRTAB)
        self._strings = self._place(table[0]) if table else 0

    def read(self) -> Elf:
        machine = struct.unpack_from("<H", self._data, 18)[0]
        return Elf(
            machine=_MACHINES.get(machine, str(machine)),
            soname=self._string(_SONAME),
            needed=tuple(self._text(value) for value in self._values(_NEEDED)),
            versions=self._versions(),
            runpath=self._string(_RUNPATH) or self._string(_RPATH),
        )

    def _dynamic(self) -> list[tuple[int, int]]:
        for kind, _, offset, _, _, size, _, _ in self._segments:
            if kind == _DYNAMIC:
                pairs = [
                    struct.unpack_from("<QQ", self._data, offset + 16 * each) for each in range(size // 16)
                ]
                return [(int(tag), int(value)) for tag, value in pairs]
        return []

    def _values(self, tag: int) -> list[int]:
        return [value for each, value in self._entries if each == tag]

    def _string(self, tag: int) -> str:
        values = self._values(tag)
        return self._text(values[0]) if values else ""

    def _text(self, offset: int) -> str:
        start = self._strings + offset
        return self._data[start : self._data.index(b"\0", start)].decode("utf-8")

    def _place(self, address: int) -> int:
        for kind, _, offset, virtual, _, size, _, _ in self._segments:
            if kind == _LOAD and virtual <= address < virtual + size:
                return int(offset + address - virtual)
        raise ValueError(f"no segment holds the address {address:#x}")

    def _versions(self) -> tuple[tuple[str, tuple[str, ...]], ...]:
        tables, counts = self._values(_VERNEED), self._values(_VERNEEDNUM)
        place = self._place(tables[0]) if tables else 0
        found = []
        for _ in range(counts[0] if counts else 0):
            _, count, file, first, following = struct.unpack_from("<HHIII", self._data, place)
            names, entry = [], place + first
            for _ in range(count):
                _, _, _, name, step = struct.unpack_from("<IHHII", self._data, entry)
                names.append(self._text(name))
                entry += step
            found.append((self._text(file), tuple(names)))
            place += following
        return tuple(found)
