#!/usr/bin/env python3
"""Builds what people install, from a commit, on Debian: see packaging/README.md."""

from __future__ import annotations

import sys
from argparse import ArgumentParser, Namespace
from collections.abc import Sequence
from pathlib import Path

from common.run import BuildError, say, timed
from common.source import Commit, commit_of
from common.targets import target_of
from common.tools import enter

KINDS = ("windows", "deb", "tarball")


def main(words: Sequence[str]) -> int:
    """Build what `words` name and return the exit status."""
    call = parse(words)
    try:
        enter(Path(__file__).resolve(), words)
        commit = commit_of(call.commit)
        with timed(f"{call.kind} of {commit.version}, {commit.hash[:12]}"):
            made = build(call.kind, call.arch, commit)
    except BuildError as error:
        say(f"stopped: {error}")
        return 1
    for path in made:
        print(f"{path.stat().st_size / 1e6:7.1f} MB  {path}")
    return 0


def parse(words: Sequence[str]) -> Namespace:
    """Return what is asked for."""
    parser = ArgumentParser(description=__doc__)
    parser.add_argument("kind", choices=KINDS)
    parser.add_argument("--arch", choices=("x86_64", "aarch64"), default="x86_64")
    parser.add_argument("--commit", default="HEAD", help="what git calls it; the last one by default")
    return parser.parse_args(words)


def build(kind: str, arch: str, commit: Commit) -> list[Path]:
    """Build one kind of artifact and return the files in dist/."""
    if kind == "windows":
        from windows.artifacts import build_windows

        return build_windows(target_of("windows", arch), commit)
    from linux.artifacts import build_deb, build_tarball

    make = build_deb if kind == "deb" else build_tarball
    return [make(target_of("linux", arch), commit)]


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
