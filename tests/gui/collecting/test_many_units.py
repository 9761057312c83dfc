"""The window 汇总 with a city's thousand units: what a key or a decision costs does not grow with them."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from reportdesk.collect.collection import Order, collect
from reportdesk.collect.incoming.filed import Filed, WordStore
from reportdesk.collect.roster.roster import GOVERNMENT, Roster, Unit
from reportdesk.collect.session import Outcome, Session
from reportdesk.examined.answer import FoundData
from reportdesk.gui.collecting.window import CollectingWindow
from tests.collect.county import filed, lay_down, report_of
from tests.work import work_of

_MANY, _FEW = 1000, 50


def found(number: int) -> FoundData:
    """A finding of a unit's report."""
    return FoundData("text.figures", "error", f"第 {number} 处", [], 1, 2, -1, "overview", (0, 1))


def session_of(number: int, folder: Path) -> Session:
    """A session with so many units: one report under other names, with ten problems each."""
    store = WordStore()
    (one,) = filed(lay_down(folder / "x.json", report_of("云溪县甲局")), store=store)
    problems = tuple(found(place) for place in range(10))
    names = [f"云溪县第{place}局" for place in range(number)]
    files: tuple[Filed, ...] = tuple(
        replace(one, name=f"{name}.json", organ=name, findings=problems, sketches={}) for name in names
    )
    units = (Unit("云溪县人民政府", group=GOVERNMENT), *(Unit(name) for name in names))
    order = Order(2024, Roster(units))
    made = Session()
    made.take(Outcome(files, order, collect(files, order, store)))
    made.settings = replace(made.settings, year=2024)
    return made


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("city")


@pytest.fixture
def shown(qtbot: QtBot, folder: Path) -> Callable[[int], CollectingWindow]:
    """Gives a window with so many units."""

    def show(number: int) -> CollectingWindow:
        window = CollectingWindow(session_of(number, folder))
        qtbot.addWidget(window, before_close_func=forget)
        with qtbot.waitExposed(window):
            window.show()
        return window

    return show


def forget(window: CollectingWindow) -> None:
    """Lets a window close without a question."""
    window.session = Session()


def remark(window: CollectingWindow, words: str) -> None:
    window.session.note("", "remarks", "云溪县第7局", words)
    window.decided()


def test_a_remark_costs_the_same_for_a_city_as_for_a_county(
    shown: Callable[[int], CollectingWindow],
) -> None:
    work = []
    for number in (_FEW, _MANY):
        window = shown(number)
        remark(window, "一")
        work.append(work_of(lambda window=window: remark(window, "二")))  # type: ignore[misc]
    assert work[1] < 1.2 * work[0]


def test_a_key_in_the_list_costs_what_is_in_sight(shown: Callable[[int], CollectingWindow]) -> None:
    def page_down(window: CollectingWindow) -> None:
        QTest.keyClick(window.ui.units, Qt.Key.Key_PageDown)
        window.ui.units.viewport().repaint()

    work = []
    for number in (_FEW, _MANY):
        window = shown(number)
        page_down(window)
        work.append(work_of(lambda window=window: page_down(window)))  # type: ignore[misc]
    assert work[1] < 1.5 * work[0] + 200


def test_a_row_is_made_when_it_is_looked_at(
    shown: Callable[[int], CollectingWindow], monkeypatch: pytest.MonkeyPatch
) -> None:
    window = shown(_MANY)
    model = window.units.model
    assert len(model.words_by_row) < 100
    said = []
    make = model._said
    monkeypatch.setattr(model, "_said", lambda state: said.append(state) or make(state))
    window.ui.units.viewport().repaint()
    assert said == []


def test_the_problems_of_a_kind_are_listed_when_it_is_opened(
    shown: Callable[[int], CollectingWindow],
) -> None:
    tree = shown(_MANY).problem_page.tree
    tops = [tree.topLevelItem(row) for row in range(tree.topLevelItemCount())]
    large = next(top for top in tops if top is not None and "（10000）" in top.text(0))
    assert large.childCount() < 50
    large.setExpanded(True)
    assert large.childCount() == 501
    last = large.child(500)
    assert last is not None
    assert "另有 9500 条" in last.text(0)
    assert large.child(499).toolTip(0) == large.child(499).text(0)


def test_a_remark_leaves_what_was_opened_and_chosen(shown: Callable[[int], CollectingWindow]) -> None:
    window = shown(_FEW)
    tree, grids = window.problem_page.tree, window.sum_page.grids
    top = tree.topLevelItem(0)
    assert top is not None
    top.setExpanded(True)
    grids.setCurrentIndex(1)
    grid = grids.currentWidget()
    window.units.choose("云溪县第9局")
    remark(window, "一")
    assert tree.topLevelItem(0) is top
    assert top.isExpanded()
    assert grids.currentWidget() is grid
    assert window.units.name == "云溪县第9局"


def test_a_search_finds_among_all(shown: Callable[[int], CollectingWindow]) -> None:
    window = shown(_MANY)
    window.ui.search.setText("第99")
    assert window.units.shown.rowCount() == 11
    window.units.find("云溪县第777局")
    assert window.units.name == "云溪县第777局"
    assert window.units.shown.rowCount() == _MANY + 1
