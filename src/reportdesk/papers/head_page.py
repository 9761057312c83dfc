"""核验单: one page for whoever signs, with what was checked, what is explained, and what changed most."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from reportdesk.checks.acceptances import with_places
from reportdesk.checks.engine import Checker
from reportdesk.checks.finding import Finding, acceptance_of
from reportdesk.checks.rules.texts import text_similar
from reportdesk.form.place import place_of
from reportdesk.prose.text.likeness import likeness
from reportdesk.report.dates import day_in_words
from reportdesk.report.differences import differences_from_last_year
from reportdesk.report.facts import Facts, facts_of
from reportdesk.report.fingerprint import fingerprint
from reportdesk.report.model import Report
from reportdesk.report.shown import compact

#: With the lines below these fill the one page that a head signs.
_MOST_CHANGES = 10
#: Lines of their own that the page has room for beside all else.
_MOST_NOTES = 5
#: Lines named one by one; more are said by their number.
_MOST_BLANKS = 6
_LONGEST_LINE_CHARACTERS = 60


@dataclass(frozen=True, slots=True)
class GroupOfChecks:
    """Checks of one kind: how many there are, how many found nothing, what is open and what is explained."""

    name: str
    checks: int
    passed: int
    open: int
    explained: int


@dataclass(frozen=True, slots=True)
class ChangeOfFigure:
    """A figure as printed now and last year."""

    place: str
    then: str
    now: str


@dataclass(frozen=True, slots=True)
class HeadPage:
    """All that the page says; `likeness` is a share (0 to 1) by the heading of a section."""

    report: Report
    fingerprint: str
    groups: tuple[GroupOfChecks, ...]
    notes: tuple[str, ...]
    changes: tuple[ChangeOfFigure, ...]
    blank: tuple[str, ...]
    unconfirmed_figures: int
    unconfirmed_paragraphs: int
    likeness: Mapping[str, float]


def head_page(report: Report) -> HeadPage:
    """Return what whoever signs a report should know of it."""
    facts = facts_of(report)
    findings = Checker(report.form).run(facts)
    report = with_places(report, findings)
    words = [(finding, acceptance_of(report, finding)) for finding in findings]
    return HeadPage(
        report,
        fingerprint(report),
        tuple(_groups(report, findings)),
        tuple(f"{word.note}（{finding.message}）" for finding, word in words if word is not None),
        tuple(_changes(facts)),
        tuple(place_of(report.form, c.key) for c in report.form.entered if c.key not in report.cells),
        len(report.unconfirmed),
        sum(len(paragraphs) for paragraphs in report.inherited.values()),
        dict(_likeness(report)),
    )


def _groups(report: Report, findings: tuple[Finding, ...]) -> Iterator[GroupOfChecks]:
    checks = report.form.checks
    by_group: dict[str, list[str]] = {}
    for check in checks.all:
        by_group.setdefault(checks.group_of(check.code), []).append(check.code)
    for name, codes in by_group.items():
        found = [finding for finding in findings if finding.code in codes]
        explained = sum(acceptance_of(report, finding) is not None for finding in found)
        wrong = {finding.code for finding in found}
        yield GroupOfChecks(name, len(codes), len(codes) - len(wrong), len(found) - explained, explained)


def _changes(facts: Facts) -> Iterator[ChangeOfFigure]:
    """Yield the entered figures that differ most from last year's, the largest difference first."""
    found = (
        one
        for one in differences_from_last_year(facts)
        if None not in {one.then, one.now} and not facts.form.cells[one.key].is_derived
    )
    for change in sorted(found, key=lambda one: -one.by if one.by > 0 else one.by)[:_MOST_CHANGES]:
        cell = facts.form.cells[change.key]
        then, now = (f"{cell.kind.show(figure)} {cell.unit}" for figure in (change.then, change.now))
        yield ChangeOfFigure(place_of(facts.form, change.key), then, now)


def _likeness(report: Report) -> Iterator[tuple[str, float]]:
    options = report.form.checks.options_of(text_similar.RULE.code, text_similar.Similarity)
    for section in options.sections if options and report.last else ():
        text, last = report.texts.get(section, ""), report.last.texts.get(section, "") if report.last else ""
        if text and last:
            yield report.form.heading_of(section), likeness(text, last)


def head_page_bytes(page: HeadPage, version: str) -> bytes:
    """Return the page as a Word file; raise FormError for an unfit layout."""
    from reportdesk.papers.loose_paper import LoosePaper

    report = page.report
    title = compact(report.printed_title)
    paper = LoosePaper(report.form, f"{title}核验单", report.organ)
    paper.line(f"{title} 核验单", bold=True, size_pt=16)
    signed = day_in_words(report.signature_date) or "未填"
    paper.line(f"机关：{report.organ}　年度：{report.year or '未填'}　落款日期：{signed}")
    paper.line(f"指纹：{page.fingerprint}　格式：{report.form.edition} 版　程序：reportdesk {version}")
    paper.table(_side_by_side(page.groups), (6, 2, 2, 3, 3) * 2)
    paper.line("说明", bold=True)
    for note in _some(page.notes, _MOST_NOTES, "没有需要说明的"):
        paper.line(note, size_pt=9)
    paper.line("与上年相比变化最大的数", bold=True)
    if page.changes:
        lines = [(c.place, c.then, c.now) for c in page.changes]
        paper.table([("位置", "上年", "今年"), *lines], (12, 3, 3), size_pt=8)
    else:
        paper.line("没有上年的数，或都没有变" if report.last is None else "都没有变", size_pt=9)
    paper.line("空着的格", bold=True)
    blank = "；".join(_some(page.blank, _MOST_BLANKS, "没有"))
    paper.line(blank if len(page.blank) <= _MOST_BLANKS else f"共 {len(page.blank)} 格：{blank}", size_pt=9)
    paper.line("沿用上年", bold=True)
    alike = "，".join(f"“{heading}”与上年相似 {share:.0%}" for heading, share in page.likeness.items())
    left = f"未确认的数 {page.unconfirmed_figures} 个、段落 {page.unconfirmed_paragraphs} 段"
    paper.line("；".join(filter(None, (left, alike))), size_pt=9)
    paper.table([("经办：", "审核：", "签发：")], (1, 1, 1), head=False, size_pt=12)
    return paper.saved()


def _side_by_side(groups: tuple[GroupOfChecks, ...]) -> list[tuple[str, ...]]:
    """Return the groups two in a row, for a page has more breadth than height."""
    head = ("检查项目", "项", "通过", "待处理", "已说明")
    lines = [(g.name, str(g.checks), str(g.passed), str(g.open), str(g.explained)) for g in groups]
    half = (len(lines) + 1) // 2
    left, right = lines[:half], lines[half:]
    right += [("", "", "", "", "")] * (len(left) - len(right))
    return [head + head, *(one + other for one, other in zip(left, right, strict=True))]


def _some(lines: tuple[str, ...], most: int, none: str) -> tuple[str, ...]:
    if not lines:
        return (none,)
    shown = tuple(
        line if len(line) <= _LONGEST_LINE_CHARACTERS else f"{line[:_LONGEST_LINE_CHARACTERS]}…"
        for line in lines[:most]
    )
    return shown if len(lines) <= most else (*shown, f"另有 {len(lines) - most} 条，见报告文件")
