"""F1 leads to the page about where one stands: in a report, on the first screen, in dialogs, in 汇总."""

from collections.abc import Callable
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication, QDialog, QWidget
from pytestqt.qtbot import QtBot

from reportdesk.document import Document
from reportdesk.gui.collecting.window import CollectingWindow
from reportdesk.gui.dialogs.new_report import NewReportDialog
from reportdesk.gui.help.asking import close_manual
from reportdesk.gui.help.pages import INDEX, read_manual
from reportdesk.gui.help.places import DIALOG_PAGES, page_of_dialog
from reportdesk.gui.help.window import HelpWindow
from reportdesk.gui.window import MainWindow
from tests.gui.clerk import answering

ROOT = Path(__file__).resolve().parents[3]


def manual_of(owner: QWidget) -> HelpWindow:
    (shown,) = owner.findChildren(HelpWindow, options=Qt.FindChildOption.FindDirectChildrenOnly)
    assert shown.isVisible()
    return shown


def press(qtbot: QtBot, widget: QWidget, with_control: bool = False) -> None:
    modifier = Qt.KeyboardModifier.ControlModifier if with_control else Qt.KeyboardModifier.NoModifier
    qtbot.keyClick(widget, Qt.Key.Key_F1, modifier)


def back_to(qtbot: QtBot, window: QWidget) -> None:
    window.activateWindow()
    # `isActiveWindow` is true of a dialog's child before it has the focus.
    qtbot.waitUntil(lambda: QApplication.activeWindow() is window)


def action(window: QWidget, name: str) -> QAction:
    found = window.findChild(QAction, f"action_{name}")
    assert found is not None
    return found


def test_on_the_first_screen_the_key_opens_the_first_steps(qtbot: QtBot, window: MainWindow) -> None:
    press(qtbot, window)
    assert manual_of(window).page == "first-steps"
    assert window.guidance.isHidden()


def test_the_menu_says_which_of_the_two_the_key_opens(window: MainWindow, sample: Document) -> None:
    def keys(name: str) -> list[str]:
        entry = action(window, name)
        return [key.toString() for key in entry.shortcuts()] if entry.isEnabled() else []

    assert (keys("guidance"), keys("manual")) == ([], ["F1", "Ctrl+F1"])
    window.show_document(sample)
    window.desk.turn_to(3)
    assert (keys("guidance"), keys("manual")) == (["F1"], ["Ctrl+F1"])
    window.desk.show_agenda(True)
    assert (keys("guidance"), keys("manual")) == ([], ["F1", "Ctrl+F1"])
    window.desk.show_agenda(False)
    assert keys("guidance") == ["F1"]


@pytest.mark.parametrize(
    ("number", "focus", "page"),
    [
        (0, lambda window: window.desk.page.ui.organ, "basics"),
        (1, lambda window: window.desk.page.editor, "words"),
        (3, lambda window: window.desk.page.table.cells, "tables"),
        (3, lambda window: window.findings_panel.ui.list, "problems"),
    ],
    ids=["basics", "words", "table", "findings"],
)
def test_in_a_report_the_manual_opens_where_one_stands(
    qtbot: QtBot,
    window: MainWindow,
    blank: Document,
    number: int,
    focus: Callable[[MainWindow], QWidget],
    page: str,
) -> None:
    window.show_document(blank)
    window.desk.turn_to(number)
    there = focus(window)
    # The findings are looked for in the next free moment.
    qtbot.waitUntil(there.isVisible)
    there.setFocus()
    qtbot.waitUntil(there.hasFocus)
    press(qtbot, window, with_control=True)
    assert manual_of(window).page == page
    assert window.guidance.isHidden()


def test_what_is_still_to_do_has_its_page(qtbot: QtBot, window: MainWindow, sample: Document) -> None:
    window.show_document(sample)
    window.desk.show_agenda(True)
    press(qtbot, window)
    assert manual_of(window).page == "to-do"


def test_the_guidance_leads_on_to_the_manual(window: MainWindow, sample: Document) -> None:
    window.show_document(sample)
    window.desk.turn_to(3)
    window.side.show_guidance(True)
    window.guidance.ui.manual.click()
    assert manual_of(window).page == "tables"


def test_one_window_has_one_manual_which_turns(qtbot: QtBot, window: MainWindow) -> None:
    action(window, "first_steps").trigger()
    shown = manual_of(window)
    back_to(qtbot, window)
    shown.show_page("saving")
    action(window, "manual").trigger()
    assert manual_of(window) is shown
    assert shown.page == "first-steps"


def test_a_dialog_that_bars_all_others_has_a_manual_to_use(qtbot: QtBot, window: MainWindow) -> None:
    def ask(dialog: NewReportDialog) -> None:
        back_to(qtbot, dialog)
        press(qtbot, dialog)
        shown = manual_of(dialog)
        assert shown.page == page_of_dialog(dialog) == "first-steps"
        back_to(qtbot, shown)
        qtbot.keyClick(shown, Qt.Key.Key_Escape)
        assert not shown.isVisible()
        back_to(qtbot, dialog)
        press(qtbot, dialog, with_control=True)
        assert manual_of(dialog) is shown
        dialog.reject()

    with answering(NewReportDialog, ask):
        window.commands.files.new()


def test_the_preview_has_its_page_beside_the_window(
    qtbot: QtBot, window: MainWindow, sample: Document
) -> None:
    window.show_document(sample)
    window.commands.preview.preview()
    (preview,) = [each for each in window.findChildren(QDialog) if each.objectName() == "Preview"]
    back_to(qtbot, preview)
    press(qtbot, preview)
    assert manual_of(window).page == "preview"
    preview.close()
    assert manual_of(window).isVisible()


def test_a_window_of_collected_reports_has_its_page(qtbot: QtBot) -> None:
    window = CollectingWindow()
    qtbot.addWidget(window)
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    press(qtbot, window)
    shown = manual_of(window)
    assert shown.page == "collect"
    window.close()
    assert not shown.isVisible()


def test_the_manual_closes_with_its_window(window: MainWindow) -> None:
    action(window, "first_steps").trigger()
    shown = manual_of(window)
    window.close()
    assert not shown.isVisible()
    close_manual(window)


def test_every_dialog_that_is_drawn_has_a_page_that_exists() -> None:
    pages = {page.name for page in read_manual()}
    assert set(DIALOG_PAGES.values()) <= pages
    drawn = set()
    for path in (ROOT / "ui").glob("*.ui"):
        widget = ET.parse(path).getroot().find("widget")
        assert widget is not None
        drawn |= {widget.get("name")} if widget.get("class") == "QDialog" else set()
    assert drawn == set(DIALOG_PAGES)


def test_a_dialog_without_a_page_has_the_index(qtbot: QtBot) -> None:
    dialog = QDialog()
    qtbot.addWidget(dialog)
    assert page_of_dialog(dialog) == INDEX
    assert QApplication.instance() is not None
