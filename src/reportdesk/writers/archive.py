"""Office files are zip archives: the same report must give the same bytes whenever it is written.

So no entry has a date of its own. This also lets a machine write them whose clock stands before 1980, which
is the earliest that zip knows.
"""

from __future__ import annotations

from io import BytesIO
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo


class DatelessZip(ZipFile):
    """An archive whose entries all have the earliest date that zip knows."""

    def writestr(
        self,
        zinfo_or_arcname: str | ZipInfo,
        data: Any,
        compress_type: int | None = ZIP_DEFLATED,
        compresslevel: int | None = None,
    ) -> None:
        """Write an entry without asking the clock."""
        name = zinfo_or_arcname.filename if isinstance(zinfo_or_arcname, ZipInfo) else zinfo_or_arcname
        super().writestr(ZipInfo(name), data, compress_type, compresslevel)


def saved_document(document: Any) -> bytes:
    """Return a python-docx document as a file; its own `save` asks the clock for every entry."""
    from docx.opc.pkgwriter import PackageWriter

    # Its own `write` opens an archive that asks the clock; the steps of it take any.
    steps: Any = PackageWriter
    package = document.part.package
    parts = tuple(package.parts)
    for part in parts:
        part.before_marshal()
    written = BytesIO()
    with DatelessZip(written, "w") as archive:
        into = _Into(archive)
        steps._write_content_types_stream(into, parts)  # noqa: SLF001
        steps._write_pkg_rels(into, package.rels)  # noqa: SLF001
        steps._write_parts(into, parts)  # noqa: SLF001
    return written.getvalue()


class _Into:
    """Where python-docx writes the parts of a package to."""

    def __init__(self, archive: DatelessZip) -> None:
        self._archive = archive

    def write(self, pack_uri: Any, blob: bytes) -> None:
        self._archive.writestr(pack_uri.membername, blob)
