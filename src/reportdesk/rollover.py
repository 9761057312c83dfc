"""Begin the next year's report from last year's: what is carried in, words with their years moved on."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import MAXYEAR

import msgspec

from reportdesk.errors import ReportDeskError
from reportdesk.form.editions import edition_for
from reportdesk.form.families import editions_of
from reportdesk.form.formula import Number
from reportdesk.form.model import Form
from reportdesk.form.parts import Predecessor
from reportdesk.form.place import place_of
from reportdesk.form.succession import carried_pairs
from reportdesk.frozen import Frozen
from reportdesk.report.last_year import last_figure, snapshot
from reportdesk.report.model import LastYear, Note, Report
from reportdesk.report.totals import figures
from reportdesk.report.year_moves import Kept, Moved, move_years

#: The place of a change in the title, beside the sections' keys.
TITLE = "title"

#: More than these a note does not list one by one.
_MOST_NAMED = 8


class YearChange(Frozen, frozen=True):
    """A year that was moved on: in which paragraph (from 1), and [start, end) in the section's new text."""

    section: str
    heading: str
    paragraph: int
    before: str
    after: str
    span: tuple[int, int]

    def __str__(self) -> str:
        """Say where, and what became what."""
        return f"{_where(self.heading, self.paragraph)}：{self.before}改为{self.after}"


class YearKept(Frozen, frozen=True):
    """A year that was left alone, with the reason; places as in `YearChange`."""

    section: str
    heading: str
    paragraph: int
    written: str
    reason: str
    span: tuple[int, int]

    def __str__(self) -> str:
        """Say where, which year, and why."""
        return f"{_where(self.heading, self.paragraph)}：{self.written}没有改（{self.reason}）"


class Rolled(Frozen, frozen=True):
    """A report begun from last year's, the years moved on in its words, and those left alone."""

    report: Report
    changes: tuple[YearChange, ...]
    kept: tuple[YearKept, ...] = ()


class _Words(msgspec.Struct):
    """The words that come along: years moved on, every change and every year left alone listed."""

    old: int
    new: int
    changes: list[YearChange] = msgspec.field(default_factory=list)
    kept: list[YearKept] = msgspec.field(default_factory=list)

    def move(self, section: str, heading: str, text: str) -> str:
        """Return a text with its years moved on where that is safe."""
        paragraphs: list[str] = []
        start = 0
        for number, paragraph in enumerate(text.split("\n"), 1):
            moved, met = move_years(paragraph, self.old, self.new)
            for year in met:
                self._list(year, section, heading, number, start)
            paragraphs.append(moved)
            start += len(moved) + 1
        return "\n".join(paragraphs)

    def _list(self, year: Moved | Kept, section: str, heading: str, paragraph: int, start: int) -> None:
        span = (start + year.start, start + year.end)
        if isinstance(year, Moved):
            if year.before == year.after:
                return
            self.changes.append(YearChange(section, heading, paragraph, year.before, year.after, span))
        else:
            self.kept.append(YearKept(section, heading, paragraph, year.written, year.reason, span))


def roll(report: Report, year: int | None = None, *, form: Form | None = None) -> Rolled:
    """Return the report for the year after `report`'s, or for `year`, in the edition that the year asks for.

    Organ and level stay; figures are blank but for what is carried in; date, acceptances and printed
    totals stay behind. A report that does not tell its year is taken for that of the year before `year`;
    raise ReportDeskError where nobody tells which year would be next, or where no calendar has it.
    """
    if not report.year:
        if year is None:
            raise ReportDeskError("看不出上年的报告是哪一年的", remedy="请先填写它的年度，或写明今年是哪一年")
        report = replace(report, year=year - 1)
    new = report.year + 1 if year is None else year
    if new > MAXYEAR:
        what = f"上年的报告写的是 {report.year} 年，没有下一年：年份最多四位数"
        raise ReportDeskError(what, remedy="请先把它的年度改对")
    form = form or _form_for(report.form, new)
    words = _Words(report.year, new)
    title = _title(report, words)
    texts = _texts_moved_on(report, form, words)
    begun = Report(
        form,
        organ=report.organ,
        year=new,
        level=report.level if report.level in {level.key for level in form.levels} else "",
        title=title,
        signature_organ=report.signature_organ,
        texts=texts,
        inherited=_inherited(texts),
        last=snapshot(report),
    )
    if new == report.year + 1:
        cells = _carried_cells(begun)
        begun = replace(begun, cells=cells, unconfirmed=dict.fromkeys(cells, True))
    notes = (*_notes_on_figures(report, begun), *_notes_on_words(report, begun, words))
    return Rolled(replace(begun, notes=notes), tuple(words.changes), tuple(words.kept))


