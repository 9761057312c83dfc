"""The window 汇总: units listed and found, decisions with undo, sums with addends, the folder watched."""

import shutil
from collections.abc import Iterator
from pathlib import Path
from threading import Event

import pytest
from PySide6.QtCore import QMimeData, QPointF, QRect, Qt, QUrl
from PySide6.QtGui import QDropEvent, QGuiApplication
from PySide6.QtWidgets import QApplication, QFileDialog, QInputDialog, QLabel, QMessageBox
from pytestqt.qtbot import QtBot

from reportdesk.collect.counting.decisions import Adjustment
from reportdesk.collect.incoming.gathering import TellProgress
from reportdesk.collect.kept import Settings, read_set
from reportdesk.collect.outgoing.outputs import Outputs
from reportdesk.collect.session import Outcome, Session
from reportdesk.document import Document
from reportdesk.gui.collecting import reading, watching
from reportdesk.gui.collecting.adjusting import AdjustingDialog
from reportdesk.gui.collecting.asking import home_of
from reportdesk.gui.collecting.pages.problem_page import AlikePage
from reportdesk.gui.collecting.pages.sum_page import SumPage
from reportdesk.gui.collecting.pages.unit_list import FILTERS, UnitModel
from reportdesk.gui.collecting.window import CollectingWindow
from reportdesk.gui.qt.file_dialogs import note_folder
from reportdesk.gui.qt.remembering.remembered import Placement, Remembered
from reportdesk.gui.window import MainWindow
from tests.collect.county import FEE, GOVERNMENT_NAME, RECEIVED, collected, lay_down, report_of
from tests.gui.clerk import answering, box_says, choose_file, press, trigger, type_words

SOON_MS = 60_000


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """甲 and 乙 have filed, 丙 twice, 丁 not."""
    received = tmp_path / "收"
    for name, kind, figure in (("甲", ".docx", 3), ("乙", ".json", 4), ("丙", ".json", 5)):
        words = f"{name}局的情况各有不同" * 12
        lay_down(received / f"{name}{kind}", report_of(f"云溪县{name}局", {RECEIVED: figure}, words=words))
    lay_down(received / "丙2.json", report_of("云溪县丙局", {RECEIVED: 9}, words="丙局的情况各有不同" * 12))
    rows = "\n".join(f"云溪县{name}局,{name}局,部门" for name in "甲乙丙丁")
    (tmp_path / "名单.csv").write_text(f"单位,简称,类别\n{GOVERNMENT_NAME},,政府\n{rows}\n", "utf-8")
    return received


@pytest.fixture(autouse=True)
def short_rests(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reading, "_LOOK_MS", 5)
    monkeypatch.setattr(watching, "_REST_MS", 50)


@pytest.fixture
def collecting(qtbot: QtBot, folder: Path) -> Iterator[CollectingWindow]:
    session = Session(Settings((folder,), folder.parent / "名单.csv"))
    window = CollectingWindow(session)
    qtbot.addWidget(window, before_close_func=forget)
    if window.collection is None:
        with qtbot.waitSignal(window.reading.ended, timeout=SOON_MS):
            pass
    with qtbot.waitExposed(window):
        window.show()
    return window


def forget(window: CollectingWindow) -> None:
    """Lets a window close without a question."""
    window.session = Session()


def listed(window: CollectingWindow) -> list[str]:
    rows = range(window.units.shown.rowCount())
    return [window.units.shown.index(row, 0).data() for row in rows]


def status(window: CollectingWindow, unit: str) -> str:
    state = next(state for state in window.units.model.states if state.unit.name == unit)
    return state.status


def test_units_are_listed_filtered_and_found_by_any_part(qtbot: QtBot, collecting: CollectingWindow) -> None:
    units = [GOVERNMENT_NAME, *(f"云溪县{name}局" for name in "甲乙丙丁")]
    assert listed(collecting) == units
    collecting.ui.filter.setCurrentText("未报")
    assert listed(collecting) == [GOVERNMENT_NAME, "云溪县丁局"]
    collecting.ui.filter.setCurrentText("全部")
    type_words(collecting.ui.search, "丙局")
    assert listed(collecting) == ["云溪县丙局"]
    qtbot.keyClick(collecting.ui.search, Qt.Key.Key_Return)
    assert collecting.units.name == "云溪县丙局"
    assert "计入 2" in collecting.counts.text()


