"""What is still to do on a report: part by part, what comes next, and how many days are left.

What nobody has written yet is told apart from what is wrong; what was taken over from last year waits to be
confirmed. Nothing here changes a report.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from enum import Enum

from reportdesk.checks.finding import Finding
from reportdesk.form.model import Form
from reportdesk.form.severity import SEVERITIES, SeverityName
from reportdesk.frozen import Frozen
from reportdesk.report.entries import FieldName
from reportdesk.report.model import Report

#: The key of the part that belongs to no section: organ, year, level, title, introduction, signature.
BASICS = "basics"
BASICS_NAME = "基本信息"

#: What a report cannot go out without, in the order in which it is asked for.
_FIELDS: Mapping[FieldName, str] = {
    "organ": "机关名称没有填",
    "year": "年度没有填",
    "level": "机关类别没有选，期限和要写的内容按它定",
    "signature_date": "落款日期没有填",
}
_UNWRITTEN = "field.unwritten"


class State(Enum):
    """Why something is still to do."""

    PROBLEM = "problem"
    UNWRITTEN = "unwritten"
    UNCONFIRMED = "unconfirmed"


class Task(Frozen, frozen=True):
    """One thing still to do in a part, in a few words.

    `finding` says where to go, the first of several; without one what is taken over from last year is meant.
    `severity` is that of problems. `is_last` says that it is done when all else is: the date of signing.
    """

    state: State
    words: str
    part: str
    finding: Finding | None = None
    severity: SeverityName | None = None
    is_last: bool = False

    @property
    def is_unwritten(self) -> bool:
        """Tell whether nobody has written there yet."""
        return self.state is State.UNWRITTEN

    @property
    def is_due(self) -> bool:
        """Tell whether the part is not done before this is: a hint is only worth a look."""
        return self.severity != "hint"


class Part(Frozen, frozen=True):
    """A part of the report with what it still lacks; `key` is its section's, or that of the fields."""

    key: str
    name: str
    items: tuple[Task, ...]

    @property
    def is_done(self) -> bool:
        """Tell whether nothing is left that must be done."""
        return not any(item.is_due for item in self.items)


class Deadline(Frozen, frozen=True):
    """The day by which the report must be out, and the rule that says so."""

    day: date
    days_left: int
    basis: str


class Agenda(Frozen, frozen=True):
    """All parts in printed order; `next` is what to do now, None when all is done."""

    parts: tuple[Part, ...]
    deadline: Deadline | None

    @property
    def is_done(self) -> bool:
        """Tell whether nothing is left that must be done."""
        return all(part.is_done for part in self.parts)

    @property
    def due(self) -> tuple[Task, ...]:
        """Return what must be done, in turn: what is wrong, figures, words, what to confirm, the date."""
        return tuple(sorted((i for part in self.parts for i in part.items if i.is_due), key=_turn))

    @property
    def next(self) -> Task | None:
        """Return what to do now."""
        return next(iter(self.due), None)


def agenda_of(report: Report, findings: Iterable[Finding], today: date) -> Agenda:
    """Return what is still to do, by the findings that are open and the fields left empty."""
    open_findings = [*findings, *missing_fields(report)]
    parts = [(BASICS, BASICS_NAME), *((section.key, section.tab) for section in report.form.sections)]
    by_part: dict[str, list[Finding]] = {key: [] for key, _ in parts}
    for finding in open_findings:
        by_part[part_of(finding, report.form)].append(finding)
    listed = tuple(Part(key, name, tuple(_items(report, key, by_part[key]))) for key, name in parts)
    return Agenda(listed, deadline_of(report, today))


def missing_fields(report: Report) -> tuple[Finding, ...]:
    """Return a finding for every field that a report cannot go out without and that nobody has filled."""
    return tuple(
        Finding(_UNWRITTEN, "warning", words, field=name, is_unwritten=True)
        for name, words in _FIELDS.items()
        if _is_missing(report, name)
    )


def part_of(finding: Finding, form: Form) -> str:
    """Return the key of the part a finding belongs to: its words', its first cell's, else the fields'."""
    if finding.cells and finding.span is None:
        return form.section_of_table(form.cells[finding.cells[0]].table).key
    sections = {section.key for section in form.sections}
    return finding.section if finding.section in sections else BASICS


def deadline_of(report: Report, today: date) -> Deadline | None:
    """Return by when the report must be out; None while its year is not known."""
    if not date.min.year <= report.year < date.max.year:
        return None
    level = report.organ_level
    day = date.fromisoformat(f"{report.year + 1:04}-{level.deadline}")
    return Deadline(day, (day - today).days, level.basis)


def _is_missing(report: Report, name: FieldName) -> bool:
    if name == "level":
        return bool(report.organ) and not report.level and not report.form.tells_level(report.organ)
    return not str(getattr(report, name) or "").strip()


def _items(report: Report, part: str, findings: Sequence[Finding]) -> Iterator[Task]:
    problems = [finding for finding in findings if not finding.is_unwritten]
    for severity, word in SEVERITIES.items():
        if found := [finding for finding in problems if finding.severity == severity]:
            yield Task(State.PROBLEM, f"{word} {len(found)} 处", part, found[0], severity)
    lacking: dict[str, Finding] = {}
    for finding in findings:
        if finding.is_unwritten:
            lacking.setdefault(_lacking(report, finding), finding)
    for words, finding in lacking.items():
        is_last = finding.field == "signature_date"
        yield Task(State.UNWRITTEN, words, part, finding, is_last=is_last)
    if words := _taken_over(report, part):
        yield Task(State.UNCONFIRMED, f"沿用上年、没有确认：{words}", part)


def _lacking(report: Report, finding: Finding) -> str:
    """Say in a few words what is not written."""
    if finding.field is not None:
        return finding.message
    if finding.section is None:
        return f"{len(finding.cells)} 格没有填"
    return "有小标题下面没有写" if report.texts.get(finding.section, "").strip() else "还没有写"


def _taken_over(report: Report, part: str) -> str:
    """Say how many cells and paragraphs of a part came from last year and are not confirmed."""
    form = report.form
    cells = sum(form.section_of_table(form.cells[key].table).key == part for key in report.unconfirmed)
    sections = {section.key for section in form.sections}
    texts = [key for key in report.inherited if (key if key in sections else BASICS) == part]
    paragraphs = sum(
        report.is_inherited(key, paragraph) for key in texts for paragraph in report.paragraphs(key)
    )
    said = (f"{cells} 格" if cells else "", f"{paragraphs} 段文字" if paragraphs else "")
    return "、".join(filter(None, said))


def _turn(item: Task) -> tuple[int, int]:
    """Return when the turn of an item comes: figures before words, for words follow from figures."""
    if item.is_last:
        return 3, 0
    if item.state is State.PROBLEM:
        return 0, 0 if item.severity == "error" else 1
    if item.state is State.UNCONFIRMED:
        return 2, 0
    finding = item.finding
    is_words = finding is not None and finding.section is not None
    return 1, 0 if finding is not None and finding.field else 2 if is_words else 1
