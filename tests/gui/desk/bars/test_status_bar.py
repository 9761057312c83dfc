"""The status bar says how things stand in a clerk's words, progress always in sight, nothing stale."""

from pathlib import Path

from PySide6.QtWidgets import QLabel

from reportdesk.document import Document
from reportdesk.gui.window import MainWindow
from reportdesk.report.edit import enter
from tests.gui.clerk import RECEIVED, settle


def labels(window: MainWindow) -> str:
    found = window.ui.statusbar.findChildren(QLabel)
    return "|".join(label.text() for label in found if label.isVisible() and label.text())


def change(document: Document, figure: int) -> None:
    document.apply(enter(document.report, {RECEIVED: figure}))


def test_progress_stays_in_sight_beside_what_is_told(window: MainWindow, sample: Document) -> None:
    window.show_document(sample)
    settle(window)
    window.status.tell("已粘贴 12 格")
    window.status.show_trouble("没保存的内容还没能存成草稿：磁盘满了")
    assert "已填 200/200" in labels(window)
    assert "存成草稿" in labels(window)
    assert window.ui.statusbar.currentMessage() == "已粘贴 12 格"


def test_what_was_told_goes_with_the_next_change(window: MainWindow, sample: Document) -> None:
    window.show_document(sample)
    window.status.tell("已撤销：粘贴")
    change(sample, 8)
    assert window.ui.statusbar.currentMessage() == ""


def test_saved_says_what_is_true(window: MainWindow, sample: Document, tmp_path: Path) -> None:
    window.show_document(sample)
    assert "还没有保存过" in labels(window)
    window.commands.save.save_to(tmp_path / "年报.rdesk")
    assert "已保存 " in labels(window)
    change(sample, 8)
    settle(window)
    assert "有改动没保存" in labels(window)
    assert "已保存" not in labels(window)
    assert "有改动没保存" in window.windowTitle()
    sample.undo()
    settle(window)
    assert "已保存 " in labels(window)


def test_a_report_of_another_day_says_the_day(window: MainWindow, saved: Path) -> None:
    window.commands.files.open_path(saved)
    assert window.saved_at is not None
    window.saved_at = window.saved_at.replace(year=2024, month=3, day=9, hour=8, minute=5)
    window.show_state()
    assert "已保存 3月9日 08:05" in labels(window)


def test_a_backup_that_failed_beside_saved_says_that_the_report_is_saved(window: MainWindow) -> None:
    window.autosaver._set_trouble(unbacked="年报本身已保存，只是没能留下这一版的备份：磁盘满了")
    sign = next(
        label for label in window.ui.statusbar.findChildren(QLabel) if label.objectName() == "trouble"
    )
    assert "年报本身已保存" in sign.text()
    assert sign.toolTip().endswith("磁盘满了")


def test_what_is_chosen_is_said_of_the_page_in_view(window: MainWindow, sample: Document) -> None:
    window.show_document(sample)
    window.desk.turn_to(3)
    page = window.desk.page
    assert page is not None
    assert page.table is not None
    page.table.cells.selectAll()
    assert "选中" in labels(window)
    window.desk.turn_to(1)
    assert "选中" not in labels(window)
    window.desk.turn_to(3)
    assert "选中" in labels(window)
    window.desk.show_agenda()
    assert "选中" not in labels(window)
    window.desk.show_agenda(False)
    window.show_document(None)
    assert "选中" not in labels(window)
