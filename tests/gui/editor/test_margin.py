"""The margin has room for the number of every paragraph, and is as narrow as ever in usual reports."""

from dataclasses import replace

import pytest
from PySide6.QtGui import QFontMetrics, QImage, QTextCursor
from pytestqt.qtbot import QtBot

from reportdesk.document import Document
from reportdesk.gui.editor.section_editor import SectionEditor
from reportdesk.report.edit import write_text
from tests.gui.editor.alone import shown_alone


def words_of(paragraphs: int) -> str:
    return "\n".join(["段"] * paragraphs)


def editor_with(paragraphs: int, qtbot: QtBot, blank: Document) -> SectionEditor:
    return shown_alone(qtbot, Document(replace(blank.report, texts={"overview": words_of(paragraphs)})))


def free_at_left(editor: SectionEditor) -> int:
    """How many pixels are free between the line at the margin's left and the number farthest left."""
    image = editor.margin.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)
    ground, rows = image.pixel(2, 0), range(image.height())
    inked = (x for x in range(1, image.width()) if any(image.pixel(x, y) != ground for y in rows))
    return next(inked) - 1


@pytest.mark.parametrize("paragraphs", [120, 1200])
def test_the_last_number_has_the_room_that_a_short_one_has(
    paragraphs: int, qtbot: QtBot, blank: Document
) -> None:
    usual = free_at_left(editor_with(12, qtbot, blank))
    editor = editor_with(paragraphs, qtbot, blank)
    editor.moveCursor(QTextCursor.MoveOperation.End)
    assert abs(free_at_left(editor) - usual) <= 2


def test_the_margin_grows_with_the_digits_and_moves_nothing_below_a_hundred(
    qtbot: QtBot, blank: Document
) -> None:
    editor = shown_alone(qtbot, blank)
    usual, digit = editor.margin.wanted, QFontMetrics(editor.margin._small()).horizontalAdvance("0")
    widths = []
    for number in (10, 99, 100, 999, 1000, 99):
        blank.apply(write_text(blank.report, "overview", words_of(number)))
        assert editor.margin.width() == editor.margin.wanted
        assert editor.viewportMargins().left() >= editor.margin.wanted
        widths.append(editor.margin.wanted - usual)
    assert widths == pytest.approx([0, 0, digit, digit, 2 * digit, 0], abs=1)


def test_a_paragraph_typed_widens_the_margin_at_once(qtbot: QtBot, blank: Document) -> None:
    editor = editor_with(99, qtbot, blank)
    before = editor.margin.width()
    editor.textCursor().insertBlock()
    assert editor.margin.width() > before
    editor.textCursor().deletePreviousChar()
    assert editor.margin.width() == before
