"""change.large and change.none: figures beside last year's."""

from dataclasses import replace

import pytest

from tests.checks.reports import FORM, check, check_for, correct_report, with_cells, with_last

KEY = "disclosure.licensing.decisions"
ZEROES = dict.fromkeys(FORM.cells, 0)


@pytest.mark.parametrize(
    ("now", "then", "found"),
    [
        (16, 10, False),
        (20, 10, True),
        (19, 10, False),
        (10, 0, True),
        (9, 0, False),
        (30, 20, False),
        (31, 20, True),
        (0, 10, True),
        (5, 10, False),
        (10, 20, False),
        (9, 20, True),
        (0, None, False),
    ],
)
def test_a_change_by_more_than_half_and_by_ten_is_large(now: int, then: int | None, found: bool) -> None:
    report = with_last(with_cells(correct_report(), **{KEY: now}), {KEY: then})
    findings = check_for(report, "change.large")
    assert [finding.cells for finding in findings] == [(KEY,)] * found


def test_the_message_says_which_way() -> None:
    up, down = (check_for(with_last(correct_report(), {KEY: n}), "change.large")[0] for n in (1, 10**9))
    assert "比上年增加很多：今年 1808595，上年 1，相差 1808594" in up.message
    assert "比上年减少很多" in down.message


def test_a_sum_is_not_named_where_its_part_is() -> None:
    report = with_last(correct_report(), {"disputes.reconsideration.upheld": 20})
    report = with_last(report, {"disputes.reconsideration.total": 150})
    findings = check_for(report, "change.large")
    assert [finding.cells for finding in findings] == [("disputes.reconsideration.upheld",)]


def test_a_sum_is_named_where_no_part_tells_it() -> None:
    parts = ("upheld", "corrected", "other", "pending")
    now = {f"disputes.direct_litigation.{part}": 6 for part in parts}
    then = {f"disputes.direct_litigation.{part}": 1 for part in parts} | {
        "disputes.direct_litigation.total": 4
    }
    report = with_last(with_cells(correct_report(), **now), then)
    findings = check_for(report, "change.large")
    assert [finding.cells for finding in findings] == [("disputes.direct_litigation.total",)]


def nil_report_with(**cells: int):
    report = replace(correct_report(), cells={cell.key: 0 for cell in FORM.entered})
    return with_last(with_cells(report, **cells), {**ZEROES, **cells})


def test_a_nil_report_after_a_nil_report_is_fine() -> None:
    assert check(nil_report_with()) == ()


def test_what_stays_in_force_may_stay_the_same() -> None:
    assert check(nil_report_with(**{"disclosure.normative_documents.in_force": 12})) == ()


def test_what_is_in_force_counts_where_it_changed() -> None:
    in_force = "disclosure.normative_documents.in_force"
    alike = nil_report_with(**{KEY: 7, in_force: 12})
    (finding,) = check_for(alike, "change.none")
    assert finding.cells == (in_force, KEY)
    assert "不是 0 的 2 个数" in finding.message
    assert check_for(with_cells(alike, **{in_force: 13}), "change.none") == ()


def test_all_figures_alike_are_worth_a_look() -> None:
    (finding,) = check(nil_report_with(**{KEY: 7, "disclosure.penalties.decisions": 9}))
    assert (finding.code, finding.severity) == ("change.none", "hint")
    assert finding.cells == (KEY, "disclosure.penalties.decisions")


def test_nothing_is_said_while_cells_are_blank() -> None:
    report = with_cells(nil_report_with(**{KEY: 7}), disclosure__penalties__decisions=None)
    assert check_for(report, "change.none") == ()


def test_one_other_figure_is_enough() -> None:
    report = with_cells(nil_report_with(**{KEY: 7}), disclosure__penalties__decisions=1)
    assert check_for(report, "change.none") == ()
