"""The clerk looks over what was read, by keyboard: opened, rolled, edited since, imported."""

from collections.abc import Callable
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import docx
import pytest
from docx.document import Document as WordDocument
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QFileDialog, QMessageBox, QTextEdit, QTreeWidgetItem
from pytestqt.qtbot import QtBot

from reportdesk.document import Document
from reportdesk.gui.dialogs.outcome import OutcomeDialog
from reportdesk.gui.grid import TableView
from reportdesk.gui.review.dialog import ReviewDialog
from reportdesk.gui.window import MainWindow
from reportdesk.readers import read_file
from reportdesk.report.model import Report
from reportdesk.review import Disagreement, review_import, review_opened
from reportdesk.writers import render
from reportdesk.writers.protocol import Carries
from tests.gui.clerk import answering, box_says, choose_file, press, settle, trigger
from tests.readers.edits import set_cell, set_paragraph

RECEIVED = "requests.received.natural_person"
BUSINESS = "requests.received.business"
FIRST_ROW = "一、本年新收政府信息公开申请数量"

Change = Callable[[WordDocument], None]


def write(path: Path, report: Report, change: Change, carries: Carries = "printed") -> Path:
    """Writes a report's Word file after a change that somebody made in Word."""
    document = docx.Document(BytesIO(render(report, ".docx", carries)))
    change(document)
    document.save(str(path))
    return path


def spoil(document: WordDocument) -> None:
    set_cell(document, FIRST_ROW, 1, "四件")
    set_cell(document, FIRST_ROW, 2, "/")


@pytest.fixture
def foreign(sample: Document, tmp_path: Path) -> Path:
    """A Word file without data, in which one figure is none and one is a stroke."""
    return write(tmp_path / "来文.docx", sample.report, spoil, "nothing")


@pytest.fixture
def edited(sample: Document, tmp_path: Path) -> Path:
    """A Word file of ours in which a digit and a paragraph were changed."""
    (paragraph,) = sample.report.paragraphs("other")

    def change(document: WordDocument) -> None:
        set_cell(document, FIRST_ROW, 1, "14")
        set_paragraph(document, paragraph, paragraph + "特此报告。")

    return write(tmp_path / "改过.docx", sample.report, change, "everything")


def groups(dialog: ReviewDialog) -> list[QTreeWidgetItem]:
    tree = dialog.ui.choices
    return [tree.topLevelItem(number) for number in range(tree.topLevelItemCount())]


def go_to(qtbot: QtBot, dialog: ReviewDialog, key: str) -> QTreeWidgetItem:
    """Walks down the list to the line of a cell, opening the groups on its way that hold it."""
    tree = dialog.ui.choices
    tree.setFocus()
    qtbot.keyClick(tree, Qt.Key.Key_Home)
    for _ in range(500):
        line = tree.currentItem()
        held = line.data(0, Qt.ItemDataRole.UserRole)
        if isinstance(held, Disagreement) and held.difference.key == key:
            return line
        if _holds(line, key) and not line.isExpanded():
            qtbot.keyClick(tree, Qt.Key.Key_Right)
        elif line.childCount() and line.isExpanded() and not _holds(line, key):
            qtbot.keyClick(tree, Qt.Key.Key_Left)
        qtbot.keyClick(tree, Qt.Key.Key_Down)
    raise AssertionError(key)


def _holds(line: QTreeWidgetItem, key: str) -> bool:
    """Tells whether a line of the list is that of a cell, or has it below."""
    held = line.data(0, Qt.ItemDataRole.UserRole)
    return (isinstance(held, Disagreement) and held.difference.key == key) or any(
        _holds(line.child(number), key) for number in range(line.childCount())
    )


def test_a_foreign_file_is_looked_over_before_it_opens(
    qtbot: QtBot, window: MainWindow, sample: Document, foreign: Path
) -> None:
    def look(dialog: ReviewDialog) -> None:
        said = [group.text(0) for group in groups(dialog)]
        assert said[0].startswith("◆ 请核对")
        assert said[1].startswith("● 没有读进来")
        assert "来文.docx" in dialog.ui.lead.text()
        assert dialog.focusWidget() is dialog.ui.choices
        first = dialog.ui.choices.currentItem()
        assert (first.text(2), first.checkState(0)) == ("（空白）", Qt.CheckState.Checked)
        assert "四件" in dialog.ui.details.toPlainText()
        assert "四件" in dialog.source.toPlainText()
        assert dialog.source.textCursor().block().text() != ""
        qtbot.keyClick(dialog.ui.choices, Qt.Key.Key_Return)

    with answering(ReviewDialog, look):
        window.commands.files.open_path(foreign)
    document = window.document
    assert document is not None
    assert (document.path, document.is_dirty) == (None, True)
    assert document.report.invalid == {RECEIVED: "四件"}
    assert BUSINESS not in document.report.cells
    assert document.report.texts == sample.report.texts
    assert document.report.last is None


