"""Words in the editor are the document's words: typed, composed, pasted, undone, confirmed."""

from dataclasses import replace
from pathlib import Path

import msgspec
import pytest
from PySide6.QtCore import QMimeData, QRect, Qt, QUrl
from PySide6.QtGui import QBitmap, QGuiApplication, QInputMethodEvent, QRegion, QTextCursor, QTextOption
from PySide6.QtWidgets import QApplication, QTextEdit, QWidget
from pytestqt.qtbot import QtBot

from reportdesk.document import Document
from reportdesk.form.parts import Section
from reportdesk.gui.desk.pages.narrative_page import NarrativePage
from reportdesk.gui.editor.paper import paragraphs_in_view
from reportdesk.gui.editor.section_editor import SectionEditor
from reportdesk.gui.window import MainWindow
from reportdesk.report.edit import write_text
from tests.gui.clerk import trigger, type_words
from tests.gui.editor.alone import shown_alone

TEXT = "第一段。\n（一）主动公开\n第三段。"


@pytest.fixture
def document(blank: Document) -> Document:
    return Document(
        replace(blank.report, texts={"overview": TEXT}, inherited={"overview": ("第一段。", "第三段。")})
    )


@pytest.fixture
def editor(request: pytest.FixtureRequest, qtbot: QtBot, document: Document) -> SectionEditor:
    """In its window where the test looks at that, else alone."""
    if "window" not in request.fixturenames:
        return shown_alone(qtbot, document)
    window: MainWindow = request.getfixturevalue("window")
    window.show_document(document)
    window.desk.turn_to(1)
    page = window.desk.page
    assert isinstance(page, NarrativePage)
    assert page.editor is not None
    assert page.editor.hasFocus()
    return page.editor


def words(document: Document) -> str:
    return document.report.texts.get("overview", "")


