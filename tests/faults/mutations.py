"""2,000 mutations of each kind of file: bytes of it and of its parts, tags doubled, moved and left out."""

from __future__ import annotations

import io
import random
import re
import signal
import tempfile
import time
import zipfile
from collections import Counter
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

from reportdesk.errors import FileError
from reportdesk.readers import read_report
from reportdesk.writers import render
from tests.faults.figures import Figures
from tests.faults.full import SAMPLE

KINDS = (".docx", ".xlsx", ".html", ".rdesk")
_EACH = 2000
_SOON = 2.0
_HANGS = 20
_TAG = re.compile(rb"<[^<>]*>")
_HARMFUL = (
    b"\0",
    b"\xff",
    b"<",
    b">",
    b"&",
    b'"',
    b"<!DOCTYPE x>",
    b"&#0;",
    b"999999999999",
    b"-1",
    b"{{1}}",
    b"\xed\xa0\x80",
)


def mutate(kind: str, each: int = _EACH) -> Figures:
    """Reads that many mutations of one kind, in two processes."""
    figures = Figures(f"a mutated {kind} is read or refused", broken=("uncaught", "slow", "accepted"))
    half = each // 2
    with ProcessPoolExecutor(2) as pool:
        for counts, details in pool.map(_read_some, [kind] * 2, [0, half], [half, each]):
            figures.counts.update(counts)
            figures.details += details
    return figures


def mutation(kind: str, original: bytes, number: int) -> bytes:
    """Returns the mutation of that number, which is never the original."""
    draw = random.Random(f"{kind} {number}")
    mutated = original
    while mutated == original:
        mutated = _mutated(kind, original, draw)
    return mutated


def _mutated(kind: str, original: bytes, draw: random.Random) -> bytes:
    if kind not in {".docx", ".xlsx"} or draw.random() < 0.25:
        return _hurt(original, draw)
    with zipfile.ZipFile(io.BytesIO(original)) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    main = [
        name for name in parts if re.search(r"document\.xml$|sheet\d+\.xml$|sharedStrings|item\d+\.xml", name)
    ]
    name = draw.choice(main if draw.random() < 0.7 else list(parts))
    parts[name] = _hurt(parts[name], draw)
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive:
        for part, data in parts.items():
            archive.writestr(part, data)
    return packed.getvalue()


def _hurt(data: bytes, draw: random.Random) -> bytes:
    hurt = bytearray(data)
    for _ in range(draw.choice((1, 1, 2, 5, 20))):
        place = draw.randrange(len(hurt) + 1)
        match draw.randrange(6):
            case 0:
                hurt[place : place + 1] = draw.randbytes(1)
            case 1:
                del hurt[place : place + draw.choice((1, 10, 1000))]
            case 2:
                hurt[place:place] = draw.choice(_HARMFUL)
            case 3:
                start = draw.randrange(len(hurt) + 1)
                hurt[place:place] = hurt[start : start + draw.choice((10, 200, 5000))]
            case 4:
                _move_tag(hurt, draw)
            case _:
                del hurt[place:]
        if not hurt:
            return b""
    return bytes(hurt)


def _move_tag(hurt: bytearray, draw: random.Random) -> None:
    tags = [match.span() for match in _TAG.finditer(hurt)]
    if not tags:
        return
    start, end = draw.choice(tags)
    tag = bytes(hurt[start:end])
    if draw.random() < 0.7:
        del hurt[start:end]
    if draw.random() < 0.7:
        place = min(draw.choice(tags)[0], len(hurt))
        hurt[place:place] = tag


def _read_some(kind: str, first: int, after: int) -> tuple[Counter[str], list[str]]:
    counts: Counter[str] = Counter()
    details: list[str] = []
    original = render(read_report(SAMPLE), kind)
    signal.signal(signal.SIGALRM, _give_up)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / f"x{kind}"
        for number in range(first, after):
            path.write_bytes(mutation(kind, original, number))
            counts["mutations"] += 1
            begun = time.process_time()
            signal.alarm(_HANGS)
            try:
                read_report(path)
            except FileError:
                counts["refused"] += 1
            except Exception as error:
                counts["uncaught"] += 1
                details.append(f"{kind} {number}: {error!r}"[:300])
            else:
                # What a document shows may have been changed; a project file is as it was, or is refused.
                counts["accepted" if kind == ".rdesk" else "read"] += 1
            signal.alarm(0)
            if time.process_time() - begun > _SOON:
                counts["slow"] += 1
                details.append(f"{kind} {number}: {time.process_time() - begun:.1f} s")
    return counts, details


def _give_up(*_: object) -> None:
    raise TimeoutError


def experiments() -> Iterator[Figures]:
    """Runs the whole."""
    for kind in KINDS:
        yield mutate(kind)
