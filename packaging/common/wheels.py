"""The wheels of a target, fetched once by the lock's hashes, and which of their files go into a program."""

from __future__ import annotations

import fnmatch
import sys
import tomllib
import zipfile
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from common.locks import Locked, meant_for, read_lock
from common.paths import BUILD, CACHE, LOCKS
from common.run import BuildError, run
from common.steps import fingerprint, step
from common.targets import PYTHON, Target

LOCK = LOCKS / "bundle.txt"


def fetch_wheels(target: Target) -> list[Path]:
    """Return the wheels that the program needs on `target`, in the order of their names."""
    entries = meant_for(read_lock(LOCK), target.markers)
    lines = "\n".join(entry.line() for entry in entries) + "\n"

    def fetch(folder: Path) -> None:
        names = folder.parent / f"{target.name}.txt"
        names.write_text(lines, "utf-8")
        platforms = [word for wheel in target.wheels for word in ("--platform", wheel)]
        abis = [word for abi in (f"cp{PYTHON.replace('.', '')}", "abi3", "none") for word in ("--abi", abi)]
        run(
            [
                *_pip(),
                *platforms,
                *abis,
                "--python-version",
                PYTHON,
                "--only-binary=:all:",
                "-r",
                names,
                "-d",
                folder,
            ],
            log=BUILD / "logs" / f"wheels-{target.name}.log",
        )

    wheels = sorted(step(CACHE / f"wheels-{target.name}", [lines], fetch).glob("*.whl"))
    if len(wheels) != len(entries):
        raise BuildError(
            f"{len(entries)} wheels are locked for {target.name}, {len(wheels)} came: delete {CACHE}"
        )
    return wheels


def fetch_sdist(entry: Locked) -> Path:
    """Return the source archive of one locked project, as it is; nothing of it is installed."""

    def fetch(folder: Path) -> None:
        names = folder.parent / f"{entry.name}.txt"
        names.write_text(entry.line() + "\n", "utf-8")
        # pip asks a source archive for its metadata, by the setuptools of our own lock.
        words = ["--no-binary=:all:", "--no-build-isolation", "-r", str(names), "-d", str(folder)]
        run([*_pip(), *words], log=BUILD / "logs" / f"{entry.name}.log")

    facts = [fingerprint([entry.line()])]
    (archive,) = step(CACHE / f"{entry.name}-{entry.version}", facts, fetch).glob("*.tar.gz")
    return archive


def _pip() -> list[str]:
    return [sys.executable, "-m", "pip", "download", "--quiet", "--no-deps", "--require-hashes"]


@dataclass(frozen=True)
class Contents:
    """Which files of wheels a program has: `drop` everywhere, and of the folders in `only` no others."""

    drop: tuple[str, ...]
    only: Mapping[str, tuple[str, ...]]

    @classmethod
    def read(cls, path: Path) -> Contents:
        """Read it from a `contents.toml`."""
        data = tomllib.loads(path.read_text("utf-8"))
        return cls(tuple(data["drop"]), {name: tuple(kept) for name, kept in data["only"].items()})

    def has(self, name: str) -> bool:
        """Return whether a wheel's file goes into the program; `*` in a pattern also stands for folders."""
        if any(fnmatch.fnmatchcase(name, pattern) for pattern in self.drop):
            return False
        top, _, rest = name.partition("/")
        return top not in self.only or any(fnmatch.fnmatchcase(rest, kept) for kept in self.only[top])


def unpack_wheels(wheels: Iterable[Path], contents: Contents, folder: Path) -> None:
    """Unpack into `folder` the files that a program has of each wheel."""
    for wheel in wheels:
        with zipfile.ZipFile(wheel) as archive:
            for entry in archive.infolist():
                if not entry.is_dir() and contents.has(entry.filename):
                    archive.extract(entry, folder)


def unmatched(contents: Contents, names: Sequence[str]) -> list[str]:
    """Return the patterns of `only` that no file matches: a newer wheel may call it otherwise."""
    return [
        f"{top}/{pattern}"
        for top, patterns in contents.only.items()
        for pattern in patterns
        if not any(fnmatch.fnmatchcase(name, f"{top}/{pattern}") for name in names)
    ]
