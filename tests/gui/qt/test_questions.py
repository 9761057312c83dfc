"""A question shows all of what it is about, and says what is true."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QFontMetrics
from PySide6.QtWidgets import QLabel, QMessageBox
from pytestqt.qtbot import QtBot

from reportdesk.gui.qt.questions import Answer, ask, ask_about_unsaved, choose, offer, title_of
from reportdesk.gui.window import MainWindow
from tests.gui.clerk import answering, box_says

TITLE = "云溪省云溪市云溪县人力资源和社会保障局2026年政府信息公开工作年度报告"


@pytest.mark.parametrize(("was_saved", "says"), [(True, "上次保存以后"), (False, "从没有保存过")])
def test_a_long_title_is_not_cut_and_what_would_be_lost_is_said(
    window: MainWindow, was_saved: bool, says: str
) -> None:
    def look(box: QMessageBox) -> None:
        label = box.findChild(QLabel, "qt_msgbox_label")
        assert isinstance(label, QLabel)
        bold = QFont(label.font())
        bold.setBold(True)
        widths = [QFontMetrics(bold).horizontalAdvance(line) for line in label.text().split("\n")]
        assert max(widths) <= label.width()
        assert label.height() >= len(widths) * QFontMetrics(bold).height() - 2
        assert TITLE in box_says(box)
        assert says in box.informativeText()
        button = box.escapeButton()
        assert button is not None
        button.click()

    with answering(QMessageBox, look):
        assert ask_about_unsaved(window, TITLE, "退出", was_saved=was_saved) is Answer.CANCEL


def test_a_box_is_titled_by_what_it_says() -> None:
    assert title_of("文件不在了") == "文件不在了"
    assert title_of(f"“{TITLE}”\n还没有保存").startswith("“云溪省云溪市")
    assert "\n" not in title_of(f"一\n{TITLE}")


@pytest.mark.parametrize("go_is_safe", [True, False])
def test_enter_presses_the_button_that_loses_nothing(
    qtbot: QtBot, window: MainWindow, go_is_safe: bool
) -> None:
    with answering(QMessageBox, lambda box: qtbot.keyClick(box, Qt.Key.Key_Return)):
        assert ask(window, "要去掉吗？", "去掉就没有了。", "去掉", go_is_safe=go_is_safe) is go_is_safe


@pytest.mark.parametrize(
    ("question", "answer"),
    [
        (lambda window: ask(window, "一", "二", "三"), False),
        (lambda window: choose(window, "一", "二", ["三"]), None),
        (lambda window: offer(window, "一", "二", "三"), False),
        (lambda window: ask_about_unsaved(window, "一", "退出", was_saved=True), Answer.CANCEL),
    ],
)
def test_a_question_that_the_end_of_the_program_takes_away_goes_nowhere(
    window: MainWindow, question: Callable[[MainWindow], object], answer: object
) -> None:
    with answering(QMessageBox, lambda box: box.done(0)):
        assert question(window) == answer
