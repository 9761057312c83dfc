"""One thing that others made, as every list of components tells it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Component:
    """One thing that others made: what it is, under which licence it is here, and which file it came in."""

    name: str
    version: str
    licence: str
    origin: str = ""
    file: str = ""
    sha256: str = ""
    purl: str = ""
    #: The texts of its licence, as its makers ship them.
    texts: tuple[str, ...] = ()
