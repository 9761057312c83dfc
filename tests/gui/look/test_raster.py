"""Pictures as PNG: painted in the size asked for, in a font that has room for every word of them."""

import zipfile
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtGui import QFont, QFontDatabase, QFontMetricsF, QImage
from pytestqt.qtbot import QtBot

from reportdesk.cli import main
from reportdesk.errors import ReportDeskError
from reportdesk.form.loader import load_edition
from reportdesk.gui.look import raster
from reportdesk.gui.look.screenless import chinese_font
from reportdesk.inspection.pictures import picture_notes
from reportdesk.report.model import Report
from reportdesk.writers import render
from reportdesk.writers.charts.letters import width_of
from reportdesk.writers.charts.pictures import pictures_of

FORM = load_edition("2021")
REPORT = Report(FORM, organ="云溪县档案局", year=2024, cells={cell.key: 1234567 for cell in FORM.entered})


@pytest.mark.usefixtures("chinese_font")
@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_a_picture_is_painted_in_its_size(qtbot: QtBot, scale: float) -> None:
    picture = pictures_of(REPORT).single[0]
    image = QImage.fromData(raster.png_of(picture.svg, scale))
    assert (image.width(), image.height()) == (round(picture.width * scale), round(picture.height * scale))
    colours = {
        image.pixelColor(x, y).name() for x in range(0, image.width(), 7) for y in range(0, image.height(), 7)
    }
    assert {"#1f4e8c", "#ffffff", "#eef2f7"} <= colours


@pytest.mark.usefixtures("chinese_font")
def test_words_take_no_more_room_than_was_reckoned(qtbot: QtBot) -> None:
    font = QFont(chinese_font("PNG", ""))
    font.setPixelSize(40)
    for bold in (False, True):
        font.setBold(bold)
        metrics = QFontMetricsF(font)
        for words in (
            "1234567890",
            "政府信息公开",
            "比上年多 3 件（上年 12）",
            "ABCWMxyz",
            "251.5 万元",
            "，。；：“”—…·",
        ):
            assert metrics.horizontalAdvance(words) <= width_of(words, 40) + 1, words


def test_what_cannot_be_painted_is_said(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(ReportDeskError, match="画不成 PNG"):
        raster.png_of(pictures_of(REPORT).long.svg, 100.0)
    monkeypatch.setattr(QFontDatabase, "families", lambda *which: [])
    with pytest.raises(ReportDeskError, match="没有中文字体"):
        raster.png_of(pictures_of(replace(REPORT, year=2023)).single[0].svg)


@pytest.mark.usefixtures("chinese_font")
def test_the_command_line_has_its_pictures_painted_here(qtbot: QtBot, tmp_path: Path) -> None:
    source = tmp_path / "年报.json"
    source.write_bytes(render(REPORT, ".json"))
    assert main(["chart", str(source), str(tmp_path / "图"), "--cards", "fees", "--scale", "1"]) == 0
    image = QImage(str(tmp_path / "图" / "chart-fees.png"))
    assert image.width() == 750
    assert list(picture_notes((tmp_path / "图" / "chart.png").read_bytes())) == []
    out = tmp_path / "年报.docx"
    assert main(["convert", str(source), str(out), "--charts", "--cards", "fees,received", "--quiet"]) == 0
    with zipfile.ZipFile(out) as archive:
        assert sum(name.startswith("word/media/") for name in archive.namelist()) == 2
