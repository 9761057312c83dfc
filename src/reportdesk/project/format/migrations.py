"""Older project files, brought up to date in memory: one function on raw data for each version.

The function at index n turns the body of format n + 1 into that of format n + 2, so that the format's
version is their count plus one. The first save in a newer format keeps the old file beside the new one.
A function, once released, never changes.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

RawBody = dict[str, Any]
Migration = Callable[[RawBody], RawBody]

MIGRATIONS: tuple[Migration, ...] = ()

#: The version of the project file that this program writes.
FORMAT = len(MIGRATIONS) + 1

#: The oldest format whose programs can read what this one writes without losing anything.
MIN_READER = 1


def migrate(body: RawBody, version: int, steps: Sequence[Migration] = MIGRATIONS) -> RawBody:
    """Bring a body of an older format up to date; `version` is at least 1."""
    for step in steps[version - 1 :]:
        body = step(body)
    return body
