"""Of the marks of a long text those are painted that are in view, each where its words stand."""

import random

import pytest
from PySide6.QtGui import QInputMethodEvent, QTextBlock
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from reportdesk.gui.editor.mark_list import TextMark
from reportdesk.gui.editor.mark_painting import positions, stretches
from reportdesk.gui.editor.plain_editor import PlainEditor
from tests.work import work_of

Piece = tuple[int, float, float]


def shown(qtbot: QtBot, text: str) -> PlainEditor:
    editor = PlainEditor()
    qtbot.addWidget(editor)
    editor.resize(420, 260)
    editor.setPlainText(text)
    editor.show()
    return editor


def blocks(editor: PlainEditor) -> list[QTextBlock]:
    document = editor.document()
    return [document.findBlockByNumber(number) for number in range(document.blockCount())]


def marks_in(text: str, draw: random.Random) -> list[TextMark]:
    """Marks in order, none over another and none over the end of a paragraph."""
    places = sorted(draw.sample(range(len(text) + 1), min(len(text), 60)))
    pairs = zip(places[::2], places[1::2], strict=False)
    return [TextMark(start, end, "wrong", "") for start, end in pairs if "\n" not in text[start:end]]


def found(editor: PlainEditor, marks: list[TextMark], text: str) -> list[Piece]:
    pieces = stretches(editor, blocks(editor), marks, positions(text))
    numbers = {mark.start: number for number, mark in enumerate(marks)}
    return [(numbers[mark.start], round(piece.left, 2), round(piece.base, 2)) for mark, piece in pieces]


def expected(editor: PlainEditor, marks: list[TextMark], text: str) -> list[Piece]:
    """Ask of every character of every mark on which line it stands."""
    pieces = []
    height, scrolled = editor.viewport().height(), editor.verticalScrollBar().value()
    for number, mark in enumerate(marks):
        begin = len(text[: mark.start].encode("utf-16-le")) // 2
        end = len(text[: mark.end].encode("utf-16-le")) // 2
        block = editor.document().findBlock(begin)
        layout = block.layout()
        composed, at = len(layout.preeditAreaText()), layout.preeditAreaPosition()
        top = editor.document().documentLayout().blockBoundingRect(block).top() - scrolled
        seen = set()
        start, last = begin - block.position(), end - block.position()
        if composed and at < last:
            start, last = start + composed * (at <= start), last + composed
        for place in range(start, last):
            line = layout.lineForTextPosition(place)
            is_in_view = top + line.rect().bottom() > 0 and top + line.y() < height
            if line.lineNumber() not in seen and is_in_view:
                seen.add(line.lineNumber())
                left = line.cursorToX(max(start, line.textStart()))[0] + layout.position().x()
                pieces.append((number, round(left, 2), round(top + line.y() + line.ascent(), 2)))
    return pieces


@pytest.mark.parametrize("seed", range(6))
def test_marks_in_view_stand_where_their_words_do(qtbot: QtBot, seed: int) -> None:
    draw = random.Random(seed)
    text = "\n".join("".join(draw.choices("收到申请5件，𠮷。", k=draw.randint(0, 700))) for _ in range(4))
    editor = shown(qtbot, text)
    for share in (0, 0.4, 1):
        bar = editor.verticalScrollBar()
        bar.setValue(round(share * bar.maximum()))
        marks = marks_in(text, draw)
        assert found(editor, marks, text) == expected(editor, marks, text)
        cursor = editor.cursorForPosition(editor.viewport().rect().center())
        editor.setTextCursor(cursor)
        QApplication.sendEvent(editor, QInputMethodEvent("pin yin", []))
        assert found(editor, marks, text) == expected(editor, marks, text)
        QApplication.sendEvent(editor, QInputMethodEvent("", []))


def test_a_long_paragraph_costs_no_more_to_paint_than_a_short_one(qtbot: QtBot) -> None:
    work = []
    for times in (200, 1_600):
        sentence = "收到申请5件。"
        text = sentence * times
        editor = shown(qtbot, text)
        marks = [TextMark(place, place + 2, "wrong", "") for place in range(4, len(text), len(sentence))]
        work.append(work_of(lambda: found(editor, marks[:], text)))  # noqa: B023
    assert work[1] < 1.3 * work[0]
