"""Measures the program beside the plain way of doing each thing: `.venv/bin/python benchmarks/run.py`.

Medians and ratios of this machine, in this run, as a table; what is compared runs in turns.
`run.py NAME...` measures some parts only.
"""

from __future__ import annotations

import os
import platform
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from benchmarks import (
    checking,
    collect,
    editing,
    files,
    growth,
    keys,
    keys_beside,
    marking,
    nil_report,
    reading,
    startup,
    word,
    words,
)
from benchmarks.timing import HEAD

PARTS = {
    "startup": startup.lines,
    "word": word.lines,
    "files": files.lines,
    "reading": reading.lines,
    "editing": editing.lines,
    "words": words.lines,
    "marking": marking.lines,
    "nil": nil_report.lines,
    "check": checking.lines,
    "collect": collect.lines,
    "growth": growth.lines,
    "keys": keys.lines,
    "beside": keys_beside.lines,
}


def main(names: list[str]) -> int:
    """Print the table of the parts named, of all without names."""
    unknown = set(names) - set(PARTS)
    if unknown:
        print(f"unknown: {', '.join(sorted(unknown))}; there are {', '.join(PARTS)}", file=sys.stderr)
        return 2
    cores = f"{os.cpu_count()} cores" if os.cpu_count() else "unknown cores"
    print(f"Python {platform.python_version()}, {platform.platform()}, {cores}, medians\n\n{HEAD}")
    for name in names or PARTS:
        for line in PARTS[name]():
            print(line, flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
