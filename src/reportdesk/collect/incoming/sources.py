"""The files of a collection: a folder walked, a file, a .zip; nothing of them is changed or unpacked."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from reportdesk.collect.incoming.archive import CONTENT_TYPES, UNPACK, Archive, Member
from reportdesk.errors import FileError
from reportdesk.project import SET_SUFFIX
from reportdesk.project.errors import Missing, cannot_read
from reportdesk.readers import load
from reportdesk.readers.protocol import Source

_ZIP = ".zip"
#: Packed files that only a program of their own opens.
_OTHER_ARCHIVES = frozenset({".rar", ".7z", ".tar", ".gz", ".tgz", ".bz2", ".xz", ".cab", ".iso"})
_LEFT_ASIDE = (".bak", SET_SUFFIX, ".tmp")
_LEFT_ASIDE_NAMES = frozenset({"thumbs.db", "desktop.ini", "__macosx"})


@dataclass(frozen=True, slots=True)
class SourceFile:
    """A file to read: its name as told, when it was written (seconds since 1970), its size, how to load it.

    `problem` says why it cannot be read, where that is known already.
    """

    name: str
    written: float
    size: int
    load: Callable[[], Source]
    problem: FileError | None = None

    @property
    def stem(self) -> str:
        """Return the file's own name without folder and suffix."""
        return Path(self.name).stem

    @property
    def mark(self) -> tuple[str, float, int]:
        """Return what tells a file from the same file rewritten."""
        return self.name, self.written, self.size


def files_of(paths: Iterable[Path], *, besides: Iterable[Path] = ()) -> Iterator[SourceFile]:
    """Yield the files of some paths, each folder's in the order of their names; `besides` are left out.

    Raise FileError for a path that is not there or cannot be looked into; what lies inside and cannot be
    read comes with its problem.
    """
    outputs = frozenset(os.path.realpath(path) for path in besides)
    seen: set[str] = set()
    for path in paths:
        if not path.exists():
            raise Missing("找不到这个文件或文件夹", where=str(path), remedy="请检查名字和位置")
        if path.is_dir():
            _refuse_closed(path)
            found = _walk(path, os.path.realpath(path), outputs)
        else:
            found = _zipped(path, must_open=True) if path.suffix.lower() == _ZIP else iter([_source_at(path)])
        for file in found:
            if file.name not in seen:
                seen.add(file.name)
                yield file


def load_named(path: Path) -> Source:
    """Load a file that a collection named, also one in a .zip (`a.zip/甲.docx`); raise FileError."""
    for above in path.parents:
        if above.is_file():
            name = str(path)
            found = next((file for file in files_of([above]) if file.name == name), None)
            if found is not None:
                return found.load()
            break
    if not path.exists():
        raise Missing("这个单位的文件不在原处了", where=str(path), remedy="请在“汇总”里重新读取")
    return load(path)


def _refuse_closed(folder: Path) -> None:
    try:
        os.scandir(folder).close()
    except OSError as error:
        raise cannot_read(error, folder) from error


def _walk(folder: Path, root: str, outputs: frozenset[str]) -> Iterator[SourceFile]:
    """Yield a folder's files, then its folders'; a link that leads out of the root is passed over."""
    try:
        entries = sorted(folder.iterdir(), key=lambda entry: (entry.is_dir(), entry.name))
    except OSError as error:
        yield _broken(folder, cannot_read(error, folder))
        return
    for entry in entries:
        real = os.path.realpath(entry)
        if is_left_aside(entry.name) or real in outputs or not _lies_in(real, root):
            continue
        if entry.is_dir():
            # A link to a folder inside leads to what is walked anyway, or round in circles.
            if real == os.path.join(os.path.realpath(folder), entry.name):  # noqa: PTH118
                yield from _walk(entry, root, outputs)
        elif entry.suffix.lower() == _ZIP:
            yield from _zipped(entry)
        else:
            yield _source_at(entry)


def is_left_aside(name: str) -> bool:
    """Tell whether a file or folder is none of a collection: hidden, a lock, a backup, a system's own."""
    lower = name.lower()
    return lower.startswith((".", "~$")) or lower.endswith(_LEFT_ASIDE) or lower in _LEFT_ASIDE_NAMES


def _lies_in(real: str, root: str) -> bool:
    return real == root or real.startswith(root.rstrip(os.sep) + os.sep)


def _source_at(path: Path) -> SourceFile:
    if (suffix := path.suffix.lower()) in _OTHER_ARCHIVES:
        return _broken(path, FileError(f"这是 {suffix} 压缩包，读不了", where=str(path), remedy=UNPACK))
    try:
        found = path.stat()
    except OSError as error:
        return _broken(path, cannot_read(error, path))
    return SourceFile(str(path), found.st_mtime, found.st_size, partial(load, path))


def _broken(path: Path, error: FileError) -> SourceFile:
    return SourceFile(str(path), 0.0, 0, partial(_raise, error), error)


def _raise(error: FileError) -> Source:
    raise error


def _zipped(path: Path, *, must_open: bool = False) -> Iterator[SourceFile]:
    try:
        archive = Archive(path)
    except FileError as error:
        if must_open:
            raise
        yield _broken(path, error)
        return
    if archive.is_document:
        yield _source_at(path)
        return
    for member in archive.members():
        name = f"{path}/{member.name}"
        if any(is_left_aside(part) for part in Path(member.name).parts):
            continue
        load_ = partial(_unpacked, archive, member, name)
        yield SourceFile(name, member.written, member.size, load_)


def _unpacked(archive: Archive, member: Member, name: str) -> Source:
    """Inflate a member; refuse a packed file in it, but for an Office file that is named so."""
    suffix = Path(member.name).suffix.lower()
    if suffix not in _OTHER_ARCHIVES:
        source = archive.load(member, name)
        if suffix != _ZIP or CONTENT_TYPES.encode() in source.data:
            return source
    raise FileError("这是压缩包里的压缩包，读不了", where=name, remedy=UNPACK)
