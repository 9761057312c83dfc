"""What is typed is understood or refused in place; nothing typed is lost without a word."""

from decimal import Decimal

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QFocusEvent, QGuiApplication
from PySide6.QtWidgets import QApplication

from reportdesk.form.place import place_of
from reportdesk.report.edit import enter
from tests.gui.grid.conftest import field, press, write

Key = Qt.Key
FIRST = "requests.received.natural_person"


@pytest.mark.parametrize(
    ("typed", "figure"),
    [("１２", 12), ("1,234", 1234), (" 12 ", 12), ("１，２３４", 1234), ("0", 0), ("007", 7)],
)
def test_figures_are_understood_as_people_type_them(show, typed, figure):
    view = show()
    write(view, typed)
    press(view, Key.Key_Return)
    assert view.document.report.cells[FIRST] == figure
    assert view.cells.grid.data(view.cells.grid.index_of(FIRST)) == str(figure)


def test_an_amount_takes_decimals(show):
    view = show("disclosure")
    view.go_to("disclosure.fees.amount")
    write(view, "59237.2449")
    press(view, Key.Key_Return)
    assert view.document.report.cells["disclosure.fees.amount"] == Decimal("59237.2449")


@pytest.mark.parametrize("typed", ["1.5", "abc", "-3", "/", "１２件半"])
def test_what_is_no_figure_is_refused_in_place(show, typed):
    view = show(cells={FIRST: 7})
    write(view, typed)
    press(view, Key.Key_Return)
    assert field(view).text() == typed
    assert typed in field(view).reason
    assert view.cells.current_key() == FIRST
    assert view.document.report.cells[FIRST] == 7
    write(view, "8")
    assert field(view).reason == ""
    press(view, Key.Key_Return)
    assert view.document.report.cells[FIRST] == 8


def test_a_refused_figure_goes_with_escape_and_its_reason_with_it(show):
    view = show(cells={FIRST: 7})
    write(view, "1.5")
    press(view, Key.Key_Return)
    refused = field(view)
    press(view, Key.Key_Escape)
    assert view.cells.field() is None
    assert not refused._reason.isVisible()
    assert view.document.report.cells[FIRST] == 7


def test_a_refused_figure_left_behind_is_told(show, qtbot):
    view = show(cells={FIRST: 7})
    write(view, "1.5")
    with qtbot.waitSignal(view.refused) as signal:
        view.go_to("requests.granted.research")
    assert "1.5" in signal.args[0]
    assert view.document.report.cells[FIRST] == 7
    assert view.cells.current_key() == "requests.granted.research"


def test_a_refused_figure_stays_beside_a_blank_cell_until_it_is_put_right(show):
    view = show()
    write(view, "1.5")
    view.go_to("requests.granted.research")
    assert view.document.report.invalid == {FIRST: "1.5"}
    assert FIRST not in view.document.report.cells
    assert FIRST in {key for finding in view.document.findings for key in finding.cells}
    view.document.undo()
    assert not view.document.report.invalid
    view.document.redo()
    view.go_to(FIRST)
    write(view, "15")
    view.go_to("requests.granted.research")
    assert (view.document.report.cells[FIRST], view.document.report.invalid) == (15, {})


def test_a_good_figure_left_behind_is_kept(show):
    view = show()
    write(view, "15")
    view.go_to("requests.granted.research")
    assert view.document.report.cells[FIRST] == 15


def test_another_window_leaves_a_refused_figure_open(show):
    view = show()
    write(view, "1.5")
    away = QFocusEvent(QEvent.Type.FocusOut, Qt.FocusReason.ActiveWindowFocusReason)
    QApplication.sendEvent(field(view), away)
    assert field(view).text() == "1.5"


