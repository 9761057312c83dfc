"""Documents of the tests' own making, each with one thing that offices, sites or programs do."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from tests.readers.paper import Paper


@dataclass
class Document:
    """A file and what a perfect reader makes of it."""

    name: str
    suffix: str
    data: bytes
    paper: Paper


COLLECTION: dict[str, Callable[[], Document]] = {}

#: What a function of the collection returns: suffix, bytes, and the paper.
Made = tuple[str, bytes, Paper]


def document(make: Callable[[], Made]) -> Callable[[], Made]:
    """Adds a document to the collection."""
    COLLECTION[make.__name__] = lambda: Document(make.__name__, *make())
    return make
