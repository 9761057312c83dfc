"""Sentences built from the cells, in the right form for 0 and for n, as the template words them."""

from __future__ import annotations

from collections.abc import Iterator

from reportdesk.form.formula import Number, add_up
from reportdesk.prose.lexicon.cell_sums import CellSum, expand
from reportdesk.prose.lexicon.lexicon import load_lexicon
from reportdesk.prose.lexicon.wordings import Clause, Sentence
from reportdesk.report.facts import Facts


def told_by(facts: Facts, sentence: Sentence, amount: Number | None = None) -> str | None:
    """Return the sentence that the figures give; None where a cell needed is blank.

    `amount` (元) is for a sentence about what no cell holds; 0 and None are none.
    """
    words = {"year": f"{facts.report.year or ''}"}
    if not sentence.clause:
        wording = sentence.some if amount else sentence.none
        return wording.format_map({**words, "n": _written_figure(amount or 0)})
    figures = [_clause_figure(facts, clause) for clause in sentence.clause]
    if any(figure is None for figure in figures):
        return None
    if not any(figures):
        return sentence.none.format_map(words)
    clauses = [wording for clause in sentence.clause if (wording := _clause(facts, clause))]
    return sentence.lead.format_map(words) + "，".join(clauses) + "。"


def first_blank(facts: Facts, sentence: Sentence) -> str:
    """Return the key of the first blank cell that a sentence needs, empty where there is none."""
    needed = (key for clause in sentence.clause for _, key in _cells_of(facts, clause))
    return next((key for key in needed if facts.figure(key) is None), "")


def _clause(facts: Facts, clause: Clause) -> str:
    figure = _clause_figure(facts, clause)
    if not figure:
        return clause.none
    words = clause.some.format_map({"n": _written_figure(figure)})
    parts = list(_parts_told(facts, clause))
    return f"{words}（其中{'、'.join(parts)}）" if parts else words


def _parts_told(facts: Facts, clause: Clause) -> Iterator[str]:
    """Yield the parts that are not 0; none while one of them is blank."""
    figures = [(part, _clause_figure(facts, part)) for part in clause.of]
    if all(figure is not None for _, figure in figures):
        for part, figure in figures:
            if figure:
                yield part.some.format_map({"n": _written_figure(figure)})


def _clause_figure(facts: Facts, clause: Clause) -> Number | None:
    return add_up(_cells_of(facts, clause), facts.figure)


def _cells_of(facts: Facts, clause: Clause) -> CellSum:
    lexicon = load_lexicon(facts.form)
    return expand(facts.form, clause.sum, lexicon.file.defaults, lexicon.where)


def _written_figure(figure: Number) -> str:
    return f"{figure:f}" if not isinstance(figure, int) else str(figure)
