"""The path that all documents share: blocks, tables by their labels, words, a Draft, and then a Report."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from reportdesk.errors import FileError
from reportdesk.form.editions import first_year
from reportdesk.form.model import INTRO, Form
from reportdesk.patterns import late
from reportdesk.readers.document.annex import without_charts
from reportdesk.readers.document.clutter import is_page_number
from reportdesk.readers.document.headings import cut_at_headings, is_heading, split_glued
from reportdesk.readers.document.sections import Outline, outline
from reportdesk.readers.document.several import second_report
from reportdesk.readers.document.title import find_title, period_year
from reportdesk.readers.found.blocks import Block, FoundDocument, FoundParagraph, unpack_layout
from reportdesk.readers.found.counts import count_of
from reportdesk.readers.found.limits import refuse_many_blocks
from reportdesk.readers.found.refusals import NotAReport
from reportdesk.readers.result.against_data import held_against
from reportdesk.readers.result.draft import Draft, take_printed
from reportdesk.readers.result.edition import best_edition
from reportdesk.readers.result.listed_words import take_listed_words
from reportdesk.readers.result.marked import take_marked_prose
from reportdesk.readers.result.reading import Reading, Seen
from reportdesk.readers.result.words import take_prose
from reportdesk.readers.tables.flat import raise_flat_tables
from reportdesk.readers.tables.placed import Placed, place_tables
from reportdesk.readers.tables.wording import form_wording
from reportdesk.report.characters import odd_characters, set_right
from reportdesk.report.model import Note, Report
from reportdesk.report.totals import figures

#: Of the six of a report; another paper may have one or two of them.
_FEWEST_HEADINGS = 3
_ATTACHED = late(r"附件|\.(?:pdf|docx?|xlsx?|wps|et|ofd|zip|rar)\b", re.IGNORECASE)
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
    document = replace(document, blocks=without_charts(document.blocks))
    placed = best_edition(lambda form: _placed(document, form), lambda found: _year(found, document))
    form = placed.wording.form
    made = outline(placed.blocks, placed.tables, form)
    _refuse_other_papers(placed, made, where)
    draft = Draft(form, notes=list(document.notes))
    take_printed(draft, placed)
    draft.notes += [*_left_off(placed), *_pictures(placed, made), *_set_right(document)]
    if document.words is not None:
        take_listed_words(draft, document.words)
    elif document.exact:
        take_marked_prose(draft, placed.blocks, made, placed.known)
    else:
        take_prose(draft, made, placed.known)
    return Reading(_report(draft), _seen(placed, made))


def _left_off(placed: Placed) -> Iterator[Note]:
    lines = (block.text.strip() for block in placed.left_off if isinstance(block, FoundParagraph))
    if begins := next(filter(None, lines), ""):
        message = f"文件里不止一份报告，读入的是前一份；从“{begins}”起的没有读入，要读请另存为一个文件"
        yield Note("read.several", message)


def _pictures(placed: Placed, made: Outline) -> Iterator[Note]:
    """Yield which sections hold a picture where their table belongs."""
    held = {name for names in placed.tables.values() for name in names}
    for key, places in made.spans():
        section = made.form.section(key)
        has_picture = any(_is_picture(placed.blocks[place]) for place in places)
        if section.table and section.table not in held and has_picture:
            message = f"“{section.heading}”下面是图片，不是表格，图片里的数没有读入，请照着图片填写"
            keys = tuple(cell.key for cell in made.form.cells_of(section.table))
            yield Note("read.picture", message, keys, section=key)


def _set_right(document: FoundDocument) -> Iterator[Note]:
    """Yield a note on the characters of the words that only looked like the usual ones."""
    if document.exact:
        return
    texts = (block.text for block in document.blocks if isinstance(block, FoundParagraph))
    odd = [text[place] for text in texts for place, _ in odd_characters(text)]
    if odd:
        example = f"如“{odd[0]}”换成“{set_right(odd[0])}”"
        message = f"文字里有 {len(odd)} 个形似而不同的字，已换成通常的字，{example}"
        yield Note("read.characters", message)


def _is_picture(block: Block) -> bool:
    return isinstance(block, FoundParagraph) and block.role == "picture"


def _seen(placed: Placed, made: Outline) -> Seen:
    sections = {INTRO: range(made.first), **dict(made.spans())}
    return Seen(placed.blocks, sections, placed.printed)


def _year(placed: Placed, document: FoundDocument) -> int:
    """Return the year that a document says of itself, 0 if none."""
    if document.carried is not None:
        return document.carried.report.year or 0
    if document.words is not None:
        return count_of(document.words.fields.get("年度", "")) or 0
    form = placed.wording.form
    made = outline(placed.blocks, placed.tables, form)
    lines = [block.text for block in placed.blocks[: made.first] if isinstance(block, FoundParagraph)]
    title = find_title(lines, form)
    return title.year if title is not None and title.year else period_year("\n".join(lines))


def _placed(document: FoundDocument, form: Form) -> Placed:
    wording = form_wording(form)
    if document.exact:
        return _first(place_tables(document.blocks, wording))
    blocks = list(_line_by_line(cut_at_headings(list(unpack_layout(document.blocks)), form), form))
    flat = raise_flat_tables(blocks, wording, lambda paragraph: is_heading(paragraph, form))
    return _first(place_tables(list(flat), wording))


def _first(placed: Placed) -> Placed:
    """Return what the first of several reports says; `placed` itself where there is but one."""
    second = second_report(placed.blocks, placed.tables, placed.wording.form)
    if second is None:
        return placed
    first = place_tables(placed.blocks[:second], placed.wording)
    first.left_off = placed.blocks[second:]
    return first


def _line_by_line(blocks: Iterator[Block], form: Form) -> Iterator[Block]:
    """Yield every line as a paragraph of its own, and a heading apart from the words behind it."""
    for block in blocks:
        if isinstance(block, FoundParagraph):
            for line in block.text.split("\n"):
                if not is_page_number(line):
                    yield from split_glued(FoundParagraph(set_right(line), block.role), form)
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
    if len(made.chosen) >= _FEWEST_HEADINGS:
        return
    if any(_ATTACHED.search(line) for line in lines):
        problem = "里面没有报告正文，只有附件的名称"
        raise NotAReport(problem, where=where, remedy="请在网页上下载附件，再读下载的文件")
    problem = "文件里没有政府信息公开工作年度报告的表格和标题"
    raise NotAReport(problem, where=where, remedy="请确认选对了文件")


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
