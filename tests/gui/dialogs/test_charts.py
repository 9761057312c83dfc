"""图解 in the window: cards and colours are chosen and seen; the fingerprint is compared as it is typed."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from reportdesk.document import Document
from reportdesk.errors import ReportDeskError
from reportdesk.gui.dialogs.charts import ChartsDialog
from reportdesk.gui.dialogs.fingerprint import FingerprintDialog
from reportdesk.report.edit import enter
from reportdesk.report.fingerprint import fingerprint
from tests.gui.clerk import RECEIVED


@pytest.mark.usefixtures("chinese_font")
def test_cards_and_colours_are_drawn_as_they_are_chosen(qtbot: QtBot, sample: Document) -> None:
    dialog = ChartsDialog(sample.report)
    qtbot.addWidget(dialog)
    high = dialog.ui.picture.pixmap().height()
    first = dialog.ui.cards.item(0)
    first.setCheckState(Qt.CheckState.Unchecked)
    assert [card.key for card in dialog.pictures.cards] == [
        "outcomes",
        "askers",
        "disputes",
        "documents",
        "fees",
    ]
    assert dialog.ui.picture.pixmap().height() < high
    before = dialog.pictures.long.svg
    dialog.ui.theme.setCurrentIndex(1)
    assert dialog.pictures.long.svg != before
    assert dialog.pictures.long.alternative == dialog.ui.picture.accessibleDescription()
    assert dialog.scale == 2.0


def test_the_dialog_fits_a_small_screen(qtbot: QtBot, sample: Document) -> None:
    dialog = ChartsDialog(sample.report)
    qtbot.addWidget(dialog)
    room = dialog.screen().availableSize()
    assert dialog.height() < room.height()
    assert dialog.minimumSizeHint().height() < 480
    assert dialog.minimumSizeHint().width() < 860


def test_no_card_is_no_picture(qtbot: QtBot, sample: Document) -> None:
    dialog = ChartsDialog(sample.report)
    qtbot.addWidget(dialog)
    for row in range(dialog.ui.cards.count()):
        dialog.ui.cards.item(row).setCheckState(Qt.CheckState.Unchecked)
    assert not dialog.ui.ok.isEnabled()
    assert "一张卡片也没有选" in dialog.ui.remark.text()
    dialog.ui.cards.item(2).setCheckState(Qt.CheckState.Checked)
    assert dialog.ui.ok.isEnabled()


def test_where_nothing_can_be_painted_that_is_said(
    qtbot: QtBot, sample: Document, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(svg: str, scale: float) -> bytes:
        raise ReportDeskError("没有中文字体")

    monkeypatch.setattr("reportdesk.gui.dialogs.charts.png_of", refuse)
    dialog = ChartsDialog(sample.report)
    qtbot.addWidget(dialog)
    assert "没有中文字体" in dialog.ui.remark.text()


def test_a_fingerprint_is_compared_as_it_is_typed(qtbot: QtBot, sample: Document) -> None:
    dialog = FingerprintDialog(sample.report)
    qtbot.addWidget(dialog)
    own = fingerprint(sample.report)
    assert own in dialog.ui.own.text()
    qtbot.keyClicks(dialog.ui.typed, own[:5].lower())
    assert dialog.ui.answer.text() == "还差 3 个字"
    qtbot.keyClicks(dialog.ui.typed, f" {own[5:].lower()}")
    assert dialog.ui.answer.text().startswith("✓ 相符")
    dialog.ui.typed.setText("ABCD2345")
    assert dialog.ui.answer.text().startswith("✗ 不符")
    dialog.ui.typed.clear()
    assert dialog.ui.answer.text() == ""


def test_a_file_is_compared(qtbot: QtBot, sample: Document) -> None:
    dialog = FingerprintDialog(sample.report)
    qtbot.addWidget(dialog)
    dialog.compare_with(Path("年报.docx"), sample.report)
    assert dialog.ui.answer.text().startswith("✓ 相符")
    dialog.compare_with(Path("别的.docx"), enter(sample.report, {RECEIVED: 77}).apply(sample.report))
    assert dialog.ui.answer.text().startswith("✗ 不符")
    assert "别的.docx" in dialog.ui.answer.text()
