"""What of a damaged project file is gone, in a clerk's words: cells by place, texts by heading, parts."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import Any

from reportdesk.form.model import Form
from reportdesk.form.place import column_of, row_of
from reportdesk.frozen import Frozen
from reportdesk.project.format.schema import RESCUED
from reportdesk.report.model import Note

#: The parts that every project file has, as a clerk calls them, in their order in the file.
_PARTS = {
    "organ": "机关名称",
    "year": "年度",
    "title": "标题",
    "intro": "引言",
    "cells": "表格里的数",
    "stated": "原来印的合计",
    "invalid": "填得不像数的格子",
    "texts": "各部分的文字",
    "signature": "落款",
    "level": "机关类别",
    "notes": "读入时留下的提示",
    "accepted": "对问题的说明",
    "inherited": "哪些文字是沿用上年的",
    "unconfirmed": "哪些格子是沿用上年的",
}
_LAST, _TEXTS = "last", "texts"
_ACCEPTED = "accepted"


class LostLine(Frozen, frozen=True):
    """A line that could not be read: the part it stood in ("" at the top), and its key as far as it shows."""

    part: str
    key: str


def notes_on_lost(
    form: Form, raw: Mapping[str, Any], kept: Collection[str], lost: Sequence[LostLine]
) -> list[Note]:
    """Return a note for everything that is gone: `raw` is what was read, `kept` its parts that hold."""
    said = [
        *_lost_parts(kept),
        *_lost_texts(form, raw, kept, lost),
        *_last_year(kept, lost),
        *_others(form, lost),
    ]
    notes = [Note(RESCUED, f"没能读出：{words}") for words in said]
    return [*_cells(form, raw, kept), *notes]


def _lost_parts(kept: Collection[str]) -> Iterator[str]:
    yield from (name for part, name in _PARTS.items() if part not in kept)


def _cells(form: Form, raw: Mapping[str, Any], kept: Collection[str]) -> Iterator[Note]:
    """Yield a note for each table that lacks cells; a file names every cell of its form, blank ones too."""
    if "cells" not in kept:
        return
    for table in form.tables:
        keys = [cell.key for cell in form.cells_of(table.key) if not cell.is_derived]
        gone = tuple(key for key in keys if key not in raw["cells"])
        if gone:
            places = "全部" if len(gone) == len(keys) else _places(form, gone)
            yield Note(RESCUED, f"没能读出：{table.name} {len(gone)} 格：{places}", gone)


def _places(form: Form, keys: Sequence[str]) -> str:
    """Return places by row: `（一）予以公开（自然人、其他）`."""
    rows: dict[str, list[str]] = {}
    for key in keys:
        rows.setdefault(row_of(form, key), []).append(column_of(form, key))
    lines = ((row, "、".join(columns)) for row, columns in rows.items())
    return "；".join(f"{row}（{columns}）" if row else columns for row, columns in lines)


def _lost_texts(
    form: Form, raw: Mapping[str, Any], kept: Collection[str], lost: Sequence[LostLine]
) -> Iterator[str]:
    """Yield the texts whose line is broken; where the file ends among them, those that may have followed."""
    sections = form.text_keys[1:]
    broken = dict.fromkeys(line.key for line in lost if line.part in {"", _TEXTS} and line.key in sections)
    yield from (f"“{form.heading_of(key)}”的文字" for key in broken)
    if _TEXTS in kept and "signature" not in kept:
        beyond = (key for key in sections if key not in raw[_TEXTS] and key not in broken)
        yield from (f"“{form.heading_of(key)}”的文字（原来有的话）" for key in beyond)


def _last_year(kept: Collection[str], lost: Sequence[LostLine]) -> Iterator[str]:
    if _LAST not in kept and "notes" not in kept:
        yield "上年的数和文字（原来有的话）"
    number = sum(line.part.split(".")[0] == _LAST for line in lost)
    if number:
        yield f"上年的数和文字里的 {number} 处"


def _others(form: Form, lost: Sequence[LostLine]) -> Iterator[str]:
    """Yield what lines in other parts said, by part; a cell's, a text's and a part's are told already."""
    named = {*form.cells, *form.text_keys, *_PARTS}
    parts = Counter(
        line.part.split(".")[0] for line in lost if line.key not in named and not line.part.startswith(_LAST)
    )
    for part, number in parts.items():
        name = _PARTS.get(part, "看不出属于哪里的内容")
        yield f"{name}，{number} 条" if part == _ACCEPTED else f"{name}里的 {number} 行"
