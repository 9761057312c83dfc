"""Who listens instead of looking hears of every control and cell a name, its value and its state."""

from collections.abc import Iterator

import pytest
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QDialog, QWidget
from pytestqt.qtbot import QtBot

from reportdesk.document import Document
from reportdesk.form.place import column_of, place_of, row_of
from reportdesk.form.severity import SEVERITIES
from reportdesk.gui.dialogs.new_report import NewReportDialog
from reportdesk.gui.dialogs.note import NoteDialog
from reportdesk.gui.dialogs.program.keys import KeysDialog
from reportdesk.gui.dialogs.versions.backups import BackupsDialog
from reportdesk.gui.dialogs.words.find import FindDialog
from reportdesk.gui.dialogs.words.sentence import SentenceDialog
from reportdesk.gui.dialogs.words.tidy import TidyDialog
from reportdesk.gui.grid.cells import CellsView
from reportdesk.gui.window import MainWindow
from reportdesk.report.edit import enter
from tests.gui.clerk import RECEIVED, settle

Role = QAccessible.Role
#: What only holds other things, or is a mark of the style, needs no name.
CONTAINERS = {
    *(Role.Client, Role.Window, Role.Splitter, Role.Grip, Role.LayeredPane, Role.Separator, Role.Border),
    *(Role.ScrollBar, Role.Pane),
}
MOST_CHILDREN = 60


def interfaces(of: QAccessibleInterface | None) -> Iterator[QAccessibleInterface]:
    if of is None or not of.isValid() or of.state().invisible:  # type: ignore[attr-defined]
        return
    yield of
    for place in range(min(of.childCount(), MOST_CHILDREN)):
        yield from interfaces(of.child(place))


def nameless(root: QWidget) -> list[str]:
    found = interfaces(QAccessible.queryAccessibleInterface(root))
    return [
        f"{one.role().name} {one.object().objectName() if one.object() else ''}"
        for one in found
        if one.role() not in CONTAINERS and not one.text(QAccessible.Text.Name).strip()
    ]


def cell_names(cells: CellsView) -> dict[str, QAccessibleInterface]:
    """Returns the interfaces of a table's cells by name."""
    table = QAccessible.queryAccessibleInterface(cells)
    children = (table.child(place) for place in range(table.childCount()))
    found = (child for child in children if child is not None and child.role() == Role.Cell)
    return {child.text(QAccessible.Text.Name): child for child in found}


def cell_interface(cells: CellsView, key: str) -> QAccessibleInterface:
    """Returns the interface of the one cell whose name begins with its place."""
    place = place_of(cells.grid.document.form, key)
    (name,) = [name for name in cell_names(cells) if name.startswith(f"{place}，")]
    return cell_names(cells)[name]


def test_everything_in_view_of_the_window_has_a_name(window: MainWindow, sample: Document) -> None:
    assert nameless(window) == []
    window.show_document(sample)
    sample.apply(enter(sample.report, {RECEIVED: 13}))
    for number in range(len(window.desk.tabs)):
        window.desk.turn_to(number)
        settle(window)
        assert nameless(window) == [], number


@pytest.mark.parametrize(
    "kind", ["find", "new", "note", "sentence", "tidy", "backups", "keys"], ids=lambda kind: kind
)
def test_everything_in_a_dialog_has_a_name(
    qtbot: QtBot, window: MainWindow, sample: Document, kind: str
) -> None:
    sample.apply(enter(sample.report, {RECEIVED: 13}))
    dialog: QDialog
    match kind:
        case "find":
            dialog = FindDialog(sample, window)
        case "new":
            dialog = NewReportDialog(parent=window)
        case "note":
            dialog = NoteDialog(sample.findings[0], window)
        case "sentence":
            dialog = SentenceDialog(sample, "overview", window)
        case "tidy":
            dialog = TidyDialog(sample.report, window)
        case "backups":
            dialog = BackupsDialog(sample, [], window)
        case _:
            dialog = KeysDialog(window)
    qtbot.addWidget(dialog)
    dialog.show()
    # The second column of a heading in the list of keys is empty by nature.
    assert [one for one in nameless(dialog) if not one.startswith("TreeItem")] == []
    assert dialog.windowTitle()


def test_a_cell_says_row_column_value_and_finding(window: MainWindow, sample: Document) -> None:
    window.show_document(sample)
    window.desk.turn_to(3)
    sample.apply(enter(sample.report, {RECEIVED: 13}))
    settle(window)
    table = window.desk.tabs[3].page.table
    assert table is not None
    grid = table.cells.grid
    names = list(cell_names(table.cells))
    for key in grid.frame.places:
        state = grid.state(key)
        parts = (row_of(sample.form, key), column_of(sample.form, key), f"，{state.text}件，", state.words)
        assert any(all(part in name for part in parts) for name in names), key
    said = cell_interface(table.cells, RECEIVED)
    assert "13件" in said.text(QAccessible.Text.Name)
    assert SEVERITIES["error"] in said.text(QAccessible.Text.Name)
    assert "不平" in said.text(QAccessible.Text.Description)


def test_the_current_cell_has_the_focus(window: MainWindow, sample: Document) -> None:
    window.show_document(sample)
    window.desk.turn_to(3)
    table = window.desk.tabs[3].page.table
    assert table is not None
    table.go_to("requests.granted.business")
    state = cell_interface(table.cells, "requests.granted.business").state()
    assert state.focused  # type: ignore[attr-defined]
    assert not cell_interface(table.cells, RECEIVED).state().focused  # type: ignore[attr-defined]


def test_a_tab_says_what_it_holds(window: MainWindow, sample: Document) -> None:
    window.show_document(sample)
    sample.apply(enter(sample.report, {RECEIVED: 13}))
    settle(window)
    bar = QAccessible.queryAccessibleInterface(window.ui.tabs.tabBar())
    names = [one.text(QAccessible.Text.Name) for one in interfaces(bar)]
    assert any(name.startswith("三 申请办理 ▲") for name in names)
