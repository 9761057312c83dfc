"""Damage to a project file: every bit of its header, 10,000 flips of its body, every truncation."""

from __future__ import annotations

import random
from collections.abc import Iterator

from reportdesk.errors import FileError
from reportdesk.project.format.project_bytes import decode_project, encode_project
from reportdesk.project.format.rescue import rescue
from reportdesk.readers import read_report
from tests.faults.figures import Figures
from tests.faults.full import SAMPLE

_FLIPS = 10_000


def see_damage(flips: int = _FLIPS) -> Figures:
    """Damages a file in every way and reads it."""
    figures = Figures("damage is seen", broken=("accepted", "uncaught"))
    data = encode_project(read_report(SAMPLE), 17)
    header = data.index(b"\n") + 1
    for bit in range(header * 8):
        _read(_flipped(data, bit), "header bits", figures)
    draw = random.Random(11)
    for _ in range(flips):
        _read(_flipped(data, draw.randrange(header * 8, len(data) * 8)), "body bits", figures)
    for length in range(len(data)):
        _read(data[:length], "truncations", figures)
    return figures


def rescue_damage(flips: int = 1000) -> Figures:
    """Rescues damaged files: what comes out is marked, and nothing but a FileError comes instead."""
    figures = Figures("a rescue tells that it is one", broken=("unmarked", "uncaught"))
    report = read_report(SAMPLE)
    data = encode_project(report, 17)
    draw = random.Random(12)
    for _ in range(flips):
        hurt = _flipped(data, draw.randrange(len(data) * 8))
        try:
            found = rescue(hurt, "x")
        except FileError:
            figures.counts["nothing left"] += 1
        except Exception as error:
            figures.counts["uncaught"] += 1
            figures.details.append(repr(error))
        else:
            figures.counts["rescued"] += 1
            figures.counts["unmarked"] += not any(note.code == "read.rescued" for note in found.notes)
            figures.counts["cells kept"] += len(found.cells.items() & report.cells.items())
    return figures


def _flipped(data: bytes, bit: int) -> bytes:
    hurt = bytearray(data)
    hurt[bit // 8] ^= 1 << bit % 8
    return bytes(hurt)


def _read(data: bytes, what: str, figures: Figures) -> None:
    figures.counts[what] += 1
    try:
        decode_project(data, "x")
    except FileError:
        return
    except Exception as error:
        figures.counts["uncaught"] += 1
        figures.details.append(f"{what}: {error!r}")
    else:
        figures.counts["accepted"] += 1


def experiments() -> Iterator[Figures]:
    """Runs the whole."""
    yield see_damage()
    yield rescue_damage()
