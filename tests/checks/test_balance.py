"""The two sides of a balance, column by column, from what the form's relations say."""

from reportdesk.checks.balance import balance_line
from reportdesk.form.loader import load_edition
from reportdesk.report.facts import facts_of
from reportdesk.report.model import Report

KEY = "requests.received.natural_person"


def report_with(**cells: int) -> Report:
    return Report(
        load_edition("2021"), cells={f"requests.{key}.natural_person": n for key, n in cells.items()}
    )


def filled(**cells: int) -> Report:
    form = load_edition("2021")
    zeros = {cell.key: 0 for cell in form.cells_of("requests") if not cell.is_derived}
    return Report(form, cells=zeros | {f"requests.{key}.natural_person": n for key, n in cells.items()})


def test_both_sides_of_every_column_are_added_up() -> None:
    line = balance_line(facts_of(filled(received=5, carried_in=2, granted=4, carried_out=1)), "requests")
    assert line is not None
    assert (line.left, line.right) == ("一＋二", "三（七）＋四")
    first, *_, last = line.balances
    assert (first.label, first.left, first.right, first.difference) == ("自然人", 7, 5, 2)
    assert (last.label, last.difference) == ("总计", 2)
    assert [one.difference for one in line.balances[1:-1]] == [0] * (len(line.balances) - 2)
    assert first.key == KEY


def test_a_blank_leaves_its_side_unknown() -> None:
    line = balance_line(facts_of(report_with(received=5, carried_in=2)), "requests")
    assert line is not None
    first = line.balances[0]
    assert (first.left, first.right, first.is_known, first.difference) == (7, None, False, 0)


def test_a_table_without_such_a_relation_has_no_line() -> None:
    assert balance_line(facts_of(report_with()), "disclosure") is None
    assert balance_line(facts_of(Report(load_edition("2019"))), "requests") is None
