"""Which version of a project file is meant: what saves, snapshots and errors have in common."""

from __future__ import annotations

from typing import NamedTuple


# No `Frozen`: what is saved atomically stands on the way to the first screen, which does without msgspec.
class Stamp(NamedTuple):
    """What was last read from, or written to, a project file: its revision, its bytes' hash, its format."""

    rev: int
    sha256: str
    format: int


def digest(data: bytes) -> str:
    """Return the SHA-256 of a file's bytes in hexadecimal."""
    # Late: it brings OpenSSL along, and few files carry a hash.
    from hashlib import sha256

    return sha256(data).hexdigest()
