"""Begin, open, save, leave: each flow by its key, and nothing lost unasked."""

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QFileDialog, QMessageBox
from pytestqt.qtbot import QtBot

from reportdesk.document import Document
from reportdesk.gui.dialogs.new_report import NewReportDialog
from reportdesk.gui.dialogs.outcome import OutcomeDialog
from reportdesk.gui.window import MainWindow
from reportdesk.project.file import read_project, save_project
from reportdesk.report.edit import enter, set_field
from reportdesk.report.model import Note
from tests.gui.clerk import answering, box_says, choose_file, press, return_to, settle, trigger, type_words

RECEIVED = "requests.received.natural_person"


@pytest.fixture
def saved(sample: Document, tmp_path: Path) -> Path:
    path = tmp_path / "云溪.rdesk"
    save_project(path, sample.report, None)
    return path


def test_the_first_screen_offers_four_ways(window: MainWindow) -> None:
    assert window.ui.stack.currentWidget() is window.welcome
    ways = [window.welcome.ui.roll, window.welcome.ui.new_report, window.welcome.ui.open_file]
    assert [way.text() for way in ways] == ["从去年的文件开始", "新建空白年报", "打开"]
    assert all(way.description() for way in ways)
    assert window.welcome.ui.recent_heading.text() == "最近使用"
    assert window.focusWidget() is window.welcome.ui.roll
    assert not window.ui.action_save.isEnabled()


def test_enter_takes_the_way_that_has_the_focus(qtbot: QtBot, window: MainWindow, saved: Path) -> None:
    window.welcome.ui.open_file.setFocus()
    with answering(QFileDialog, choose_file(saved)):
        qtbot.keyClick(window.welcome.ui.open_file, Qt.Key.Key_Return)
    assert window.document is not None
    assert window.document.path == saved


def test_new_asks_whose_and_for_which_year(qtbot: QtBot, window: MainWindow) -> None:
    def fill_in(dialog: NewReportDialog) -> None:
        assert not dialog.ui.ok.isEnabled()
        type_words(dialog.ui.organ, "云溪县清水镇人民政府")
        assert dialog.ui.level.currentText() == "按名称判断：乡镇、街道"
        dialog.ui.year.setValue(2024)
        qtbot.keyClick(dialog.ui.organ, Qt.Key.Key_Return)

    with answering(NewReportDialog, fill_in):
        trigger(window, "new")
    assert window.document is not None
    report = window.document.report
    assert (report.organ, report.year, report.organ_level.key) == ("云溪县清水镇人民政府", 2024, "town")
    assert window.windowTitle() == "云溪县清水镇人民政府2024年政府信息公开工作年度报告[*] — 还没有保存过"
    assert window.isWindowModified()


def test_open_shows_a_project_file_as_saved(window: MainWindow, saved: Path) -> None:
    with answering(QFileDialog, choose_file(saved)):
        trigger(window, "open")
    assert window.document is not None
    assert window.document.path == saved
    assert not window.isWindowModified()
    assert "— 已保存 " in window.windowTitle()
    assert [entry.label for entry in window.recent.entries] == ["云溪县档案局 2024年"]


def test_another_kind_of_file_opens_as_a_new_report_with_its_notes(
    window: MainWindow, sample: Document, tmp_path: Path
) -> None:
    from reportdesk.project.format.report_json import encode_report

    path = tmp_path / "来信.json"
    note = Note("read.unplaced", "第 3 段放不进任何部分")
    path.write_bytes(encode_report(replace(sample.report, notes=(note,))))
    with answering(OutcomeDialog, press("知道了")) as asked:
        window.commands.files.open_path(path)
        assert asked[0].ui.list.item(0).text() == note.message
    assert window.document is not None
    assert window.document.path is None
    assert window.document.is_dirty


def test_save_writes_the_file_and_says_when(window: MainWindow, saved: Path) -> None:
    window.commands.files.open_path(saved)
    document = window.document
    assert document is not None
    document.apply(enter(document.report, {RECEIVED: 5}))
    assert window.isWindowModified()
    assert "有改动没保存" in window.windowTitle()
    trigger(window, "save")
    assert not window.isWindowModified()
    assert read_project(saved).report.cells[RECEIVED] == 5
    trigger(window, "undo")
    assert window.isWindowModified()
    trigger(window, "redo")
    assert not window.isWindowModified()


def test_a_new_report_is_saved_under_its_title(window: MainWindow, sample: Document, tmp_path: Path) -> None:
    window.show_document(sample)
    target = tmp_path / "新"

    def choose(dialog: QFileDialog) -> None:
        assert Path(dialog.selectedFiles()[0]).name == "云溪县档案局2024年政府信息公开工作年度报告.rdesk"
        choose_file(target)(dialog)

    with answering(QFileDialog, choose):
        trigger(window, "save")
    assert sample.path == target.with_suffix(".rdesk")
    assert read_project(sample.path).report.cells == sample.report.cells


@pytest.mark.parametrize("leave", ["close", "quit"])
def test_leaving_unsaved_work_asks_and_cancel_keeps_it(
    window: MainWindow, sample: Document, leave: str
) -> None:
    window.show_document(sample)
    with answering(QMessageBox, press("取消")) as asked:
        trigger(window, leave)
        assert "还没有保存" in box_says(asked[0])
    assert window.document is sample
    assert window.isVisible()


