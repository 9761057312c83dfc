"""The path that all documents share: blocks, tables by their labels, words, a Draft, and then a Report."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from reportdesk.errors import FileError
from reportdesk.form.editions import first_year
from reportdesk.form.families import editions_of, known_editions
from reportdesk.form.loader import load_edition
from reportdesk.form.model import INTRO, Form
from reportdesk.readers.document.headings import cut_at_headings, is_heading, split_glued
from reportdesk.readers.document.sections import Outline, outline
from reportdesk.readers.document.several import second_report
from reportdesk.readers.document.title import find_title
from reportdesk.readers.found.blocks import Block, FoundDocument, FoundParagraph, unpack_layout
from reportdesk.readers.found.limits import refuse_many_blocks
from reportdesk.readers.result.against_data import held_against
from reportdesk.readers.result.draft import Draft, take_printed
from reportdesk.readers.result.listed_words import take_listed_words
from reportdesk.readers.result.reading import Reading, Seen
from reportdesk.readers.result.words import take_marked_prose, take_prose
from reportdesk.readers.tables.flat import raise_flat_tables
from reportdesk.readers.tables.placed import Placed, place_tables
from reportdesk.readers.tables.wording import form_wording
from reportdesk.report.model import Note, Report
from reportdesk.report.totals import figures

_SURE = 0.999
_FEWEST_HEADINGS = 3
_REMEDY = "请选择 2019 年及以后的年度报告"


def reading_from(document: FoundDocument, where: str) -> Reading:
    """Return the report that a document holds, and what was seen of it; raise FileError if it holds none."""
    if document.carried is None:
        return _visible(document, where)
    if not document.blocks:
        return Reading(document.carried.report, is_whole=document.carried.is_whole)
    return held_against(document.carried.report, _visible(document, where))


def _visible(document: FoundDocument, where: str) -> Reading:
    refuse_many_blocks(document.blocks, where)
    placed = _best_edition(document)
    form = placed.wording.form
    made = outline(placed.blocks, placed.tables, form)
    _refuse_other_papers(placed, made, where)
    draft = Draft(form, notes=list(document.notes))
    take_printed(draft, placed)
    draft.notes += _left_off(placed)
    if document.words is not None:
        take_listed_words(draft, document.words)
    elif document.exact:
        take_marked_prose(draft, placed.blocks, made)
    else:
        take_prose(draft, made, placed.tables)
    return Reading(_report(draft), _seen(placed, made))


def _left_off(placed: Placed) -> Iterator[Note]:
    lines = (block.text.strip() for block in placed.left_off if isinstance(block, FoundParagraph))
    if begins := next(filter(None, lines), ""):
        message = f"文件里不止一份报告，读入的是前一份；从“{begins}”起的没有读入，要读请另存为一个文件"
        yield Note("read.several", message)


def _seen(placed: Placed, made: Outline) -> Seen:
    sections = {INTRO: range(made.first), **dict(made.spans())}
    return Seen(placed.blocks, sections, placed.printed)


def _best_edition(document: FoundDocument) -> Placed:
    """Place the tables in every edition, the newest first, and take the one whose labels they bear.

    Forms of other families are tried only where no table is one of this program's own.
    """
    own = tuple(edition.name for edition in editions_of())
    best = _best_of(document, own)
    if best is not None and best.tables:
        return best
    other = _best_of(document, tuple(name for name in known_editions() if name not in own))
    found = other if other is not None and other.tables else best
    if found is None:
        raise FileError("没有可用的报告格式", remedy="请重新安装本软件")
    return found


def _best_of(document: FoundDocument, editions: tuple[str, ...]) -> Placed | None:
    best: Placed | None = None
    for name in reversed(editions):
        placed = _place(document, load_edition(name))
        if placed.score >= _SURE:
            return placed
        if best is None or placed.score > best.score:
            best = placed
    return best


def _place(document: FoundDocument, form: Form) -> Placed:
    wording = form_wording(form)
    if document.exact:
        return _first(place_tables(document.blocks, wording))
    blocks = list(_lines(cut_at_headings(list(unpack_layout(document.blocks)), form), form))
    flat = raise_flat_tables(blocks, wording, lambda paragraph: is_heading(paragraph, form))
    return _first(place_tables(list(flat), wording))


def _first(placed: Placed) -> Placed:
    """Return what the first of several reports says; `placed` itself where there is but one."""
    second = second_report(placed.blocks, placed.tables, placed.wording.form)
    if second is None:
        return placed
    return replace(place_tables(placed.blocks[:second], placed.wording), left_off=placed.blocks[second:])


def _lines(blocks: Iterator[Block], form: Form) -> Iterator[Block]:
    """Yield every line as a paragraph of its own, and a heading apart from the words behind it."""
    for block in blocks:
        if isinstance(block, FoundParagraph):
            for line in block.text.split("\n"):
                yield from split_glued(FoundParagraph(line, block.role), form)
        else:
            yield block


def _refuse_other_papers(placed: Placed, made: Outline, where: str) -> None:
    if placed.tables:
        return
    form = placed.wording.form
    lines = [block.text for block in placed.blocks if isinstance(block, FoundParagraph)]
    title = find_title(lines[: made.first], form)
    if title is not None and 0 < title.year < first_year():
        problem = f"这是 {title.year} 年的报告，那时的报告没有现在的这几张表，读不进来"
        raise FileError(problem, where=where, remedy=_REMEDY)
    if len(made.chosen) < _FEWEST_HEADINGS:
        problem = "文件里没有政府信息公开工作年度报告的表格和标题"
        raise FileError(problem, where=where, remedy="请确认选对了文件")


def _report(draft: Draft) -> Report:
    cells = draft.form.cells
    entered = {key: value for key, value in draft.values.items() if not cells[key].is_derived}
    printed = {key: value for key, value in draft.values.items() if cells[key].is_derived}
    report = Report(
        draft.form, cells=entered, texts=draft.texts, invalid=draft.invalid, notes=tuple(draft.notes)
    )
    sums = figures(report)
    stated = {key: value for key, value in printed.items() if sums[key] != value}
    report = replace(report, stated=stated)
    return replace(report, **{name: value for name, value in draft.fields.items() if value})  # type: ignore[arg-type]
