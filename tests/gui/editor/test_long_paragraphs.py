"""A paragraph longer than any is easy to lay out, and every character that a font has is drawn."""

from __future__ import annotations

import random
from dataclasses import replace

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QFont, QFontInfo, QFontMetricsF, QGuiApplication, QKeyEvent, QTextCursor
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from reportdesk.document import Document
from reportdesk.gui.editor.fonts import Fonts, alone
from reportdesk.gui.editor.long_paragraphs import has_long_paragraph
from reportdesk.gui.editor.section_editor import SectionEditor
from reportdesk.report.edit import write_text
from tests.gui.clerk import type_words

LONG = "公开" * 4_500
#: Characters of which a font for Chinese lacks some, and others have some.
RARE = "שלאسلᎠꙮ𝄞😀ⰀЖ℧ʭ"


@pytest.fixture
def document(blank: Document) -> Document:
    return Document(replace(blank.report, texts={"overview": "第一段。\n第二段。"}))


@pytest.fixture
def editor(qtbot: QtBot, document: Document) -> SectionEditor:
    editor = SectionEditor(document, "overview")
    qtbot.addWidget(editor)
    editor.resize(700, 400)
    editor.show()
    return editor


@pytest.fixture
def rare(editor: SectionEditor) -> str:
    """A character that the editor's own font lacks and another has."""
    own, others = QFontMetricsF(alone(editor.font())), QFontMetricsF(editor.font())
    found = [one for one in RARE if others.inFontUcs4(ord(one)) and not own.inFontUcs4(ord(one))]
    if not found:
        pytest.skip("no font here has what the editor's own lacks")
    return found[0]


def write(document: Document, text: str) -> None:
    document.apply(write_text(document.report, "overview", text))


def press(editor: SectionEditor, letter: str) -> None:
    QApplication.sendEvent(editor, QKeyEvent(QEvent.Type.KeyPress, 0, Qt.KeyboardModifier.NoModifier, letter))


def stretches(editor: SectionEditor) -> list[tuple[str, list[str]]]:
    """The words of the first paragraph with the families that they name."""
    found, at = [], editor.document().begin().begin()
    while not at.atEnd():
        found.append((at.fragment().text(), list(at.fragment().charFormat().fontFamilies() or [])))
        at += 1
    return found


def boxes(editor: SectionEditor) -> int:
    """How many characters of the first paragraph are drawn as boxes."""
    runs = editor.document().begin().layout().glyphRuns()
    return sum(run.glyphIndexes().count(0) for run in runs)


def test_a_paragraph_is_long_where_one_line_of_the_text_is() -> None:
    draw = random.Random(3)
    for _ in range(60):
        lines = ["字" * draw.choice((0, 1, 300, 7_999, 8_000, 8_001, 12_000)) for _ in range(4)]
        draw.shuffle(lines)
        assert has_long_paragraph("\n".join(lines)) == (max(map(len, lines)) > 8_000)


def test_no_font_stands_in_for_another_in_a_long_paragraph_and_what_is_laid_out_is_kept(
    document: Document, editor: SectionEditor
) -> None:
    usual = QFont(editor.font())
    write(document, LONG)
    strategy = editor.font().styleStrategy()
    assert QFont.StyleStrategy.NoFontMerging in strategy
    assert QFont.StyleStrategy.PreferNoShaping in strategy
    assert editor.document().begin().layout().cacheEnabled()
    editor.set_zoom(150)
    assert editor.font().styleStrategy() == strategy
    editor.set_zoom(100)
    document.undo()
    assert editor.font() == usual


def test_both_halves_of_a_long_paragraph_are_kept_as_laid_out(
    qtbot: QtBot, document: Document, editor: SectionEditor
) -> None:
    write(document, LONG * 2)
    cursor = editor.textCursor()
    cursor.setPosition(9_000)
    editor.setTextCursor(cursor)
    qtbot.keyClick(editor, Qt.Key.Key_Return)
    first = editor.document().begin()
    assert first.layout().cacheEnabled()
    assert first.next().layout().cacheEnabled()