def test_units_with_something_to_explain_are_found(qapp: QApplication, tmp_path: Path) -> None:
    lay_down(tmp_path / "甲.json", report_of("云溪县甲局"))
    lay_down(tmp_path / "乙.json", report_of("云溪县乙局", {FEE: None}))
    states = collected(tmp_path).states
    model = UnitModel(qapp.palette())
    let_through = [state.unit.name for state in states if FILTERS["需说明"](state, model)]
    assert let_through == ["云溪县乙局"]


def test_keys_lead_from_the_search_to_a_unit_and_to_the_ends(
    qtbot: QtBot, collecting: CollectingWindow
) -> None:
    units, search = collecting.ui.units, collecting.ui.search
    units.selectRow(0)
    type_words(search, "局")
    assert collecting.units.name == "云溪县甲局"
    qtbot.keyClick(search, Qt.Key.Key_Down)
    assert collecting.units.name == "云溪县乙局"
    assert QApplication.focusWidget() is units
    for key, name in (
        (Qt.Key.Key_End, "云溪县丁局"),
        (Qt.Key.Key_Up, "云溪县丙局"),
        (Qt.Key.Key_Home, "云溪县甲局"),
    ):
        qtbot.keyClick(units, key)
        assert collecting.units.name == name
    type_words(search, "无此局")
    for key in (Qt.Key.Key_Home, Qt.Key.Key_End):
        qtbot.keyClick(units, key)
    assert collecting.units.name == ""


def test_a_decision_counts_at_once_and_is_undone(qtbot: QtBot, collecting: CollectingWindow) -> None:
    collecting.units.choose("云溪县丙局")
    assert status(collecting, "云溪县丙局") == "duplicate"
    texts = [
        collecting.unit_page.findings.item(row).text() for row in range(collecting.unit_page.findings.count())
    ]
    assert any("5 → 9" in text for text in texts)
    collecting.unit_page.files.setCurrentRow(1)
    collecting.unit_page.choose.click()
    assert status(collecting, "云溪县丙局") in {"ok", "warnings"}
    assert collecting.collection is not None
    assert collecting.collection.total.cells[RECEIVED] == 3 + 4 + 9
    assert collecting.units.name == "云溪县丙局"
    findings = collecting.unit_page.findings
    assert any("9 → 5" in findings.item(row).text() for row in range(findings.count()))
    assert collecting.isWindowModified()
    trigger_(collecting, "undo")
    assert status(collecting, "云溪县丙局") == "duplicate"
    assert not collecting.isWindowModified()
    trigger_(collecting, "redo")
    assert collecting.collection.total.cells[RECEIVED] == 3 + 4 + 9


def trigger_(window: CollectingWindow, name: str) -> None:
    action = getattr(window.ui, f"action_{name}")
    assert action.isEnabled()
    action.trigger()


def test_returning_and_remarking_are_remembered(collecting: CollectingWindow) -> None:
    collecting.units.choose("云溪县甲局")
    collecting.unit_page.back.click()
    collecting.unit_page.remark.setText("已电话联系")
    collecting.unit_page.remark.editingFinished.emit()
    decisions = collecting.session.settings.decisions
    assert decisions.returned.keys() == {"云溪县甲局"}
    assert decisions.remarks == {"云溪县甲局": "已电话联系"}
    collecting.ui.filter.setCurrentText("已退回")
    assert listed(collecting) == ["云溪县甲局"]


def test_a_cell_of_the_sum_shows_its_addends_and_can_be_adjusted(
    qtbot: QtBot, collecting: CollectingWindow
) -> None:
    page = collecting.sum_page
    collecting.ui.pages.setCurrentWidget(page)
    page.choose(RECEIVED)
    model = page.addends.addends
    rows = [
        [model.index(row, column).data() for column in range(model.columnCount())]
        for row in range(model.rowCount())
    ]
    assert rows == [["云溪县乙局", "4", "57.1%", ""], ["云溪县甲局", "3", "42.9%", ""]]
    assert "合计 7" in page.place.text()

    def fill(dialog: AdjustingDialog) -> None:
        assert not dialog.take.isEnabled()
        dialog.amount.setText("-1.5")
        assert "小数" in dialog.trouble.text()
        dialog.amount.setText("－1")
        dialog.reason.setText("重复登记")
        dialog.take.click()

    with answering(AdjustingDialog, fill):
        page.adjust.click()
    assert collecting.collection is not None
    assert collecting.collection.total.cells[RECEIVED] == 6
    assert "调整：重复登记" in [model.index(row, 0).data() for row in range(3)]
    trigger_(collecting, "undo")
    assert collecting.collection.total.cells[RECEIVED] == 7


