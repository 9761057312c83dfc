"""Last year's figure of a cell is one answer, wherever it is asked for."""

from dataclasses import replace

import pytest

from reportdesk.form.loader import load_edition
from reportdesk.report.facts import facts_of
from reportdesk.report.last_year import last_figure
from reportdesk.report.model import LastYear, Report
from reportdesk.report.progress import progress_of
from reportdesk.report.totals import figures

KEPT = "requests.received.business"
COUNTED_OTHERWISE = "disclosure.rules.issued"


def report(last: LastYear) -> Report:
    return Report(load_edition("2021"), year=2024, cells={KEPT: 2, COUNTED_OTHERWISE: 2}, last=last)


@pytest.mark.parametrize(
    ("last_year", "year", "figure"), [(2023, 2024, 5), (2022, 2024, None), (0, 2024, 5), (2023, 0, 5)]
)
def test_a_snapshot_of_another_year_tells_no_figure(last_year: int, year: int, figure: int | None) -> None:
    ours = replace(report(LastYear("2021", last_year, "云溪县档案局", cells={KEPT: 5})), year=year)
    assert last_figure(ours, KEPT) == figure
    assert facts_of(ours).last_figure(KEPT) == figure
    assert progress_of(ours, figures(ours)).unlike_last == (figure is not None)


def test_a_figure_that_another_edition_counts_otherwise_is_told_nowhere() -> None:
    ours = report(LastYear("2019", 2023, "云溪县档案局", cells={KEPT: 5, COUNTED_OTHERWISE: 5}))
    assert last_figure(ours, KEPT) == 5
    assert last_figure(ours, COUNTED_OTHERWISE) is None
    assert facts_of(ours).last_figure(COUNTED_OTHERWISE) is None
