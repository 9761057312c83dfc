"""关于 tells version, editions, folders and licences, to be copied; the folder opens."""

import re
from pathlib import Path

import pytest
from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices, QGuiApplication
from pytestqt.qtbot import QtBot

from reportdesk import __version__, profile
from reportdesk.gui.dialogs.program.about import AboutDialog
from reportdesk.gui.window import MainWindow
from reportdesk.profile import profile_folder
from tests.gui.clerk import answering


@pytest.fixture
def about(qtbot: QtBot) -> AboutDialog:
    dialog = AboutDialog()
    qtbot.addWidget(dialog)
    return dialog


def test_it_tells_what_somebody_who_helps_asks_for(about: AboutDialog) -> None:
    words = about.ui.lead.text() + about.ui.facts.toPlainText()
    for needed in (
        __version__,
        "国办公开办函〔2021〕30号",
        str(profile_folder()),
        "日志：",
        "Python 3",
        "Qt 6",
    ):
        assert needed in words
    assert not re.search(r"https?://", words + about.ui.licences.toPlainText())


def test_it_copies_the_page_in_view(about: AboutDialog) -> None:
    about.ui.copy.click()
    assert QGuiApplication.clipboard().text() == about.ui.facts.toPlainText()
    about.ui.tabs.setCurrentIndex(1)
    about.ui.copy.click()
    assert QGuiApplication.clipboard().text() == about.ui.licences.toPlainText()


def test_it_opens_the_folder_of_data(
    about: AboutDialog, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("REPORTDESK_PROFILE", str(tmp_path / "资料"))
    opened: list[str] = []
    monkeypatch.setattr(
        QDesktopServices, "openUrl", lambda url: opened.append(QUrl(url).toLocalFile()) or True
    )
    about.ui.folder.click()
    assert [Path(path) for path in opened] == [tmp_path / "资料"]
    assert (tmp_path / "资料").is_dir()
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: False)
    about.ui.folder.click()
    assert about.ui.outcome.text() == "文件夹打不开"


def test_it_tells_where_a_portable_program_keeps_its_things(
    window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(profile, "portable_folder", lambda: tmp_path / "profile")
    monkeypatch.setattr("reportdesk.gui.dialogs.program.about.portable_folder", lambda: tmp_path / "profile")
    monkeypatch.delenv("REPORTDESK_PROFILE")
    opened: list[str] = []

    def read(dialog: AboutDialog) -> None:
        opened.append(dialog.ui.facts.toPlainText())
        dialog.ui.ok.click()

    with answering(AboutDialog, read):
        window.ui.action_about.trigger()
    assert "便携方式" in opened[0]
    assert str(tmp_path / "profile") in opened[0]


def test_the_menu_opens_it(window: MainWindow) -> None:
    with answering(AboutDialog, lambda dialog: dialog.ui.ok.click()):
        window.ui.action_about.trigger()
