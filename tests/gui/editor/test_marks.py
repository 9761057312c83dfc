"""Numbers in words marked against the tables: what is marked, what one key does, and what it leaves alone."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtGui import QColor, QContextMenuEvent, QHelpEvent, QImage, QInputMethodEvent, QTextCursor
from PySide6.QtWidgets import QApplication, QMenu, QToolTip
from pytestqt.qtbot import QtBot

from reportdesk.document import Document
from reportdesk.gui.dialogs.note import NoteDialog
from reportdesk.gui.editor.mark_list import TextMark, marking, moved
from reportdesk.gui.editor.menu import text_menu
from reportdesk.gui.editor.section_editor import SectionEditor
from reportdesk.gui.look.theme import theme_of
from reportdesk.gui.window import MainWindow
from reportdesk.report.edit import enter, write_text
from reportdesk.report.model import LastYear
from tests.gui.clerk import answering, press, return_to, trigger, type_words
from tests.gui.editor.alone import shown_alone
from tests.work import work_of

ALT, CONTROL, SHIFT = (
    Qt.KeyboardModifier.AltModifier,
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.ShiftModifier,
)
NATURAL = "requests.received.natural_person"
RECEIVED = "requests.received.total"


@pytest.fixture
def document(sample: Document) -> Document:
    """The sample, which receives 6 requests, with 9 in its words, and one number that agrees."""
    text = "前言。\n2024年收到政府信息公开申请9件，结转下年度继续办理1件。"
    return Document(replace(sample.report, texts={**sample.report.texts, "overview": text}))


@pytest.fixture
def editor(request: pytest.FixtureRequest, qtbot: QtBot, document: Document) -> SectionEditor:
    """In its window where the test looks at that, else alone."""
    if "window" in request.fixturenames:
        window: MainWindow = request.getfixturevalue("window")
        window.show_document(document)
        window.desk.turn_to(1)
        assert window.desk.page is not None
        assert window.desk.page.editor is not None
        editor = window.desk.page.editor
    else:
        editor = shown_alone(qtbot, document)
    qtbot.waitUntil(lambda: bool(editor.marks.shown))
    return editor


def looks(editor: SectionEditor) -> dict[str, str]:
    """Returns how each marked stretch of words looks."""
    text = editor.toPlainText()
    return {text[mark.start : mark.end]: mark.look for mark in editor.marks.shown}


def put_caret(editor: SectionEditor, words: str) -> int:
    place = editor.toPlainText().index(words)
    editor.select_span(place, place)
    return place


def wait_for(qtbot: QtBot, editor: SectionEditor, expected: dict[str, str]) -> None:
    qtbot.waitUntil(lambda: looks(editor) == expected, timeout=1000)


def test_numbers_are_marked_as_they_agree(editor: SectionEditor) -> None:
    assert looks(editor) == {"9": "wrong", "1": "agrees"}


def test_a_mark_says_the_tables_figure_and_place(editor: SectionEditor) -> None:
    wrong = editor.marks.shown[0]
    assert "表三" in wrong.words
    assert "6 件" in wrong.words
    assert "相差 3 件" in wrong.words
    agreeing = editor.marks.shown[1]
    assert agreeing.words.startswith("与表格一致")


def test_the_tooltip_says_it_too(editor: SectionEditor) -> None:
    put_caret(editor, "9件")
    point = editor.cursorRect().center() + QPoint(3, 0)
    over = editor.viewport().mapToGlobal(point)
    QApplication.sendEvent(editor.viewport(), QHelpEvent(QHelpEvent.Type.ToolTip, point, over))
    assert "6 件" in QToolTip.text()
    assert editor.marks.at_point(QPoint(2, 2)) is None


def test_the_place_line_says_what_the_caret_stands_on(window: MainWindow, editor: SectionEditor) -> None:
    put_caret(editor, "9件")
    assert window.desk.page is not None
    assert "第 2 段 · 表三" in window.desk.page.place_words
    assert window.desk.page.place_words.endswith("6 件")
    put_caret(editor, "前言")
    assert window.desk.page.place_words.endswith("第 1 段")


def test_one_key_takes_the_tables_figure_as_one_step(
    qtbot: QtBot, window: MainWindow, document: Document, editor: SectionEditor
) -> None:
    before = editor.toPlainText()
    put_caret(editor, "9件")
    qtbot.keyClick(editor, Qt.Key.Key_Return, ALT)
    assert document.report.texts["overview"] == before.replace("9件", "6件")
    assert editor.toPlainText() == document.report.texts["overview"]
    wait_for(qtbot, editor, {"6": "agrees", "1": "agrees"})
    qtbot.keyClick(editor, Qt.Key.Key_Z, CONTROL)
    assert editor.toPlainText() == before
    wait_for(qtbot, editor, {"9": "wrong", "1": "agrees"})


def test_the_figure_is_written_as_the_number_was(
    qtbot: QtBot, window: MainWindow, document: Document, editor: SectionEditor
) -> None:
    document.apply(write_text(document.report, "overview", "收到政府信息公开申请九件。"))
    put_caret(editor, "九件")
    qtbot.keyClick(editor, Qt.Key.Key_Return, ALT)
    assert document.report.texts["overview"] == "收到政府信息公开申请六件。"


def test_a_zero_in_words_is_for_the_clerk_to_rewrite(
    qtbot: QtBot, window: MainWindow, document: Document, editor: SectionEditor
) -> None:
    text = "本机关未收到政府信息公开申请。"
    document.apply(write_text(document.report, "overview", text))
    put_caret(editor, "收到")
    qtbot.keyClick(editor, Qt.Key.Key_Return, ALT)
    assert document.report.texts["overview"] == text
    assert "请改写这句话" in window.ui.statusbar.currentMessage()
    assert "6 件" in window.ui.statusbar.currentMessage()


def test_away_from_a_mark_the_keys_say_so_and_change_nothing(
    qtbot: QtBot, window: MainWindow, document: Document, editor: SectionEditor
) -> None:
    put_caret(editor, "前言")
    for key, modifiers in ((Qt.Key.Key_Return, ALT), (Qt.Key.Key_Return, ALT | SHIFT)):
        window.status.tell("")
        qtbot.keyClick(editor, key, modifiers)
        assert "光标不在" in window.ui.statusbar.currentMessage()
    assert not document.history.done


def test_one_key_goes_to_the_cell(qtbot: QtBot, window: MainWindow, editor: SectionEditor) -> None:
    put_caret(editor, "9件")
    qtbot.keyClick(editor, Qt.Key.Key_Return, ALT | SHIFT)
    page = window.desk.page
    assert page is not None
    assert page.table is not None
    assert page.table.cells.current_key() == RECEIVED
    assert page.table.hasFocus()


def test_another_scope_is_explained_once_and_drawn_so(
    qtbot: QtBot, window: MainWindow, document: Document, editor: SectionEditor
) -> None:
    put_caret(editor, "9件")

    def explain(dialog: NoteDialog) -> None:
        type_words(dialog.ui.note, "含上级转办的 3 件")
        press("接受")(dialog)

    with answering(NoteDialog, explain):
        qtbot.keyClick(editor, Qt.Key.Key_J, CONTROL | SHIFT)
    wait_for(qtbot, editor, {"9": "accepted", "1": "agrees"})
    assert "含上级转办的 3 件" in editor.marks.shown[0].words
    return_to(qtbot, window)
    editor.setFocus()
    qtbot.keyClick(editor, Qt.Key.Key_J, CONTROL | SHIFT)
    wait_for(qtbot, editor, {"9": "wrong", "1": "agrees"})
    assert not document.report.accepted


def test_a_cell_that_changes_elsewhere_changes_the_marks(
    qtbot: QtBot, document: Document, editor: SectionEditor
) -> None:
    caret = put_caret(editor, "前言")
    document.apply(enter(document.report, {NATURAL: document.report.cells[NATURAL] + 3}))
    wait_for(qtbot, editor, {"9": "agrees", "1": "agrees"})
    assert editor.textCursor().position() == caret


def test_marks_out_of_sight_are_brought_up_when_seen(
    qtbot: QtBot, window: MainWindow, document: Document, editor: SectionEditor
) -> None:
    window.desk.turn_to(3)
    document.apply(enter(document.report, {NATURAL: document.report.cells[NATURAL] + 3}))
    window.desk.turn_to(1)
    wait_for(qtbot, editor, {"9": "agrees", "1": "agrees"})


def test_marks_move_with_typing_at_once(qtbot: QtBot, document: Document, editor: SectionEditor) -> None:
    put_caret(editor, "前言")
    qtbot.keyClick(editor, Qt.Key.Key_Return)
    type_words(editor, "𠮷新的话")
    assert looks(editor) == {"9": "wrong", "1": "agrees"}


def test_a_typed_number_is_marked_anew(qtbot: QtBot, editor: SectionEditor) -> None:
    place = put_caret(editor, "9件")
    editor.select_span(place, place + 1)
    qtbot.keyClicks(editor, "6")
    wait_for(qtbot, editor, {"6": "agrees", "1": "agrees"})


def test_marks_are_neither_formats_nor_steps_nor_moves(document: Document, editor: SectionEditor) -> None:
    editor.marks.refresh()
    block = editor.document().findBlockByNumber(1)
    assert block.layout().formats() == []
    assert not block.charFormat().fontUnderline()
    assert editor.extraSelections() == []
    assert not editor.document().isUndoAvailable()
    assert not document.history.done
    assert editor.textCursor().position() == 0


def test_a_composition_is_left_alone_while_marks_change(
    qtbot: QtBot, document: Document, editor: SectionEditor
) -> None:
    put_caret(editor, "年收到")
    before = wave_starts(editor)
    QApplication.sendEvent(editor, QInputMethodEvent("nihao", []))
    layout = editor.textCursor().block().layout()
    assert wave_starts(editor) > before
    document.apply(enter(document.report, {NATURAL: document.report.cells[NATURAL] + 3}))
    wait_for(qtbot, editor, {"9": "agrees", "1": "agrees"})
    assert layout.preeditAreaText() == "nihao"
    committing = QInputMethodEvent()
    committing.setCommitString("你好")
    QApplication.sendEvent(editor, committing)
    assert "2024你好年收到" in document.report.texts["overview"]
    wait_for(qtbot, editor, {"9": "agrees", "1": "agrees"})


def wave_starts(editor: SectionEditor) -> int:
    """Returns the first column of the viewport with the ink of a warning, as it is painted."""
    picture = editor.viewport().grab().toImage().convertToFormat(QImage.Format.Format_RGB32)
    ink = theme_of(editor.palette()).warning.ink
    pixels = memoryview(picture.constBits()).cast("I")
    alike = {pixel for pixel in set(pixels) if _is(QColor.fromRgb(pixel), ink)}
    found = (place % picture.width() for place, pixel in enumerate(pixels) if pixel in alike)
    return min(found, default=-1)


def _is(one: QColor, other: QColor) -> bool:
    return (
        max(abs(one.red() - other.red()), abs(one.green() - other.green()), abs(one.blue() - other.blue()))
        < 24
    )


def test_the_wave_is_seen_where_the_number_is(editor: SectionEditor) -> None:
    put_caret(editor, "9件")
    assert abs(wave_starts(editor) - editor.cursorRect().center().x()) <= 2


def test_the_menu_offers_what_the_keys_do(editor: SectionEditor) -> None:
    put_caret(editor, "9件")
    words = menu_words(editor)
    assert words[0].endswith("6 件")
    assert "采用表中数字 6\tAlt+回车" in words
    assert "转到表中的格子\tAlt+Shift+回车" in words
    assert "口径不同，写明原因…\tCtrl+Shift+J" in words
    put_caret(editor, "1件")
    assert "转到表中的格子\tAlt+Shift+回车" in menu_words(editor)
    assert not any("采用" in entry for entry in menu_words(editor))
    put_caret(editor, "前言")
    assert menu_words(editor)[0].startswith("剪切")


def menu_words(editor: SectionEditor) -> list[str]:
    menu: QMenu = text_menu(editor)
    return [action.text() for action in menu.actions()]


def test_the_menu_key_opens_it_where_the_caret_stands(window: MainWindow, editor: SectionEditor) -> None:
    put_caret(editor, "9件")
    met: list[str] = []

    def close() -> None:
        menu = QApplication.activePopupWidget()
        if isinstance(menu, QMenu):
            met.append(menu.actions()[0].text())
            menu.close()

    timer = QTimer(interval=5)
    timer.timeout.connect(close)
    timer.start()
    place = editor.cursorRect().center()
    asked = QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, place, editor.viewport().mapToGlobal(place))
    QApplication.sendEvent(editor.viewport(), asked)
    timer.stop()
    assert [words.endswith("6 件") for words in met] == [True]


def test_a_stale_year_and_last_years_number_are_marked(
    qtbot: QtBot, document: Document, editor: SectionEditor
) -> None:
    assert document.report.last is not None
    last = replace(document.report.last, texts={"overview": "全年开展业务培训4次。"})
    document.report = replace(document.report, last=last)
    document.apply(write_text(document.report, "overview", "2023年，全年开展业务培训4次。"))
    wait_for(qtbot, editor, {"2023年": "wrong", "4次": "left"})
    assert "上年" in editor.marks.shown[1].words
    put_caret(editor, "2023")
    assert "口径不同" not in "".join(menu_words(editor))
    assert any(entry.startswith("接受并说明…") for entry in menu_words(editor))


def test_the_introduction_is_marked_too(qtbot: QtBot, window: MainWindow, document: Document) -> None:
    document.apply(write_text(document.report, "intro", "本机关收到政府信息公开申请8件。"))
    window.show_document(document)
    assert window.desk.page is not None
    intro = window.desk.page.editor
    assert intro is not None
    wait_for(qtbot, intro, {"8": "wrong"})


@pytest.mark.parametrize("sentence", ["第1季收到政府信息公开申请5件。", "公开信息385条。"])
def test_marks_are_found_in_steps_that_do_not_grow_with_the_text(document: Document, sentence: str) -> None:
    longest = []
    for count in (50, 500):
        report = replace(document.report, texts={**document.report.texts, "overview": sentence * count})
        last = LastYear("2021", report.year - 1, report.organ, texts={"overview": sentence})
        examined = Document(replace(report, last=last))
        assert examined.findings is not None
        steps = marking(examined, "overview")
        assert next(steps) == []
        longest.append(max(work_of(lambda: next(steps)) for _ in range(count - 5)))  # noqa: B023
    assert longest[1] <= longest[0] + 10


def test_a_key_is_heard_between_the_steps(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, document: Document, editor: SectionEditor
) -> None:
    before = looks(editor)
    shown: list[dict[str, str]] = []
    editor.marks.refreshed.connect(lambda: shown.append(looks(editor)))
    # From here on each turn of the loop has time for a single step.
    monkeypatch.setattr("reportdesk.gui.editor.marks.EXAMINING_SECONDS", 0)
    editor.moveCursor(QTextCursor.MoveOperation.End)
    type_words(editor, "收到申请6件。")
    type_words(editor, "好")
    qtbot.waitUntil(lambda: bool(shown), timeout=5000)
    assert looks(editor) == {**before, "6": "agrees"}
    assert len(shown) == 1


def test_marks_behind_an_edit_move_those_before_stay() -> None:
    marks = [TextMark(0, 2, "agrees", ""), TextMark(4, 6, "wrong", ""), TextMark(8, 9, "left", "")]
    spans = [(mark.start, mark.end) for mark in moved(marks, "01234567890", "012xx34567890")]
    assert spans == [(0, 2), (6, 8), (10, 11)]
    inside = [(mark.start, mark.end) for mark in moved(marks, "01234567890", "01234x567890")]
    assert inside == [(0, 2), (4, 7), (9, 10)]
    assert [mark.start for mark in moved(marks, "01234567890", "0123890")] == [0, 4]


def test_a_mark_under_the_caret_is_taken_up_to_date(
    qtbot: QtBot, window: MainWindow, document: Document, editor: SectionEditor
) -> None:
    document.apply(write_text(document.report, "overview", "收到政府信息公开申请12件。"))
    put_caret(editor, "12件")
    trigger(window, "take_figure")
    assert document.report.texts["overview"] == "收到政府信息公开申请6件。"


@pytest.mark.parametrize("is_in_list", [False, True])
def test_after_f8_the_keys_act_on_what_it_chose(
    qtbot: QtBot, window: MainWindow, document: Document, editor: SectionEditor, is_in_list: bool
) -> None:
    def step() -> None:
        window.desk.step(1)
        window.desk.step(-1)
        if is_in_list:
            window.findings_panel.ui.list.setFocus()

    wrong = next(one for one in document.open_findings if one.code == "text.received")
    panel = window.findings_panel
    window.desk.refresh()
    panel.ui.list.setCurrentIndex(panel.model.index_of(wrong))
    step()
    assert panel.current == wrong
    assert editor.textCursor().selectedText() == wrong.quote
    with answering(NoteDialog, lambda dialog: dialog.close()):
        trigger(window, "explain_figure")
    step()
    trigger(window, "go_to_figure")
    page = window.desk.page
    assert page is not None
    assert page.table is not None
    assert page.table.cells.current_key() == RECEIVED
    step()
    trigger(window, "take_figure")
    assert wrong not in document.open_findings
    document.undo()
    assert wrong in document.open_findings


def test_one_number_told_twice_is_put_right_at_once(window: MainWindow, document: Document) -> None:
    text = "全年收到政府信息公开申请9件。今年共收到政府信息公开申请9件。"
    document.apply(write_text(document.report, "overview", text))
    window.show_document(document)
    window.desk.refresh()
    panel = window.findings_panel
    wrong = next(group for group in document.groups if group.first.code == "text.received")
    assert len(wrong.findings) == 2
    panel.ui.list.setCurrentIndex(panel.model.index_of(wrong.first))
    assert panel.ui.take.text() == "采用表中数字"
    panel.ui.take.click()
    assert "9件" not in document.report.texts["overview"]
    assert len(document.history.done) == 2
