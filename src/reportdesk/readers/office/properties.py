"""What an Office package tells of itself: when it was written."""

from __future__ import annotations

from datetime import UTC, datetime

from reportdesk.errors import FileError
from reportdesk.patterns import late
from reportdesk.readers.protocol import Source

_CORE = "docProps/core.xml"
_MODIFIED = late(rb"<dcterms:(modified|created)\b[^>]*>([^<]+)</dcterms:\1>")
#: Programs that do not tell a time, this one among them, write the year in which zip's calendar begins.
_FIRST_YEAR = 1981


def time_written(source: Source) -> str:
    """Return when an Office package says that it was last written (ISO, UTC); "" where it does not say."""
    if not source.data.startswith(b"PK"):
        return ""
    try:
        package = source.package
        properties = dict(_MODIFIED.findall(package.read(_CORE))) if _CORE in package.names else {}
    except FileError:
        return ""
    return _utc(properties.get(b"modified") or properties.get(b"created") or b"")


def _utc(written: bytes) -> str:
    try:
        moment = datetime.fromisoformat(written.decode("ascii").strip())
    except ValueError:
        return ""
    moment = moment.replace(tzinfo=UTC) if moment.tzinfo is None else moment.astimezone(UTC)
    return moment.isoformat() if moment.year >= _FIRST_YEAR else ""
