"""The keyboard walks the grid and fills it, as in Excel and WPS."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QApplication

from reportdesk.gui.grid.walk import Direction, next_key
from tests.gui.grid.conftest import field, press, write

Key = Qt.Key
SHIFT, CONTROL = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.ControlModifier


def test_the_first_cell_is_current(show):
    assert show().cells.current_key() == "requests.received.natural_person"
    assert show("disclosure").cells.current_key() == "disclosure.rules.issued"
    assert show("disputes").cells.current_key() == "disputes.reconsideration.upheld"


def test_typing_replaces_and_enter_goes_down(show):
    view = show(cells={"requests.received.natural_person": 7})
    write(view, "12")
    press(view, Key.Key_Return)
    assert view.document.report.cells["requests.received.natural_person"] == 12
    assert view.cells.current_key() == "requests.carried_in.natural_person"


def test_shift_enter_goes_up_and_over_the_top_to_the_bottom(show):
    view = show()
    view.go_to("requests.carried_in.research")
    press(view, Key.Key_Return, Key.Key_Enter, modifier=SHIFT)
    assert view.cells.current_key() == "requests.carried_out.business"


def test_enter_skips_sums_and_wraps_into_the_next_column(show):
    view = show()
    view.go_to("requests.other_misc.natural_person")
    press(view, Key.Key_Return)
    assert view.cells.current_key() == "requests.carried_out.natural_person"
    press(view, Key.Key_Return)
    assert view.cells.current_key() == "requests.received.business"
    view.go_to("requests.carried_out.other")
    press(view, Key.Key_Return)
    assert view.cells.current_key() == "requests.received.natural_person"


def test_tab_skips_sums_and_wraps_into_the_next_row(show):
    view = show()
    view.go_to("requests.received.other")
    press(view, Key.Key_Tab)
    assert view.cells.current_key() == "requests.carried_in.natural_person"
    press(view, Key.Key_Backtab)
    assert view.cells.current_key() == "requests.received.other"
    view.go_to("requests.carried_out.other")
    press(view, Key.Key_Tab)
    assert view.cells.current_key() == "requests.received.natural_person"


def test_tab_leaves_an_open_field(show):
    view = show()
    write(view, "3")
    press(view, Key.Key_Tab)
    assert view.cells.current_key() == "requests.received.business"
    write(view, "4")
    press(view, Key.Key_Tab, modifier=SHIFT)
    assert view.cells.current_key() == "requests.received.natural_person"
    assert dict(view.document.report.cells) == {
        "requests.received.natural_person": 3,
        "requests.received.business": 4,
    }


@pytest.mark.parametrize("direction", Direction)
def test_every_way_passes_every_cell_once(form, direction, show):
    for table in form.tables:
        frame = show(table.key).cells.grid.frame
        start = key = next_key(form, frame, "", direction)
        passed = []
        while not passed or key != start:
            passed.append(key)
            key = next_key(form, frame, key, direction)
        assert sorted(passed) == sorted(cell.key for cell in form.cells_of(table.key) if not cell.is_derived)


def test_arrows_go_everywhere_on_sums_too(show):
    view = show()
    view.go_to("requests.received.other")
    press(view, Key.Key_Right, Key.Key_Down)
    assert view.cells.current_key() == "requests.carried_in.total"
    press(view, Key.Key_Left, Key.Key_Up)
    assert view.cells.current_key() == "requests.received.other"


def test_arrows_jump_over_the_labels_between_bands(show):
    view = show("disclosure")
    view.go_to("disclosure.normative_documents.repealed")
    press(view, Key.Key_Down)
    assert view.cells.current_key() == "disclosure.licensing.decisions"
    press(view, Key.Key_Down)
    assert view.cells.current_key() == "disclosure.penalties.decisions"


def test_arrows_leave_a_field_begun_by_a_digit_but_not_one_opened_by_f2(show):
    view = show()
    write(view, "12")
    press(view, Key.Key_Right)
    assert view.cells.current_key() == "requests.received.business"
    view.go_to("requests.received.natural_person")
    press(view, Key.Key_F2, Key.Key_Left)
    write(view, "9")
    press(view, Key.Key_Return)
    assert view.document.report.cells["requests.received.natural_person"] == 192


def test_f2_keeps_the_figure_and_escape_gives_it_back(show):
    view = show(cells={"requests.received.natural_person": 12})
    press(view, Key.Key_F2)
    assert (field(view).text(), field(view).selectedText()) == ("12", "")
    write(view, "3")
    press(view, Key.Key_Escape)
    assert view.cells.field() is None
    assert view.document.report.cells["requests.received.natural_person"] == 12
    assert not view.document.history.done


@pytest.mark.parametrize("key", [Key.Key_Delete, Key.Key_Backspace])
def test_delete_blanks_all_chosen_cells_in_one_step(show, key, nil):
    view = show(cells=nil)
    view.go_to("requests.received.other")
    press(view, Key.Key_Right, Key.Key_Down, modifier=SHIFT)
    press(view, key)
    assert set(nil) - set(view.document.report.cells) == {
        "requests.received.other",
        "requests.carried_in.other",
    }
    view.document.undo()
    assert dict(view.document.report.cells) == nil


def test_figures_of_an_input_method_open_the_field(show):
    view = show(cells={"requests.received.natural_person": 7})
    assert view.cells.testAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled)
    composed = QInputMethodEvent("", [])
    composed.setCommitString("１２")
    QApplication.sendEvent(view.cells, composed)
    press(view, Key.Key_Return)
    assert view.document.report.cells["requests.received.natural_person"] == 12


def test_composing_begins_anew_in_the_field(show):
    view = show(cells={"requests.received.natural_person": 7})
    QApplication.sendEvent(view.cells, QInputMethodEvent("ba", []))
    assert field(view).text() == ""
    chosen = QInputMethodEvent("", [])
    chosen.setCommitString("８")
    QApplication.sendEvent(view.cells, chosen)
    press(view, Key.Key_Return)
    assert view.document.report.cells["requests.received.natural_person"] == 8


def test_a_sum_cannot_be_typed_in(show, nil, qtbot):
    view = show(cells=nil | {"requests.carried_in.business": 5})
    view.go_to("requests.received.total")
    with qtbot.waitSignal(view.refused) as signal:
        press(view, Key.Key_5)
    assert "自动算出" in signal.args[0]
    for key in (Key.Key_F2, Key.Key_Delete):
        press(view, key)
        assert view.cells.field() is None
    assert view.cells.current_key() == "requests.received.total"
    assert not view.cells.testAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled)
    assert not view.document.history.done
    index = view.cells.grid.index_of("requests.received.total")
    assert not view.cells.grid.setData(index, "5")


def test_labels_between_bands_can_be_neither_chosen_nor_typed_in(show):
    view = show("disclosure")
    model = view.cells.grid
    assert model.flags(model.index(0, 0)) == Qt.ItemFlag.NoItemFlags
    assert model.flags(model.index(5, 1)) == Qt.ItemFlag.NoItemFlags
    assert not model.setData(model.index(5, 1), "5")


def test_enter_confirms_what_was_taken_over(show):
    key = "requests.carried_in.natural_person"
    view = show(cells={key: 2}, unconfirmed={key: True})
    view.go_to(key)
    press(view, Key.Key_Return)
    assert key not in view.document.report.unconfirmed
    assert view.document.history.done[-1].name == "确认沿用"


@pytest.mark.parametrize("keys", [[Key.Key_2], [Key.Key_F2]])
def test_the_same_figure_typed_confirms_too(show, keys):
    key = "requests.carried_in.natural_person"
    view = show(cells={key: 2}, unconfirmed={key: True})
    view.go_to(key)
    press(view, *keys, Key.Key_Return)
    assert key not in view.document.report.unconfirmed
    assert view.document.report.cells[key] == 2


def test_escape_and_passing_by_confirm_nothing(show):
    key = "requests.carried_in.natural_person"
    view = show(cells={key: 2}, unconfirmed={key: True})
    view.go_to(key)
    press(view, Key.Key_F2, Key.Key_Escape, Key.Key_Tab, Key.Key_Left)
    assert key in view.document.report.unconfirmed
