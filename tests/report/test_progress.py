"""How far a report is filled in."""

from reportdesk.form.loader import load_edition
from reportdesk.report.edit import fill_blanks
from reportdesk.report.model import LastYear, Report
from reportdesk.report.progress import progress_of
from reportdesk.report.totals import figures

FORM = load_edition("2021")
KEY, OTHER = "requests.received.natural_person", "requests.received.business"


def test_a_blank_report_is_all_blank() -> None:
    report = Report(FORM)
    progress = progress_of(report, figures(report))
    assert (progress.filled, progress.blank, progress.unlike_last) == (0, len(FORM.cells), 0)


def test_sums_count_as_soon_as_their_parts_are_there() -> None:
    report = Report(FORM)
    filled = fill_blanks(report, FORM.cells).apply(report)
    assert progress_of(filled, figures(filled)).blank == 0


def test_a_printed_sum_counts_as_filled() -> None:
    report = Report(FORM, stated={"requests.received.total": 3})
    assert progress_of(report, figures(report)).filled == 1


def test_only_figures_known_in_both_years_are_unlike() -> None:
    last = LastYear("2021", 2023, "云溪县档案局", cells={KEY: 3, "requests.carried_in.business": 1})
    report = Report(FORM, cells={KEY: 4, OTHER: 2}, last=last)
    assert progress_of(report, figures(report)).unlike_last == 1
