"""`check` of many mixed files in one call, beside plain unzip and lxml of the same files, in turns.

A call starts its workers, which is a good part of a hundred files; what a file costs in a worker that runs
already is measured in this process, by the worker's own job.
"""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Iterator
from functools import partial
from pathlib import Path

from benchmarks.county import lay_out_county
from benchmarks.plain import parse_all
from benchmarks.processes import apart_in_turns
from benchmarks.startup import warm_environment
from benchmarks.timing import Line, in_turns
from reportdesk.examined.job import get_ready, options_for, serve
from reportdesk.readers import load

FILES = 100
#: Characters of prose in each file.
LENGTHS = (600, 4_000)
ROUNDS = 2
#: So many files, one of each kind, are enough to compile all modules before it counts.
FEW = 8
#: What is run beside: the same files unzipped and parsed, nothing made of them.
PLAIN = Path(__file__).with_name("plain.py")


def lines() -> Iterator[Line]:
    """Times of one file among the many."""
    for characters in LENGTHS:
        folder = Path(tempfile.gettempdir()) / f"reportdesk-county-{characters}-{FILES}"
        lay_out_county(folder, FILES, characters)
        files, check = sorted(folder.iterdir()), [sys.executable, "-m", "reportdesk", "check"]
        plain = [sys.executable, PLAIN, folder]
        with tempfile.TemporaryDirectory() as passing:
            times = apart_in_turns(
                {"plain": plain, "check": [*check, *files]},
                warm_environment(Path(passing)),
                ROUNDS,
                before={"plain": plain, "check": [*check, *files[:FEW]]},
            )
        parsed, checked = times["plain"].of_each(FILES), times["check"].of_each(FILES)
        what = f"check: a file of {FILES} with {characters:,} characters"
        yield Line.of(f"{what}, unzip and lxml alone", parsed)
        yield Line.of(what, checked, "unzip and lxml", parsed)
        yield Line(f"{what}, a second", 1000 / checked.wall, unit="files/s", rounds=ROUNDS)
        warm = in_turns({"plain": partial(parse_all, folder), "served": partial(serve_all, folder)}, ROUNDS)
        alone, served = (warm[name].of_each(FILES) for name in ("plain", "served"))
        yield Line.of(f"{what}, in a warm worker", served, "unzip and lxml", alone)


def serve_all(folder: Path) -> None:
    """Read and check every file of a folder as a worker does for a collection: with digests and sketches."""
    get_ready(of_many=True)
    options = options_for(whole=True)
    for path in sorted(folder.iterdir()):
        serve(load(path), options)
