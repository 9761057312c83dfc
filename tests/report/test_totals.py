"""Sums follow their parts, cell by cell as well as afresh; blank is not 0."""

from decimal import Decimal
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from reportdesk.form.loader import load_edition, load_form
from reportdesk.report.model import Report
from reportdesk.report.totals import contradicted, dependants, figures, partial, printed, update

FORM = load_edition("2021")
TINY = load_form(Path(__file__).parent.parent / "data" / "tiny-form")
KEYS = st.sampled_from([cell.key for cell in FORM.entered])
CELLS = st.dictionaries(KEYS, st.integers(0, 10**6))


def lent(**figures_by_reader: int) -> dict[str, int]:
    return {f"loans.lent.{reader}": figure for reader, figure in figures_by_reader.items()}


def test_a_report_without_figures_is_blank_everywhere() -> None:
    values = figures(Report(FORM))
    assert len(values) == 200
    assert set(values.values()) == {None}


def test_a_nil_report_has_nothing_but_zeros() -> None:
    values = figures(Report(FORM, cells={cell.key: 0 for cell in FORM.entered}))
    assert set(values.values()) == {0}


def test_a_sum_of_sums_is_right_both_ways() -> None:
    cells = {cell.key: number for number, cell in enumerate(FORM.entered) if cell.table == "requests"}
    outcomes = [key for key in cells if key.split(".")[1] not in {"received", "carried_in", "carried_out"}]
    values = figures(Report(FORM, cells=cells))
    assert values["requests.total.total"] == sum(cells[key] for key in outcomes)
    assert values["requests.total.business"] == sum(cells[k] for k in outcomes if k.endswith(".business"))


def test_an_amount_keeps_its_decimals() -> None:
    cells = {"disclosure.fees.amount": Decimal("59237.2449")}
    assert figures(Report(FORM, cells=cells))["disclosure.fees.amount"] == Decimal("59237.2449")


def test_a_blank_part_leaves_the_sum_blank_but_not_its_running_sum() -> None:
    report = Report(TINY, cells=lent(adults=4, school=3))
    values = figures(report)
    assert values["loans.lent.total"] is None
    assert partial(TINY.cells["loans.lent.total"], values, TINY) == 7
    assert partial(TINY.cells["loans.out.total"], values, TINY) == 7
    assert partial(TINY.cells["loans.returned.total"], values, TINY) is None


def test_a_0_is_no_blank() -> None:
    values = figures(Report(TINY, cells=lent(adults=0, preschool=0, school=0)))
    assert values["loans.lent.total"] == 0
    assert values["loans.renewed.total"] is None


def test_what_is_printed_goes_before_the_sum() -> None:
    report = Report(TINY, cells=lent(adults=1, preschool=1, school=1), stated={"loans.lent.total": 4})
    values = figures(report)
    assert values["loans.lent.total"] == 3
    assert printed(report, values)["loans.lent.total"] == 4
    assert contradicted(report, values) == {"loans.lent.total": 4}


def test_a_stated_figure_that_is_the_sum_contradicts_nothing() -> None:
    report = Report(TINY, cells=lent(adults=1, preschool=1, school=1), stated={"loans.lent.total": 3})
    assert contradicted(report, figures(report)) == {}


def test_a_stated_figure_beside_blanks_contradicts_them() -> None:
    report = Report(TINY, stated={"loans.lent.total": 3})
    assert contradicted(report, figures(report)) == {"loans.lent.total": 3}


def test_the_sums_above_a_cell_come_parts_first() -> None:
    above = dependants(TINY, frozenset({"loans.lent.adults"}))
    assert [cell.key for cell in above] == ["loans.lent.total", "loans.out.adults", "loans.out.total"]
    assert dependants(TINY, frozenset({"loans.purchases.cost"})) == ()


@given(CELLS, st.lists(st.dictionaries(KEYS, st.none() | st.integers(0, 9), max_size=8), max_size=8))
def test_figures_kept_up_to_date_equal_fresh_ones(
    cells: dict[str, int], steps: list[dict[str, int | None]]
) -> None:
    values = figures(Report(FORM, cells=cells))
    for step in steps:
        before = dict(values)
        cells = {key: figure for key, figure in (cells | step).items() if figure is not None}
        report = Report(FORM, cells=cells)
        changed = update(values, report, step).changed
        assert values == figures(report)
        assert changed == {key for key in values if values[key] != before[key]}