def test_a_day_and_an_adjustment_are_taken_back_without_undo(collecting: CollectingWindow) -> None:
    collecting.units.choose("云溪县甲局")
    back = collecting.unit_page.back
    back.click()
    assert back.text() == "取消已退回"
    back.click()
    assert back.text() == "记为已退回"
    assert collecting.session.settings.decisions.returned == {}
    collecting.session.decide("调整", adjustments=(Adjustment(RECEIVED, 5, "漏报"),))
    collecting.decided()
    page = collecting.sum_page
    page.choose(RECEIVED)
    assert page.unadjust.isVisibleTo(page)
    assert collecting.collection is not None
    assert collecting.collection.total.cells[RECEIVED] == 12
    page.unadjust.click()
    assert collecting.collection.total.cells[RECEIVED] == 7
    assert not page.unadjust.isVisibleTo(page)
    trigger_(collecting, "undo")
    assert page.unadjust.isVisibleTo(page)


def test_a_file_copied_into_the_folder_appears_and_a_new_version_tells_what_changed(
    qtbot: QtBot, collecting: CollectingWindow, folder: Path, tmp_path: Path
) -> None:
    late = lay_down(tmp_path / "丁.json", report_of("云溪县丁局", {RECEIVED: 7}, words="丁局自己的话" * 12))
    with qtbot.waitSignal(collecting.reading.ended, timeout=SOON_MS):
        shutil.copy(late, folder)
    assert status(collecting, "云溪县丁局") != "missing"
    changed = report_of("云溪县乙局", {RECEIVED: 8}, words="乙局的情况各有不同" * 12)
    with qtbot.waitSignal(collecting.reading.ended, timeout=SOON_MS):
        lay_down(folder / "乙.json", changed)
    qtbot.waitUntil(lambda: not collecting.reading.is_running, timeout=SOON_MS)
    collecting.ui.filter.setCurrentText("有更新")
    assert listed(collecting) == ["云溪县乙局"]
    assert "4 → 8" in collecting.unit_page.news.text()
    assert "文字有改动" not in collecting.unit_page.news.text()


def test_how_units_stand_leaves_out_the_government_and_tells_of_files_of_no_unit(
    qtbot: QtBot, collecting: CollectingWindow, folder: Path
) -> None:
    assert "4 个单位，计入 2　未报 1，" in collecting.counts.text()
    assert "没有归到单位" not in collecting.counts.text()
    (folder / "坏.docx").write_bytes(b"PK")
    (folder / "说明.txt").write_text("不是报告", "utf-8")
    with qtbot.waitSignal(collecting.reading.ended, timeout=SOON_MS):
        lay_down(folder / "戊.json", report_of("云溪县戊局", {RECEIVED: 1}))
    assert "4 个单位" in collecting.counts.text()
    assert "2 个文件没有归到单位" in collecting.counts.text()
    assert "1 个文件不像年报，见“问题”" in collecting.counts.text()
    tree = collecting.problem_page.tree
    last = tree.topLevelItem(tree.topLevelItemCount() - 1)
    assert "不像年报的文件，没有计入（1）" in last.text(0)
    assert last.child(0).text(0).startswith("说明.txt：")


def test_without_alike_texts_no_empty_boxes_are_shown(qtbot: QtBot, tmp_path: Path) -> None:
    page = AlikePage(lambda file, _section: file.short)
    qtbot.addWidget(page)
    page.show()
    assert page.none.isVisible()
    assert not page.list.isVisible()
    for name in "甲乙":
        words = "全年主动公开信息，及时回应社会关切，加强培训考核" * 12
        lay_down(tmp_path / f"{name}.json", report_of(f"云溪县{name}局", {RECEIVED: 3}, words=words))
    page.show_collection(collected(tmp_path))
    assert page.list.isVisible()
    assert not page.none.isVisible()


def test_what_is_said_is_not_written_over_how_units_stand(qtbot: QtBot, collecting: CollectingWindow) -> None:
    collecting.hide()
    collecting.tell("已找回没保存的决定")
    collecting.show()
    assert not collecting.counts.isVisible()
    collecting.statusBar().clearMessage()
    assert collecting.counts.isVisible()


