"""The roster: which units are to file, in what groups, and which reports contain others'."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from pathlib import Path

from reportdesk.collect.roster.names import plain_name
from reportdesk.collect.roster.roster_file import RosterSheet, sheets_of
from reportdesk.errors import FileError
from reportdesk.patterns import late

#: The group whose unit is the addressee: its report is compared with the sum.
GOVERNMENT = "政府"
OTHER = "其他"

_NAME = "单位"
_COLUMNS: Mapping[str, tuple[str, ...]] = {
    _NAME: ("单位", "单位名称", "机关名称"),
    "别名": ("简称", "别名", "曾用名"),
    "类别": ("类别",),
    "上级": ("上级", "上级单位", "主管单位", "主管部门"),
    "含下属": ("含下属", "含下属单位"),
    "联系人": ("联系人",),
    "电话": ("电话", "联系电话"),
    "备注": ("备注",),
}
_KNOWN = {heading: column for column, headings in _COLUMNS.items() for heading in headings}
#: Above the headings stand a title, who made the list and when, seldom more.
_HEADING_WITHIN_ROWS = 10
#: A formula may hold 255 characters between quotation marks, and each may need an escape.
_LONGEST_GROUP, _SHOWN = 100, 20
_SEPARATORS = late(r"[、；;，,\n]+")
_YES = frozenset({"是", "y", "yes", "1", "√", "✓", "true", "有"})
_REMEDY = "请改好名单再试"


class RosterError(FileError):
    """A roster that says something impossible; `where` names file, sheet and row."""


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit of the roster; `extra` keeps the columns that the program does not know, to be written back."""

    name: str
    aliases: tuple[str, ...] = ()
    group: str = OTHER
    superior: str = ""
    has_subordinates: bool = False
    contact: str = ""
    phone: str = ""
    remark: str = ""
    extra: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Roster:
    """The units in order; `has_groups` is False where nobody wrote to which group any of them belongs."""

    units: tuple[Unit, ...] = ()
    has_groups: bool = True

    @cached_property
    def addressee(self) -> Unit | None:
        """Return the government to which all report."""
        rows = [unit for unit in self.units if unit.group == GOVERNMENT]
        tops = [unit for unit in rows if not unit.superior] if len(rows) > 1 else rows
        return tops[0] if len(tops) == 1 else None

    @property
    def groups(self) -> tuple[str, ...]:
        """Return the groups of those that are added, in the order of the roster."""
        addressee = self.addressee
        return tuple(dict.fromkeys(unit.group for unit in self.units if unit != addressee))

    @cached_property
    def _by_name(self) -> Mapping[str, Unit]:
        return {unit.name: unit for unit in self.units}

    def container_of(self, unit: Unit) -> Unit | None:
        """Return the unit whose report contains this one's figures (含下属), the addressee apart."""
        by_name = self._by_name
        addressee, seen = self.addressee, {unit.name}
        above = by_name.get(unit.superior)
        while above is not None and above.name not in seen and above != addressee:
            if above.has_subordinates:
                return above
            seen.add(above.name)
            above = by_name.get(above.superior)
        return None


def read_roster(path: Path) -> Roster:
    """Read a roster from .xlsx or .csv; raise FileError, RosterError with sheet and row."""
    for sheet in sheets_of(path):
        for number, row in enumerate(sheet.rows[:_HEADING_WITHIN_ROWS]):
            headings = [_heading(text) for text in row]
            if any(_KNOWN.get(heading) == _NAME for heading in headings):
                return _roster(path, sheet, number, headings, row)
    raise RosterError(
        "前十行里没有“单位”这一列", where=str(path), remedy="名单要有一行表头，至少有“单位”一列"
    )


def _heading(text: str) -> str:
    plain = unicodedata.normalize("NFKC", text)
    return re.sub(r"[\s*:：]|\(.*\)", "", plain)


