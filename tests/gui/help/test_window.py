"""The manual's window: its pages in order, a search through all of them, pictures within the page."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QColor, QImage, QPalette, QTextDocument
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget
from pytestqt.qtbot import QtBot

from reportdesk.gui.help.browser import pictures_shown
from reportdesk.gui.help.pages import read_manual
from reportdesk.gui.help.window import HelpWindow
from reportdesk.gui.look.theme import ink_contrast

PAGES = {
    "index": "# 目录\n\n[甲](one.md)、[乙](two.md#很远)\n",
    "one": "# 甲页\n\n说苹果，\n也说**苹果**。\n\n![一张图](wide.png)\n",
    "two": "# 乙页\n\n一只苹果。\n\n"
    + "一段话。\n\n" * 80
    + "## 很远\n\n| 键 | 值 |\n| --- | --- |\n| a | B |\n",
}


@pytest.fixture
def root(tmp_path: Path) -> Path:
    for name, text in PAGES.items():
        (tmp_path / f"{name}.md").write_text(text, encoding="utf-8")
    picture = QImage(1500, 90, QImage.Format.Format_RGB32)
    picture.fill(Qt.GlobalColor.gray)
    picture.save(str(tmp_path / "wide.png"))
    return tmp_path


@pytest.fixture
def manual(qtbot: QtBot, root: Path) -> Iterator[HelpWindow]:
    shown = HelpWindow(root=root)
    qtbot.addWidget(shown)
    with qtbot.waitActive(shown):
        shown.show()
        shown.activateWindow()
    yield shown
    read_manual.cache_clear()


def listed(manual: HelpWindow) -> list[str]:
    pages = manual.ui.pages
    items = [pages.item(number) for number in range(pages.count())]
    return [item.text() for item in items if not item.isHidden()]


def test_pages_stand_in_the_order_of_the_index(manual: HelpWindow) -> None:
    assert listed(manual) == ["目录", "甲页", "乙页"]
    assert (manual.page, manual.windowTitle()) == ("index", "手册：目录")
    manual.ui.pages.setCurrentRow(2)
    assert (manual.page, manual.windowTitle()) == ("two", "手册：乙页")


def test_back_and_forward_lead_along_what_was_read(qtbot: QtBot, manual: HelpWindow) -> None:
    manual.show_page("one")
    qtbot.keyClick(manual, Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    assert (manual.page, manual.ui.pages.currentRow()) == ("index", 0)
    manual.ui.forward.click()
    assert (manual.page, manual.ui.pages.currentRow()) == ("one", 1)
    assert not manual.ui.forward.isEnabled()


def test_a_link_may_name_a_heading(manual: HelpWindow) -> None:
    manual.show_page("two#很远")
    assert manual.ui.page.textCursor().block().text() == "很远"
    assert manual.ui.page.verticalScrollBar().value() > 0


def test_broken_lines_are_joined_where_chinese_has_no_blank(manual: HelpWindow) -> None:
    manual.show_page("one")
    assert "说苹果，也说苹果。" in manual.ui.page.toPlainText()


def test_a_search_counts_hides_and_lights(qtbot: QtBot, manual: HelpWindow) -> None:
    qtbot.keyClick(manual, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    assert QApplication.focusWidget() is manual.ui.words
    manual.ui.words.setText("苹果")
    assert listed(manual) == ["甲页（2）", "乙页（1）"]
    assert manual.ui.count.text() == "2 页里有 3 处"
    assert manual.ui.count.accessibleDescription() == "2 页里有 3 处"
    counts = []
    for _ in range(4):
        qtbot.keyClick(manual.ui.words, Qt.Key.Key_Return)
        assert manual.ui.page.textCursor().selectedText() == "苹果"
        counts.append((manual.page, manual.ui.count.text(), len(manual.ui.page.extraSelections())))
    assert counts == [
        ("one", "第 1 处，共 3 处", 2),
        ("one", "第 2 处，共 3 处", 2),
        ("two", "第 3 处，共 3 处", 1),
        ("one", "第 1 处，共 3 处", 2),
    ]
    qtbot.keyClick(manual, Qt.Key.Key_F3, Qt.KeyboardModifier.ShiftModifier)
    assert manual.page == "two"


def test_a_search_begins_on_the_page_in_view(manual: HelpWindow) -> None:
    manual.show_page("two")
    manual.ui.words.setText("苹果")
    manual.ui.next.click()
    assert manual.page == "two"


def test_a_search_sees_no_difference_of_case(manual: HelpWindow) -> None:
    manual.ui.words.setText("b")
    assert listed(manual) == ["乙页（1）"]


def test_a_search_that_finds_nothing_says_so(manual: HelpWindow) -> None:
    manual.ui.words.setText("梨")
    assert (manual.ui.count.text(), listed(manual)) == ("没有找到", [])
    assert not manual.ui.next.isEnabled()
    manual.ui.words.returnPressed.emit()
    assert manual.page == "index"


def test_escape_leaves_the_search_and_then_the_window(qtbot: QtBot, manual: HelpWindow) -> None:
    manual.ui.words.setText("苹果")
    qtbot.keyClick(manual, Qt.Key.Key_Escape)
    assert (manual.ui.words.text(), len(listed(manual))) == ("", 3)
    assert manual.ui.page.extraSelections() == []
    qtbot.keyClick(manual, Qt.Key.Key_Escape)
    assert not manual.isVisible()


@pytest.mark.parametrize("width", [720, 1200])
def test_a_picture_is_no_wider_than_the_page(manual: HelpWindow, width: int) -> None:
    manual.show_page("one")
    manual.resize(width, 600)
    QApplication.processEvents()
    ((_, _, form),) = pictures_shown(manual.ui.page.document())
    assert 300 < form.width() < manual.ui.page.viewport().width()


def test_nothing_comes_from_the_network(manual: HelpWindow) -> None:
    kind = QTextDocument.ResourceType.ImageResource.value
    assert manual.ui.page.loadResource(kind, QUrl("https://example.invalid/a.png")) is None


def test_links_can_be_read_on_a_dark_ground(manual: HelpWindow) -> None:
    palette = QPalette(QColor("#222222"))
    palette.setColor(QPalette.ColorRole.Base, QColor("#101010"))
    palette.setColor(QPalette.ColorRole.Text, QColor("#eeeeee"))
    manual.setPalette(palette)
    manual.ui.page.setPalette(palette)
    QApplication.processEvents()
    manual.show_page("index")
    cursor = manual.ui.page.document().find("甲")
    assert cursor.charFormat().isAnchor()
    assert ink_contrast(cursor.charFormat().foreground().color(), QColor("#101010")) >= 4.5


def test_everything_has_a_name_for_who_listens(manual: HelpWindow) -> None:
    for widget in (manual.ui.words, manual.ui.pages, manual.ui.page):
        assert widget.accessibleName()
    buttons: list[QWidget] = [each for each in manual.findChildren(QAbstractButton) if each.objectName()]
    assert all(each.text() for each in buttons if each.parent() is manual)  # type: ignore[attr-defined]


def test_every_page_of_the_shipped_manual_can_be_turned_to_with_its_pictures(qtbot: QtBot) -> None:
    shown = HelpWindow()
    qtbot.addWidget(shown)
    shown.resize(960, 680)
    pictures = 0
    for page in read_manual():
        shown.show_page(page.name)
        assert shown.page == page.name
        assert page.title in shown.ui.page.toPlainText()
        for _, _, form in pictures_shown(shown.ui.page.document()):
            assert form.width() > 0
            pictures += 1
    assert pictures >= 8
