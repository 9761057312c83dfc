"""Words pasted from pages and word processors become paragraphs that the paper indents by itself."""

import pytest
from PySide6.QtCore import QMimeData
from PySide6.QtGui import QColor, QImage, QTextCursor
from pytestqt.qtbot import QtBot

from reportdesk.document import Document
from reportdesk.gui.editor.section_editor import SectionEditor
from reportdesk.gui.window import MainWindow
from tests.gui.clerk import trigger
from tests.gui.editor.alone import shown_alone

PASTED = (
    "\u3000\u30002026年，我局依法公开。\n\n    （一）主动公开\n"
    "\u3000\u3000全年公开\u00a0信息12条，\u2f8f政复议\u200b2件。"
)
RIGHT = "2026年，我局依法公开。\n（一）主动公开\n全年公开 信息12条，行政复议2件。"


@pytest.fixture
def editor(request: pytest.FixtureRequest, qtbot: QtBot, blank: Document) -> SectionEditor:
    """In its window where the test looks at that, else alone."""
    if "window" not in request.fixturenames:
        return shown_alone(qtbot, blank)
    window: MainWindow = request.getfixturevalue("window")
    window.show_document(blank)
    window.desk.turn_to(1)
    assert window.desk.page is not None
    editor = window.desk.page.editor
    assert editor is not None
    return editor


def words(text: str) -> QMimeData:
    data = QMimeData()
    data.setText(text)
    return data


def stored(document: Document) -> str:
    return document.report.texts.get("overview", "")


def test_indents_blank_lines_and_odd_characters_are_put_right(
    window: MainWindow, editor: SectionEditor, blank: Document
) -> None:
    editor.insertFromMimeData(words(PASTED))
    assert stored(blank) == RIGHT
    said = window.ui.statusbar.currentMessage()
    for expected in ("段首的空格", "空行", "看着像", "撤销一步"):
        assert expected in said
    trigger(window, "undo")
    assert stored(blank) == PASTED
    trigger(window, "undo")
    assert stored(blank) == ""
    trigger(window, "redo")
    trigger(window, "redo")
    assert stored(blank) == RIGHT


@pytest.mark.parametrize(
    ("before", "pasted", "after"),
    [
        ("我局", " 依法公开。", "我局 依法公开。"),
        ("", "  依法公开。", "依法公开。"),
        ("第一段。\n", "\u3000\u3000第二段。\u2028还是第二段。", "第一段。\n第二段。\n还是第二段。"),
        ("甲", "乙\n\n丙\n", "甲乙\n丙\n"),
        ("甲", "乙\tc", "甲乙\tc"),
        ("", "一\u000b二", "一\n二"),
        ("", "（一）\t主动公开。\n（二）\t依申请公开。", "（一）主动公开。\n（二）依申请公开。"),
        ("", "1.\t加强领导；\n\t2.\t“两公开”。", "1.加强领导；\n2.“两公开”。"),
        ("", "\uf0b7\t加强领导\n\uf0b7\t完善制度", "\uf0b7加强领导\n\uf0b7完善制度"),
    ],
)
def test_words_join_what_stands_there(
    editor: SectionEditor, blank: Document, before: str, pasted: str, after: str
) -> None:
    editor.insertFromMimeData(words(before))
    editor.moveCursor(QTextCursor.MoveOperation.End)
    editor.insertFromMimeData(words(pasted))
    assert stored(blank) == after


def test_words_that_are_right_are_one_step(
    qtbot: QtBot, window: MainWindow, editor: SectionEditor, blank: Document
) -> None:
    window.ui.statusbar.clearMessage()
    editor.insertFromMimeData(words("2026年，我局依法公开。\n（一）主动公开"))
    assert len(blank.history.done) == 1
    assert window.ui.statusbar.currentMessage() == ""


def test_a_picture_is_refused_in_words(window: MainWindow, editor: SectionEditor, blank: Document) -> None:
    picture = QImage(4, 4, QImage.Format.Format_RGB32)
    picture.fill(QColor("red"))
    data = QMimeData()
    data.setImageData(picture)
    assert editor.canInsertFromMimeData(data)
    editor.insertFromMimeData(data)
    assert "图片" in window.ui.statusbar.currentMessage()
    assert not blank.history.done


@pytest.mark.parametrize(
    "text",
    ["行政许可\t3\n行政处罚\t4", "一\t2\t3\t4\n", "1.\t行政许可\t3\n2.\t行政处罚\t4", "一、\t3\n二、\t4"],
)
def test_a_table_is_refused_in_words(
    window: MainWindow, editor: SectionEditor, blank: Document, text: str
) -> None:
    editor.insertFromMimeData(words(text))
    assert "表格" in window.ui.statusbar.currentMessage()
    assert not blank.history.done