def test_what_is_not_ticked_stays_blank(qtbot: QtBot, window: MainWindow, foreign: Path) -> None:
    key = "requests.granted.natural_person"

    def leave_one(dialog: ReviewDialog) -> None:
        before = dialog.ui.count.text()
        line = go_to(qtbot, dialog, key)
        qtbot.keyClick(dialog.ui.choices, Qt.Key.Key_Space)
        assert line.checkState(0) == Qt.CheckState.Unchecked
        assert line.parent().checkState(0) == Qt.CheckState.PartiallyChecked
        assert dialog.ui.count.text() != before
        qtbot.keyClick(dialog.ui.choices, Qt.Key.Key_Return)

    with answering(ReviewDialog, leave_one):
        window.commands.files.open_path(foreign)
    assert window.document is not None
    assert key not in window.document.report.cells
    assert window.document.report.cells["requests.carried_in.natural_person"] == 1


def test_a_whole_section_goes_with_one_key(qtbot: QtBot, window: MainWindow, foreign: Path) -> None:
    def leave_section(dialog: ReviewDialog) -> None:
        (group,) = [group for group in groups(dialog) if group.text(0).startswith("四、")]
        dialog.ui.choices.setCurrentItem(group)
        qtbot.keyClick(dialog.ui.choices, Qt.Key.Key_Space)
        qtbot.keyClick(dialog.ui.choices, Qt.Key.Key_Return)

    with answering(ReviewDialog, leave_section):
        window.commands.files.open_path(foreign)
    assert window.document is not None
    report = window.document.report
    assert not {cell.key for cell in report.form.cells_of("disputes")} & report.cells.keys()
    assert {
        cell.key for cell in report.form.cells_of("disclosure") if not cell.is_derived
    } <= report.cells.keys()


def test_escape_opens_nothing_and_keeps_what_is_open(
    qtbot: QtBot, window: MainWindow, sample: Document, foreign: Path
) -> None:
    sample.save(foreign.with_suffix(".rdesk"))
    window.show_document(sample)
    with answering(ReviewDialog, lambda dialog: qtbot.keyClick(dialog, Qt.Key.Key_Escape)):
        window.commands.files.open_path(foreign)
    assert window.document is sample
    assert not sample.is_dirty


def test_nothing_ticked_opens_nothing(window: MainWindow, foreign: Path) -> None:
    def look(dialog: ReviewDialog) -> None:
        press("全部不勾(N)")(dialog)
        assert not dialog.ui.ok.isEnabled()
        assert dialog.taken == ()
        press("全部勾选(A)")(dialog)
        assert dialog.ui.ok.isEnabled()
        press("取消")(dialog)

    with answering(ReviewDialog, look):
        window.commands.files.open_path(foreign)
    assert window.document is None


def test_f8_walks_from_doubt_to_doubt(qtbot: QtBot, window: MainWindow, foreign: Path) -> None:
    def walk(dialog: ReviewDialog) -> None:
        doubts = groups(dialog)[0].childCount() + groups(dialog)[1].childCount()
        seen = []
        qtbot.waitUntil(dialog.isActiveWindow)
        for _ in range(doubts + 1):
            seen.append(dialog.ui.details.toPlainText())
            qtbot.keyClick(dialog, Qt.Key.Key_F8)
        assert len(set(seen)) == doubts >= 3
        assert seen[0] == seen[-1]
        assert any("“/”" in said for said in seen)
        press("取消")(dialog)

    with answering(ReviewDialog, walk):
        window.commands.files.open_path(foreign)


def test_words_stand_beside_where_they_were_found(qtbot: QtBot, sample: Document, foreign: Path) -> None:
    review = review_opened(read_file(foreign))
    assert review is not None
    dialog = ReviewDialog(review, foreign.name)
    qtbot.addWidget(dialog)
    go_to(qtbot, dialog, "problems")
    for paragraph in sample.report.paragraphs("problems"):
        assert paragraph in dialog.source.toPlainText()
        assert paragraph in dialog.ui.details.toPlainText()
    assert sample.report.paragraphs("overview")[0] not in dialog.source.toPlainText()
    assert dialog.source.textCursor().block().text() == sample.report.paragraphs("problems")[0]


