"""The icons as pixels: `python3 packaging/common/icons.py` draws them anew from the SVG files.

The results are committed, so that a build needs no renderer; `rsvg-convert` is in Debian's librsvg2-bin.
"""

from __future__ import annotations

import struct
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

FOLDER = Path(__file__).resolve().parent / "icons"
SOURCES = FOLDER.parents[2] / "src"
#: What Windows picks from for lists, desktops and screens of high density.
WINDOWS_SIZES = (16, 20, 24, 32, 40, 48, 64, 256)
#: The sizes of the hicolor theme that are installed beside the SVG.
LINUX_SIZES = (16, 24, 32, 48, 64, 128, 256)
NAMES = ("reportdesk", "rdesk", "rdset")


def drawing(name: str) -> Path:
    """Return the SVG of an icon; the program's own is the one in its window."""
    return next(SOURCES.rglob("program/reportdesk.svg")) if name == "reportdesk" else FOLDER / f"{name}.svg"


def as_ico(pictures: Sequence[tuple[int, bytes]]) -> bytes:
    """Return a Windows icon of square PNG pictures, each with the length of its side."""
    place = 6 + 16 * len(pictures)
    entries, body = b"", b""
    for side, png in pictures:
        short = side % 256
        entries += struct.pack("<BBBBHHII", short, short, 0, 0, 1, 32, len(png), place + len(body))
        body += png
    return struct.pack("<HHH", 0, 1, len(pictures)) + entries + body


def draw(name: str, side: int) -> bytes:
    """Return an icon as a PNG of that many pixels a side."""
    size = ["--width", str(side), "--height", str(side)]
    return subprocess.run(["rsvg-convert", *size, drawing(name)], check=True, capture_output=True).stdout


def main() -> int:
    """Draw all icons; return the exit status."""
    for name in NAMES:
        pictures = {side: draw(name, side) for side in {*WINDOWS_SIZES, *LINUX_SIZES}}
        (FOLDER / f"{name}.ico").write_bytes(as_ico([(side, pictures[side]) for side in WINDOWS_SIZES]))
        for side in LINUX_SIZES:
            (FOLDER / f"{name}-{side}.png").write_bytes(pictures[side])
    return 0


if __name__ == "__main__":
    sys.exit(main())
