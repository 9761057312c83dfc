"""Marks for an editor: numbers that agree with the tables and those that do not, with what would be right."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Literal

from reportdesk.form.formula import Number
from reportdesk.form.place import place_words
from reportdesk.frozen import Frozen
from reportdesk.prose.figures.compared.compare import Verdict, verdicts
from reportdesk.prose.lexicon.lexicon import load_lexicon
from reportdesk.prose.text.numerals import Numeral, write_number
from reportdesk.report.facts import Facts
from reportdesk.report.model import Report

MarkState = Literal["agrees", "disagrees"]


class Mark(Frozen, frozen=True):
    """A figure told at [start, end) of a section's words, with the cells that it was compared with.

    `figure` is the tables', `place` says where it stands, `replacement` is it in the notation of the text,
    to put at [start, end); empty where no number stands there (a zero in words, 均). `code` is the code of
    the finding, empty where words and tables agree.
    """

    start: int
    end: int
    state: MarkState
    cells: tuple[str, ...]
    figure: Number
    place: str
    replacement: str
    code: str


def marks(
    report: Report, figures: Mapping[str, Number | None], section: str, *, words: str | None = None
) -> Iterator[Mark]:
    """Yield the marks of a section's words (or the introduction's); nothing against blank cells.

    `words` are those words as far as they are looked at, all of them by default.
    """
    facts = Facts(report, figures)
    text = report.texts.get(section, "") if words is None else words
    return (_mark(facts, verdict) for verdict in verdicts(facts, text))


def _mark(facts: Facts, verdict: Verdict) -> Mark:
    mention = verdict.mention
    numeral = mention.numeral
    start, end = verdict.start, verdict.end
    if numeral is not None:
        start, end = start + numeral.start - mention.start, start + numeral.end - mention.start
    return Mark(
        start,
        end,
        "agrees" if verdict.agrees else "disagrees",
        verdict.cells,
        verdict.figure,
        _place_of_verdict(facts, verdict),
        _replacement(facts, numeral, verdict),
        "" if verdict.agrees else verdict.code,
    )


def _replacement(facts: Facts, numeral: Numeral | None, verdict: Verdict) -> str:
    """Return the tables' figure as the number is written; an amount goes back into the text's unit."""
    if numeral is None or verdict.agrees:
        return ""
    return write_number(verdict.figure * _units(facts, numeral), numeral)


def _units(facts: Facts, numeral: Numeral) -> int:
    return load_lexicon(facts.form).file.units.money.get(numeral.unit, 1)


def _place_of_verdict(facts: Facts, verdict: Verdict) -> str:
    first = verdict.mention.sums[0]
    table = facts.form.table(facts.form.cells[verdict.cells[0]].table).name
    name = place_words(facts.form, first[0][1])["place"] if len(first) == 1 else verdict.mention.measure.name
    return f"{table} · {name}"
