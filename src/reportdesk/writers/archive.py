"""Office files are zip archives: the same report must give the same bytes whenever it is written."""

from __future__ import annotations

import zipfile
from io import BytesIO


def with_fixed_dates(data: bytes) -> bytes:
    """Return the archive with the date of every entry set to the earliest that zip knows."""
    written = BytesIO()
    with zipfile.ZipFile(BytesIO(data)) as source, zipfile.ZipFile(written, "w") as target:
        for name in source.namelist():
            entry = zipfile.ZipInfo(name)
            target.writestr(entry, source.read(name), zipfile.ZIP_DEFLATED)
    return written.getvalue()
