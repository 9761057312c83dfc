"""The bytes of a project file: a header line with a hash, then the report as JSON."""

from __future__ import annotations

from reportdesk.frozen import Frozen
from reportdesk.project.errors import Damaged
from reportdesk.project.format.header import Header, refuse_unsound, seal, take_apart
from reportdesk.project.format.json_text import decode_json, encode_json, has_surrogate
from reportdesk.project.format.migrations import FORMAT, migrate
from reportdesk.project.format.project_body import project_data, read_project_data
from reportdesk.project.stamp import Stamp, digest
from reportdesk.report.model import Report


class ProjectFile(Frozen, frozen=True):
    """A project file that was read."""

    report: Report
    stamp: Stamp


def encode_project(report: Report, rev: int) -> bytes:
    """Return a project file's bytes; equal reports of equal revision give equal bytes."""
    return seal(encode_json(project_data(report)) + b"\n", rev)


def decode_project(data: bytes, where: str) -> ProjectFile:
    """Read a project file's bytes; raise FileError naming `where`."""
    parts = take_apart(data)
    header = refuse_unsound(parts, where)
    raw = decode_json(parts.body, where)
    if has_surrogate(raw):
        raise Damaged("文字里有不完整的字符", where=where, remedy="请用备份")
    report = read_project_data(migrate(raw, header.format), where)
    return ProjectFile(report, _stamp(header, data))


def _stamp(header: Header, data: bytes) -> Stamp:
    return Stamp(header.rev, digest(data), min(header.format, FORMAT))
