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
def window(window: MainWindow, government: Path) -> MainWindow:
    """The window with the government's report, on a cell of the second table."""
    window.open_path(government)
    window.desk.go_to_cells([RECEIVED])
    return window


def listed(window: MainWindow) -> list[tuple[str, ...]]:
    model = window.addends.table.addends
    return [model.words(addend) for addend in model.addends]


def test_the_addends_of_the_cell_are_beside_it(window: MainWindow) -> None:
    assert window.addends.isVisible()
    assert "2 个单位相加是 43" in window.addends.heading.text()
    assert listed(window) == [("云溪县乙局", "40", "93.0%", ""), ("云溪县甲局", "3", "7.0%", "")]
    window.desk.turn_to(0)
    assert listed(window) == []


def test_a_sum_changed_by_hand_is_told(window: MainWindow) -> None:
    assert window.document is not None
    assert window.addends.difference.isHidden()
    window.document.apply(enter(window.document.report, {RECEIVED: 50}))
    assert "现在填的是 50，不再是各单位之和" in window.addends.difference.text()
    window.desk.turn_to(0)
    assert "有 1 格手工改过" in window.addends.difference.text()
    trigger(window, "undo")
    assert window.addends.difference.isHidden()


def test_a_key_leads_to_the_unit_s_report_where_nobody_can_type(qtbot: QtBot, window: MainWindow) -> None:
    window.addends.table.setFocus()
    window.addends.table.selectRow(1)
    qtbot.keyClick(window.addends.table, Qt.Key.Key_Return)
    (other,) = [shell for shell in window.windows.shells if shell is not window]
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


def test_a_unit_whose_file_is_gone_is_said_so(qtbot: QtBot, window: MainWindow, tmp_path: Path) -> None:
    (tmp_path / "收" / "乙.json").unlink()
    window.addends.table.selectRow(0)
    with answering(QMessageBox, lambda box: box.close()) as met:
        qtbot.keyClick(window.addends.table, Qt.Key.Key_Return)
    assert "不在原处" in met[0].text()


def test_the_pane_is_closed_and_opened_by_its_entry(window: MainWindow, sample: Document) -> None:
    trigger(window, "show_addends")
    assert window.addends.isHidden()
    trigger(window, "show_addends")
    assert window.addends.isVisible()
    assert len(listed(window)) == 2
    window.show_document(sample)
    assert window.addends.isHidden()
    assert not window.ui.action_show_addends.isEnabled()


def test_f6_leads_to_the_addends(window: MainWindow) -> None:
    for _ in range(6):
        trigger(window, "next_pane")
        if window.addends.table.hasFocus():
            break
    assert window.addends.table.hasFocus()
