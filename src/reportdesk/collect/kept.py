"""A collection's own file `.rdset`: what it collects, what was decided, and the figures of the last run.

The same header, hash and way of saving as a project file. Nothing of the folder is in it but names.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from pathlib import Path
from typing import Annotated, Any

import msgspec

from reportdesk.collect.counting.decisions import Adjustment, Decisions
from reportdesk.examined.answer import Figure, plain
from reportdesk.project import SET_SUFFIX
from reportdesk.project.disk.safe_write import read_bytes
from reportdesk.project.errors import Damaged
from reportdesk.project.file import name_backup, write_over
from reportdesk.project.format.header import FileKind, refuse_unsound, seal, take_apart
from reportdesk.project.format.json_text import MOST_BYTES, convert, decode_json, encode_json
from reportdesk.project.stamp import Stamp, digest

_Body = dict[str, Any]
#: The function at index n turns the body of format n + 1 into that of format n + 2; none ever changes.
MIGRATIONS: tuple[Callable[[_Body], _Body], ...] = ()
SET = FileKind("reportdesk.set", len(MIGRATIONS) + 1, 1, SET_SUFFIX)

_Year = Annotated[int, msgspec.Meta(ge=0, le=9999)]


class FiguresData(msgspec.Struct, frozen=True):
    """The figures of a run by cell key: the sum, and each added unit's in the order of `units`."""

    edition: str
    year: _Year
    organ: str = ""
    cells: dict[str, Figure] = {}
    units: list[str] = []
    addends: dict[str, list[Figure]] = {}

    def of_units(self) -> dict[str, dict[str, Figure]]:
        """Return each unit's figures by key."""
        return {
            unit: {key: column[place] for key, column in self.addends.items() if place < len(column)}
            for place, unit in enumerate(self.units)
        }


class _AdjustmentData(msgspec.Struct, frozen=True):
    cell: str
    amount: int | str
    reason: str = ""


class _SetData(msgspec.Struct, frozen=True):
    paths: list[str] = []
    roster: str = ""
    last: str = ""
    year: _Year = 0
    newest: bool = False
    chosen: dict[str, str] = {}
    adjustments: list[_AdjustmentData] = []
    remarks: dict[str, str] = {}
    returned: dict[str, str] = {}
    answered: dict[str, str] = {}
    figures: FiguresData | None = None


@dataclass(frozen=True, slots=True)
class Settings:
    """What a collection collects: paths, roster and last year's file (None for none), year (0: told by most).

    `figures` are those of the run that was saved last; `extra` keeps what a newer program wrote.
    """

    paths: tuple[Path, ...] = ()
    roster: Path | None = None
    last: Path | None = None
    year: int = 0
    newest: bool = False
    decisions: Decisions = field(default_factory=Decisions)
    figures: FiguresData | None = None
    extra: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class KeptSet:
    """A collection's file that was read."""

    settings: Settings
    stamp: Stamp


def read_set(path: Path) -> KeptSet:
    """Read a collection's file; raise FileError: Damaged (names a good backup), NewerVersion, NotOurs."""
    data = read_bytes(path, MOST_BYTES)
    try:
        return decode_set(data, path)
    except Damaged as error:
        name_backup(error, path, SET)
        raise


def save_set(path: Path, settings: Settings, base: Stamp | None) -> Stamp:
    """Save a collection's file over `base`, what was read there; raise FileError, the old one then stands.

    ChangedOnDisk says that it is another file by now. The version before stays as `NAME.bak`.
    """
    rev = base.rev + 1 if base else 1
    data = encode_set(settings, path, rev)
    return write_over(path, data, base, rev, SET)


def encode_set(settings: Settings, path: Path, rev: int) -> bytes:
    """Return the bytes of a collection's file at `path`; names inside its folder are written from there."""
    decisions = settings.decisions
    data = {
        "paths": [_written(name, path) for name in settings.paths],
        "roster": _written(settings.roster, path) if settings.roster else "",
        "last": _written(settings.last, path) if settings.last else "",
        "year": settings.year,
        "newest": settings.newest,
        "chosen": {unit: _written(Path(name), path) for unit, name in decisions.chosen.items()},
        "adjustments": [
            {"cell": made.cell, "amount": plain(made.amount), "reason": made.reason}
            for made in decisions.adjustments
        ],
        "remarks": dict(decisions.remarks),
        "returned": dict(decisions.returned),
        "answered": dict(decisions.answered),
        "figures": settings.figures,
    }
    return seal(encode_json(data | dict(settings.extra)) + b"\n", rev, SET)


def decode_set(data: bytes, path: Path) -> KeptSet:
    """Read the bytes of a collection's file at `path`; raise FileError."""
    where = str(path)
    parts = take_apart(data, SET)
    header = refuse_unsound(parts, where, SET)
    raw = decode_json(parts.body, where)
    for step in MIGRATIONS[header.format - 1 :]:
        raw = step(raw)
    kept = convert(raw, _SetData, where)
    decisions = Decisions(
        {unit: str(_path(name, path)) for unit, name in kept.chosen.items()},
        tuple(
            Adjustment(made.cell, _adjusted_number(made.amount, where), made.reason)
            for made in kept.adjustments
        ),
        kept.remarks,
        kept.returned,
        kept.answered,
    )
    known = set(_SetData.__struct_fields__)
    settings = Settings(
        tuple(_path(name, path) for name in kept.paths),
        _path(kept.roster, path) if kept.roster else None,
        _path(kept.last, path) if kept.last else None,
        kept.year,
        kept.newest,
        decisions,
        kept.figures,
        {key: value for key, value in raw.items() if key not in known},
    )
    return KeptSet(settings, Stamp(header.rev, digest(data), min(header.format, SET.format)))


def _adjusted_number(amount: int | str, where: str) -> int | Decimal:
    if isinstance(amount, int):
        return amount
    try:
        found = Decimal(amount)
    except ArithmeticError:
        found = Decimal("NaN")
    if not found.is_finite():
        raise Damaged(f"调整的数“{amount}”不是数字", where=where, remedy="请用备份")
    return found


def _written(name: Path, path: Path) -> str:
    """Return a path as it is kept: one inside the collection's folder from there, so that both can move."""
    folder = os.path.realpath(path.parent)
    real = os.path.join(os.path.realpath(name.parent), name.name)  # noqa: PTH118
    try:
        inside = os.path.relpath(real, folder)
    except ValueError:
        return str(name.absolute())
    return str(name.absolute()) if inside.startswith("..") else Path(inside).as_posix()


def _path(name: str, path: Path) -> Path:
    return path.parent / name
