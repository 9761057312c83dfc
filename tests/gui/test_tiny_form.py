"""A made-up form of another shape opens in the window: no code knows a row, a column or a section."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from reportdesk.document import Document
from reportdesk.form.loader import load_form
from reportdesk.gui.desk.pages.narrative_page import NarrativePage
from reportdesk.gui.desk.pages.table_page import TablePage
from reportdesk.gui.window import MainWindow
from reportdesk.report.edit import enter
from reportdesk.report.model import Report
from tests.gui.clerk import settle, trigger

TINY = Path(__file__).resolve().parents[1] / "data" / "tiny-form"


@pytest.fixture
def tiny(window: MainWindow) -> Document:
    document = Document(Report(load_form(TINY), organ="云溪县图书馆", year=2023))
    window.show_document(document)
    settle(window)
    return document


def test_its_sections_are_the_tabs(window: MainWindow, tiny: Document) -> None:
    tabs = window.desk.tabs
    assert [tab.label for tab in tabs] == ["基本信息", *(section.tab for section in tiny.form.sections)]
    kinds = [NarrativePage if section.is_narrative else TablePage for section in tiny.form.sections]
    assert [type(tab.page) for tab in tabs[1:]] == kinds


def test_its_cells_are_filled_summed_and_checked(qtbot: QtBot, window: MainWindow, tiny: Document) -> None:
    trigger(window, "fill_all")
    assert all(figure == 0 for figure in tiny.figures.values())
    tiny.apply(enter(tiny.report, {"loans.returned.adults": 3}))
    settle(window)
    assert any(finding.code == "loans.returned" for finding in tiny.open_findings)
    qtbot.keyClick(window, Qt.Key.Key_F8)
    page = window.desk.page
    assert page is not None
    assert page.place_words


def test_its_title_and_level_come_from_its_data(window: MainWindow, tiny: Document) -> None:
    assert window.windowTitle().startswith("云溪县图书馆2023年借阅情况报告")
    assert tiny.report.organ_level.name == "图书馆"
