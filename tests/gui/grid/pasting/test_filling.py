"""Filling down and right, one figure for all that is chosen, and the last act done again."""

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication

from tests.gui.grid.conftest import field, press, write

Key = Qt.Key
SHIFT, CONTROL = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.ControlModifier
FIRST = "requests.received.natural_person"
BELOW = "requests.carried_in.natural_person"
BESIDE = "requests.received.business"


def extend(view, *keys: Qt.Key) -> None:
    press(view, *keys, modifier=SHIFT)


def test_a_column_takes_the_figure_of_its_first_cell(show):
    view = show(cells={FIRST: 7, BESIDE: 2})
    extend(view, Key.Key_Down, Key.Key_Right)
    view.cells.fill_down()
    cells = view.document.report.cells
    assert (cells[BELOW], cells["requests.carried_in.business"]) == (7, 2)
    assert [step.name for step in view.document.history.done] == ["向下填充"]


def test_a_row_takes_the_figure_of_its_first_cell_and_sums_stay(show):
    view = show(cells={FIRST: 7})
    press(view, Key.Key_End, modifier=SHIFT)
    view.cells.fill_right()
    cells = view.document.report.cells
    every = [cell.key for cell in view.document.form.cells_of("requests") if cell.row == "received"]
    assert dict(cells) == {key: 7 for key in every if not view.document.form.cells[key].is_derived}


def test_a_single_cell_takes_the_figure_before_it(show):
    view = show(cells={FIRST: 7})
    view.go_to(BELOW)
    view.cells.fill_down()
    view.go_to(BESIDE)
    view.cells.fill_right()
    assert dict(view.document.report.cells) == {FIRST: 7, BELOW: 7, BESIDE: 7}


@pytest.mark.parametrize(
    ("start", "act"),
    [(FIRST, "fill_down"), (FIRST, "fill_right"), ("requests.received.total", "fill_right")],
)
def test_where_nothing_can_be_filled_that_is_told(show, qtbot, start, act):
    view = show(cells={FIRST: 7})
    view.go_to(start)
    with qtbot.waitSignal(view.refused) as signal:
        getattr(view.cells, act)()
    assert "没有可以填过来" in signal.args[0]
    assert not view.document.history.done


def test_a_sum_gives_no_figure(show, nil, qtbot):
    view = show(cells=nil | {"requests.granted.natural_person": 3})
    table = view.cells.grid
    below_a_sum = next(
        key
        for key, (row, column) in table.frame.places.items()
        if row
        and not view.document.form.cells[key].is_derived
        and (above := table.frame.box_at(row - 1, column).key)
        and view.document.form.cells[above].is_derived
    )
    view.go_to(below_a_sum)
    with qtbot.waitSignal(view.refused):
        view.cells.fill_down()
    assert view.document.report.cells[below_a_sum] == 0


def test_control_enter_puts_what_is_typed_into_all_chosen_cells(show):
    view = show()
    extend(view, Key.Key_Down, Key.Key_Right)
    write(view, "１２")
    asked = QKeyEvent(QEvent.Type.ShortcutOverride, Key.Key_Return, CONTROL)
    asked.ignore()
    QApplication.sendEvent(field(view), asked)
    assert asked.isAccepted(), "the window's entry would take the key"
    press(view, Key.Key_Return, modifier=CONTROL)
    assert set(view.document.report.cells.values()) == {12}
    assert len(view.document.report.cells) == 4
    assert len(view.document.history.done) == 1
    assert len(view.cells.chosen_keys()) == 4
    assert view.cells.field() is None


def test_control_enter_leaves_sums_alone_and_keeps_what_no_cell_can_hold(show):
    view = show()
    view.go_to("requests.received.other")
    extend(view, Key.Key_Right)
    write(view, "3")
    press(view, Key.Key_Enter, modifier=CONTROL)
    assert dict(view.document.report.cells) == {"requests.received.other": 3}
    view.go_to(FIRST)
    write(view, "abc")
    press(view, Key.Key_Return, modifier=CONTROL)
    assert field(view).reason
    assert FIRST not in view.document.report.cells


def test_the_last_act_is_done_again_with_other_cells(show, qtbot):
    view = show(cells={FIRST: 7, BELOW: 8, BESIDE: 9})
    with qtbot.waitSignal(view.refused):
        view.cells.repeat()
    press(view, Key.Key_Delete)
    view.go_to(BELOW)
    view.cells.repeat()
    assert dict(view.document.report.cells) == {BESIDE: 9}
    view.fill_selection_blanks()
    view.go_to(FIRST)
    view.cells.repeat()
    assert dict(view.document.report.cells) == {FIRST: 0, BELOW: 0, BESIDE: 9}


def test_typing_goes_to_the_first_of_the_chosen_cells(show):
    view = show()
    view.go_to("requests.received.other")
    extend(view, Key.Key_Right)
    write(view, "5")
    press(view, Key.Key_Tab)
    assert dict(view.document.report.cells) == {"requests.received.other": 5}