def test_a_screen_reader_hears_line_and_state(qtbot: QtBot, foreign: Path) -> None:
    review = review_opened(read_file(foreign))
    assert review is not None
    dialog = ReviewDialog(review, foreign.name)
    qtbot.addWidget(dialog)
    line = go_to(qtbot, dialog, "requests.granted.natural_person")
    said = line.data(0, Qt.ItemDataRole.AccessibleTextRole)
    assert "自然人" in said
    assert said.endswith("，2")
    for widget in (dialog.ui.choices, dialog.source, dialog.ui.details):
        interface = QAccessible.queryAccessibleInterface(widget)
        assert interface.text(QAccessible.Text.Name)


def test_our_own_file_opens_whole_without_a_question(
    window: MainWindow, sample: Document, tmp_path: Path
) -> None:
    window.commands.files.open_path(
        write(tmp_path / "年报.docx", sample.report, lambda word: None, "everything")
    )
    assert window.document is not None
    assert window.document.report == sample.report
    assert window.document.path is None


def test_of_an_edited_file_the_clerk_takes_either(
    qtbot: QtBot, window: MainWindow, sample: Document, edited: Path
) -> None:
    def keep_the_figure(dialog: ReviewDialog) -> None:
        assert dialog.windowTitle() == "这份 Word 文件导出后有人改过"
        line = go_to(qtbot, dialog, RECEIVED)
        assert (line.text(1), line.text(2)) == ("4", "14")
        qtbot.keyClick(dialog.ui.choices, Qt.Key.Key_Space)
        qtbot.keyClick(dialog.ui.choices, Qt.Key.Key_Return)

    with answering(ReviewDialog, keep_the_figure):
        window.commands.files.open_path(edited)
    assert window.document is not None
    report = window.document.report
    assert report.cells == sample.report.cells
    assert report.texts["other"] == sample.report.texts["other"] + "特此报告。"
    assert report.last == sample.report.last


def test_last_years_file_is_looked_over_before_it_is_rolled(
    qtbot: QtBot, window: MainWindow, foreign: Path
) -> None:
    def leave_other(dialog: ReviewDialog) -> None:
        go_to(qtbot, dialog, "other")
        qtbot.keyClick(dialog.ui.choices, Qt.Key.Key_Space)
        qtbot.keyClick(dialog.ui.choices, Qt.Key.Key_Return)

    with answering(OutcomeDialog, press("知道了")), answering(ReviewDialog, leave_other):
        window.commands.begin.roll_path(foreign)
    assert window.document is not None
    report = window.document.report
    assert report.year == 2025
    assert report.last is not None
    assert set(report.last.texts) == {"intro", "overview", "problems"}
    assert "other" not in report.texts


def test_a_file_is_imported_in_one_step(
    qtbot: QtBot, window: MainWindow, blank: Document, edited: Path
) -> None:
    window.show_document(blank)
    before = blank.report

    def look(dialog: ReviewDialog) -> None:
        line = go_to(qtbot, dialog, RECEIVED)
        assert (line.text(1), line.text(2)) == ("", "14")
        qtbot.keyClick(dialog.ui.choices, Qt.Key.Key_Return)

    with answering(ReviewDialog, look), answering(QFileDialog, choose_file(edited)):
        trigger(window, "import")
    settle(window)
    assert blank.report.cells[RECEIVED] == 14
    assert "特此报告。" in blank.report.texts["other"]
    assert [step.name for step in blank.history.done] == ["从文件导入"]
    trigger(window, "undo")
    assert blank.report == before


def test_an_import_that_says_nothing_new_asks_nothing(
    window: MainWindow, sample: Document, tmp_path: Path
) -> None:
    window.show_document(sample)
    path = write(tmp_path / "年报.docx", sample.report, lambda word: None)
    with answering(QFileDialog, choose_file(path)):
        trigger(window, "import")
    assert "没有不同" in window.ui.statusbar.currentMessage()
    assert not sample.history.done


def test_a_word_file_for_the_public_is_exported_without_data(
    window: MainWindow, sample: Document, tmp_path: Path
) -> None:
    window.show_document(sample)
    said: list[str] = []

    def answer(box: QMessageBox) -> None:
        said.append(box_says(box))
        press("知道了")(box)

    kinds = (("export_docx", "一.docx"), ("export_public", "二.docx"), ("export_whole", "三.docx"))
    for name, target in kinds:
        with answering(QMessageBox, answer), answering(QFileDialog, choose_file(tmp_path / target)):
            trigger(window, name)
    assert read_file(tmp_path / "一.docx").is_whole
    assert not read_file(tmp_path / "二.docx").is_whole
    assert [read_file(tmp_path / f"{name}.docx").report.last is not None for name in "一二三"] == [
        *(False, False),
        sample.report.last is not None,
    ]
    assert "没有上年数据" in said[0]
    assert "可以公开发布" in said[1]
    assert "带有上年数据" in said[2]