def test_typing_is_one_step_of_undo(
    qtbot: QtBot, window: MainWindow, document: Document, editor: SectionEditor
) -> None:
    editor.moveCursor(QTextCursor.MoveOperation.End)
    qtbot.keyClicks(editor, "2024")
    assert words(document) == TEXT + "2024"
    qtbot.keyClick(editor, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert words(document) == TEXT
    assert editor.toPlainText() == TEXT
    qtbot.keyClick(editor, Qt.Key.Key_Y, Qt.KeyboardModifier.ControlModifier)
    assert editor.toPlainText() == TEXT + "2024"
    assert editor.textCursor().atEnd()


def test_enter_makes_a_paragraph_with_a_number_of_its_own(
    qtbot: QtBot, document: Document, editor: SectionEditor
) -> None:
    editor.moveCursor(QTextCursor.MoveOperation.End)
    qtbot.keyClick(editor, Qt.Key.Key_Return)
    type_words(editor, "新的一段。")
    assert document.report.paragraphs("overview") == (*TEXT.split("\n"), "新的一段。")
    assert [paragraph.number for paragraph in paragraphs_in_view(editor)] == [0, 1, 2, 3]


def test_a_composition_is_not_written_until_it_is_committed(
    document: Document, editor: SectionEditor
) -> None:
    editor.moveCursor(QTextCursor.MoveOperation.End)
    QApplication.sendEvent(editor, QInputMethodEvent("ni hao", []))
    assert words(document) == TEXT
    committing = QInputMethodEvent()
    committing.setCommitString("你好")
    QApplication.sendEvent(editor, committing)
    assert words(document) == TEXT + "你好"


def test_a_change_from_elsewhere_waits_for_the_composition(document: Document, editor: SectionEditor) -> None:
    editor.moveCursor(QTextCursor.MoveOperation.End)
    QApplication.sendEvent(editor, QInputMethodEvent("ni", []))
    layout = editor.textCursor().block().layout()
    document.apply(write_text(document.report, "overview", "前面多一段。\n" + TEXT))
    assert layout.preeditAreaText() == "ni"
    committing = QInputMethodEvent()
    committing.setCommitString("你")
    QApplication.sendEvent(editor, committing)
    assert editor.toPlainText() == words(document)
    assert "你" in words(document)


def test_the_caret_stays_where_it_was_when_text_changes_elsewhere(
    document: Document, editor: SectionEditor
) -> None:
    editor.moveCursor(QTextCursor.MoveOperation.End)
    document.apply(write_text(document.report, "overview", "开头。" + TEXT))
    assert editor.toPlainText() == "开头。" + TEXT
    assert editor.textCursor().position() == len("开头。")
    document.undo()
    assert editor.toPlainText() == TEXT


def test_no_break_spaces_and_rare_characters_survive_typing(
    qtbot: QtBot, document: Document, editor: SectionEditor
) -> None:
    rare = "甲\u00a0乙𠮷丙{{7*7}}<w:p>A & B"
    document.apply(write_text(document.report, "overview", rare))
    editor.moveCursor(QTextCursor.MoveOperation.End)
    qtbot.keyClicks(editor, "x")
    assert words(document) == rare + "x"
    document.undo()
    document.undo()
    assert editor.toPlainText() == TEXT


def test_pasting_takes_plain_words_without_control_characters(
    qtbot: QtBot, window: MainWindow, document: Document, editor: SectionEditor
) -> None:
    QGuiApplication.clipboard().setText("一\x07行\r\n二行\x0b")
    editor.selectAll()
    qtbot.keyClick(editor, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert words(document) == "一行\n二行"
    assert "控制字符" in window.ui.statusbar.currentMessage()
    document.undo()
    assert words(document) == TEXT


def test_five_thousand_characters_are_pasted_in_one_step(document: Document, editor: SectionEditor) -> None:
    long = "\n".join("长" * 500 for _ in range(10))
    QGuiApplication.clipboard().setText(long)
    editor.selectAll()
    editor.paste()
    assert words(document) == long
    assert len(document.history.done) == 1


def test_inherited_paragraphs_are_marked_until_edited_or_confirmed(
    qtbot: QtBot, window: MainWindow, document: Document, editor: SectionEditor
) -> None:
    assert [editor.is_inherited(number) for number in range(3)] == [True, False, True]
    editor.moveCursor(QTextCursor.MoveOperation.Start)
    trigger(window, "confirm")
    assert [editor.is_inherited(number) for number in range(3)] == [False, False, True]
    editor.moveCursor(QTextCursor.MoveOperation.End)
    qtbot.keyClicks(editor, "1")
    assert not editor.is_inherited(2)
    document.undo()
    assert editor.is_inherited(2)
    trigger(window, "confirm_all")
    assert not document.report.inherited
    document.undo()
    assert editor.is_inherited(2)


def test_the_mark_of_an_inherited_paragraph_can_be_seen(document: Document, editor: SectionEditor) -> None:
    before = editor.grab().toImage()
    editor.moveCursor(QTextCursor.MoveOperation.Start)
    assert editor.confirm_paragraph()
    assert editor.grab().toImage() != before


def test_ctrl_enter_confirms_and_adds_no_line(
    qtbot: QtBot, window: MainWindow, document: Document, editor: SectionEditor
) -> None:
    qtbot.keyClick(editor, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert words(document) == TEXT
    assert document.report.inherited["overview"] == ("第三段。",)


def test_subheadings_are_shown_as_headings(editor: SectionEditor) -> None:
    weights = []
    for number in range(3):
        formats = editor.document().findBlockByNumber(number).layout().formats()
        weights.append(formats[0].format.fontWeight() if formats else 400)
    assert weights == [400, 700, 400]


@pytest.mark.usefixtures("chinese_font")
def test_lines_hold_about_forty_characters(
    window: MainWindow, document: Document, editor: SectionEditor
) -> None:
    document.apply(write_text(document.report, "overview", "字" * 200))
    line = editor.document().firstBlock().layout().lineAt(0)
    assert 38 <= line.textLength() <= 41


@pytest.mark.usefixtures("chinese_font")
def test_lines_stand_apart_and_paragraphs_begin_two_characters_in(
    window: MainWindow, document: Document, editor: SectionEditor
) -> None:
    document.apply(write_text(document.report, "overview", "字" * 100 + "\n第二段"))
    type_words(editor, "新")
    for percent in (100, 150):
        window.desk.set_zoom(percent)
        letter = editor.fontMetrics().horizontalAdvance("字")
        for number in range(2):
            block = editor.document().findBlockByNumber(number)
            assert block.blockFormat().lineHeight() / letter == pytest.approx(1.7, abs=0.05)
            assert block.blockFormat().textIndent() == pytest.approx(2 * letter, abs=1)
    assert [step.name for step in document.history.done] == ["编辑文字"]


def test_shift_enter_makes_a_paragraph_too(qtbot: QtBot, document: Document, editor: SectionEditor) -> None:
    editor.moveCursor(QTextCursor.MoveOperation.End)
    qtbot.keyClick(editor, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    assert words(document) == TEXT + "\n"


def test_rich_words_are_pasted_plain(document: Document, editor: SectionEditor) -> None:
    data = QMimeData()
    data.setHtml("<b>粗</b><img src='file:///etc/hostname'>")
    data.setText("粗")
    QGuiApplication.clipboard().setMimeData(data)
    editor.selectAll()
    editor.paste()
    assert words(document) == "粗"
    assert editor.textCursor().charFormat().fontWeight() == 400


def test_words_are_counted(window: MainWindow, document: Document, editor: SectionEditor) -> None:
    page = window.desk.page
    assert isinstance(page, NarrativePage)
    assert page.place.aside == f"{len(TEXT) - 2} 字"
    type_words(editor, "四个字啊")
    assert page.place.aside == f"{len(TEXT) + 2} 字"


def test_a_line_says_which_paragraph_one_stands_in(window: MainWindow, editor: SectionEditor) -> None:
    editor.moveCursor(QTextCursor.MoveOperation.End)
    assert window.desk.page is not None
    assert window.desk.page.place_words == "一、总体情况 · 第 3 段"


def test_too_many_words_are_said_against_the_limit(window: MainWindow, blank: Document) -> None:
    limited = replace(blank.form, sections=_with_limit(blank.form.sections, 10))
    document = Document(replace(blank.report, form=limited, texts={"overview": "一二三四五六七八九十"}))
    window.show_document(document)
    window.desk.turn_to(1)
    page = window.desk.page
    assert isinstance(page, NarrativePage)
    assert page.place.aside == "10 / 10 字"
    document.apply(write_text(document.report, "overview", "一二三四五六七八九十百千"))
    assert page.place.aside == "12 / 10 字，超出 2 字"


def _with_limit(sections: tuple[Section, ...], limit: int) -> tuple[Section, ...]:
    return tuple(msgspec.structs.replace(section, limit=limit) for section in sections)


def test_a_file_dropped_on_the_editor_is_for_the_window(
    window: MainWindow, editor: SectionEditor, tmp_path: Path
) -> None:
    data = QMimeData()
    data.setText("/tmp/a.rdesk")
    assert editor.canInsertFromMimeData(data)
    data.setUrls([QUrl.fromLocalFile(str(tmp_path / "a.rdesk"))])
    assert not editor.canInsertFromMimeData(data)


def test_last_years_words_stand_beside_on_demand(window: MainWindow, sample: Document) -> None:
    window.show_document(sample)
    window.desk.turn_to(1)
    page = window.desk.page
    assert isinstance(page, NarrativePage)
    assert page.last_text is not None
    assert page.last_text.isHidden()
    trigger(window, "show_last_text")
    assert page.last_text.isVisible()
    assert page.editor is not None
    assert page.editor.hasFocus()


def test_a_span_is_chosen_where_it_is_even_behind_rare_characters(
    document: Document, editor: SectionEditor
) -> None:
    text = "𠮷𠮷前面\n后面"
    document.apply(write_text(document.report, "overview", text))
    start = text.index("后")
    editor.select_span(start, start + 2)
    assert editor.textCursor().selectedText() == "后面"


def units(editor: SectionEditor) -> int:
    """How many halves and whole characters the editor itself counts."""
    return editor.document().characterCount() - 1


@pytest.mark.parametrize("act", ["x", "字", Qt.Key.Key_Return, Qt.Key.Key_Backspace, Qt.Key.Key_Delete])
@pytest.mark.parametrize("anchor", [2, 0, 4])
def test_a_caret_put_between_the_halves_of_a_character_splits_none(
    qtbot: QtBot, document: Document, editor: SectionEditor, act: str | Qt.Key, anchor: int
) -> None:
    document.apply(write_text(document.report, "overview", "a😀bc"))
    document.history.seal()
    cursor = editor.textCursor()
    cursor.setPosition(anchor)
    cursor.setPosition(2, QTextCursor.MoveMode.KeepAnchor)
    editor.setTextCursor(cursor)
    if isinstance(act, Qt.Key):
        qtbot.keyClick(editor, act)
    else:
        type_words(editor, act)
    assert words(document) == editor.toPlainText()
    assert units(editor) == len(words(document).encode("utf-16-le")) // 2
    document.undo()
    assert editor.toPlainText() == words(document) == "a😀bc"
    document.redo()
    assert editor.toPlainText() == words(document)


def test_halves_that_something_else_wrote_are_taken_out(document: Document, editor: SectionEditor) -> None:
    document.apply(write_text(document.report, "overview", "a😀b𠮷"))
    cursor = QTextCursor(editor.document())
    cursor.setPosition(2)
    cursor.insertText("x")
    assert words(document) == editor.toPlainText() == "axb𠮷"
    assert units(editor) == 5
    document.apply(write_text(document.report, "overview", "axb𠮷。"))
    assert editor.toPlainText() == "axb𠮷。"
    document.undo()
    document.undo()
    assert editor.toPlainText() == words(document)


def test_what_is_being_composed_is_saved_too(
    window: MainWindow, editor: SectionEditor, document: Document
) -> None:
    editor.moveCursor(QTextCursor.MoveOperation.End)
    QApplication.sendEvent(editor, QInputMethodEvent("拼音", []))
    assert words(document) == TEXT
    assert window.desk.finish_editing()
    assert words(document) == f"{TEXT}拼音"


def test_another_tab_keeps_what_is_being_composed(
    window: MainWindow, editor: SectionEditor, document: Document
) -> None:
    editor.moveCursor(QTextCursor.MoveOperation.End)
    QApplication.sendEvent(editor, QInputMethodEvent("拼音", []))
    window.desk.turn_to(2)
    assert words(document) == f"{TEXT}拼音"


def test_words_to_choose_from_come_beside_the_caret(editor: SectionEditor) -> None:
    assert editor.viewport().pos().x() > 0
    rectangle = QGuiApplication.inputMethod().cursorRectangle().toRect()
    assert rectangle.topLeft() == editor.viewport().mapTo(editor.window(), editor.cursorRect().topLeft())


def test_a_paragraph_longer_than_any_breaks_its_lines_anywhere(
    document: Document, editor: SectionEditor
) -> None:
    # Qt looks for the end of a word through all the rest of it, for each of its lines.
    usual = editor.wordWrapMode()
    document.apply(write_text(document.report, "overview", f"{TEXT}\n{'1' * 9_000}"))
    assert editor.wordWrapMode() == QTextOption.WrapMode.WrapAnywhere
    document.apply(write_text(document.report, "overview", "\n".join([TEXT] * 2_000)))
    assert editor.wordWrapMode() == usual
    editor.selectAll()
    type_words(editor, "（" * 9_000)
    assert editor.wordWrapMode() == QTextOption.WrapMode.WrapAnywhere
    assert words(document) == "（" * 9_000


@pytest.mark.parametrize("letter", ["ש", "ا", "\u200f", "\U0001e900"])
def test_many_paragraphs_are_read_from_the_left_until_one_is_not(
    document: Document, editor: SectionEditor, letter: str
) -> None:
    def direction() -> Qt.LayoutDirection:
        return editor.document().defaultTextOption().textDirection()

    document.apply(write_text(document.report, "overview", f"{letter}\n字\n"))
    assert direction() == Qt.LayoutDirection.LayoutDirectionAuto
    # Qt would ask each of them at each key above.
    document.apply(write_text(document.report, "overview", "字\n" * 1_000))
    assert direction() == Qt.LayoutDirection.LeftToRight
    editor.moveCursor(QTextCursor.MoveOperation.Start)
    type_words(editor, letter)
    assert direction() == Qt.LayoutDirection.LayoutDirectionAuto
    directions = [editor.document().findBlockByNumber(number).textDirection() for number in (0, 1)]
    assert directions == [Qt.LayoutDirection.RightToLeft, Qt.LayoutDirection.LeftToRight]


def test_its_view_is_dressed_as_qts_own(editor: SectionEditor, qtbot: QtBot) -> None:
    own = QTextEdit()
    qtbot.addWidget(own)
    own.setParent(editor.parentWidget())
    own.setVisible(editor.isVisible())

    def dress(view: QWidget) -> dict[str, object]:
        flags = {flag.name for flag in Qt.WidgetAttribute if flag.name and view.testAttribute(flag)}
        return {
            "name": view.objectName(),
            "ground": (view.backgroundRole(), view.autoFillBackground()),
            "cursor": view.cursor().shape(),
            "flags": {name for name in flags if "Track" in name or "Drop" in name or "Touch" in name},
        }

    assert dress(editor.viewport()) == dress(own.viewport())
    assert editor.viewport().focusProxy() is editor
    # Asked in Python for each change of script, it took a third of a key in a text of tabs.
    assert editor.document().documentLayout().paintDevice() is None


def test_an_example_stands_where_words_would(qtbot: QtBot, blank: Document) -> None:
    editor = SectionEditor(blank, "problems")
    qtbot.addWidget(editor)
    editor.resize(800, 300)
    editor.show()

    def inked() -> QRect:
        picture = editor.viewport().grab(editor.viewport().rect().adjusted(0, 0, -9, 0)).toImage()
        ground = picture.pixelColor(0, 0).rgba()
        mask = picture.createMaskFromColor(ground, Qt.MaskMode.MaskInColor)
        return QRegion(QBitmap.fromImage(mask)).boundingRect()

    nothing = inked()
    editor.setPlaceholderText("例：公开" * 30)
    example = inked()
    assert example != nothing
    editor.setPlaceholderText("")
    blank.apply(write_text(blank.report, "problems", "例：公开" * 30))
    assert inked() == example
