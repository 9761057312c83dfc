"""A unit's report beside its findings: read in the background, led to by a finding, never typed in."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from reportdesk.collect.counting.decisions import Decisions
from reportdesk.collect.counting.statuses import UnitState, unit_state
from reportdesk.gui.collecting.pages import report_view
from reportdesk.gui.collecting.pages.report_view import ReportView
from reportdesk.gui.collecting.pages.unit_page import UnitPage
from tests.collect.county import RECEIVED, filed, lay_down, report_of, unit

SOON_MS = 10_000
CARRIED = "requests.carried_in.natural_person"


@pytest.fixture(autouse=True)
def short_pause(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(report_view, "_PAUSE_MS", 10)


@pytest.fixture
def state(tmp_path: Path) -> UnitState:
    """甲's report, which does not balance."""
    report = report_of("云溪县甲局", {RECEIVED: 3})
    cells = dict(report.cells) | {CARRIED: 77}
    path = lay_down(tmp_path / "甲.json", report_of("云溪县甲局", cells))
    return unit_state(unit("云溪县甲局"), filed(path), 2024)


@pytest.fixture
def page(qtbot: QtBot, state: UnitState) -> UnitPage:
    shown = UnitPage()
    qtbot.addWidget(shown)
    shown.resize(760, 640)
    shown.show()
    with qtbot.waitSignal(shown.report.settled, timeout=SOON_MS):
        shown.show_unit(state, Decisions(), ())
    return shown


def test_the_report_is_beside_its_findings_and_a_finding_leads_there(qtbot: QtBot, page: UnitPage) -> None:
    view = page.report
    assert view.document is not None
    assert view.document.report.organ == "云溪县甲局"
    assert view.tabs.isVisible()
    rows = [page.findings.item(row).text() for row in range(page.findings.count())]
    row = next(number for number, words in enumerate(rows) if "表三" in words)
    page.findings.setFocus()
    page.findings.setCurrentRow(row)
    assert view.tabs.tabText(view.tabs.currentIndex()).startswith("三")
    room = view.tabs.currentWidget()
    table = room.page.table
    assert table is not None
    assert table.cells.current_key()
    assert table.cells.delegate.lit
    # The keyboard stays with the findings: the next one is an arrow away.
    assert page.findings.hasFocus()


def test_a_table_begins_with_its_head(qtbot: QtBot, page: UnitPage) -> None:
    cells = page.report.tabs.currentWidget().page.table.cells
    qtbot.waitUntil(cells.isVisible)
    page.resize(760, 500)
    QApplication.processEvents()
    assert cells.verticalScrollBar().maximum() > 0
    assert cells.verticalScrollBar().value() == 0


def test_nobody_can_type_there(qtbot: QtBot, page: UnitPage) -> None:
    view = page.report
    assert view.document is not None
    before = view.document.report
    table = view.tabs.currentWidget().page.table
    table.setFocus()
    qtbot.keyClicks(table.cells, "9")
    qtbot.keyClick(table.cells, Qt.Key.Key_Delete)
    assert table.cells.field() is None
    assert view.document.report == before


def test_tab_leads_on_out_of_the_report(qtbot: QtBot, page: UnitPage) -> None:
    table = page.report.tabs.currentWidget().page.table
    table.setFocus()
    for _ in range(4):
        focus = QApplication.focusWidget()
        assert focus is not None
        qtbot.keyClick(focus, Qt.Key.Key_Tab)
    assert not table.cells.hasFocus()


def test_what_cannot_be_read_says_why_and_the_same_file_is_not_read_again(
    qtbot: QtBot, page: UnitPage, state: UnitState, tmp_path: Path
) -> None:
    shown = page.report.document
    page.show_unit(state, Decisions(remarks={"云溪县甲局": "x"}), ())
    assert page.report.document is shown
    other = lay_down(tmp_path / "乙.json", report_of("云溪县乙局"))
    page.show_unit(unit_state(unit("云溪县乙局"), filed(other), 2024), Decisions(), ())
    other.unlink()
    with qtbot.waitSignal(page.report.settled, timeout=SOON_MS):
        pass
    assert "不在原处" in page.report.words.text()
    page.show_unit(None, Decisions(), ())
    assert page.report.words.text() == ""


def test_a_unit_passed_by_is_not_read(qtbot: QtBot, state: UnitState) -> None:
    view = ReportView()
    qtbot.addWidget(view)
    view.show_file(state.counted)
    view.show_file(None)
    qtbot.wait(0)
    assert view.document is None
    assert not view._pause.isActive()
