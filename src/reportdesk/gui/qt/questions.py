"""The few questions and messages of the window, each button worded as what will happen."""

from __future__ import annotations

from collections.abc import Sequence
from enum import Enum
from typing import TYPE_CHECKING, cast

from PySide6 import QtWidgets
from PySide6.QtGui import QFont, QFontMetrics
from PySide6.QtWidgets import QPushButton, QWidget

if TYPE_CHECKING:
    from PySide6.QtWidgets import QAbstractButton

    from reportdesk.errors import ReportDeskError

#: The room that the style sheet gives a message's first line, less a hair.
_LINE_PX = 352
#: A title bar has room for so many.
_TITLE_CHARACTERS = 30


class Answer(Enum):
    """What a clerk wants done with unsaved work."""

    SAVE = "保存"
    DISCARD = "不保存"
    CANCEL = "取消"


def tell_error(parent: QWidget | None, error: ReportDeskError) -> None:
    """Say what happened, where, and what to do."""
    box = _box(parent, QtWidgets.QMessageBox.Icon.Warning, error.what)
    details = [part for part in (error.where, error.remedy) if part]
    box.setInformativeText("\n".join(details))
    box.addButton("知道了", QtWidgets.QMessageBox.ButtonRole.AcceptRole)
    box.exec()


def tell(parent: QWidget | None, what: str, details: str = "") -> None:
    """Say one thing that needs no answer."""
    box = _box(parent, QtWidgets.QMessageBox.Icon.Information, what)
    box.setInformativeText(details)
    box.addButton("知道了", QtWidgets.QMessageBox.ButtonRole.AcceptRole)
    box.exec()


#: What is unsaved, and what of it would be lost.
_REPORT = ("这份年报", "填写的")
COLLECTION = ("这个汇总", "做的决定、选的文件夹等")


def ask_about_unsaved(
    parent: QWidget, title: str, next_step: str, *, was_saved: bool, what: tuple[str, str] = _REPORT
) -> Answer:
    """Ask what becomes of unsaved work before `next_step` (关闭, 继续, 退出).

    `was_saved` says that there is a file of it already; `what` is COLLECTION for a collection.
    """
    this, made = what
    box = _box(parent, QtWidgets.QMessageBox.Icon.Question, f"“{title}”还没有保存")
    lost = f"不保存的话，上次保存以后{made}内容就没有了。"
    if not was_saved:
        lost = f"{this}从没有保存过，不保存的话，{made}全部内容就没有了。"
    box.setInformativeText(lost)
    save = _button(box, f"保存并{next_step}", QtWidgets.QMessageBox.ButtonRole.AcceptRole)
    discard = _button(box, "不保存", QtWidgets.QMessageBox.ButtonRole.DestructiveRole)
    cancel = _button(box, "取消", QtWidgets.QMessageBox.ButtonRole.RejectRole)
    box.setDefaultButton(save)
    box.setEscapeButton(cancel)
    box.exec()
    clicked = _clicked(box)
    return Answer.SAVE if clicked is save else Answer.DISCARD if clicked is discard else Answer.CANCEL


def ask(
    parent: QWidget, what: str, details: str, go: str, *, stay: str = "取消", go_is_safe: bool = False
) -> bool:
    """Ask whether to go on; `go` and `stay` word the buttons, Enter presses the one that loses nothing."""
    box = _box(parent, QtWidgets.QMessageBox.Icon.Question, what)
    box.setInformativeText(details)
    yes = _button(box, go, QtWidgets.QMessageBox.ButtonRole.AcceptRole)
    no = _button(box, stay, QtWidgets.QMessageBox.ButtonRole.RejectRole)
    box.setDefaultButton(yes if go_is_safe else no)
    box.setEscapeButton(no)
    box.exec()
    return _clicked(box) is yes


def choose(
    parent: QWidget,
    what: str,
    details: str,
    choices: Sequence[str],
    *,
    stay: str = "取消",
    first_is_safe: bool = False,
) -> int | None:
    """Ask which way to go on; return the choice by its place, None for none of them, which `stay` words.

    Enter presses that one, or the first choice where it loses nothing.
    """
    box = _box(parent, QtWidgets.QMessageBox.Icon.Question, what)
    box.setInformativeText(details)
    buttons = [_button(box, words, QtWidgets.QMessageBox.ButtonRole.AcceptRole) for words in choices]
    no = _button(box, stay, QtWidgets.QMessageBox.ButtonRole.RejectRole)
    box.setDefaultButton(buttons[0] if first_is_safe else no)
    box.setEscapeButton(no)
    box.exec()
    clicked = _clicked(box)
    return next((place for place, button in enumerate(buttons) if button is clicked), None)


def offer(parent: QWidget, what: str, details: str, more: str) -> bool:
    """Say what was done and offer one thing more; tell whether it is wanted."""
    return offer_one(parent, what, details, more) == more


def offer_one(parent: QWidget, what: str, details: str, *more: str) -> str:
    """Say what was done and offer one thing more of several; return the words of what is wanted, or ""."""
    box = _box(parent, QtWidgets.QMessageBox.Icon.Information, what)
    box.setInformativeText(details)
    offered = {words: _button(box, words, QtWidgets.QMessageBox.ButtonRole.ActionRole) for words in more}
    enough = _button(box, "知道了", QtWidgets.QMessageBox.ButtonRole.AcceptRole)
    box.setDefaultButton(enough)
    box.setEscapeButton(enough)
    box.exec()
    clicked = _clicked(box)
    return next((words for words, button in offered.items() if button is clicked), "")


def _box(parent: QWidget | None, icon: QtWidgets.QMessageBox.Icon, what: str) -> QtWidgets.QMessageBox:
    box = QtWidgets.QMessageBox(parent)
    box.setIcon(icon)
    box.setWindowTitle(title_of(what))
    box.setText(_in_lines(what, box.font()))
    return box


def title_of(what: str) -> str:
    """Return the title of a box that says something: the beginning of it, on one line."""
    line = " ".join(what.split())
    return line if len(line) <= _TITLE_CHARACTERS else f"{line[:_TITLE_CHARACTERS]}…"


def _in_lines(what: str, font: QFont) -> str:
    """Break a long line: Qt measures it as if it were not bold, and would cut it."""
    bold = QFont(font)
    bold.setBold(True)
    metrics = QFontMetrics(bold)
    lines = [""]
    for character in what:
        if character != "\n" and metrics.horizontalAdvance(lines[-1] + character) > _LINE_PX:
            lines.append("")
        lines[-1] += character
    return "\n".join(lines)


def _button(box: QtWidgets.QMessageBox, words: str, role: QtWidgets.QMessageBox.ButtonRole) -> QPushButton:
    return box.addButton(words, role)


def _clicked(box: QtWidgets.QMessageBox) -> QAbstractButton | None:
    """Return the button that was clicked; None where the program ended first, which goes nowhere."""
    # Its stubs don't know that there may be none.
    return cast("QAbstractButton | None", box.clickedButton())
