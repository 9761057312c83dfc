"""The commit that is built: its files, its version, its time, and the wheel made from it."""

from __future__ import annotations

import io
import re
import sys
import tarfile
from dataclasses import dataclass
from pathlib import Path

from common.paths import BUILD, ROOT
from common.run import BuildError, output, run, say
from common.steps import step

_VERSION = re.compile(r'^__version__ = "([0-9][0-9A-Za-z.]*)"$', re.MULTILINE)


@dataclass(frozen=True)
class Commit:
    """One commit: its hash, its time in seconds of the epoch, and the version that its program tells."""

    hash: str
    epoch: int
    version: str

    @property
    def numbers(self) -> tuple[int, int, int, int]:
        """The version as the four numbers that Windows wants."""
        found = [int(part) for part in re.findall(r"\d+", self.version)[:3]]
        first, second, third = (*found, 0, 0, 0)[:3]
        return first, second, third, 0


def commit_of(name: str = "HEAD") -> Commit:
    """Return the commit of that name; say so if the working tree holds what no commit does."""
    words = output(["git", "log", "-1", "--format=%H %ct", f"{name}^{{commit}}"], cwd=ROOT).decode().split()
    commit, epoch = words[0], int(words[1])
    module = output(["git", "show", f"{commit}:src/reportdesk/__init__.py"], cwd=ROOT).decode("utf-8")
    if output(["git", "status", "--porcelain", "--untracked-files=no"], cwd=ROOT):
        say(f"uncommitted changes: the program is that of {commit[:12]}, only the packing is the tree's")
    return Commit(commit, epoch, version_in(module))


def version_in(module: str) -> str:
    """Return the version that the package's own `__init__.py` tells."""
    found = _VERSION.search(module)
    if found is None:
        raise BuildError("src/reportdesk/__init__.py tells no __version__")
    return found[1]


def source_of(commit: Commit) -> Path:
    """Return a folder with the commit's files, exactly as they are in git."""

    def unpack(folder: Path) -> None:
        packed = output(["git", "archive", "--format=tar", commit.hash], cwd=ROOT)
        with tarfile.open(fileobj=io.BytesIO(packed)) as archive:
            archive.extractall(folder, filter="data")

    return step(BUILD / "source", [commit.hash], unpack)


def wheel_of(commit: Commit) -> Path:
    """Return the program's wheel, built from the commit by the locked build tool."""
    source = source_of(commit)

    def build(folder: Path) -> None:
        command: list[str | Path] = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", folder]
        run(
            command,
            cwd=source,
            env={"SOURCE_DATE_EPOCH": str(commit.epoch)},
            log=BUILD / "logs" / "wheel.log",
        )

    (wheel,) = step(BUILD / "wheel", [commit.hash], build).glob("*.whl")
    return wheel
