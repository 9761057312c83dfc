"""The government's report in the desk: the addends of the cell where one stands, each a jump to its unit."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMessageBox
from pytestqt.qtbot import QtBot

from reportdesk.collect.outgoing.government import write_government_report
from reportdesk.document import Document
from reportdesk.gui.window import MainWindow
from reportdesk.report.edit import enter
from tests.collect.county import RECEIVED, collected, lay_down, report_of, roster
from tests.gui.clerk import answering, trigger


@pytest.fixture
def government(tmp_path: Path) -> Path:
    """The government's report over 甲 (3) and 乙 (40)."""
    for name, figure in (("甲", 3), ("乙", 40)):
        lay_down(tmp_path / "收" / f"{name}.json", report_of(f"云溪县{name}局", {RECEIVED: figure}))
    path = tmp_path / "政府.rdesk"
    write_government_report(collected(tmp_path / "收", roster=roster("云溪县甲局", "云溪县乙局")), path)
    return path


@pytest.fixture
def desk(window: MainWindow, government: Path) -> MainWindow:
    """The window with the government's report, on a cell of the second table."""
    window.open_path(government)
    window.desk.go_to_cells([RECEIVED])
    return window


def listed(window: MainWindow) -> list[tuple[str, ...]]:
    model = window.addends.table.addends
    return [model.words(addend) for addend in model.addends]


def test_the_addends_of_the_cell_are_beside_it(desk: MainWindow) -> None:
    assert desk.addends.isVisible()
    assert "2 个单位相加是 43" in desk.addends.heading.text()
    assert listed(desk) == [("云溪县乙局", "40", "93.0%", ""), ("云溪县甲局", "3", "7.0%", "")]
    desk.desk.turn_to(0)
    assert listed(desk) == []


def test_a_sum_changed_by_hand_is_told(desk: MainWindow) -> None:
    assert desk.document is not None
    assert desk.addends.difference.isHidden()
    desk.document.apply(enter(desk.document.report, {RECEIVED: 50}))
    assert "现在填的是 50，不再是各单位之和" in desk.addends.difference.text()
    desk.desk.turn_to(0)
    assert "有 1 格手工改过" in desk.addends.difference.text()
    trigger(desk, "undo")
    assert desk.addends.difference.isHidden()


def test_a_key_leads_to_the_unit_s_report_where_nobody_can_type(qtbot: QtBot, desk: MainWindow) -> None:
    desk.addends.table.setFocus()
    desk.addends.table.selectRow(1)
    qtbot.keyClick(desk.addends.table, Qt.Key.Key_Return)
    (other,) = [shell for shell in desk.windows.shells if shell is not desk]
    qtbot.addWidget(other)
    document = other.document
    assert document is not None
    assert document.report.organ == "云溪县甲局"
    assert "只读" in other.windowTitle()
    other.desk.go_to_cells([RECEIVED])
    before = document.report
    page = other.desk.page
    assert page is not None
    assert page.table is not None
    qtbot.keyClicks(page.table.cells, "9")
    qtbot.keyClick(page.table.cells, Qt.Key.Key_Delete)
    assert page.table.cells.field() is None
    assert document.report == before
    assert not document.is_dirty
    other.desk.turn_to(1)
    assert other.desk.page is not None
    assert other.desk.page.editor is None or other.desk.page.editor.isReadOnly()


def test_a_unit_whose_file_is_gone_is_said_so(qtbot: QtBot, desk: MainWindow, tmp_path: Path) -> None:
    (tmp_path / "收" / "乙.json").unlink()
    desk.addends.table.selectRow(0)
    with answering(QMessageBox, lambda box: box.close()) as met:
        qtbot.keyClick(desk.addends.table, Qt.Key.Key_Return)
    assert "不在原处" in met[0].text()


def test_the_pane_is_closed_and_opened_by_its_entry(desk: MainWindow, sample: Document) -> None:
    trigger(desk, "show_addends")
    assert desk.addends.isHidden()
    trigger(desk, "show_addends")
    assert desk.addends.isVisible()
    assert len(listed(desk)) == 2
    desk.show_document(sample)
    assert desk.addends.isHidden()
    assert not desk.ui.action_show_addends.isEnabled()


def test_f6_leads_to_the_addends(desk: MainWindow) -> None:
    for _ in range(6):
        trigger(desk, "next_pane")
        if desk.addends.table.hasFocus():
            break
    assert desk.addends.table.hasFocus()
