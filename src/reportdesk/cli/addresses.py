"""Addresses of files, as file managers and chat programs hand them over in the place of paths."""

from __future__ import annotations

from collections.abc import Iterable
from urllib.parse import urlsplit


def with_paths(words: Iterable[str]) -> list[str]:
    """Return a call's words with the path of a local file for its address (file:///...)."""
    return [path_of(word) if word.lower().startswith("file:") else word for word in words]


def path_of(address: str) -> str:
    """Return the path that an address of a file means, on another machine's share too."""
    # Late: it loads all that the network needs, and few calls have an address.
    from urllib.request import url2pathname

    parts = urlsplit(address)
    host = "" if parts.netloc in {"", "localhost"} else f"//{parts.netloc}"
    return url2pathname(f"{host}{parts.path}")
