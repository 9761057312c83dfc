"""The cards of the public's picture: as an edition lists them, and refused where they lead nowhere."""

import shutil
from pathlib import Path

import pytest

from reportdesk.errors import FormError
from reportdesk.form.loader import load_edition, load_form

TINY = Path(__file__).parent.parent / "data" / "tiny-form"
CARD = (
    '[[card]]\nkey = "lent"\ntitle = "借出"\n[[card.item]]\nlabel = "成人"\ncells = ["loans.lent.adults"]\n'
)


def form_with(tmp_path: Path, charts: str) -> Path:
    folder = Path(shutil.copytree(TINY, tmp_path / "tiny-form"))
    (folder / "charts.toml").write_text(charts, encoding="utf-8")
    return folder


@pytest.mark.parametrize("edition", ["2019", "2021"])
def test_the_shipped_editions_have_three_to_six_cards(edition: str) -> None:
    cards = load_edition(edition).charts.card
    assert 3 <= len(cards) <= 6
    assert {"received", "outcomes", "askers", "disputes", "documents"} <= {card.key for card in cards}


def test_the_outcomes_are_all_rows_of_results_once() -> None:
    """Each row that is printed under 本年度办理结果 is in one item, so that the items make the total."""
    form = load_edition("2021")
    outcomes = next(card for card in form.charts.card if card.key == "outcomes")
    drawn = [key for item in outcomes.item for key in item.cells]
    rows = [part for _, part in form.cells["requests.total.business"].parts]
    total_rows = [f"requests.{form.cells[part].row}.total" for part in rows]
    assert rows
    assert sorted(drawn) == sorted([*total_rows, "requests.carried_out.total"])


def test_a_form_without_cards_is_sound(tmp_path: Path) -> None:
    assert load_form(Path(shutil.copytree(TINY, tmp_path / "tiny-form"))).charts.card == ()


def test_cards_are_chosen_in_the_order_of_the_picture() -> None:
    charts = load_edition("2021").charts
    assert [card.key for card in charts.chosen(("fees", "received"))] == ["received", "fees"]
    with pytest.raises(FormError, match=r"没有卡片“nope”.*received（收到申请）"):
        charts.chosen(("nope",))


@pytest.mark.parametrize(
    ("old", "new", "says"),
    [
        ("loans.lent.adults", "loans.lent.nobody", "“loans.lent.nobody”不是单元格"),
        ('cells = ["loans.lent.adults"]', "cells = []", "没有写 cells"),
        (
            '["loans.lent.adults"]',
            '["loans.lent.adults", "loans.purchases.cost"]',
            "不同单位",
        ),
        ('[[card.item]]\nlabel = "成人"\ncells = ["loans.lent.adults"]\n', "", "没有一个数"),
        ('key = "lent"', 'key = "Lent"', "小写字母"),
        ('title = "借出"', 'titel = "借出"', "titel"),
        ('title = "借出"', 'title = "借出"\nlook = "pie"', "charts.toml"),
    ],
)
def test_a_card_that_leads_nowhere_is_refused(tmp_path: Path, old: str, new: str, says: str) -> None:
    assert load_form(form_with(tmp_path / "sound", CARD)).charts.card[0].key == "lent"
    with pytest.raises(FormError, match=says):
        load_form(form_with(tmp_path / "wrong", CARD.replace(old, new)))


def test_bars_of_two_units_are_refused(tmp_path: Path) -> None:
    two = f'{CARD}[[card.item]]\nlabel = "经费"\ncells = ["loans.purchases.cost"]\n'
    with pytest.raises(FormError, match="同一个单位"):
        load_form(form_with(tmp_path, two))