def test_unsaved_work_may_be_saved_on_the_way_out(window: MainWindow, saved: Path) -> None:
    window.commands.files.open_path(saved)
    assert window.document is not None
    window.document.apply(enter(window.document.report, {RECEIVED: 7}))
    with answering(QMessageBox, press("保存并关闭")):
        trigger(window, "close")
    assert window.document is None
    assert read_project(saved).report.cells[RECEIVED] == 7


def test_unsaved_work_may_be_dropped(window: MainWindow, saved: Path) -> None:
    window.commands.files.open_path(saved)
    assert window.document is not None
    window.document.apply(enter(window.document.report, {RECEIVED: 7}))
    with answering(QMessageBox, press("不保存")):
        window.close()
    assert not window.isVisible()
    assert read_project(saved).report.cells[RECEIVED] == 4


def test_saved_work_may_go_unasked(window: MainWindow, saved: Path) -> None:
    window.commands.files.open_path(saved)
    trigger(window, "close")
    assert window.document is None
    assert window.ui.stack.currentWidget() is window.welcome
    assert window.welcome.ui.recent.item(0).text() == "云溪县档案局 2024年"


def test_what_is_being_typed_counts_as_unsaved(qtbot: QtBot, window: MainWindow, saved: Path) -> None:
    window.commands.files.open_path(saved)
    return_to(qtbot, window)
    window.desk.turn_to(3)
    table = window.desk.page.table
    table.go_to(RECEIVED)
    qtbot.keyClick(QApplication.focusWidget(), "8")
    with answering(QMessageBox, press("保存并退出")):
        window.close()
    assert read_project(saved).report.cells[RECEIVED] == 8


def test_a_refused_figure_stops_the_save(qtbot: QtBot, window: MainWindow, saved: Path) -> None:
    window.commands.files.open_path(saved)
    return_to(qtbot, window)
    window.desk.turn_to(3)
    window.desk.page.table.go_to(RECEIVED)
    qtbot.keyClick(QApplication.focusWidget(), "8")
    qtbot.keyClicks(QApplication.focusWidget(), ".5")
    assert not window.commands.save.save()
    assert read_project(saved).report.cells[RECEIVED] == 4


def test_a_file_changed_by_somebody_else_is_not_overwritten(
    window: MainWindow, saved: Path, tmp_path: Path
) -> None:
    window.commands.files.open_path(saved)
    document = window.document
    assert document is not None
    theirs = read_project(saved)
    save_project(saved, set_field(theirs.report, "organ", "别的机关").apply(theirs.report), theirs.stamp)
    document.apply(enter(document.report, {RECEIVED: 6}))
    with answering(QMessageBox, press("取消")):
        trigger(window, "save")
    assert document.is_dirty
    assert read_project(saved).report.organ == "别的机关"


def test_a_damaged_file_offers_a_rescue(window: MainWindow, saved: Path) -> None:
    data = bytearray(saved.read_bytes())
    data[-40] ^= 1
    saved.write_bytes(data)
    with answering(OutcomeDialog, press("知道了")), answering(QMessageBox, press("抢救能读出的部分")):
        window.commands.files.open_path(saved)
    assert window.document is not None
    assert window.document.path is None
    assert window.document.report.organ == "云溪县档案局"
    assert saved.read_bytes() == bytes(data)


@pytest.mark.parametrize("content", [b"", b"%PDF-1.7 no report", b'{"app":"other"}'])
def test_a_file_of_something_else_is_told_and_the_open_report_stays(
    window: MainWindow, saved: Path, tmp_path: Path, content: bytes
) -> None:
    window.commands.files.open_path(saved)
    other = tmp_path / "other.rdesk"
    other.write_bytes(content)
    with answering(QMessageBox, press("知道了")) as asked:
        window.commands.files.open_path(other)
        assert "other.rdesk" in box_says(asked[0])
    assert window.document is not None
    assert window.document.path == saved


def test_a_recent_file_that_is_gone_is_said_to_be_missing(
    qtbot: QtBot, window: MainWindow, saved: Path
) -> None:
    window.commands.files.open_path(saved)
    trigger(window, "close")
    saved.unlink()
    window.welcome.refresh()
    item = window.welcome.ui.recent.item(0)
    qtbot.waitUntil(lambda: window.presences.of(saved) == "missing")
    assert item.text() == "云溪县档案局 2024年　（文件不在了）"
    with answering(QMessageBox, press("从列表里去掉")):
        window.welcome.ui.recent.itemActivated.emit(item)
    assert window.recent.entries == []


def test_a_recent_file_opens_with_enter(qtbot: QtBot, window: MainWindow, saved: Path) -> None:
    window.commands.files.open_path(saved)
    trigger(window, "close")
    window.welcome.ui.recent.setCurrentRow(0)
    qtbot.keyClick(window.welcome.ui.recent, Qt.Key.Key_Return)
    assert window.document is not None
    assert window.document.path == saved


def test_a_file_may_be_dropped_anywhere(window: MainWindow, saved: Path) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(saved))])
    actions, buttons, keys = (
        Qt.DropAction.CopyAction,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    entering = QDragEnterEvent(QPoint(300, 300), actions, data, buttons, keys)
    window.dragEnterEvent(entering)
    assert entering.isAccepted()
    window.dropEvent(QDropEvent(QPoint(300, 300), actions, data, buttons, keys))
    settle(window)
    assert window.document is not None
    assert window.document.path == saved


def test_the_ways_to_begin_are_wide_enough_for_their_words(window: MainWindow) -> None:
    for way in (window.welcome.ui.roll, window.welcome.ui.new_report, window.welcome.ui.open_file):
        assert way.fontMetrics().horizontalAdvance(way.description()) + 80 < way.width()
