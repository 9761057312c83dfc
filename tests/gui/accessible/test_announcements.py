"""Findings, what a paste did and how the report stands are said though the focus is elsewhere."""

from pathlib import Path

import pytest
from PySide6 import QtGui
from PySide6.QtGui import QAccessible, QGuiApplication
from pytestqt.qtbot import QtBot

from reportdesk.document import Document
from reportdesk.gui.findings.news import FindingNews
from reportdesk.gui.findings.overview import Overview
from reportdesk.gui.qt import announcer
from reportdesk.gui.window import MainWindow
from reportdesk.report.edit import enter
from tests.gui.clerk import RECEIVED, settle


@pytest.fixture
def heard(window: MainWindow, sample: Document) -> list[str]:
    window.show_document(sample)
    settle(window)
    said: list[str] = []
    window.status.announcer.announced.connect(said.append)
    return said


def test_a_new_finding_is_said_and_one_settled_too(
    window: MainWindow, sample: Document, heard: list[str]
) -> None:
    sample.apply(enter(sample.report, {RECEIVED: 13}))
    settle(window)
    assert any(words.startswith("必改：") and "不平" in words for words in heard)
    heard.clear()
    sample.undo()
    settle(window)
    assert any(words.startswith("少了 ") for words in heard)


def test_what_stays_found_is_not_said_again(window: MainWindow, sample: Document, heard: list[str]) -> None:
    sample.apply(enter(sample.report, {RECEIVED: 13}))
    settle(window)
    heard.clear()
    window.show_state()
    window.desk.refresh()
    assert heard == []


def test_what_is_found_in_a_report_as_it_opens_is_no_news(blank: Document) -> None:
    news = FindingNews()
    assert news.of(Overview.of(blank)) == ""
    blank.apply(enter(blank.report, {RECEIVED: 13}))
    news.of(Overview.of(blank))
    assert news.of(None) == ""
    assert news.of(Overview.of(blank)) == ""


def test_what_a_paste_did_is_said(window: MainWindow, heard: list[str]) -> None:
    window.desk.turn_to(3)
    QGuiApplication.clipboard().setText("5\t6")
    table = window.desk.tabs[3].page.table
    assert table is not None
    table.cells.paste()
    assert any(words.startswith("已粘贴 2 格") for words in heard)


def test_saved_and_not_saved_and_trouble_are_said(
    window: MainWindow, sample: Document, heard: list[str], tmp_path: Path
) -> None:
    window.commands.save.save_to(tmp_path / "年报.rdesk")
    sample.apply(enter(sample.report, {RECEIVED: 5}))
    settle(window)
    window.status.show_trouble("没保存的内容还没能存成草稿：磁盘满了")
    said = "|".join(heard)
    for words in ("已保存 ", "有改动没保存", "磁盘满了"):
        assert words in said
    bar = QAccessible.queryAccessibleInterface(window.ui.statusbar)
    assert "磁盘满了" in bar.text(QAccessible.Text.Description)


def test_without_announcements_an_alert_says_it(
    qtbot: QtBot, window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As with Qt before 6.8."""
    assert announcer._event(window, "已保存").type() == QAccessible.Event.Announcement
    monkeypatch.delattr(QtGui, "QAccessibleAnnouncementEvent")
    assert announcer._event(window, "已保存").type() == QAccessible.Event.Alert
    window.status.tell("已保存")
    assert window.ui.statusbar.accessibleDescription() == "已保存"