def _form_for(last: Form, year: int) -> Form:
    """Return last year's form if it is for that year too, else the edition of its family that is."""
    if last.covers(year) or not editions_of(last.family):
        return last
    return edition_for(year, last.family)


def _title(report: Report, words: _Words) -> str:
    """Return the clerk's own title with its year moved on; empty, so that it follows, where it cannot be."""
    if report.title in {"", report.form.title_of(report.organ, report.year)}:
        return ""
    moved = words.move(TITLE, "标题", report.title)
    return "" if moved == report.title else moved


def _texts_moved_on(report: Report, form: Form, words: _Words) -> dict[str, str]:
    headings = {key: form.heading_of(key) for key in form.text_keys}
    return {
        section: words.move(section, heading, report.texts[section])
        for section, heading in headings.items()
        if report.texts.get(section)
    }


def _inherited(texts: Mapping[str, str]) -> dict[str, tuple[str, ...]]:
    """Return every paragraph that says something as one that nobody has confirmed."""
    taken = {key: tuple(words for words in text.split("\n") if words.strip()) for key, text in texts.items()}
    return {key: paragraphs for key, paragraphs in taken.items() if paragraphs}


def _pairs(form: Form) -> Iterator[tuple[str, str]]:
    for carry in form.carries:
        yield from carried_pairs(form, carry)


def _carried_cells(begun: Report) -> dict[str, Number]:
    """Return what last year's report carried out, as this year's figures; sums follow by themselves."""
    carried = {
        to: last_figure(begun, source)
        for source, to in _pairs(begun.form)
        if not begun.form.cells[to].is_derived
    }
    return {key: figure for key, figure in carried.items() if figure is not None}


def _notes_on_figures(report: Report, begun: Report) -> Iterator[Note]:
    if begun.year != report.year + 1:
        gap = f"上年的报告是 {report.year} 年的，这份是 {begun.year} 年的，年份不相连，结转的数没有带入"
        yield Note("roll.year", gap)
    else:
        yield from _notes_on_carried(begun)
    if report.invalid:
        named = _named([f"{place_of(report.form, key)}（{given}）" for key, given in report.invalid.items()])
        yield Note("roll.invalid", f"上年报告里这些格填的不是数，没有带入：{named}")
    if report.form is not begun.form and begun.last is not None:
        yield from _notes_on_unmapped(report.form, begun.form, begun.last)


def _notes_on_carried(begun: Report) -> Iterator[Note]:
    """Say which carried figures last year's report left blank, and which of its totals are not the sum."""
    sums = figures(begun)
    for source, to in _pairs(begun.form):
        figure, place = last_figure(begun, source), place_of(begun.form, to)
        if figure is None and not begun.form.cells[to].is_derived:
            yield Note("roll.blank", f"上年报告没有填结转下年度的数，“{place}”空着", (to,))
        elif figure is not None and figure != sums[to]:
            why = "各栏没有填全" if sums[to] is None else f"各栏相加是 {sums[to]}"
            yield Note("roll.carried_total", f"“{place}”：上年报告印的总计是 {figure}，{why}", (to,))


def _notes_on_unmapped(old: Form, new: Form, last: LastYear) -> Iterator[Note]:
    """Name every figure of another edition that has no place in this one, by reason."""
    predecessor = new.predecessors.get(old.edition, Predecessor())
    behind: dict[str, list[str]] = defaultdict(list)
    for key, figure in last.cells.items():
        if predecessor.successor(key) not in new.cells:
            reason = predecessor.reason_against(key) or "今年的表里没有这一项"
            behind[reason].append(f"{place_of(old, key)}（{old.cells[key].kind.show(figure)}）")
    for reason, places in behind.items():
        yield Note("roll.unmapped", f"上年的这些数没有带入，{reason}：{'、'.join(places)}")


def _notes_on_words(report: Report, begun: Report, words: _Words) -> Iterator[Note]:
    if begun.title == "" and report.title not in {"", report.form.title_of(report.organ, report.year)}:
        yield Note(
            "roll.title", f"上年的标题“{report.title}”里没有可改的年份，今年改用“{begun.printed_title}”"
        )
    lost = [key for key in report.texts if report.texts[key] and key not in begun.texts]
    if lost:
        headings = {section.key: section.heading for section in report.form.sections}
        named = _named([headings.get(key, key) for key in lost])
        yield Note("roll.section", f"上年的这些部分今年没有，文字没有带入：{named}")
    if words.kept:
        yield Note("roll.years_kept", f"文字里有 {len(words.kept)} 处年份没有改：{_named(words.kept)}")


def _named(things: list[str] | list[YearKept]) -> str:
    shown = "；".join(map(str, things[:_MOST_NAMED]))
    return f"{shown}；等" if len(things) > _MOST_NAMED else shown


def _where(heading: str, paragraph: int) -> str:
    return f"“{heading}”第 {paragraph} 段"
