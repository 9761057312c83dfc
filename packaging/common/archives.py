"""Archives that are the same bytes whenever the same files go in."""

from __future__ import annotations

import hashlib
import lzma
import os
import stat
import tarfile
import time
import zipfile
from collections.abc import Iterator
from pathlib import Path


def all_files(folder: Path) -> list[Path]:
    """Return every file and link below a folder, in an order that no file system decides."""
    found = [path for path in folder.rglob("*") if path.is_symlink() or not path.is_dir()]
    return sorted(found, key=lambda path: path.relative_to(folder).as_posix())


def settle(folder: Path, epoch: int) -> None:
    """Give everything below a folder one time, and the rights that its being a program asks for."""
    for path in [*folder.rglob("*"), folder]:
        if not path.is_symlink():
            path.chmod(0o755 if path.is_dir() or _is_program(path) else 0o644)
        os.utime(path, (epoch, epoch), follow_symlinks=False)


def write_zip(folder: Path, target: Path, epoch: int) -> None:
    """Write a folder, under its own name, into a zip."""
    moment = time.gmtime(epoch)[:6]
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        for path in all_files(folder):
            entry = zipfile.ZipInfo(path.relative_to(folder.parent).as_posix(), moment)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.external_attr = (stat.S_IFREG | 0o644) << 16
            archive.writestr(entry, path.read_bytes(), compresslevel=9)


def write_tar_xz(folder: Path, target: Path, epoch: int) -> None:
    """Write a folder, under its own name and as of nobody, into a tar.xz."""

    def settled(entry: tarfile.TarInfo) -> tarfile.TarInfo:
        entry.uid = entry.gid = 0
        entry.uname = entry.gname = "root"
        entry.mtime = epoch
        entry.mode = 0o755 if entry.isdir() or entry.mode & stat.S_IXUSR else 0o644
        return entry

    with (
        lzma.open(target, "wb", preset=6, check=lzma.CHECK_CRC64) as packed,
        tarfile.open(fileobj=packed, mode="w", format=tarfile.PAX_FORMAT) as archive,
    ):
        for path in [folder, *_everything(folder)]:
            name = path.relative_to(folder.parent).as_posix()
            archive.add(path, name, recursive=False, filter=settled)


def _is_program(path: Path) -> bool:
    """Return whether somebody starts a file: no library is, nor a module that was a script once."""
    return bool(path.stat().st_mode & stat.S_IXUSR) and path.suffix != ".py" and ".so" not in path.suffixes


def sha256(path: Path) -> str:
    """Return a file's SHA-256."""
    with path.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()


def _everything(folder: Path) -> Iterator[Path]:
    yield from sorted(folder.rglob("*"), key=lambda path: path.relative_to(folder).as_posix())
