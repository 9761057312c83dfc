"""A Reading as plain data and back, so that it can come from another process without its code."""

from __future__ import annotations

from typing import Any

import msgspec

from reportdesk.project.format.json_text import encode_json
from reportdesk.project.format.project_body import project_data, read_project_data
from reportdesk.readers.found.blocks import (
    Block,
    FoundCell,
    FoundParagraph,
    FoundTable,
    ParagraphRole,
    Printed,
)
from reportdesk.readers.result.reading import Edited, Reading, Seen


class _SentParagraph(msgspec.Struct, frozen=True, tag="p"):
    text: str
    role: ParagraphRole = ""


class _SentCell(msgspec.Struct, frozen=True):
    blocks: list[_SentParagraph | _SentTable]
    rows: int = 1
    columns: int = 1


class _SentTable(msgspec.Struct, frozen=True, tag="t"):
    """A squared table: each slot the place of its cell in `cells`, -1 where there is none."""

    cells: list[_SentCell]
    slots: list[list[int]]
    is_sheet: bool = False
    is_aligned: bool = True


class _SentSeen(msgspec.Struct, frozen=True):
    """What the reader saw; sections as [first, after the last] among the blocks."""

    blocks: list[_SentParagraph | _SentTable]
    sections: dict[str, tuple[int, int]]
    figures: dict[str, Printed]


class _SentReading(msgspec.Struct, frozen=True):
    """A Reading whose reports are project files' bodies."""

    report: dict[str, Any]
    seen: _SentSeen | None = None
    carried: dict[str, Any] | None = None
    visible: dict[str, Any] | None = None
    is_whole: bool = False


def encode_reading(reading: Reading) -> bytes:
    """Return a reading as JSON."""
    edited = reading.edited
    wire = _SentReading(
        project_data(reading.report),
        _from_seen(reading.seen) if reading.seen else None,
        project_data(edited.carried) if edited else None,
        project_data(edited.visible) if edited else None,
        reading.is_whole,
    )
    return encode_json(wire, compact=True)


def decode_reading(data: bytes, where: str) -> Reading:
    """Return the reading that JSON holds; raise FileError or a msgspec error where it is none."""
    wire = msgspec.json.decode(data, type=_SentReading)
    edited = None
    if wire.carried is not None and wire.visible is not None:
        edited = Edited(read_project_data(wire.carried, where), read_project_data(wire.visible, where))
    seen = _to_seen(wire.seen) if wire.seen else None
    return Reading(read_project_data(wire.report, where), seen, edited, wire.is_whole)


def _from_seen(seen: Seen) -> _SentSeen:
    sections = {key: (span.start, span.stop) for key, span in seen.sections.items()}
    return _SentSeen(_from_blocks(seen.blocks), sections, dict(seen.figures))


def _to_seen(seen: _SentSeen) -> Seen:
    sections = {key: range(*span) for key, span in seen.sections.items()}
    return Seen(_to_blocks(seen.blocks), sections, seen.figures)


def _from_blocks(blocks: tuple[Block, ...]) -> list[_SentParagraph | _SentTable]:
    return [
        _SentParagraph(b.text, b.role) if isinstance(b, FoundParagraph) else _from_table(b) for b in blocks
    ]


def _to_blocks(blocks: list[_SentParagraph | _SentTable]) -> tuple[Block, ...]:
    return tuple(
        FoundParagraph(b.text, b.role) if isinstance(b, _SentParagraph) else _to_table(b) for b in blocks
    )


def _from_table(table: FoundTable) -> _SentTable:
    cells = list(table.cells())
    places = {id(cell): place for place, cell in enumerate(cells)}
    slots = [[places[id(cell)] if cell is not None else -1 for cell in row] for row in table.slots]
    wired = [_SentCell(_from_blocks(cell.blocks), cell.rows, cell.columns) for cell in cells]
    return _SentTable(wired, slots, table.is_sheet, table.is_aligned)


def _to_table(table: _SentTable) -> FoundTable:
    cells: list[FoundCell | None] = [FoundCell(_to_blocks(c.blocks), c.rows, c.columns) for c in table.cells]
    cells.append(None)
    slots = tuple(tuple(cells[place] for place in row) for row in table.slots)
    return FoundTable(slots, table.is_sheet, table.is_aligned)