def test_finishing_commits_or_says_why_not(show):
    view = show()
    assert view.finish_editing()
    write(view, "15")
    assert view.finish_editing()
    assert view.document.report.cells[FIRST] == 15
    write(view, "1.5")
    told: list[str] = []
    view.refused.connect(told.append)
    bar = view.cells.verticalScrollBar()
    bar.setValue(bar.maximum())
    assert not view.cells.viewport().rect().contains(field(view).geometry())
    assert not view.finish_editing()
    assert field(view).reason
    assert told == [f"{place_of(view.document.form, FIRST)}还不对：{field(view).reason}"]
    assert field(view).hasFocus()
    assert view.cells.viewport().rect().contains(field(view).geometry())


def test_a_change_elsewhere_does_not_disturb_the_typing(show):
    view = show()
    write(view, "15")
    document = view.document
    document.apply(enter(document.report, {FIRST: 3}))
    assert field(view).text() == "15"


def test_the_reason_stays_within_the_grid_at_its_lower_edge(show):
    view = show()
    view.go_to("requests.carried_out.other")
    write(view, "abc")
    press(view, Key.Key_Return)
    reason = field(view)._reason
    assert view.cells.viewport().rect().contains(reason.geometry())
    assert not reason.geometry().intersects(field(view).geometry())


def test_what_a_file_gave_wrongly_can_be_mended(show):
    view = show(invalid={FIRST: "三件"})
    press(view, Key.Key_F2)
    assert field(view).text() == "三件"
    press(view, Key.Key_Return)
    assert field(view).reason
    field(view).selectAll()
    write(view, "3")
    press(view, Key.Key_Return)
    assert view.document.report.cells[FIRST] == 3
    assert FIRST not in view.document.report.invalid


def test_an_untouched_field_changes_nothing(show):
    view = show(cells={FIRST: 7})
    press(view, Key.Key_F2, Key.Key_Return)
    assert not view.document.history.done


def test_an_edit_reaches_the_touched_cells_alone(show, nil, qtbot):
    view = show(cells=nil)
    touched = []
    view.cells.grid.dataChanged.connect(
        lambda first, last: touched.append((view.cells.grid.key(first), first == last))
    )
    view.cells.grid.setData(view.cells.grid.index_of("requests.granted.research"), "5")
    named = {key for key, is_one in touched if is_one}
    assert len(named) == len(set(touched))
    assert {
        "requests.granted.research",
        "requests.granted.total",
        "requests.total.research",
        "requests.total.total",
    } <= named
    assert len(named) < 12


def test_a_sum_follows_while_one_types_and_in_undo(show, nil):
    view = show(cells=nil)
    total = view.cells.grid.index_of("requests.received.total")
    write(view, "5")
    press(view, Key.Key_Return)
    assert view.cells.grid.data(total) == "5"
    view.document.undo()
    assert view.cells.grid.data(total) == "0"
    view.document.redo()
    assert view.cells.grid.data(total) == "5"


def test_zero_goes_into_chosen_blanks_only(show):
    view = show(cells={FIRST: 7})
    view.cells.selectAll()
    view.fill_selection_blanks()
    document = view.document
    assert document.report.cells[FIRST] == 7
    assert document.figures["requests.total.total"] == 0
    assert not [key for key in document.report.cells if not key.startswith("requests.")]
    document.undo()
    assert dict(document.report.cells) == {FIRST: 7}


def test_chosen_sums_take_the_place_of_printed_figures(show, nil):
    view = show(cells=nil, stated={"requests.received.total": 3})
    view.go_to("requests.received.total")
    view.take_selected_sums()
    assert not view.document.report.stated


def test_a_closed_grid_no_longer_listens(show, qtbot):
    view = show()
    document = view.document
    assert len(document._listeners) == 1
    with qtbot.waitSignal(view.destroyed):
        view.close()
        view.deleteLater()
    assert not document._listeners
    document.apply(enter(document.report, {FIRST: 3}))


def test_words_to_choose_from_come_beside_the_cell(show):
    view = show()
    view.go_to(FIRST)
    cells = view.cells
    rectangle = QGuiApplication.inputMethod().cursorRectangle().toRect()
    cell = cells.visualRect(cells.currentIndex())
    assert cells.viewport().pos().x() > 0
    assert rectangle == cell.translated(cells.viewport().mapTo(cells.window(), QPoint()))
