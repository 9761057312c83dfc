"""What the picture says: the tables' own figures, blank told from 0, last year's where it is known."""

from dataclasses import replace
from decimal import Decimal

import pytest

from reportdesk.form.loader import load_edition
from reportdesk.report.last_year import snapshot
from reportdesk.report.model import Report
from reportdesk.report.totals import figures, printed
from reportdesk.writers.charts.as_data import charts_data
from reportdesk.writers.charts.cards import Card, cards_of
from reportdesk.writers.charts.pictures import pictures_of

FORM = load_edition("2021")
NIL = Report(FORM, organ="云溪县档案局", year=2024, cells={cell.key: 0 for cell in FORM.entered})
FULL = replace(NIL, cells={cell.key: place for place, cell in enumerate(FORM.entered, start=1)})


def card(report: Report, key: str) -> Card:
    return next(card for card in cards_of(report) if card.key == key)


def test_every_figure_drawn_stands_in_the_tables() -> None:
    shown = printed(FULL, figures(FULL))
    for one in cards_of(FULL):
        for figure in one.every:
            assert figure.now == sum(shown[key] or 0 for key in figure.cells)
            assert figure.then is None


def test_a_printed_total_goes_before_its_sum() -> None:
    report = replace(FULL, stated={"requests.received.total": 7})
    lead = card(report, "received").lead
    assert lead is not None
    assert lead.said == "7 件"


def test_blank_is_not_zero() -> None:
    cells = dict(NIL.cells)
    del cells["requests.granted.business"], cells["disclosure.fees.amount"]
    report = replace(NIL, cells=cells)
    said = {figure.label: figure.said for figure in card(report, "outcomes").every}
    assert (said["予以公开"], said["部分公开"]) == ("未填", "0 件")
    assert card(report, "fees").alternative == "行政事业性收费：本年收费金额 未填。"
    assert card(NIL, "fees").alternative == "行政事业性收费：本年收费金额 0 万元。"


def test_one_blank_makes_a_sum_blank() -> None:
    cells = {key: value for key, value in FULL.cells.items() if "denied_third_party.business" not in key}
    denied = next(f for f in card(replace(FULL, cells=cells), "outcomes").figures if f.label == "不予公开")
    assert denied.now is None


@pytest.mark.parametrize(
    ("now", "then", "says"),
    [
        (12, 9, "比上年多 3 件"),
        (9, 12, "比上年少 3 件"),
        (9, 9, "与上年持平"),
        (0, 0, "与上年持平"),
        (None, 9, ""),
        (9, None, ""),
    ],
)
def test_a_change_is_told_where_both_years_are_known(now: int | None, then: int | None, says: str) -> None:
    key = "disclosure.rules.issued"
    last = replace(NIL, year=2023, cells={} if then is None else {key: then})
    report = replace(NIL, cells={} if now is None else {key: now}, last=snapshot(last))
    assert next(f for f in card(report, "documents").figures if f.cells == (key,)).change == says


def test_amounts_are_told_exactly() -> None:
    last = replace(NIL, year=2023, cells={"disclosure.fees.amount": Decimal("0.3")})
    report = replace(NIL, cells={"disclosure.fees.amount": Decimal("59237.2449")}, last=snapshot(last))
    lead = card(report, "fees").lead
    assert lead is not None
    assert (lead.said, lead.change) == ("59237.2449 万元", "比上年多 59236.9449 万元")


def test_a_snapshot_of_another_year_tells_nothing() -> None:
    report = replace(FULL, last=snapshot(replace(FULL, year=2021)))
    assert not any(one.has_last_year for one in cards_of(report))


def test_the_words_and_the_table_say_all_that_is_drawn() -> None:
    report = replace(FULL, last=snapshot(replace(NIL, year=2023)))
    for one in cards_of(report):
        rows = {name: (now, then) for name, now, then in one.rows}
        assert len(rows) == len(one.every), "a name for each row"
        for figure in one.every:
            assert rows[figure.name] == (figure.said, f"0 {figure.unit}")
            assert f"{figure.label} {figure.said}" in one.alternative


def test_the_data_has_blank_and_unknown_as_null_and_amounts_as_text() -> None:
    cells = {**NIL.cells, "disclosure.fees.amount": Decimal("1.5")}
    del cells["disclosure.rules.issued"]
    report = replace(NIL, cells=cells)
    data = charts_data(report, pictures_of(report))
    by_key = {one["key"]: one for one in data["cards"]}
    assert (data["schema"], data["year"], data["last_year"]) == (1, 2024, None)
    assert by_key["fees"]["figures"][0]["now"] == "1.5"
    first = by_key["documents"]["figures"][0]
    assert (first["label"], first["now"], first["last"]) == ("规章·本年制发", None, None)
    assert by_key["received"]["figures"][0]["now"] == 0