def _roster(
    path: Path, sheet: RosterSheet, heading: int, headings: Sequence[str], written: Sequence[str]
) -> Roster:
    units: list[Unit] = []
    rows: dict[str, str] = {}
    has_groups = False
    for number, row in enumerate(sheet.rows[heading + 1 :], heading + 2):
        where = f"{path}：{sheet.name}第 {number} 行"
        if not any(text.strip() for text in row):
            continue
        cells = dict(_named(headings, written, row))
        has_groups = has_groups or bool(cells.get("类别"))
        unit = _unit(cells, where)
        if plain_name(unit.name) in rows:
            raise RosterError(
                f"单位“{unit.name}”重复，前面在{rows[plain_name(unit.name)]}", where=where, remedy=_REMEDY
            )
        rows[plain_name(unit.name)] = f"第 {number} 行"
        units.append(unit)
    if not units:
        raise RosterError("名单是空的", where=_in(path, sheet), remedy=_REMEDY)
    roster = Roster(tuple(_with_superiors(units, rows, f"{path}：{sheet.name}")), has_groups)
    _refuse_circles(roster.units, rows, f"{path}：{sheet.name}")
    if roster.addressee is None and GOVERNMENT in {unit.group for unit in units}:
        several = "、".join(unit.name for unit in units if unit.group == GOVERNMENT)
        remedy = "汇总的那个政府只能有一个；其余的请写上“上级”，或改为别的类别"
        raise RosterError(f"类别为“政府”的不止一个：{several}", where=_in(path, sheet), remedy=remedy)
    return roster


def _in(path: Path, sheet: RosterSheet) -> str:
    return f"{path}：{sheet.name}" if sheet.name else str(path)


def _refuse_circles(units: Sequence[Unit], rows: Mapping[str, str], where: str) -> None:
    """Refuse units each of which stands above the other: their reports would contain each other."""
    above = {unit.name: unit.superior for unit in units}
    for unit in units:
        seen, name = [unit.name], unit.superior
        while name and name not in seen:
            seen.append(name)
            name = above.get(name, "")
        if name == unit.name and len(seen) > 1:
            what = f"“{unit.name}”的上级绕成了圈：{'、'.join((*seen, name))}"
            raise RosterError(what, where=f"{where}{rows[plain_name(unit.name)]}", remedy=_REMEDY)


def _named(headings: Sequence[str], written: Sequence[str], row: Sequence[str]) -> Iterator[tuple[str, str]]:
    """Pair cells with the columns known, unknown ones under their own heading; 别名 may stand in several."""
    found: dict[str, str] = {}
    for place, text in enumerate(row):
        heading = headings[place] if place < len(headings) else ""
        column = _KNOWN.get(heading, written[place].strip() if heading else "")
        if column:
            found[column] = "；".join(part for part in (found.get(column, ""), text.strip()) if part)
    yield from found.items()


def _unit(cells: Mapping[str, str], where: str) -> Unit:
    name = "".join(cells.get(_NAME, "").split())
    if not name:
        raise RosterError("这一行没有写单位", where=where, remedy=_REMEDY)
    group = "".join(unicodedata.normalize("NFKC", cells.get("类别", "")).split())
    if len(group) > _LONGEST_GROUP:
        what = f"类别“{group[:_SHOWN]}……”有 {len(group)} 个字，不像类别"
        raise RosterError(what, where=where, remedy=_REMEDY)
    aliases = (alias.strip() for alias in _SEPARATORS.split(cells.get("别名", "")))
    return Unit(
        name,
        tuple(dict.fromkeys(alias for alias in aliases if alias)),
        group or OTHER,
        cells.get("上级", ""),
        cells.get("含下属", "").lower() in _YES,
        cells.get("联系人", ""),
        cells.get("电话", ""),
        cells.get("备注", ""),
        {column: text for column, text in cells.items() if column not in _COLUMNS},
    )


def _with_superiors(units: Sequence[Unit], rows: Mapping[str, str], where: str) -> Iterator[Unit]:
    """Yield the units with the superior's full name; refuse one that is not on the roster."""
    full = {plain_name(unit.name): unit.name for unit in units}
    aliases = {plain_name(alias): unit.name for unit in units for alias in unit.aliases}
    for unit in units:
        wanted = plain_name(unit.superior)
        superior = full.get(wanted) or aliases.get(wanted)
        if wanted and superior is None:
            place = f"{where}{rows[plain_name(unit.name)]}"
            raise RosterError(f"“{unit.name}”的上级“{unit.superior}”不在名单上", where=place, remedy=_REMEDY)
        yield replace(unit, superior=superior or "")
