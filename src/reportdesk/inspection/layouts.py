"""What an office's own Word layout would bring into every report: who drew it, when, comments, edits."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

from reportdesk.form.model import Form
from reportdesk.inspection.package_traces import OpenPackage
from reportdesk.inspection.word import clean_word, word_traces
from reportdesk.project.carried import NAMESPACE
from reportdesk.readers.found.package import Package
from reportdesk.writers.layouts.layout_file import word_layout_file

#: What a file of ours names on purpose, or what its reader may follow.
_OWN = frozenset({"author", "link"})


def without_layout_traces(data: bytes, form: Form, layout: str) -> bytes:
    """Return a Word file of ours without what its layout held unseen; the same bytes if it held nothing."""
    path = word_layout_file(form, layout)
    if not _has_traces(path, path.stat().st_mtime_ns):
        return data
    opened = OpenPackage(Package(data, str(path)))
    clean_word(opened, _own_data(opened))
    return opened.saved()


@lru_cache(maxsize=8)
def _has_traces(path: Path, _changed: int) -> bool:
    opened = OpenPackage(Package(path.read_bytes(), str(path)))
    return any(kind not in _OWN for kind, _, _ in word_traces(opened))


def _own_data(opened: OpenPackage) -> frozenset[str]:
    """Return the parts in which a file of ours carries its report."""
    for name in opened.names:
        if name.startswith("customXml/item") and str(opened.xml(name).tag).startswith(f"{{{NAMESPACE}}}"):
            number = name.removeprefix("customXml/item").removesuffix(".xml")
            relations = f"customXml/_rels/item{number}.xml.rels"
            return frozenset({name, f"customXml/itemProps{number}.xml", relations})
    return frozenset()
