"""The elements of a Word file: names without the namespace, which strict files have another of."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

if TYPE_CHECKING:
    from lxml.etree import _Element


def tag_of(element: _Element) -> str:
    """Return an element's name without its namespace; empty for a comment."""
    tag = element.tag
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""


class WordXml(msgspec.Struct):
    """One file's namespace, its place for errors, and what was met in it that needs a note."""

    prefix: str
    where: str
    has_revisions: bool = False
    left_out: set[str] = msgspec.field(default_factory=set)
    #: The names of all elements of the part, with the namespace; None where they were not listed.
    present: frozenset[str] | None = None

    @classmethod
    def of(cls, root: _Element, where: str) -> WordXml:
        """Learn the namespace from the main part, and which elements it has at all."""
        name = str(root.tag)
        prefix = name[: name.rindex("}") + 1] if "}" in name else ""
        return cls(prefix, where, present=frozenset(str(element.tag) for element in root.iter("*")))

    def elsewhere(self) -> WordXml:
        """Return the same for another part, of which nobody knows what it has."""
        return WordXml(self.prefix, self.where)

    def child(self, parent: _Element | None, *path: str) -> _Element | None:
        """Return what stands in an element at the end of a path, None where it is not."""
        # Most properties that are asked for stand nowhere in a file.
        if self.present is not None and f"{self.prefix}{path[-1]}" not in self.present:
            return None
        for name in path:
            if parent is None:
                return None
            parent = next(parent.iterchildren(f"{self.prefix}{name}"), None)
        return parent

    def value(self, parent: _Element | None, *path: str) -> str | None:
        """Return the value of a property, "" where it is there without one, None where it is not."""
        found = self.child(parent, *path)
        return None if found is None else found.get(f"{self.prefix}val", "")
