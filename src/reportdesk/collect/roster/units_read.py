"""What names tell where no roster does: the units of the files themselves, and the group of each."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from reportdesk.collect.incoming.filed import Filed
from reportdesk.collect.roster.names import plain_name
from reportdesk.collect.roster.roster import GOVERNMENT, OTHER, Roster, Unit
from reportdesk.form.model import Form

#: Of so many nobody can tell who reports to whom.
_FEW_UNITS = 2
_GROUPS = {"department": "部门", "town": "乡镇街道"}


def roster_of(files: Sequence[Filed], form: Form) -> Roster:
    """Return the units that the files name, in the order of their names, in the groups that these tell."""
    organs: dict[str, str] = {}
    for file in files:
        if file.organ:
            organs.setdefault(plain_name(file.organ), file.organ)
    return with_groups(Roster(tuple(map(Unit, sorted(set(organs.values()))))), form)


def with_groups(roster: Roster, form: Form) -> Roster:
    """Return a roster with its units in the groups that their names tell.

    One government among departments and towns is the addressee; governments among themselves are added up.
    """
    levels = {unit.name: form.level_of(unit.name).key for unit in roster.units}
    governments = [name for name, level in levels.items() if level not in _GROUPS]
    of_governments = GOVERNMENT if len(governments) == 1 and len(levels) > _FEW_UNITS else OTHER
    groups = {name: _GROUPS.get(level, of_governments) for name, level in levels.items()}
    return Roster(tuple(replace(unit, group=groups[unit.name]) for unit in roster.units))
