"""The elements of a Word file: names without the namespace, which strict files have another of."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

if TYPE_CHECKING:
    from lxml.etree import _Element

#: More names than any file has; what is remembered ends there.
_MOST_NAMES = 2_000


class _Names(dict[object, str]):
    """Names without the namespace, worked out once for each; a comment's is empty."""

    def __missing__(self, tag: object) -> str:
        if len(self) >= _MOST_NAMES:
            self.clear()
        name = self[tag] = tag.rpartition("}")[2] if isinstance(tag, str) else ""
        return name


_names = _Names()


def tag_of(element: _Element) -> str:
    """Return an element's name without its namespace; empty for a comment."""
    return _names[element.tag]


class WordXml(msgspec.Struct):
    """One file's namespace, its place for errors, and what was met in it that needs a note."""

    prefix: str
    where: str
    has_revisions: bool = False
    left_out: set[str] = msgspec.field(default_factory=set)
    #: The main part, in which a name that stands nowhere is looked for once; None for another part.
    _root: _Element | None = None
    _present: dict[str, bool] = msgspec.field(default_factory=dict)

    @classmethod
    def of(cls, root: _Element, where: str) -> WordXml:
        """Learn the namespace from the main part."""
        name = str(root.tag)
        return cls(name[: name.rindex("}") + 1] if "}" in name else "", where, _root=root)

    def child(self, parent: _Element | None, *path: str) -> _Element | None:
        """Return what stands in an element at the end of a path, None where it is not."""
        # Most properties that are asked for stand nowhere in a file.
        if not self._has(path[-1]):
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

    def _has(self, name: str) -> bool:
        """Tell whether an element of a name may stand in the part at all."""
        if self._root is None:
            return True
        if name not in self._present:
            self._present[name] = next(self._root.iter(f"{self.prefix}{name}"), None) is not None
        return self._present[name]