def test_dialogs_begin_beside_what_is_collected(collecting: CollectingWindow, tmp_path: Path) -> None:
    note_folder("letters", tmp_path / "收")
    assert home_of(collecting, "letters") == str(tmp_path)
    forget(collecting)
    assert home_of(collecting, "letters") == str(tmp_path / "收")


def test_what_is_dropped_is_taken_in_where_it_lies(
    qtbot: QtBot, collecting: CollectingWindow, tmp_path: Path
) -> None:
    late = lay_down(tmp_path / "别处" / "丁.json", report_of("云溪县丁局", {RECEIVED: 7}))
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(late))])
    event = QDropEvent(
        QPointF(5, 5),
        Qt.DropAction.CopyAction | Qt.DropAction.MoveAction,
        data,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    event.setDropAction(Qt.DropAction.MoveAction)
    with qtbot.waitSignal(collecting.reading.ended, timeout=SOON_MS):
        collecting.dropEvent(event)
    # Whoever offered to move them would delete them now.
    assert event.dropAction() == Qt.DropAction.CopyAction
    assert status(collecting, "云溪县丁局") != "missing"
    assert late.exists()
    assert collecting.session.settings.paths[-1] == late


def test_problems_lead_to_their_unit(collecting: CollectingWindow) -> None:
    tree = collecting.problem_page.tree
    tops = [tree.topLevelItem(row) for row in range(tree.topLevelItemCount())]
    missing = next(top for top in tops if top is not None and "名单上的单位都报了（2）" in top.text(0))
    tree.itemActivated.emit(missing.child(1), 0)
    assert collecting.units.name == "云溪县丁局"
    assert collecting.ui.pages.currentWidget() is collecting.unit_page


def test_words_for_units_are_copied(collecting: CollectingWindow) -> None:
    trigger_(collecting, "copy_missing")
    assert "云溪县丁局" in QGuiApplication.clipboard().text()
    collecting.units.choose("云溪县丙局")
    collecting.unit_page.letter.click()
    assert "有 2 份内容不同的报告" in QGuiApplication.clipboard().text()


def choose_path(path: Path):  # type: ignore[no-untyped-def]
    def answer(*_: object) -> tuple[str, str]:
        return str(path), ""

    return answer


def test_a_collection_is_saved_and_opened(
    qtbot: QtBot, collecting: CollectingWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    collecting.units.choose("云溪县甲局")
    collecting.unit_page.back.click()
    path = tmp_path / "汇总.rdset"
    with answering(QFileDialog, choose_file(path)):
        trigger_(collecting, "save")
    assert not collecting.isWindowModified()
    kept = read_set(path).settings
    assert kept.decisions.returned.keys() == {"云溪县甲局"}
    assert kept.figures is not None
    assert kept.figures.cells[RECEIVED] == 7
    assert (tmp_path / ".~汇总.rdset.lock").exists()
    monkeypatch.setattr(QFileDialog, "getOpenFileName", choose_path(path))
    with qtbot.waitSignal(collecting.reading.ended, timeout=SOON_MS):
        trigger_(collecting, "open")
    collecting.ui.filter.setCurrentText("已退回")
    assert listed(collecting) == ["云溪县甲局"]
    collecting.close()
    assert not (tmp_path / ".~汇总.rdset.lock").exists()


def test_unsaved_decisions_are_asked_about(collecting: CollectingWindow) -> None:
    collecting.units.choose("云溪县甲局")
    collecting.unit_page.back.click()
    with answering(QMessageBox, press("取消")) as asked:
        assert not collecting.close()
    assert "这个汇总从没有保存过" in box_says(asked[0])
    assert "年报" not in box_says(asked[0])
    with answering(QMessageBox, press("不保存")):
        assert collecting.close()


def test_the_year_that_the_reports_tell_is_offered(
    collecting: CollectingWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    offered: list[object] = []
    monkeypatch.setattr(QInputDialog, "getInt", lambda *asked: offered.append(asked[3]) or (0, False))
    trigger_(collecting, "year")
    assert offered == [2024]


def test_the_workbook_and_the_report_are_written(
    collecting: CollectingWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name, out in (("workbook", "o.xlsx"), ("report", "o.rdesk")):
        with answering(QFileDialog, choose_file(tmp_path / out)):
            trigger_(collecting, name)
        assert (tmp_path / out).exists()
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(tmp_path / "信"))
    trigger_(collecting, "letters")
    missing = tmp_path / "信" / "催报.txt"
    assert missing.exists()
    missing.write_text("a collector's own words", encoding="utf-8")
    with answering(QMessageBox, press("取消")) as asked:
        trigger_(collecting, "letters")
    assert "催报.txt" in box_says(asked[0])
    assert missing.read_text(encoding="utf-8") == "a collector's own words"
    with answering(QMessageBox, press("覆盖")):
        trigger_(collecting, "letters")
    assert "a collector's own words" not in missing.read_text(encoding="utf-8-sig")


@pytest.mark.parametrize(
    ("name", "typed"), [("workbook", "o.rdesk"), ("save", "o.docx"), ("report", "o.xlsx")]
)
def test_what_stands_under_the_whole_name_is_asked_about(
    collecting: CollectingWindow, tmp_path: Path, name: str, typed: str
) -> None:
    suffix = {"workbook": ".xlsx", "save": ".rdset", "report": ".rdesk"}[name]
    there = tmp_path / f"{typed}{suffix}"
    there.write_bytes(b"somebody's")
    with answering(QFileDialog, choose_file(tmp_path / typed)), answering(QMessageBox, press("取消")):
        trigger_(collecting, name)
    assert there.read_bytes() == b"somebody's"
    assert not (tmp_path / typed).exists()


def test_a_reading_is_stopped_and_goes_on_where_it_was(
    qtbot: QtBot, collecting: CollectingWindow, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for number in range(6):
        shutil.copy(folder / "甲.docx", folder / f"甲{number}.docx")
    read, is_stopped = Session.read, Event()

    def read_when_stopped(session: Session, progress: TellProgress) -> Outcome:
        is_stopped.wait(SOON_MS / 1000)
        return read(session, progress)

    with monkeypatch.context() as patch:
        patch.setattr(Session, "read", read_when_stopped)
        qtbot.waitUntil(lambda: collecting.reading.is_running, timeout=SOON_MS)
        with qtbot.waitSignal(collecting.reading.failed, timeout=SOON_MS):
            collecting.reading_line.stop.click()
            is_stopped.set()
    with qtbot.waitSignal(collecting.reading.ended, timeout=SOON_MS):
        trigger_(collecting, "read")
    assert len(collecting.units.model.states[1].files) == 7


def test_it_opens_from_the_window_and_a_report_opens_beside(
    qtbot: QtBot, window: MainWindow, blank: Document, folder: Path, tmp_path: Path
) -> None:
    trigger(window, "collect")
    (collecting,) = window.windows.collecting.windows
    assert collecting.isVisible()
    with qtbot.waitSignal(collecting.reading.ended, timeout=SOON_MS):
        collecting.sources.add([folder])
    window.show_document(blank)
    collecting.report_asked.emit(str(folder / "甲.docx"))
    _, beside = window.windows.shells
    assert beside.document is not None
    assert beside.document.report.organ == "云溪县甲局"
    beside.close()
    assert collecting.collection is not None
    collecting.outgoing._write(Outputs(report=tmp_path / "县.rdesk", force=True))
    collecting.notices.buttons("written")[0].click()
    written = window.windows.showing(tmp_path / "县.rdesk")
    assert written is not None
    assert written.document is not None
    assert not written.document.is_read_only
    written.close()
    forget(collecting)
    assert collecting.close()


def test_the_sum_has_room_for_its_table(qtbot: QtBot, collecting: CollectingWindow) -> None:
    # Files are added to a window that was empty when it came up.
    page = SumPage()
    qtbot.addWidget(page)
    page.resize(712, 600)
    with qtbot.waitExposed(page):
        page.show()
    page.show_collection(collecting.collection, None)
    assert page.grids.height() >= page.height() // 2


def test_an_empty_window_says_how_to_begin_and_how_far_reading_is(
    qtbot: QtBot, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = CollectingWindow()
    qtbot.addWidget(window, before_close_func=forget)
    with qtbot.waitExposed(window):
        window.show()
    begin = window.body.begin
    assert begin.isVisible()
    assert not window.ui.units.isVisible()
    assert begin.buttons[0].text() == "添加文件夹…"
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(folder))
    begin.buttons[0].setFocus()
    with qtbot.waitSignal(window.reading_line.progressed, timeout=SOON_MS):
        begin.buttons[0].click()
    assert "✓ 收" in begin.remarks[0].text()
    assert begin.progress.isVisible()
    if window.collection is None:
        with qtbot.waitSignal(window.reading.ended, timeout=SOON_MS):
            pass
    assert window.ui.units.isVisible()
    assert not begin.progress.isVisibleTo(begin)


def test_what_was_written_stays_said_and_what_it_replaced(
    collecting: CollectingWindow, tmp_path: Path
) -> None:
    workbook, report = tmp_path / "o.xlsx", tmp_path / "o.rdesk"

    def written(outputs: Outputs) -> str:
        collecting.outgoing._write(outputs)
        (said,) = [one.text() for one in collecting.notices.findChildren(QLabel) if one.isVisible()]
        assert collecting.notices.buttons("written")[-1].text() == "知道了"
        collecting.notices.buttons("written")[-1].click()
        return said

    for outputs, wanted in (
        (Outputs(workbook=workbook, force=True), "上一份留作“o.xlsx.bak”"),
        (Outputs(report=report, force=True), "文字没有动"),
    ):
        (path,) = outputs.paths
        first, second = written(outputs), written(outputs)
        assert str(path) in first
        assert wanted not in first
        assert wanted in second
    assert not collecting.notices.isVisible()
    assert (tmp_path / "o.xlsx.bak").exists()


def test_a_window_comes_up_where_the_last_one_was(qtbot: QtBot, window: MainWindow, folder: Path) -> None:
    trigger(window, "collect")
    (first,) = window.windows.collecting.windows
    first.showNormal()
    first.setGeometry(40, 50, 700, 500)
    window.windows.remembered.note_window(Placement(1, 2, 900, 700), {"desk": [1, 2]}, 100)
    first.ui.splitter.splitterMoved.emit(1, 1)
    first.close()
    remembered = Remembered()
    assert remembered.collecting == Placement(40, 50, 700, 500)
    assert remembered.panels("desk", 2) == [1, 2]
    window.windows.collecting.windows.clear()
    trigger(window, "collect")
    (second,) = window.windows.collecting.windows
    assert second.geometry() == QRect(40, 50, 700, 500)
    forget(second)
    second.close()


def test_a_collection_stands_among_the_files_used_last(
    qtbot: QtBot, window: MainWindow, folder: Path, tmp_path: Path
) -> None:
    trigger(window, "collect")
    (collecting,) = window.windows.collecting.windows
    with qtbot.waitSignal(collecting.reading.ended, timeout=SOON_MS):
        collecting.session.change("名单", roster=folder.parent / "名单.csv")
        collecting.sources.add([folder])
    with answering(QFileDialog, choose_file(tmp_path / "县.rdset")):
        trigger_(collecting, "save")
    used = window.recent.entries[0]
    assert (used.path, used.label) == (tmp_path / "县.rdset", f"{GOVERNMENT_NAME} 2024年汇总")
    collecting.close()
    window.commands.files.open_used(used)
    assert collecting.isVisible()
    forget(collecting)
    collecting.close()


def test_a_closed_collection_comes_again_from_its_file_which_is_held_anew(
    qtbot: QtBot, window: MainWindow, folder: Path, tmp_path: Path
) -> None:
    trigger(window, "collect")
    (collecting,) = window.windows.collecting.windows
    with qtbot.waitSignal(collecting.reading.ended, timeout=SOON_MS):
        collecting.sources.add([folder])
    path, lock = tmp_path / "县.rdset", tmp_path / ".~县.rdset.lock"
    with answering(QFileDialog, choose_file(path)):
        trigger_(collecting, "save")
    collecting.outgoing._write(Outputs(workbook=tmp_path / "o.xlsx", force=True))
    for again in (lambda: window.windows.collecting.open_path(path), lambda: trigger(window, "collect")):
        collecting.units.choose("云溪县甲局")
        collecting.unit_page.back.click()
        with answering(QMessageBox, press("不保存")):
            assert collecting.close()
        assert not lock.exists()
        with qtbot.waitSignal(collecting.reading.ended, timeout=SOON_MS):
            again()
        assert window.windows.collecting.windows == [collecting]
        assert lock.exists()
        assert collecting.session.path == path
        assert collecting.session.settings.decisions.returned == {}
        assert not collecting.isWindowModified()
        assert not collecting.session.done
        assert not collecting.notices.isVisible()
    collecting.close()
