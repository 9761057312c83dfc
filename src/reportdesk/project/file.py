"""The project file `.rdesk`: a header line with a hash, then the report as JSON.

Whoever opens a file for editing takes its lock first, and a snapshot in the local profile guards what was
not saved yet; neither is this module's business: it reads and saves one file, and says truly how it went.
"""

from __future__ import annotations

from pathlib import Path

from reportdesk.errors import FileError
from reportdesk.project.disk.names import file_beside
from reportdesk.project.disk.safe_write import backup_of, read_bytes, safe_write
from reportdesk.project.errors import Damaged, Unconfirmed
from reportdesk.project.format.header import PROJECT, FileKind, take_apart
from reportdesk.project.format.json_text import MOST_BYTES
from reportdesk.project.format.migrations import FORMAT
from reportdesk.project.format.project_bytes import ProjectFile, decode_project, encode_project
from reportdesk.project.format.rescue import rescue
from reportdesk.project.stamp import Stamp, digest
from reportdesk.report.model import Report


def read_project(path: Path) -> ProjectFile:
    """Read a project file; raise FileError if it is damaged, newer than this program, or not ours.

    Damaged names the backup beside the file where there is a good one.
    """
    return project_of(read_bytes(path, MOST_BYTES), path)


def project_of(data: bytes, path: Path) -> ProjectFile:
    """Return the project file that bytes loaded from a path hold; raise FileError as `read_project` does."""
    try:
        return decode_project(data, str(path))
    except Damaged as error:
        name_backup(error, path)
        raise


def name_backup(error: Damaged, path: Path, kind: FileKind = PROJECT) -> None:
    """Let the error of a damaged file of a kind name the backup beside it, where there is a good one."""
    backup = backup_of(path)
    if _is_good(backup, kind):
        error.backup = backup
        error.remedy = f"上一次保存的备份完好：{backup}，把它复制成另一个 {kind.suffix} 文件再打开"


def rescue_project(path: Path) -> Report:
    """Read what a damaged project file still says, with a note that tells so; raise FileError if nothing."""
    return rescue(read_bytes(path, MOST_BYTES), str(path))


def save_project(path: Path, report: Report, base: Stamp | None) -> Stamp:
    """Save a report; `base` is what was read from that path. Raise FileError; the old file then stands.

    ChangedOnDisk says that the file is no longer what `base` says. The version before stays as `NAME.bak`;
    a file of an older format stays for good, as `NAME.formatN.bak`.
    """
    rev = base.rev + 1 if base else 1
    data = encode_project(report, rev)
    if base is not None and base.format < FORMAT and path.exists():
        older = file_beside(path, after=f".format{base.format}.bak")
        safe_write(older, read_bytes(path), keep_backup=False)
    return write_over(path, data, base, rev)


def write_over(path: Path, data: bytes, base: Stamp | None, rev: int, kind: FileKind = PROJECT) -> Stamp:
    """Write the bytes of a file of a kind over `base`, what was read there; raise FileError.

    Unconfirmed says what was written all the same.
    """
    try:
        written = safe_write(path, data, expected=base.sha256 if base else None)
    except Unconfirmed as error:
        error.stamp = Stamp(rev, digest(data), kind.format)
        raise
    return Stamp(rev, written, kind.format)


def _is_good(path: Path, kind: FileKind) -> bool:
    try:
        return take_apart(read_bytes(path, MOST_BYTES), kind).is_sound
    except FileError:
        return False
