"""What the tests of packaging share: a commit that is none, and files as a compiler would leave them."""

import struct
from collections.abc import Callable
from pathlib import Path

import pytest

from common.source import Commit


@pytest.fixture
def commit() -> Commit:
    return Commit(hash="0123456789abcdef0123456789abcdef01234567", epoch=1_700_000_000, version="1.2.3")


@pytest.fixture
def elf() -> Callable[..., bytes]:
    """Makes an ELF file of 64 bits that needs `libraries`, each with the versions of its symbols."""

    def make(
        libraries: dict[str, list[str]], machine: int = 62, soname: str = "", runpath: str = ""
    ) -> bytes:
        strings = bytearray(b"\0")

        def text(word: str) -> int:
            place = len(strings)
            strings.extend(word.encode() + b"\0")
            return place

        entries = [(1, text(name)) for name in libraries]
        entries += [(14, text(soname))] if soname else []
        entries += [(29, text(runpath))] if runpath else []
        asked = {name: versions for name, versions in libraries.items() if versions}
        needs = b""
        for number, (name, versions) in enumerate(asked.items(), 1):
            size = 16 + 16 * len(versions)
            needs += struct.pack(
                "<HHIII", 1, len(versions), text(name), 16, size if number < len(asked) else 0
            )
            for last, version in enumerate(versions, 1):
                needs += struct.pack("<IHHII", 0, 0, 0, text(version), 16 if last < len(versions) else 0)
        base, head = 0x400000, 64 + 2 * 56
        dynamic = head + len(strings) + len(needs)
        entries += [(5, base + head)]
        entries += [(0x6FFFFFFE, base + head + len(strings)), (0x6FFFFFFF, len(asked))] if asked else []
        table = b"".join(struct.pack("<QQ", *entry) for entry in [*entries, (0, 0)])
        total = dynamic + len(table)
        header = b"\x7fELF\x02\x01\x01" + bytes(9)
        header += struct.pack("<HHIQQQIHHHHHH", 3, machine, 1, 0, 64, 0, 0, 64, 56, 2, 64, 0, 0)
        segments = struct.pack("<IIQQQQQQ", 1, 5, 0, base, base, total, total, 4096)
        segments += struct.pack("<IIQQQQQQ", 2, 6, dynamic, base + dynamic, 0, len(table), len(table), 8)
        return header + segments + bytes(strings) + needs + table

    return make


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A small program folder, made in no particular order."""
    root = tmp_path / "reportdesk"
    for name, text in {
        "lib/b.py": "b",
        "runtime/a.txt": "a",
        "lib/a.py": "a = 1\n",
        "start": "#!/bin/sh\n",
    }.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
    (root / "start").chmod(0o700)
    return root
