"""`check` of many mixed files in one call, beside plain unzip and lxml of the same files, in turns."""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from benchmarks.county import lay_out_county
from benchmarks.processes import apart_in_turns
from benchmarks.startup import warm_environment
from benchmarks.timing import Line

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
