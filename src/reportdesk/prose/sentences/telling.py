"""Sentences built from the cells, in the right form for 0 and for n, as the template words them."""

from __future__ import annotations

from collections.abc import Iterator

from reportdesk.checks.view import View
from reportdesk.form.formula import Number
from reportdesk.prose.figures.readings import expand, figure_of
from reportdesk.prose.lexicon.lexicon import load_lexicon
from reportdesk.prose.lexicon.wordings import Clause, Sentence


def told_by(view: View, sentence: Sentence, amount: Number | None = None) -> str | None:
    """Return the sentence that the figures give; None where a cell needed is blank.

    `amount` (元) is for a sentence about what no cell holds; 0 and None are none.
    """
    words = {"year": f"{view.report.year or ''}"}
    if not sentence.clause:
        told = sentence.some if amount else sentence.none
        return told.format_map({**words, "n": _shown(amount or 0)})
    figures = [_figure(view, clause) for clause in sentence.clause]
    if any(figure is None for figure in figures):
        return None
    if not any(figures):
        return sentence.none.format_map(words)
    clauses = [told for clause in sentence.clause if (told := _clause(view, clause))]
    return sentence.lead.format_map(words) + "，".join(clauses) + "。"


def _clause(view: View, clause: Clause) -> str:
    figure = _figure(view, clause)
    if not figure:
        return clause.none
    told = clause.some.format_map({"n": _shown(figure)})
    parts = list(_parts(view, clause))
    return f"{told}（其中{'、'.join(parts)}）" if parts else told


def _parts(view: View, clause: Clause) -> Iterator[str]:
    """Yield the parts that are not 0; none while one of them is blank."""
    figures = [(part, _figure(view, part)) for part in clause.of]
    if all(figure is not None for _, figure in figures):
        for part, figure in figures:
            if figure:
                yield part.some.format_map({"n": _shown(figure)})


def _figure(view: View, clause: Clause) -> Number | None:
    lexicon = load_lexicon(view.form)
    return figure_of(expand(view.form, clause.reading, lexicon.file.defaults, lexicon.where), view.figure)


def _shown(figure: Number) -> str:
    return f"{figure:f}" if not isinstance(figure, int) else str(figure)
