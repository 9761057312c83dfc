"""An open collection: a decision counts again what it moves, and nothing else."""

from pathlib import Path

import pytest

from reportdesk.collect.collection import Order, collect
from reportdesk.collect.counting.decisions import Adjustment
from reportdesk.collect.incoming.filed import WordStore
from reportdesk.collect.kept import Settings
from reportdesk.collect.session import Outcome, Session
from tests.collect.county import RECEIVED, filed, lay_down, report_of, roster
from tests.work import work_of


@pytest.fixture
def session(tmp_path: Path) -> Session:
    for number, name in enumerate("甲乙"):
        lay_down(tmp_path / f"{name}.json", report_of(f"云溪县{name}局", {RECEIVED: 3 + number}))
    lay_down(tmp_path / "甲二.json", report_of("云溪县甲局", {RECEIVED: 9}))
    store = WordStore()
    files, order = filed(tmp_path, store=store), Order(roster=roster("云溪县甲局", "云溪县乙局"))
    made = Session(Settings((tmp_path,)))
    made.take(Outcome(tuple(files), order, collect(files, order, store)))
    return made


def test_a_remark_and_a_day_count_nothing_again(session: Session) -> None:
    before = session.collection
    assert before is not None
    for part in ("remarks", "returned", "answered"):
        session.note("", part, "云溪县甲局", "2025-01-20")
        assert session.is_ahead
        session.recount()
        assert not session.is_ahead
    after = session.collection
    assert after is not None
    assert after.total is before.total
    assert after.decisions.remarks == {"云溪县甲局": "2025-01-20"}


def test_a_choice_and_an_adjustment_count(session: Session, tmp_path: Path) -> None:
    session.note("", "chosen", "云溪县甲局", str(tmp_path / "甲二.json"))
    session.recount()
    assert session.collection is not None
    assert session.collection.total.cells[RECEIVED] == 9 + 4
    session.decide("", adjustments=(Adjustment(RECEIVED, -1, "重复"),))
    session.recount()
    assert session.collection.total.cells[RECEIVED] == 9 + 4 - 1


def test_a_remark_costs_the_same_however_many_units_there_are(session: Session) -> None:
    session.note("", "remarks", "云溪县甲局", "x")
    assert work_of(session.recount) < 100