@pytest.mark.parametrize("width", [900, 1300])
def test_the_columns_share_the_width(qtbot: QtBot, foreign: Path, width: int) -> None:
    review = review_opened(read_file(foreign))
    assert review is not None
    dialog = ReviewDialog(review, foreign.name)
    qtbot.addWidget(dialog)
    dialog.resize(width, 600)
    dialog.show()
    tree = dialog.ui.choices
    shown = [column for column in range(tree.columnCount()) if not tree.isColumnHidden(column)]
    widths = [tree.columnWidth(column) for column in shown]
    assert tree.viewport().width() - len(shown) <= sum(widths) <= tree.viewport().width()
    assert max(widths) < 3 * min(widths)


def test_days_are_shown_as_clerks_write_them(qtbot: QtBot, sample: Document, tmp_path: Path) -> None:
    path = write(tmp_path / "来文.docx", sample.report, lambda word: None, "nothing")
    base = replace(sample.report, signature_date="2025-03-09")
    review = review_import(base, read_file(path))
    dialog = ReviewDialog(review, path.name)
    qtbot.addWidget(dialog)
    tree = dialog.ui.choices
    groups = [tree.topLevelItem(place) for place in range(tree.topLevelItemCount())]
    lines = [group.child(row) for group in groups for row in range(group.childCount())]
    (day,) = [line for line in lines if line.text(0) == "落款日期"]
    assert (day.text(1), day.text(2)) == ("2025年3月9日", "2025年1月14日")


def tab(dialog: ReviewDialog, words: str) -> int:
    names = [dialog.ui.tabs.tabText(number) for number in range(dialog.ui.tabs.count())]
    (found,) = [number for number, name in enumerate(names) if words in name]
    return found


def test_the_forms_tables_show_what_would_be_taken_and_lead_to_the_source(
    qtbot: QtBot, sample: Document, foreign: Path
) -> None:
    review = review_opened(read_file(foreign))
    assert review is not None
    dialog = ReviewDialog(review, foreign.name)
    qtbot.addWidget(dialog)
    dialog.show()
    place = tab(dialog, "申请办理")
    assert "◆" in dialog.ui.tabs.tabText(place)
    dialog.ui.tabs.setCurrentIndex(place)
    table = dialog.ui.tabs.widget(place)
    assert isinstance(table, TableView)
    key = "requests.received.total"
    assert table.document.is_read_only
    table.go_to(BUSINESS)
    assert "/" in dialog.source.toPlainText()
    granted = "requests.granted.natural_person"
    table.go_to(granted)
    assert table.document.report.cells[granted] == sample.report.cells[granted]
    dialog.ui.leave_all.click()
    assert granted not in table.document.report.cells
    assert key in table.document.form.cells


def test_choosing_in_the_list_moves_the_table_along(qtbot: QtBot, foreign: Path) -> None:
    review = review_opened(read_file(foreign))
    assert review is not None
    dialog = ReviewDialog(review, foreign.name)
    qtbot.addWidget(dialog)
    dialog.show()
    go_to(qtbot, dialog, "requests.granted.natural_person")
    table = dialog.ui.tabs.widget(tab(dialog, "申请办理"))
    assert isinstance(table, TableView)
    assert table.cells.current_key() == "requests.granted.natural_person"


def test_texts_stand_as_they_will_be(qtbot: QtBot, sample: Document, edited: Path) -> None:
    review = review_opened(read_file(edited))
    assert review is not None
    dialog = ReviewDialog(review, edited.name)
    qtbot.addWidget(dialog)
    page = dialog.ui.tabs.widget(tab(dialog, "其他事项"))
    assert isinstance(page, QTextEdit)
    assert page.toPlainText().endswith("特此报告。")
    dialog.ui.leave_all.click()
    assert page.toPlainText() == sample.report.texts["other"]


def test_what_has_no_doubts_is_one_line_each(qtbot: QtBot, foreign: Path) -> None:
    review = review_opened(read_file(foreign))
    assert review is not None
    dialog = ReviewDialog(review, foreign.name)
    qtbot.addWidget(dialog)
    folded = [group for group in groups(dialog) if "没有疑点" in group.text(0)]
    assert any("格，没有疑点" in group.text(0) for group in folded)
    assert not any(group.isExpanded() for group in folded)
