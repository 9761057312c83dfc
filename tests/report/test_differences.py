"""What differs from last year's report, and what chosen cells add up to."""

from decimal import Decimal

import pytest

from reportdesk.form.loader import load_edition
from reportdesk.report.differences import FigureChange, differences_from_last_year, sum_of_chosen
from reportdesk.report.facts import Facts, facts_of
from reportdesk.report.model import LastYear, Report

ONE, OTHER, TOTAL = (f"requests.received.{column}" for column in ("natural_person", "business", "total"))


@pytest.fixture
def facts() -> Facts:
    form = load_edition("2021")
    last = LastYear(
        form.edition, 2023, "云溪县档案局", {ONE: 4, OTHER: 2, "requests.carried_in.other": 0}, {}
    )
    return facts_of(Report(form, year=2024, cells={ONE: 6, OTHER: 2, "disputes.review.upheld": 3}, last=last))


def test_only_what_differs_is_listed_in_printed_order(facts: Facts) -> None:
    found = tuple(differences_from_last_year(facts))
    assert [one.key for one in found] == [
        key for key in facts.form.cells if key in {ONE, "requests.carried_in.other", "disputes.review.upheld"}
    ]
    assert found[0] == FigureChange(ONE, 4, 6)
    assert (found[0].by, found[0].percent) == (2, 50.0)


def test_from_nothing_there_is_no_percentage() -> None:
    assert FigureChange(ONE, 0, 3).percent is None
    assert FigureChange(ONE, None, 3).percent is None
    assert FigureChange(ONE, 3, None).by == -3


def test_without_last_year_nothing_differs() -> None:
    assert not tuple(differences_from_last_year(facts_of(Report(load_edition("2021"), cells={ONE: 6}))))


def test_chosen_cells_add_up_where_their_units_are_one(facts: Facts) -> None:
    assert sum_of_chosen(facts, [ONE, OTHER, "requests.carried_in.other"]) == (8, 2)
    assert sum_of_chosen(facts, ["requests.carried_in.other"]) == (None, 0)
    (fees,) = (cell.key for cell in facts.form.cells.values() if cell.unit == "万元")
    with_fees = Facts(facts.report, {**facts.figures, fees: Decimal("1.5")})
    assert sum_of_chosen(with_fees, [ONE, fees]) == (None, 2)
    assert sum_of_chosen(with_fees, [fees]) == (Decimal("1.5"), 1)
