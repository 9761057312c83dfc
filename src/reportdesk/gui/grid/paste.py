"""A pasted block against a table: what is written, what is compared, what is refused, told to the clerk."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from reportdesk.form.formula import Number
from reportdesk.form.kinds import Refusal
from reportdesk.gui.grid.clipboard import Block
from reportdesk.gui.grid.frame import Frame
from reportdesk.report.edit import Edit, enter
from reportdesk.report.model import Report
from reportdesk.report.totals import figures


@dataclass(frozen=True, slots=True)
class Differing:
    """A pasted figure on a derived cell whose sum is another; `total` is empty while parts are blank."""

    key: str
    pasted: str
    total: str


@dataclass(frozen=True, slots=True)
class Refused:
    """A pasted value that its cell cannot hold, and why; the old value stands."""

    key: str
    pasted: str
    reason: str


@dataclass(slots=True)
class PasteOutcome:
    """What a pasted block did: keys written and agreeing, sums that differ, values refused, values left out.

    `outside` counts values that fell on labels or beyond the table.
    """

    written: list[str] = field(default_factory=list)
    agreeing: list[str] = field(default_factory=list)
    differing: list[Differing] = field(default_factory=list)
    refused: list[Refused] = field(default_factory=list)
    outside: int = 0

    @property
    def summary(self) -> str:
        """Return the report in one line."""
        said = [f"已粘贴 {len(self.written)} 格"]
        if self.agreeing:
            said.append(f"{len(self.agreeing)} 个合计一致")
        if self.differing:
            said.append(f"{len(self.differing)} 个合计不一致")
        if self.refused:
            said.append(f"{len(self.refused)} 格不能填，原数未动")
        if self.outside:
            said.append(f"{self.outside} 格落在表外")
        return "，".join(said)


@dataclass(frozen=True, slots=True)
class Landing:
    """Where the values of a block fall: the text for each cell, and how many fell beside all cells."""

    texts: Mapping[str, str]
    outside: int = 0


def land(frame: Frame, block: Block, row: int, column: int) -> Landing:
    """Lay a block over the paper grid from a body place on; the whole sheet's block covers the whole sheet.

    Of a merged box only the first place takes a value. A label that meets itself counts as nothing.
    """
    if _is_whole_sheet(frame, block):
        row, column = -frame.top, -frame.left
    texts: dict[str, str] = {}
    outside = 0
    for down, line in enumerate(block):
        for across, text in enumerate(line):
            key = _key_at(frame, row + down, column + across, text)
            if key:
                texts[key] = text
            elif key is None and text.strip():
                outside += 1
    return Landing(texts, outside)


def _is_whole_sheet(frame: Frame, block: Block) -> bool:
    return len(block) == frame.sheet.rows and all(len(line) == frame.sheet.columns for line in block)


def _key_at(frame: Frame, row: int, column: int, text: str) -> str | None:
    """Return the key of the cell whose box begins there; empty for a label that says the same, else None."""
    if row >= frame.rows or column >= frame.columns:
        return None
    box = frame.box_at(row, column)
    if (box.row - frame.top, box.column - frame.left) != (row, column):
        return None
    if box.key:
        return box.key
    return "" if _squeezed(text) == _squeezed(box.text) else None


def _squeezed(text: str) -> str:
    return re.sub(r"\s+", "", text)


def paste(report: Report, landing: Landing) -> tuple[Edit, PasteOutcome]:
    """Make one edit of what landed on entered cells; compare what landed on sums with the sums after it."""
    outcome = PasteOutcome(outside=landing.outside)
    values: dict[str, Number | None] = {}
    compared: dict[str, Number] = {}
    for key, text in landing.texts.items():
        cell = report.form.cells[key]
        try:
            figure = cell.kind.parse(text)
        except Refusal as refusal:
            outcome.refused.append(Refused(key, text, str(refusal)))
            continue
        if not cell.is_derived:
            values[key] = figure
        elif figure is not None:
            compared[key] = figure
    outcome.written += [key for key, figure in values.items() if figure is not None or key in report.cells]
    edit = enter(report, values, name="粘贴")
    _compare(edit.apply(report), compared.items(), outcome)
    return edit, outcome


def _compare(after: Report, compared: Iterable[tuple[str, Number]], outcome: PasteOutcome) -> None:
    totals = figures(after)
    for key, pasted in compared:
        show = after.form.cells[key].kind.show
        if totals[key] == pasted:
            outcome.agreeing.append(key)
        else:
            outcome.differing.append(Differing(key, show(pasted), show(totals[key])))
