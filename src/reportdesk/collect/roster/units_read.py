"""The roster that the files themselves give: every organ read is a unit."""

from __future__ import annotations

from collections.abc import Sequence

from reportdesk.collect.incoming.filed import Filed
from reportdesk.collect.roster.names import plain_name
from reportdesk.collect.roster.roster import GOVERNMENT, OTHER, Roster, Unit
from reportdesk.form.model import Form

_GROUPS = {"department": "部门", "town": "乡镇街道"}


def roster_of(files: Sequence[Filed], form: Form) -> Roster:
    """Return the units that the files name, in the order of their names.

    One government among departments and towns is the addressee; governments among themselves are added up.
    """
    organs: dict[str, str] = {}
    for file in files:
        if file.organ:
            organs.setdefault(plain_name(file.organ), file.organ)
    levels = {organ: form.level_of(organ).key for organ in organs.values()}
    governments = [organ for organ, level in levels.items() if level not in _GROUPS]
    is_addressed = len(governments) == 1 and len(levels) > 2
    return Roster(
        tuple(
            Unit(organ, group=GOVERNMENT if is_addressed and organ in governments else _group(levels[organ]))
            for organ in sorted(levels)
        )
    )


def _group(level: str) -> str:
    return _GROUPS.get(level, OTHER)
