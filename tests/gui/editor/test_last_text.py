"""What is left of last year: likeness beside paragraphs, promises, and what an export says of it."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QHelpEvent
from PySide6.QtWidgets import QApplication, QTextEdit, QToolTip
from pytestqt.qtbot import QtBot

from reportdesk.document import Document
from reportdesk.gui.commands.outgoing.still_open import what_is_open
from reportdesk.gui.desk.pages.narrative_page import NarrativePage
from reportdesk.gui.editor import last_text
from reportdesk.gui.editor.last_text import LastParagraphs
from reportdesk.gui.editor.margin import ParagraphMargin
from reportdesk.gui.editor.paper import paragraphs_in_view
from reportdesk.gui.look.theme import interface_font
from reportdesk.gui.window import MainWindow
from reportdesk.report.edit import confirm, fill_blanks, write_text
from reportdesk.report.model import LastYear, Report
from tests.gui.clerk import trigger
from tests.work import turns_of

FIRST = "本局围绕档案收集、保管、利用和监督指导等职责，依法做好政府信息公开各项工作。"
OVERVIEW = f"{FIRST}\n组织全体人员参加业务培训4次。"
LAST_PROBLEMS = "下一步将增加解读材料，安排人员参加培训。\n今后将逐类补写目录说明。\n计划修订答复书样式。"
PROBLEMS = "逐类补写目录说明已经做完，目录说明全部公开。\n计划修订答复书样式。"


@pytest.fixture
def document(blank: Document) -> Document:
    last = LastYear("2021", 2023, "云溪县档案局", {}, {"overview": OVERVIEW, "problems": LAST_PROBLEMS})
    report: Report = replace(
        blank.report,
        last=last,
        texts={"overview": OVERVIEW, "problems": PROBLEMS},
        inherited={"overview": (FIRST,)},
    )
    return Document(report)


def page_of(window: MainWindow, number: int) -> NarrativePage:
    window.desk.turn_to(number)
    page = window.desk.page
    assert isinstance(page, NarrativePage)
    return page


def margin_says(page: NarrativePage, number: int) -> str:
    assert page.editor is not None
    margin = page.editor.findChild(ParagraphMargin)
    assert margin is not None
    box = paragraphs_in_view(page.editor)[number].box
    point = QPoint(5, box.center().y())
    over = margin.mapToGlobal(point)
    QApplication.sendEvent(margin, QHelpEvent(QHelpEvent.Type.ToolTip, point, over))
    return QToolTip.text()


def test_the_margin_says_how_much_is_last_years(qtbot: QtBot, window: MainWindow, document: Document) -> None:
    window.show_document(document)
    page = page_of(window, 1)
    assert page.editor is not None
    qtbot.waitUntil(lambda: bool(page.editor and page.editor.marks.shown))
    qtbot.waitUntil(lambda: "沿用上年" in margin_says(page, 0))
    before = page.grab().toImage()
    document.apply(confirm(document.report, paragraphs=[("overview", FIRST)]))
    qtbot.waitUntil(lambda: "与上年 100% 相同" in margin_says(page, 0))
    assert page.grab().toImage() != before
    changed = OVERVIEW.replace("各项工作", "工作")
    document.apply(write_text(document.report, "overview", changed))
    qtbot.waitUntil(lambda: "与上年 9" in margin_says(page, 0))
    document.apply(
        write_text(document.report, "overview", "另外写过的一段完全不同的话，说的是今年新做的事情。")
    )
    qtbot.waitUntil(lambda: not margin_says(page, 0))


def test_promises_stand_beside_with_what_became_of_them(
    qtbot: QtBot, window: MainWindow, document: Document
) -> None:
    window.show_document(document)
    page = page_of(window, 5)
    assert page.last_text is not None
    assert page.last_text.promises is None
    trigger(window, "show_last_text")
    promises = page.last_text.promises
    assert promises is not None
    signs = [promises.list.item(row).text()[0] for row in range(promises.list.count())]
    assert signs == ["○", "✓", "◆"]
    assert "今年还没有提到 1 条" in promises.heading.text()
    assert "原样又写一遍 1 条" in promises.heading.text()
    promises.list.setFocus()
    promises.list.setCurrentRow(1)
    qtbot.keyClick(promises.list, Qt.Key.Key_Return)
    assert page.editor is not None
    assert page.editor.hasFocus()
    assert page.editor.textCursor().selectedText().startswith("逐类补写目录说明已经做完")
    document.apply(
        write_text(document.report, "problems", f"{PROBLEMS}\n已增加解读材料，安排人员参加了培训。")
    )
    qtbot.waitUntil(lambda: promises.list.item(0).text().startswith("✓"))


def test_other_sections_have_no_promises(window: MainWindow, document: Document) -> None:
    window.show_document(document)
    page = page_of(window, 1)
    trigger(window, "show_last_text")
    assert page.last_text is not None
    assert page.last_text.promises is None


def test_an_export_says_what_is_left(document: Document) -> None:
    document.apply(write_text(document.report, "overview", f"2023年，{OVERVIEW}"))
    said = "\n".join(what_is_open(document))
    assert "年份不对 1 处" in said
    assert "空着的格子：200 格" in said
    assert "与上年相同、表格里没有的数字：1 处" in said


def test_what_was_taken_over_is_counted_by_cells_and_paragraphs(document: Document) -> None:
    first = next(cell.key for cell in document.form.cells.values() if not cell.is_derived)
    document.report = replace(document.report, cells={first: 0}, unconfirmed={first: True})
    assert "沿用上年、还没有确认：1 格，1 段文字" in what_is_open(document)


def test_nothing_is_said_where_nothing_is_left(sample: Document) -> None:
    sample.apply(fill_blanks(sample.report, sample.form.cells))
    for finding in sample.open_findings:
        sample.accept(finding, "属实")
    assert what_is_open(sample) == ()


def test_last_years_words_are_put_there_when_first_looked_at_in_the_zoom_of_the_day(
    window: MainWindow, document: Document
) -> None:
    window.show_document(document)
    page = page_of(window, 1)
    assert page.last_text is not None
    assert not page.last_text.findChildren(QTextEdit)
    window.desk.set_zoom(150)
    trigger(window, "show_last_text")
    (words,) = page.last_text.findChildren(QTextEdit)
    assert words.isVisible()
    assert words.toPlainText() == OVERVIEW
    assert words.font() == interface_font(150)
    assert page.last_text.focusProxy() is words
    window.desk.set_zoom(80)
    assert words.font() == interface_font(80)


def lit(page: NarrativePage) -> list[int]:
    assert page.last_text is not None
    return [
        selection.cursor.blockNumber()
        for words in page.last_text.findChildren(QTextEdit)
        for selection in words.extraSelections()
    ]


def found(paragraph: str, others: list[str], number: int) -> int:
    *_, place = LastParagraphs(others).seek(paragraph, number)
    return place


def test_the_paragraph_that_answers_best_is_lit(
    qtbot: QtBot, window: MainWindow, document: Document, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(last_text, "EXAMINING_SECONDS", 0)
    document.apply(write_text(document.report, "problems", "修订了答复书样式。\n今后逐类补写目录说明。"))
    window.show_document(document)
    page = page_of(window, 5)
    trigger(window, "show_last_text")
    qtbot.waitUntil(lambda: lit(page) == [2])
    assert page.editor is not None
    start = len("修订了答复书样式。") + 1
    page.editor.select_span(start, start)
    qtbot.waitUntil(lambda: lit(page) == [1])


def test_what_is_alike_is_the_nearest_and_where_nothing_is_the_same_place() -> None:
    assert found("补写目录说明", ["补写目录说明", "别的", "补写目录说明"], 2) == 2
    assert found("补写目录说明", ["补写目录说明", "别的", "补写目录说明"], 1) == 0
    assert found("补写目录说明", ["补写了目录", "补写目录说明了", "别的"], 2) == 1
    assert found("abc", ["补写目录说明", "别的", "补写目录说明"], 1) == 1
    assert found("abc", ["补写目录说明", "别的"], 7) == 1
    assert found("", ["补写目录说明", "", "别的"], 2) == 1


def test_following_costs_the_same_however_many_paragraphs_last_year_had(
    qtbot: QtBot, window: MainWindow, document: Document
) -> None:
    def turns(paragraphs: int) -> int:
        texts = {"overview": "\n".join(f"第{number}次培训" for number in range(paragraphs))}
        last = LastYear("2021", 2023, "云溪县档案局", {}, texts)
        window.show_document(Document(replace(document.report, last=last)))
        page = page_of(window, 1)
        trigger(window, "show_last_text")
        qtbot.waitUntil(lambda: bool(lit(page)))
        view = page.last_text
        assert view is not None
        return turns_of(lambda: view.follow(1))

    assert turns(2000) == turns(20)


def test_the_same_words_are_compared_once() -> None:
    assert len([*LastParagraphs(["字", "词"] * 1000).seek("字句", 0)]) == len(
        [*LastParagraphs(["字", "词"]).seek("字句", 0)]
    )
