"""A pasted block against a table: what is written, what is compared, what is refused, told to the clerk."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

import msgspec

from reportdesk.form.formula import Number
from reportdesk.form.kinds import Refusal
from reportdesk.frozen import Frozen
from reportdesk.gui.grid.frame import Frame
from reportdesk.gui.grid.pasting.clipboard import Fields, is_words
from reportdesk.report.edit import Edit, enter
from reportdesk.report.model import Report
from reportdesk.report.totals import figures

#: How spreadsheets show 0 in an accounting format: a stroke with room around it. No gap counts twice.
_ACCOUNTING_ZERO = re.compile(r"(?:\s*+[¥￥$])?+(?:\s++-\s*+|-\s++)")


class Differing(Frozen, frozen=True):
    """A pasted figure on a derived cell whose sum is another; `total` is empty while parts are blank."""

    key: str
    pasted: str
    total: str


class Refused(Frozen, frozen=True):
    """A pasted value that its cell cannot hold, and why; the old value stands."""

    key: str
    pasted: str
    reason: str


class PasteOutcome(msgspec.Struct):
    """What a pasted block did: keys written and agreeing, sums that differ, values refused, values left out.

    `beyond` are values that fell on labels or beyond the table; `left_out` says in words what a table
    with labels holds that has no place here. `kept` are keys whose figure stayed where the block is blank.
    """

    written: list[str] = msgspec.field(default_factory=list)
    agreeing: list[str] = msgspec.field(default_factory=list)
    differing: list[Differing] = msgspec.field(default_factory=list)
    refused: list[Refused] = msgspec.field(default_factory=list)
    beyond: tuple[str, ...] = ()
    left_out: list[str] = msgspec.field(default_factory=list)
    kept: list[str] = msgspec.field(default_factory=list)
    by_labels: bool = False

    @property
    def outside(self) -> int:
        """Return how many values fell on labels or beyond the table."""
        return len(self.beyond)

    @property
    def is_whole(self) -> bool:
        """Tell whether everything was taken as it was pasted."""
        return not (self.refused or self.differing or self.left_out or self.kept or self.beyond)

    @property
    def touched(self) -> list[str]:
        """Return the keys of all cells that the block has a figure for, and that can hold it."""
        return [*self.written, *self.agreeing, *(differing.key for differing in self.differing)]

    @property
    def summary(self) -> str:
        """Return the outcome in one line."""
        if self.left_out and not self.touched:
            return f"没有粘贴：{self.left_out[0]}"
        said = [f"已{'按标签' if self.by_labels else ''}粘贴 {len(self.written)} 格"]
        if self.agreeing:
            said.append(f"{len(self.agreeing)} 个合计一致")
        if self.differing:
            said.append(f"{len(self.differing)} 个合计不一致")
        if self.refused:
            said.append(f"{len(self.refused)} 格不能填，原数未动")
        if self.outside:
            said.append(f"{self.outside} 格落在表外")
        if self.kept:
            said.append(f"{len(self.kept)} 格原来的数留着")
        if self.left_out:
            said.append(f"{len(self.left_out)} 处没有写入")
        return "，".join(said)


class Landing(Frozen, frozen=True):
    """Where the values of a block fall: the text for each cell, and those beside all cells.

    `has_words` says that words fell on cells or on other labels: labels came along.
    """

    texts: Mapping[str, str]
    beyond: tuple[str, ...] = ()
    has_words: bool = False


def land(frame: Frame, block: Fields, row: int, column: int) -> Landing:
    """Lay a block over the paper grid from a body place on; the whole sheet's block covers the whole sheet.

    Of a merged box only the first place takes a value. A label that meets itself counts as nothing.
    """
    if _is_whole_sheet(frame, block):
        row, column = -frame.top, -frame.left
    texts: dict[str, str] = {}
    beyond: list[str] = []
    has_words = False
    for down, line in enumerate(block):
        for across, text in enumerate(line):
            key = _key_at(frame, row + down, column + across, text)
            has_words |= is_words(text) and (
                bool(key) or _is_other_label(frame, row + down, column + across, text)
            )
            if key:
                texts[key] = text
            elif key is None and text.strip():
                beyond.append(text)
    return Landing(texts, tuple(beyond), has_words)


def _is_whole_sheet(frame: Frame, block: Fields) -> bool:
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


def _is_other_label(frame: Frame, row: int, column: int, text: str) -> bool:
    """Tell whether a text that fell beside all cells fell on a label that says something else."""
    if row >= frame.rows or column >= frame.columns:
        return False
    box = frame.box_at(row, column)
    begins = (box.row - frame.top, box.column - frame.left) == (row, column)
    return begins and not box.key and _squeezed(text) != _squeezed(box.text)


def _squeezed(text: str) -> str:
    return re.sub(r"\s+", "", text)


def blanks_over_figures(report: Report, landing: Landing) -> list[str]:
    """Return the keys of cells with a figure that a block has a blank for."""
    return [key for key, text in landing.texts.items() if key in report.cells and not text.strip()]


def paste(report: Report, landing: Landing, *, name: str = "粘贴") -> tuple[Edit, PasteOutcome]:
    """Make one edit of what landed on entered cells; compare what landed on sums with the sums after it.

    `name` stands in the undo menu.
    """
    outcome = PasteOutcome(beyond=landing.beyond)
    values: dict[str, Number | None] = {}
    compared: dict[str, Number] = {}
    for key, text in landing.texts.items():
        cell = report.form.cells[key]
        try:
            figure = 0 if _ACCOUNTING_ZERO.fullmatch(text) else cell.kind.parse(text)
        except Refusal as refusal:
            outcome.refused.append(Refused(key, text, str(refusal)))
            continue
        if not cell.is_derived:
            values[key] = figure
        elif figure is not None:
            compared[key] = figure
    outcome.written += [key for key, figure in values.items() if figure is not None or key in report.cells]
    edit = enter(report, values, name=name)
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