def test_what_the_font_lacks_is_drawn_with_one_that_has_it(
    document: Document, editor: SectionEditor, rare: str
) -> None:
    write(document, f"{LONG}{rare * 3} {rare}公")
    assert [(words, bool(families)) for words, families in stretches(editor)] == [
        (LONG, False),
        (f"{rare * 3} {rare}", True),
        ("公", False),
    ]
    assert boxes(editor) == 0
    assert editor.toPlainText() == document.report.texts["overview"]


def test_what_is_typed_or_pasted_is_drawn_whatever_stands_before_it(
    document: Document, editor: SectionEditor, rare: str
) -> None:
    write(document, LONG)
    editor.moveCursor(QTextCursor.MoveOperation.End)
    for letter in f"公{rare}{rare}开 {rare}":
        press(editor, letter)
        assert boxes(editor) == 0
    QGuiApplication.clipboard().setText(f"贴{rare}")
    editor.paste()
    assert boxes(editor) == 0
    assert document.report.texts["overview"] == f"{LONG}公{rare}{rare}开 {rare}贴{rare}"
    document.history.seal()
    while document.undo() is not None:
        assert boxes(editor) == 0
    assert {tuple(families) for _, families in stretches(editor)} == {()}


def test_words_committed_by_an_input_method_are_drawn_whatever_stands_before_them(
    document: Document, editor: SectionEditor, rare: str
) -> None:
    write(document, f"{LONG}{rare}")
    editor.moveCursor(QTextCursor.MoveOperation.End)
    for words in ("5件，", f"{rare}公", "公"):
        type_words(editor, words)
        assert boxes(editor) == 0
    assert document.report.texts["overview"] == f"{LONG}{rare}5件，{rare}公公"


def test_what_stood_there_before_a_paragraph_grew_long_is_drawn_too(
    document: Document, editor: SectionEditor, rare: str
) -> None:
    write(document, f"{rare}公{rare}")
    write(document, f"{rare}公{rare}{LONG}")
    assert boxes(editor) == 0


def test_what_comes_from_elsewhere_is_laid_out_once(
    document: Document, editor: SectionEditor, rare: str
) -> None:
    write(document, LONG)
    changes: list[int] = []
    editor.document().contentsChange.connect(lambda *_: changes.append(1))
    write(document, f"{rare}{LONG}{rare}")
    assert len(changes) == 1


def test_a_long_text_of_very_many_stretches_is_not_cut_into_them(
    document: Document, editor: SectionEditor, rare: str
) -> None:
    write(document, f"公{rare}" * 4_500)
    assert len(stretches(editor)) == 1
    assert boxes(editor) == 0
    editor.moveCursor(QTextCursor.MoveOperation.End)
    for letter in (rare, "开"):
        press(editor, letter)
        assert len(stretches(editor)) == 1
    assert boxes(editor) == 0


def test_a_paragraph_that_is_short_again_names_no_fonts(
    qtbot: QtBot, document: Document, editor: SectionEditor, rare: str
) -> None:
    write(document, f"{rare}{'公' * 8_000}")
    assert any(families for _, families in stretches(editor))
    editor.moveCursor(QTextCursor.MoveOperation.End)
    qtbot.keyClick(editor, Qt.Key.Key_Backspace)
    assert not any(families for _, families in stretches(editor))
    assert document.report.texts["overview"] == f"{rare}{'公' * 7_999}"


@pytest.mark.usefixtures("chinese_font")
def test_nobody_looks_for_a_font_for_what_is_not_seen_or_what_no_font_has(editor: SectionEditor) -> None:
    fonts = Fonts(editor.font())
    fonts.learn("公 \u3000\u200d\u202e\u0378\t")
    assert fonts.family("公") == ""
    assert {fonts.family(one) for one in " \u3000\u200d\u202e\u0378\t"} == {None}
    assert fonts.names == (QFontInfo(editor.font()).family(),)


def test_arabic_is_joined_in_whatever_font_has_it(editor: SectionEditor) -> None:
    fonts = Fonts(editor.font())
    fonts.learn("س")
    if fonts.family("س") is None:
        pytest.skip("no font here has Arabic")
    owner = QFont(editor.font())
    owner.setFamilies([fonts.family("س")])
    own = Fonts(owner)
    own.learn("سa")
    assert (own.family("س"), own.family("a")) == (QFontInfo(owner).family(), "")
