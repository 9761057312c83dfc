"""Last year's report inside this one: the snapshot, and its figures under this form's keys."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache

from reportdesk.form.formula import Number
from reportdesk.form.model import Form
from reportdesk.report.model import LastYear, Report
from reportdesk.report.totals import figures, printed


def snapshot(report: Report) -> LastYear:
    """Return a report as next year's will remember it: figures as printed, derived ones too, and texts."""
    shown = printed(report, figures(report))
    return LastYear(
        edition=report.form.edition,
        year=report.year,
        organ=report.organ,
        cells={key: figure for key, figure in shown.items() if figure is not None},
        texts=dict(report.texts),
    )


def is_of_the_year_before(last: LastYear, report: Report) -> bool:
    """Tell whether a snapshot is of the year before the report's, as far as both say their year."""
    return not (last.year and report.year) or last.year == report.year - 1


def last_figure(report: Report, key: str) -> Number | None:
    """Return last year's figure (件 or 万元) for a cell of this report's form; None where it is not known.

    A snapshot of another year tells none. Where last year's report is of another edition, the form's
    `from-<edition>.toml` says which of its figures is meant.
    """
    if report.last is None or not is_of_the_year_before(report.last, report):
        return None
    if report.last.edition in {"", report.form.edition}:
        return report.last.cells.get(key)
    source = _sources(report.form, report.last.edition).get(key)
    return None if source is None else report.last.cells.get(source)


@lru_cache(maxsize=16)
def _sources(form: Form, edition: str) -> Mapping[str, str]:
    """Return, by this form's keys, the keys of another edition whose figures they follow."""
    predecessor = form.predecessors.get(edition)
    if predecessor is None:
        return {key: key for key in form.cells}
    same = {key: key for key in form.cells if predecessor.reason_against(key) is None}
    return same | {key: source for source, key in predecessor.cells.items()}
