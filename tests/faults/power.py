"""Power cuts: an ext4 on a loop file is shut down, its journal unwritten, before each call of a save."""

from __future__ import annotations

import contextlib
import fcntl
import os
import struct
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from reportdesk.errors import FileError
from reportdesk.project.file import read_project, save_project
from tests.faults.calls import with_mark
from tests.faults.figures import Figures

_SHUTDOWN = 0x8004587D
_NO_FLUSH = 2
_CALLS = ("open", "write", "fsync", "close", "link", "replace", "unlink", "fchmod", "fchown", "stat")


def cut_at_every_call(every: int = 1) -> Figures:
    """Cuts the power before each (or each `every`-th) call of a save, and after it was called saved."""
    figures = Figures("“saved” survives a power cut", broken=("damaged", "lost after saved"))
    if sys.platform != "linux" or os.geteuid() != 0:
        figures.skipped = "only root may mount a file system"
        return figures
    with tempfile.TemporaryDirectory() as name:
        image, mount = Path(name) / "disk.img", Path(name) / "disk"
        mount.mkdir()
        try:
            cut = 1
            while _cut_at(cut, image, mount, figures):
                cut += every
        except _NoDisk as error:
            figures.skipped = str(error)
    return figures


class _NoDisk(Exception):
    """A loop device cannot be had here."""


@contextlib.contextmanager
def _disk(image: Path, mount: Path) -> Iterator[None]:
    done = subprocess.run(["mount", "-o", "loop", image, mount], capture_output=True, text=True, check=False)
    if done.returncode:
        raise _NoDisk(f"no loop device can be mounted here: {done.stderr.strip()}")
    try:
        yield
    finally:
        subprocess.run(["umount", mount], check=True)


def _cut_at(cut: int, image: Path, mount: Path, figures: Figures) -> bool:
    """Cuts before the call of that number; False once the save had fewer."""
    with image.open("wb") as file:
        file.truncate(16 * 1024 * 1024)
    subprocess.run(["mkfs.ext4", "-q", "-F", image], check=True)
    with _disk(image, mount):
        path = mount / "x.rdesk"
        save_project(path, with_mark("old"), None)
        os.sync()
        command = [sys.executable, "-m", "tests.faults.power", path, mount, str(cut)]
        said = subprocess.run(command, capture_output=True, text=True, check=False, timeout=60).stdout.split()
    with _disk(image, mount):
        _judge(mount / "x.rdesk", cut, said, figures)
    return "end" not in said


def _judge(path: Path, cut: int, said: list[str], figures: Figures) -> None:
    figures.counts["cuts"] += 1
    try:
        found = read_project(path).report.texts["other"]
    except FileError as error:
        figures.counts["damaged"] += 1
        figures.details.append(f"before call {cut} ({' '.join(said)}): {error}")
        return
    figures.counts[found] += 1
    if "saved" in said and found != "new":
        figures.counts["lost after saved"] += 1
        figures.details.append(f"before call {cut} ({' '.join(said)}): found {found}")


def _save_and_cut(path: Path, mount: Path, cut: int) -> None:
    """Saves in this process; before the call of that number, or right after the save, the power goes."""
    read = read_project(path)
    switch = os.open(mount, os.O_RDONLY)
    made = 0

    def lose_power(name: str) -> None:
        fcntl.ioctl(switch, _SHUTDOWN, struct.pack("I", _NO_FLUSH))
        print(name, flush=True)  # noqa: T201
        os._exit(0)

    def counted(name: str) -> Any:
        real = getattr(os, name)

        def call(*arguments: Any, **options: Any) -> Any:
            nonlocal made
            made += 1
            if made == cut:
                lose_power(name)
            return real(*arguments, **options)

        return call

    for name in _CALLS:
        setattr(os, name, counted(name))
    save_project(path, with_mark("new"), read.stamp)
    print("saved", flush=True)  # noqa: T201
    lose_power("end")


def experiments() -> Iterator[Figures]:
    """Runs the whole."""
    yield cut_at_every_call()


if __name__ == "__main__":
    _save_and_cut(Path(sys.argv[1]), Path(sys.argv[2]), int(sys.argv[3]))
