"""Ctrl with arrows, Home and End leads where Excel and WPS lead, over sums and round labels."""

import pytest
from PySide6.QtCore import Qt

from tests.gui.grid.conftest import field, press, write

Key = Qt.Key
SHIFT, CONTROL = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.ControlModifier
FIRST = "requests.received.natural_person"


def chosen(view) -> set[str]:
    return {key.removeprefix("requests.") for key in view.cells.chosen_keys()}


@pytest.mark.parametrize(
    ("start", "key", "end"),
    [
        # Among figures to the last before a gap, over a gap to the next, past the last to the edge.
        ("received.natural_person", Key.Key_Right, "received.research"),
        ("received.research", Key.Key_Right, "received.legal_service"),
        ("received.legal_service", Key.Key_Right, "received.total"),
        ("received.legal_service", Key.Key_Left, "received.research"),
        ("received.natural_person", Key.Key_Down, "carried_in.natural_person"),
        ("carried_in.natural_person", Key.Key_Up, "received.natural_person"),
        ("received.natural_person", Key.Key_Up, "received.natural_person"),
        ("received.natural_person", Key.Key_Left, "received.natural_person"),
        ("carried_in.research", Key.Key_Home, "carried_in.natural_person"),
        ("carried_in.research", Key.Key_End, "carried_in.total"),
    ],
)
def test_a_jump_goes_to_the_edge_of_the_figures(show, start, key, end):
    figures = ("received.natural_person", "received.business", "received.research", "received.legal_service")
    view = show(cells={f"requests.{key}": 1 for key in (*figures, "carried_in.natural_person")})
    view.go_to(f"requests.{start}")
    is_plain = key in {Key.Key_Home, Key.Key_End}
    press(view, key, modifier=Qt.KeyboardModifier.NoModifier if is_plain else CONTROL)
    assert view.cells.current_key() == f"requests.{end}"
    assert chosen(view) == {end}


def test_home_and_end_with_control_lead_to_the_corners(show):
    view = show()
    view.go_to("requests.denied_state_secret.research")
    press(view, Key.Key_End, modifier=CONTROL)
    assert view.cells.current_key() == "requests.carried_out.total"
    press(view, Key.Key_Home, modifier=CONTROL)
    assert view.cells.current_key() == FIRST


def test_a_table_of_bands_is_jumped_through_over_its_labels(show):
    view = show("disclosure")
    keys = sorted(view.cells.grid.frame.places, key=view.cells.grid.frame.places.__getitem__)
    press(view, Key.Key_End, modifier=CONTROL)
    assert view.cells.current_key() == keys[-1]
    press(view, Key.Key_Up, modifier=CONTROL)
    press(view, Key.Key_Home, modifier=CONTROL)
    assert view.cells.current_key() == keys[0]
    press(view, Key.Key_Down, modifier=CONTROL)
    assert view.cells.current_key() in keys[1:]


def test_shift_extends_over_all_that_is_jumped_over(show):
    view = show(cells={FIRST: 1, "requests.received.business": 2, "requests.received.research": 3})
    press(view, Key.Key_Right, modifier=CONTROL | SHIFT)
    assert chosen(view) == {"received.natural_person", "received.business", "received.research"}
    press(view, Key.Key_Down, modifier=SHIFT)
    assert len(chosen(view)) == 6
    view.go_to(FIRST)
    press(view, Key.Key_End, modifier=CONTROL | SHIFT)
    assert chosen(view) == {key.removeprefix("requests.") for key in view.cells.grid.frame.places}


@pytest.mark.parametrize("table", ["disclosure", "requests", "disputes"])
def test_control_a_chooses_the_whole_table(show, table):
    view = show(table)
    press(view, Key.Key_A, modifier=CONTROL)
    assert set(view.cells.chosen_keys()) == set(view.cells.grid.frame.places)


def test_in_an_open_field_the_keys_are_the_fields(show):
    view = show()
    write(view, "12")
    press(view, Key.Key_F2)
    press(view, Key.Key_Home, Key.Key_End)
    press(view, Key.Key_A, modifier=CONTROL)
    assert field(view).selectedText() == "12"
    assert view.cells.current_key() == FIRST
