"""The first words of an answer, and how a worker tells why a file was not read."""

from __future__ import annotations

import msgspec

#: The first word of an answer.
READ, REFUSED = b"read\n", b"refused\n"


class ReadingRefused(msgspec.Struct, frozen=True):
    """Why a file was not read: the error's class and its three parts; `trace` is where a defect came from."""

    kind: str
    what: str
    where: str = ""
    remedy: str = ""
    trace: list[str] = []
