"""Steps that are done once: a folder made from the same facts is there already."""

from __future__ import annotations

import hashlib
import shutil
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import TypeAlias

from common.archives import sha256
from common.paths import BUILD
from common.run import timed

#: What a result hangs on: words, bytes, or the content of a file or of all files in a folder.
Fact: TypeAlias = str | bytes | Path


def fingerprint(facts: Iterable[Fact]) -> str:
    """Return what changes with each fact; a folder stands for all its files."""
    total = hashlib.sha256()
    for fact in facts:
        for part in _parts(fact):
            total.update(hashlib.sha256(part).digest())
    return total.hexdigest()


def step(folder: Path, facts: Iterable[Fact], make: Callable[[Path], None]) -> Path:
    """Return `folder`, made by `make` unless it was made from the same facts before.

    `make` fills an empty folder beside it, which takes the name only when whole: a build may be cut off at
    any moment.
    """
    stamp = folder.with_name(folder.name + ".made")
    wanted = fingerprint(facts)
    if folder.is_dir() and stamp.is_file() and stamp.read_text("ascii") == wanted:
        return folder
    stamp.unlink(missing_ok=True)
    new = folder.with_name(folder.name + ".new")
    shutil.rmtree(new, ignore_errors=True)
    new.mkdir(parents=True)
    make(new)
    shutil.rmtree(folder, ignore_errors=True)
    new.rename(folder)
    stamp.write_text(wanted, "ascii")
    return folder


def artifact(target: Path, facts: Iterable[Fact], make: Callable[[Path], None]) -> Path:
    """Return the file `target`, written by `make` unless it is the one that the same facts gave before.

    It is written elsewhere and takes its place when whole.
    """
    stamp, new = BUILD / "artifacts" / f"{target.name}.made", BUILD / "artifacts" / target.name
    wanted = fingerprint(facts)
    if target.is_file() and stamp.is_file() and stamp.read_text("ascii") == f"{wanted} {sha256(target)}":
        return target
    for folder in (target.parent, new.parent):
        folder.mkdir(parents=True, exist_ok=True)
    new.unlink(missing_ok=True)
    with timed(target.name):
        make(new)
    new.replace(target)
    stamp.write_text(f"{wanted} {sha256(target)}", "ascii")
    return target


def _parts(fact: Fact) -> Iterable[bytes]:
    if isinstance(fact, Path):
        files = sorted(path for path in fact.rglob("*") if path.is_file()) if fact.is_dir() else [fact]
        for file in files:
            if "__pycache__" not in file.parts:
                yield file.name.encode()
                yield file.read_bytes()
    else:
        yield fact.encode() if isinstance(fact, str) else fact
