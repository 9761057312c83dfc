"""The pages of the manual as they lie on the disk, in the order of its index."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from reportdesk.resources import manual_root

#: The page that names all others.
INDEX = "index"

_LINK = re.compile(r"\]\(([a-z-]+)\.md(?:#[^)]*)?\)")
_HEADING = re.compile(r"^# (.+)$", re.MULTILINE)
#: A line end between two wide characters is none: written Chinese has no blank there.
_BROKEN_LINE = re.compile(r"(?<=[⺀-鿿　-〿＀-￯])\n(?=(?:\*\*)?[⺀-鿿　-〿＀-￯])")


@dataclass(frozen=True, slots=True)
class ManualPage:
    """A page: the stem of its file, its heading, its Markdown."""

    name: str
    title: str
    text: str


@lru_cache(maxsize=4)
def read_manual(root: Path | None = None) -> tuple[ManualPage, ...]:
    """Return all pages of the manual, the shipped one by default: the index first, then as it names them."""
    folder = root or manual_root()
    index = read_page(folder / f"{INDEX}.md")
    names = dict.fromkeys(_LINK.findall(index.text))
    return (index, *(read_page(folder / f"{name}.md") for name in names if name != INDEX))


def read_page(path: Path) -> ManualPage:
    """Return one page, the lines of its paragraphs joined."""
    text = _BROKEN_LINE.sub("", path.read_text(encoding="utf-8"))
    found = _HEADING.search(text)
    return ManualPage(path.stem, found[1] if found else path.stem, text)
