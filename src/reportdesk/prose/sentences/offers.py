"""Sentences that follow the figures: offered, written as plain text; and the report in which nothing was."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from reportdesk.errors import ReportDeskError
from reportdesk.form.formula import Number
from reportdesk.form.model import Form
from reportdesk.form.place import place_words
from reportdesk.prose.lexicon.lexicon import load_lexicon
from reportdesk.prose.lexicon.wordings import Sentence
from reportdesk.prose.sentences.placing import placed
from reportdesk.prose.sentences.telling import told_by
from reportdesk.report.edit import Edit, edit_entries, enter, write_text
from reportdesk.report.entries import Entry
from reportdesk.report.facts import Facts, facts_of
from reportdesk.report.model import Report

_NIL_NAME = "无申请、无复议诉讼"


@dataclass(frozen=True, slots=True)
class Offer:
    """A sentence on offer for a section; `text` is empty while cells are blank.

    `asks_amount` tells that it may also be made for an amount in 元, which no cell holds.
    """

    key: str
    name: str
    section: str
    subhead: str
    text: str
    asks_amount: bool


def offers(report: Report, figures: Mapping[str, Number | None]) -> tuple[Offer, ...]:
    """Return every sentence of the form, as the figures give it."""
    seen = Facts(report, figures)
    return tuple(
        Offer(one.key, one.name, one.section, one.subhead, told_by(seen, one) or "", bool(one.some))
        for one in load_lexicon(report.form).file.sentence
    )


def offered(
    report: Report, figures: Mapping[str, Number | None], key: str, amount: Number | None = None
) -> str | None:
    """Return one sentence, for an amount in 元 if it asks for one; None where cells are blank.

    Raise KeyError for a sentence that the form does not have.
    """
    return told_by(Facts(report, figures), _sentence(report, key), amount)


def write_sentence(
    report: Report, figures: Mapping[str, Number | None], key: str, amount: Number | None = None
) -> Edit:
    """Make an edit that writes a sentence where it belongs, in the place of one that tells the same.

    It changes nothing where cells are blank; raise KeyError for a sentence that the form does not have.
    """
    sentence = _sentence(report, key)
    told = told_by(Facts(report, figures), sentence, amount)
    before = report.texts.get(sentence.section, "")
    after = placed(report.form, sentence, before, told) if told else before
    return edit_entries(report, f"写入{sentence.name}的句子", [("texts", sentence.section, after or None)])


@dataclass(frozen=True, slots=True)
class Nil:
    """One edit that says that there were no requests and no disputes, and what it does, line by line."""

    edit: Edit
    done: tuple[str, ...]


def nil_tables(form: Form) -> tuple[str, ...]:
    """Return the tables that a report without requests and disputes fills with zeros."""
    return load_lexicon(form).file.nil.tables


def may_be_nil(report: Report) -> bool:
    """Tell whether a report made from last year's may well be a nil one: nobody has begun those tables."""
    tables = nil_tables(report.form) if report.last is not None else ()
    keys = {cell.key for table in tables for cell in report.form.cells_of(table)}
    begun = keys & (report.cells.keys() | report.stated.keys() | report.invalid.keys())
    return bool(keys) and all(key in report.unconfirmed and not report.cells.get(key) for key in begun)


def nil_report(report: Report) -> Nil:
    """Make one edit that confirms the zeros of the tables named in the form and writes their sentences.

    Raise ReportDeskError, naming the first cell, where one of them is not 0 or holds what is no figure.
    """
    told = load_lexicon(report.form).file.nil
    cells = [cell.key for table in told.tables for cell in report.form.cells_of(table)]
    _refuse_figures(report, cells)
    entered = [key for key in cells if not report.form.cells[key].is_derived]
    blank = [key for key in entered if key not in report.cells]
    changes = list(enter(report, dict.fromkeys(entered, 0)).changes)
    after = Edit(_NIL_NAME, tuple(changes)).apply(report)
    done = [_zeros_told(report, told.tables, len(entered), len(blank))]
    for key in told.sentences:
        sentence = _sentence(report, key)
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
    return f"{names}：{entered} 格都是 0" + (f"，其中 {blank} 格原来空着" if blank else "")


def _place_told(report: Report, sentence: Sentence) -> str:
    name = report.form.heading_of(sentence.section)
    return f"{name} · {sentence.subhead}" if sentence.subhead else name


def _sentence(report: Report, key: str) -> Sentence:
    for sentence in load_lexicon(report.form).file.sentence:
        if sentence.key == key:
            return sentence
    raise KeyError(key)
