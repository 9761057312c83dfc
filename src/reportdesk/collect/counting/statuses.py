"""The state of each unit: which files are its own, which of them counts, and how well that one stands."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from reportdesk.collect.counting.findings import CollectionFinding, found
from reportdesk.collect.incoming.filed import Filed
from reportdesk.collect.roster.roster import Unit

UnitStatus = Literal["missing", "unreadable", "wrong_year", "duplicate", "errors", "warnings", "ok"]

#: The words for a clerk, the gravest first.
STATUS_WORDS: Mapping[UnitStatus, str] = {
    "missing": "未报",
    "unreadable": "读不出",
    "wrong_year": "年度不对",
    "duplicate": "有几份不同的",
    "errors": "有必改",
    "warnings": "需说明",
    "ok": "没有问题",
}


@dataclass(frozen=True, slots=True)
class UnitState:
    """A unit with its files; `counted` is the one whose figures stand for it, None while there is none.

    `container` is the unit whose report already contains this one's figures (含下属).
    """

    unit: Unit
    status: UnitStatus
    files: tuple[Filed, ...] = ()
    counted: Filed | None = None
    container: Unit | None = None

    @property
    def is_lacking(self) -> bool:
        """Tell whether the sum waits for this unit's figures."""
        return self.counted is None and self.status not in {"ok", "warnings"}


def unit_state(
    unit: Unit,
    files: Sequence[Filed],
    year: int,
    *,
    container: Unit | None = None,
    chosen: str = "",
    newest: bool = False,
) -> UnitState:
    """Return the state of a unit: the first status that fits.

    `chosen` names the file that somebody decided for; `newest` takes the one written last of different ones.
    """
    own = tuple(files)
    if not own:
        return UnitState(unit, "ok" if container else "missing", container=container)
    readable = [file for file in own if file.status == "read"]
    if not readable:
        return UnitState(unit, "unreadable", own, container=container)
    decided = [file for file in readable if file.name == chosen]
    current = decided or [file for file in readable if file.year == year]
    if not current:
        return UnitState(unit, "wrong_year", own, container=container)
    if len({file.digest for file in current}) > 1 and not newest:
        return UnitState(unit, "duplicate", own, container=container)
    counted = newest_of(current)
    status: UnitStatus = (
        "errors" if counted.count("error") else "warnings" if counted.count("warning") else "ok"
    )
    return UnitState(unit, status, own, counted, container)


def newest_of(files: Sequence[Filed]) -> Filed:
    """Return the file written last, by the first measure that all have: revision, time inside, its own."""
    if len(files) > 1 and all(file.rev for file in files):
        return max(files, key=lambda file: (file.rev, file.written))
    if len(files) > 1 and all(file.dated for file in files):
        return max(files, key=lambda file: (file.dated, file.written))
    return max(files, key=lambda file: file.written)


def findings_of(state: UnitState, year: int) -> Iterator[CollectionFinding]:
    """Yield what is wrong with how a unit filed."""
    name = state.unit.name
    if state.status == "missing":
        yield found("collect.missing", f"{name}还没有报", units=[name])
    for file in state.files:
        if file.status != "read" and state.status == "unreadable":
            message = f"{name}的文件“{file.short}”读不出：{file.problem}"
            yield found("collect.unreadable", message, units=[name], files=[file.name])
        elif file.status == "read" and file.year != year and file is not state.counted:
            why = f"是 {file.year} 年的" if file.year else "没有写明年度"
            message = f"{name}的文件“{file.short}”{why}，汇总的是 {year} 年"
            yield found("collect.year", message, units=[name], files=[file.name])
    if state.status == "duplicate":
        different = _different(state, year)
        listed = "、".join(f"“{file.short}”" for file in different)
        message = f"{name}有 {len(different)} 份内容不同的报告：{listed}；定下以哪一份为准之前都不计入"
        yield found("collect.duplicate", message, units=[name], files=[file.name for file in different])


def _different(state: UnitState, year: int) -> list[Filed]:
    """Return one file of each content that is for the year."""
    files = [file for file in state.files if file.status == "read" and file.year == year]
    return list({file.digest: file for file in reversed(files)}.values())[::-1]
