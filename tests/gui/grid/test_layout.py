"""The grid looks like the paper, whatever the form, and fits an office screen."""

import pytest
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QFontMetrics

from reportdesk.form.place import place_of
from reportdesk.gui.grid.frame import frame_of
from tests.gui.grid.conftest import press, write

SHIFT = Qt.KeyboardModifier.ShiftModifier


def header_rects(view, header, boxes):
    return {box: header._rect(box) for box in boxes}


def test_table_three_freezes_its_labels_in_both_directions(show):
    view = show()
    frame = view.cells.grid.frame
    assert (frame.rows, frame.columns, frame.top, frame.left) == (25, 7, 3, 3)
    assert frame.corner.text.startswith("（本列数据的勾稽关系为")
    across = header_rects(view, view.cells.frozen.across, frame.across)
    by_text = {box.text: rect for box, rect in across.items()}
    group = by_text["法人或其他组织"]
    assert group.left() == by_text["商业企业"].left()
    assert group.right() == by_text["其他"].right()
    assert by_text["申请人情况"].width() == sum(view.cells.columnWidth(column) for column in range(7))
    assert by_text["自然人"].height() > by_text["商业企业"].height()
    assert by_text["自然人"].bottom() == by_text["商业企业"].bottom() == by_text["总计"].bottom()


@pytest.mark.parametrize("table", ["requests", "disputes"])
def test_headers_cover_their_room_without_gap_or_overlap(show, table):
    view = show(table)
    frame = view.cells.grid.frame
    for header, boxes in ((view.cells.frozen.across, frame.across), (view.cells.frozen.down, frame.down)):
        rects = list(header_rects(view, header, boxes).values())
        area = sum(rect.width() * rect.height() for rect in rects)
        assert area == header.length() * sum(header._depths)
        assert not any(
            one.intersects(other) for number, one in enumerate(rects) for other in rects[number + 1 :]
        )


def test_table_two_keeps_its_labels_between_the_cells(show):
    view = show("disclosure")
    model = view.cells.grid
    assert (model.rowCount(), model.columnCount()) == (14, 4)
    assert not view.cells.frozen.across.isVisible()
    assert not view.cells.frozen.down.isVisible()
    assert view.cells.columnSpan(0, 0) == 4
    assert view.cells.columnSpan(6, 1) == 3
    assert model.data(model.index(7, 0)) == "第二十条第（六）项"


def test_table_four_stands_in_one_row(show):
    view = show("disputes")
    assert (view.cells.grid.rowCount(), view.cells.grid.columnCount()) == (1, 15)
    assert view.cells.horizontalScrollBar().maximum() == 0


def test_table_three_fits_an_office_screen(show, form):
    view = show(cells={cell.key: 1234 for cell in form.entered})
    assert view.cells.horizontalScrollBar().maximum() == 0
    assert 0 < view.cells.verticalScrollBar().maximum() < view.cells.viewport().height()


def test_every_label_has_the_room_that_it_needs(show, form):
    for table in form.tables:
        view = show(table.key)
        metrics = QFontMetrics(view.cells.brush.font)
        frame, padding = view.cells.grid.frame, view.cells.brush.padding
        boxes = header_rects(view, view.cells.frozen.across, frame.across)
        boxes |= header_rects(view, view.cells.frozen.down, frame.down)
        for box, rect in boxes.items():
            inner = rect.adjusted(padding, 0, -padding, 0)
            needed = metrics.boundingRect(inner, Qt.TextFlag.TextWordWrap, box.text)
            assert needed.height() <= rect.height(), box.text
            assert needed.width() <= inner.width(), box.text


def test_columns_grow_with_the_figures(show):
    view = show()
    before = view.cells.columnWidth(0)
    write(view, "123456789012345")
    press(view, Qt.Key.Key_Return)
    assert view.cells.columnWidth(0) > before
    state = view.cells.grid.state("requests.received.natural_person")
    assert view.cells.brush.width(state) <= view.cells.columnWidth(0)


def test_a_narrow_window_wraps_labels_before_it_scrolls_sideways(show):
    view = show()
    wide = view.cells.frozen.down.width()
    view.resize(760, 560)
    assert view.cells.frozen.down.width() < wide
    assert view.cells.horizontalScrollBar().maximum() == 0


def test_going_to_a_cell_scrolls_to_it_and_tells(show, qtbot):
    view = show()
    key = "requests.carried_out.other"
    with qtbot.waitSignal(view.current_changed) as signal:
        view.go_to(key)
    assert signal.args == [key]
    assert view.cells.current_key() == key
    assert view.cells.viewport().rect().contains(view.cells.visualRect(view.cells.grid.index_of(key)))


def test_a_key_of_another_table_leads_nowhere(show):
    view = show()
    view.go_to("disputes.reconsideration.upheld")
    assert view.cells.current_key() == "requests.received.natural_person"


def test_the_corner_stays_between_the_headers(show):
    view = show()
    view.go_to("requests.carried_out.other")
    corner = view.cells.frozen.corner
    assert corner.size().width() == view.cells.frozen.down.width()
    assert corner.size().height() == view.cells.frozen.across.height()
    assert corner.pos().toTuple() == (0, 0)


def test_labels_beside_are_painted_whole_when_the_table_scrolls(show, qtbot):
    view = show()
    header = view.cells.frozen.down
    painted = []

    class Watch(QObject):
        def eventFilter(self, _watched, event):
            if event.type() == QEvent.Type.Paint:
                painted.append(event.region().boundingRect())
            return False

    watch = Watch(view)
    header.viewport().installEventFilter(watch)
    view.cells.verticalScrollBar().setValue(3)
    qtbot.waitUntil(lambda: bool(painted))
    assert painted[-1] == header.viewport().rect(), "words moved along with their pixels"


def test_zoom_makes_everything_larger(show):
    view = show()
    row, font = view.cells.rowHeight(0), view.cells.brush.font.pointSizeF()
    view.set_zoom(150)
    assert view.cells.rowHeight(0) > row
    assert view.cells.brush.font.pointSizeF() == pytest.approx(1.5 * font)
    view.set_zoom(100)
    assert view.cells.rowHeight(0) == row


def test_a_form_of_another_shape_needs_no_other_code(show, tiny):
    [table] = tiny.tables
    view = show(table.key, of=tiny)
    assert view.cells.current_key() == "loans.lent.adults"
    assert place_of(view.document.form, view.cells.current_key()) == "借阅表 · （甲）图书流转 1.借出 · 成人"
    for figure in ("1", "2", "3"):
        write(view, figure)
        press(view, Qt.Key.Key_Tab)
    assert view.document.figures["loans.lent.total"] == 6
    assert view.cells.current_key() == "loans.renewed.adults"
    view.go_to("loans.purchases.cost")
    write(view, "1.5")
    press(view, Qt.Key.Key_Return)
    assert str(view.document.report.cells["loans.purchases.cost"]) == "1.5"
    assert not view.grab().isNull()


def test_every_table_is_covered_by_its_frame(form, tiny):
    for table in (*form.tables, *tiny.tables):
        frame = frame_of(table)
        boxes = {*frame.body, *frame.across, *frame.down, *filter(None, [frame.corner])}
        assert boxes == set(frame.sheet.boxes)
