"""The report in which nothing was: tables filled with zeros and the sentences that say so, in one step."""

from __future__ import annotations

from collections.abc import Iterator

from reportdesk.errors import ReportDeskError
from reportdesk.form.model import Form
from reportdesk.form.place import place_words
from reportdesk.frozen import Frozen
from reportdesk.prose.lexicon.cell_sums import expand
from reportdesk.prose.lexicon.lexicon import load_lexicon
from reportdesk.prose.lexicon.wordings import Sentence
from reportdesk.prose.sentences.offers import sentence_of
from reportdesk.prose.sentences.placing import placed
from reportdesk.prose.sentences.telling import told_by
from reportdesk.report.edit import Edit, edit_entries, enter, write_text
from reportdesk.report.entries import Entry
from reportdesk.report.facts import facts_of
from reportdesk.report.last_year import last_figure
from reportdesk.report.model import Report

_NIL_NAME = "无申请、无复议诉讼"


class Nil(Frozen, frozen=True):
    """One edit that says that there were no requests and no disputes, and what it does, line by line."""

    edit: Edit
    done: tuple[str, ...]


def nil_tables(form: Form) -> tuple[str, ...]:
    """Return the tables that a report without requests and disputes fills with zeros."""
    return load_lexicon(form).file.nil.tables


def may_be_nil(report: Report) -> bool:
    """Tell whether a report may well be a nil one: nobody has begun those tables."""
    tables = nil_tables(report.form)
    return bool(tables) and all(_is_unbegun(report, table) for table in tables)


def was_nil(report: Report) -> bool:
    """Tell whether last year's report, as far as it is at hand, had nothing in those tables."""
    tables = nil_tables(report.form)
    return bool(tables) and all(_was_all_zero(report, table) for table in tables)


def tables_of_nil(report: Report) -> tuple[str, ...]:
    """Return the tables that a nil report fills: the form's, and those in which last year nothing was either.

    One of the latter that somebody has begun this year is left alone.
    """
    own = nil_tables(report.form)
    also = [
        table.key
        for table in report.form.tables
        if table.key not in own and _is_unbegun(report, table.key) and _was_all_zero(report, table.key)
    ]
    return tuple(table.key for table in report.form.tables if table.key in {*own, *also})


def nil_report(report: Report) -> Nil:
    """Make one edit that confirms the zeros of `tables_of_nil` and writes their sentences.

    Raise ReportDeskError, naming the first cell, where one of them is not 0 or holds what is no figure.
    """
    tables = tables_of_nil(report)
    cells = [cell.key for table in tables for cell in report.form.cells_of(table)]
    _refuse_figures(report, cells)
    entered = [key for key in cells if not report.form.cells[key].is_derived]
    blank = [key for key in entered if key not in report.cells]
    changes = list(enter(report, dict.fromkeys(entered, 0)).changes)
    after = Edit(_NIL_NAME, tuple(changes)).apply(report)
    done = [_zeros_told(report, tables, len(entered), len(blank))]
    for sentence in _sentences(report, tables):
        words = told_by(facts_of(after), sentence) or ""
        text = placed(report.form, sentence, after.texts.get(sentence.section, ""), words)
        after = write_text(after, sentence.section, text).apply(after)
        done.append(f"{_place_told(report, sentence)}：{words}")
    texts: list[Entry] = [("texts", key, text) for key, text in after.texts.items()]
    changes += edit_entries(report, _NIL_NAME, texts).changes
    return Nil(Edit(_NIL_NAME, tuple(changes)), tuple(done))


def _refuse_figures(report: Report, cells: list[str]) -> None:
    for key in cells:
        figure = report.invalid.get(key) or report.cells.get(key) or report.stated.get(key)
        if figure:
            words = place_words(report.form, key)
            what = f"{words['table']}“{words['place']}”填的是 {figure}，不能按全年无申请、无复议诉讼处理"
            raise ReportDeskError(what, remedy="请先核对这一格；确实没有的，改为 0 后再试")


def _zeros_told(report: Report, tables: tuple[str, ...], entered: int, blank: int) -> str:
    names = "、".join(report.form.table(table).name for table in tables)
    if blank == entered:
        return f"{names}：{entered} 格都填 0"
    return f"{names}：{entered} 格都是 0" + (f"，其中 {blank} 格原来空着" if blank else "")


def _place_told(report: Report, sentence: Sentence) -> str:
    name = report.form.heading_of(sentence.section)
    return f"{name} · {sentence.subhead}" if sentence.subhead else name


def _sentences(report: Report, tables: tuple[str, ...]) -> Iterator[Sentence]:
    """Yield the sentences of the form's nil report, and those that tell of other tables that it fills."""
    lexicon = load_lexicon(report.form)
    nil = lexicon.file.nil
    yield from (sentence_of(report, key) for key in nil.sentences)
    also = set(tables) - set(nil.tables)
    for sentence in lexicon.file.sentence:
        cells = [
            report.form.cells[key]
            for clause in sentence.clause
            for _, key in expand(report.form, clause.sum, lexicon.file.defaults, lexicon.where)
        ]
        if sentence.key not in nil.sentences and cells and all(cell.table in also for cell in cells):
            yield sentence


def _is_unbegun(report: Report, table: str) -> bool:
    """Tell whether nobody has filled a table: what stands there came from last year, and is 0."""
    keys = {cell.key for cell in report.form.cells_of(table)}
    begun = keys & (report.cells.keys() | report.stated.keys() | report.invalid.keys())
    return all(key in report.unconfirmed and not report.cells.get(key) for key in begun)


def _was_all_zero(report: Report, table: str) -> bool:
    entered = [cell.key for cell in report.form.cells_of(table) if not cell.is_derived]
    return all(last_figure(report, key) == 0 for key in entered)
