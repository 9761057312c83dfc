"""A table stands in the middle of a wide window, under its section's heading, and grows with it."""

import pytest
from PySide6.QtCore import QRect
from PySide6.QtGui import QFontInfo
from PySide6.QtWidgets import QLabel

from reportdesk.gui.grid.paper import Paper
from reportdesk.report.last_year import LastYear


def place(view) -> QRect:
    return QRect(view.cells.mapTo(view, view.cells.rect().topLeft()), view.cells.size())


@pytest.mark.parametrize("table", ["disclosure", "requests", "disputes"])
def test_a_table_stands_in_the_middle_of_a_wide_window(show, table):
    view = show(table)
    view.resize(2400, 700)
    cells = place(view)
    assert cells.left() > 100
    assert abs(cells.left() - (view.width() - cells.right() - 1)) <= 1
    picture = view.grab().toImage()
    middle = view.height() - 4
    assert picture.pixelColor(4, middle) == view.palette().window().color()
    assert picture.pixelColor(cells.left() - 10, middle) == view.palette().base().color()


def test_the_grid_grows_with_the_room_and_wastes_none_of_a_narrow_one(show):
    view = show("disputes")
    view.resize(900, 500)
    narrow = place(view)
    assert narrow.width() > view.width() - 2 - view.cells.grid.columnCount()
    view.resize(1400, 500)
    assert place(view).width() > narrow.width()
    view.resize(900, 500)
    assert place(view) == narrow


@pytest.mark.parametrize("table", ["disclosure", "requests", "disputes"])
def test_the_sections_full_heading_stands_above(show, table):
    view = show(table)
    heading = view.document.form.section_of_table(table).heading
    (label,) = [label for label in view.findChild(Paper).findChildren(QLabel) if label.text() == heading]
    for width in (320, 1020):
        view.resize(width, 560)
        assert label.geometry().bottom() < place(view).top() + 1
        assert label.heightForWidth(label.width()) <= label.height()


@pytest.mark.parametrize("percent", [80, 100, 150])
def test_last_years_figure_is_no_exponent(show, percent):
    key = "requests.received.natural_person"
    view = show(cells={key: 4}, last=LastYear("2021", 2023, "云溪县档案局", {key: 3}))
    view.set_zoom(percent)
    brush = view.cells.brush
    assert QFontInfo(brush.small).pointSizeF() >= min(8, QFontInfo(brush.font).pointSizeF()) - 0.26
    box = view.cells.visualRect(view.cells.grid.index_of(key))
    picture = view.cells.viewport().grab(box).toImage()
    tints = [
        (x, y)
        for x in range(picture.width())
        for y in range(picture.height())
        if picture.pixelColor(x, y).name() == brush.theme.last_year.ground.name()
    ]
    assert tints
    middle = (min(y for _, y in tints) + max(y for _, y in tints)) / 2
    assert abs(middle - box.height() / 2) <= 2
    assert max(x for x, _ in tints) < box.width() / 2
