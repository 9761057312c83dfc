"""What a cell shows and says: one state for the painter, the tooltip and the screen reader."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Literal

import msgspec

from reportdesk.checks.finding import Finding, acceptance_of
from reportdesk.form.severity import SEVERITIES, SeverityName
from reportdesk.frozen import Frozen
from reportdesk.report.last_year import last_figure
from reportdesk.report.totals import partial

if TYPE_CHECKING:
    from reportdesk.document import Document

FigureState = Literal["blank", "entered", "derived", "partial", "stated", "invalid"]


class CellState(Frozen, frozen=True):
    """How one cell stands: `text` is what it shows, `total` the sum beside a printed figure that differs.

    `figure` says what `text` is: nothing yet, entered, a sum, a sum so far, a printed sum, or no figure.
    """

    figure: FigureState
    text: str = ""
    total: str = ""
    last: str = ""
    severity: SeverityName | None = None
    is_unconfirmed: bool = False
    note: str = ""
    is_derived: bool = False

    @property
    def words(self) -> str:
        """Return the state in words, for a tooltip and a screen reader."""
        words = [_figure_words(self)]
        if self.last:
            words.append(f"上年 {self.last}")
        if self.is_unconfirmed:
            words.append("沿用上年，待确认")
        if self.severity:
            words.append(SEVERITIES[self.severity])
        if self.note:
            words.append(f"已说明：{self.note}")
        return "，".join(words)


def _figure_words(state: CellState) -> str:
    match state.figure:
        case "blank":
            return "合计，各项还是空白" if state.is_derived else "空白"
        case "entered":
            return "已填"
        case "derived":
            return "合计，自动算出"
        case "partial":
            return "合计，还有空白，已填的加起来是这个数"
        case "stated":
            return f"原填合计，与各项之和 {state.total} 不等" if state.total else "原填合计，各项还有空白"
        case "invalid":
            return "不是有效的数"


class CellFindings(Frozen, frozen=True):
    """What the findings say about cells: the worst open severity and the clerk's notes, by key."""

    severities: Mapping[str, SeverityName] = msgspec.field(default_factory=dict)
    notes: Mapping[str, str] = msgspec.field(default_factory=dict)
    messages: Mapping[str, tuple[str, ...]] = msgspec.field(default_factory=dict)


def cell_findings(document: Document) -> CellFindings:
    """Gather what all findings say; grave findings come first, so the first word on a cell stands."""
    severities: dict[str, SeverityName] = {}
    notes: dict[str, str] = {}
    messages: dict[str, tuple[str, ...]] = {}
    for finding in document.known_findings:
        word = acceptance_of(document.report, finding)
        for key in _marked(document, finding):
            if word is not None:
                notes.setdefault(key, word.note)
            else:
                severities.setdefault(key, finding.severity)
                messages[key] = (*messages.get(key, ()), finding.message)
    return CellFindings(severities, notes, messages)


def _marked(document: Document, finding: Finding) -> tuple[str, ...]:
    """Return the cell that carries a finding's mark, the one to go to; a blank is marked by being blank."""
    first = finding.cells[:1]
    compares = finding.left is not None or finding.right is not None
    return tuple(key for key in first if compares or _holds_something(document, key))


def _holds_something(document: Document, key: str) -> bool:
    return document.figures.get(key) is not None or key in document.report.invalid


def state_of(document: Document, key: str, findings: CellFindings) -> CellState:
    """Return how a cell stands; raise KeyError for an unknown key."""
    figure, text, total = _figure_state(document, key)
    report = document.report
    cell = report.form.cells[key]
    return CellState(
        figure,
        text,
        total,
        last=cell.kind.show(last_figure(report, key)),
        severity="error" if figure == "invalid" else findings.severities.get(key),
        is_unconfirmed=key in report.unconfirmed,
        note=findings.notes.get(key, ""),
        is_derived=cell.is_derived,
    )


def _figure_state(document: Document, key: str) -> tuple[FigureState, str, str]:
    report = document.report
    cell = report.form.cells[key]
    figure = document.figures[key]
    if key in report.invalid:
        return "invalid", report.invalid[key], ""
    if not cell.is_derived:
        return ("blank" if figure is None else "entered"), cell.kind.show(figure), ""
    stated = report.stated.get(key)
    if stated is not None and stated != figure:
        return "stated", cell.kind.show(stated), cell.kind.show(figure)
    if figure is not None:
        return "derived", cell.kind.show(figure), ""
    so_far = partial(cell, document.figures, report.form)
    return ("blank" if so_far is None else "partial"), cell.kind.show(so_far), ""
