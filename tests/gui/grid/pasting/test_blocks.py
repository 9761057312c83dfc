"""Blocks come from Excel and WPS and go there; what cannot be written is named, never lost in silence."""

import pytest
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMessageBox

from reportdesk.form.spans import lay_out
from reportdesk.gui.grid import Differing, PasteOutcome
from reportdesk.gui.grid.pasting.clipboard import read_block, write_block
from tests.gui.clerk import answering
from tests.gui.clerk import press as press_button
from tests.gui.grid.conftest import press

Key = Qt.Key
CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
COLUMNS = ("natural_person", "business", "research", "public_interest", "legal_service", "other")


@pytest.fixture
def paste(qtbot):
    def paste_text(view, text: str) -> PasteOutcome:
        QGuiApplication.clipboard().setText(text)
        with qtbot.waitSignal(view.pasted) as signal:
            press(view, Key.Key_V, modifier=CONTROL)
        return signal.args[0]

    return paste_text


def clipboard() -> str:
    return QGuiApplication.clipboard().text()


def test_a_block_of_excel_lands_as_a_block_in_one_step(show, paste):
    view = show()
    view.go_to("requests.granted.business")
    outcome = paste(view, "1\t2\r\n3\t4\r\n")
    cells = dict(view.document.report.cells)
    assert cells == {
        "requests.granted.business": 1,
        "requests.granted.research": 2,
        "requests.partially_granted.business": 3,
        "requests.partially_granted.research": 4,
    }
    assert sorted(outcome.written) == sorted(cells)
    assert outcome.summary == "已粘贴 4 格"
    view.document.undo()
    assert not view.document.report.cells
    assert not view.document.history.done


def test_the_text_goes_before_the_web_table_beside_it(show, qtbot):
    view = show()
    both = QMimeData()
    both.setHtml("<table><tr><td>7</td></tr></table>")
    both.setText("１２\t1,234\n")
    QGuiApplication.clipboard().setMimeData(both)
    view.cells.paste()
    assert view.document.report.cells == {
        "requests.received.natural_person": 12,
        "requests.received.business": 1234,
    }


@pytest.mark.parametrize(
    ("text", "block"),
    [
        ("5", [["5"]]),
        ("1\t2\n3\t4", [["1", "2"], ["3", "4"]]),
        ("1\t2\r\n\r\n3\t4\r\n", [["1", "2"], [""], ["3", "4"]]),
        ('"1\n2"\t3\n', [["1\n2", "3"]]),
        ('"说 ""好"""\t3', [['说 "好"', "3"]]),
        ('5"\t6\n7\t8', [['5"', "6"], ["7", "8"]]),
        ("1\t2\0\r\n", [["1", "2"]]),
        ("\t\n", [["", ""]]),
        ("", []),
    ],
)
def test_texts_of_the_clipboard_are_read_as_blocks(text, block):
    assert read_block(text) == block


def test_a_field_longer_than_any_figure_is_only_a_field():
    assert read_block("9" * 200_000 + "\t1") == [["9" * 200_000, "1"]]


@pytest.mark.parametrize("block", [[["1", ""], ["", "4"]], [["a\tb", 'c"d'], ["e\nf", ""]]])
def test_a_block_written_is_read_again(block):
    assert read_block(write_block(block)) == block


def test_sums_are_compared_not_written(show, paste, nil):
    view = show(cells=nil)
    outcome = paste(view, "1\t2\t0\t0\t0\t0\t3\n4\t0\t0\t0\t0\t0\t5\n")
    assert outcome.agreeing == ["requests.received.total"]
    assert outcome.differing == [Differing("requests.carried_in.total", "5", "4")]
    assert outcome.summary == "已粘贴 12 格，1 个合计一致，1 个合计不一致"
    assert view.document.figures["requests.carried_in.total"] == 4
    assert not view.document.report.stated


def test_a_sum_over_blanks_is_told_as_unknown(show, paste):
    view = show()
    view.go_to("requests.received.other")
    assert paste(view, "1\t9").differing == [Differing("requests.received.total", "9", "")]


def test_refused_values_keep_the_old_ones_and_are_named(show, paste):
    view = show(cells={"requests.received.business": 7})
    outcome = paste(view, "1\t/\t1.5\t3")
    cells = view.document.report.cells
    assert (cells["requests.received.natural_person"], cells["requests.received.public_interest"]) == (1, 3)
    assert cells["requests.received.business"] == 7
    assert "requests.received.research" not in cells
    assert [refused.key for refused in outcome.refused] == [
        "requests.received.business",
        "requests.received.research",
    ]
    assert "1.5" in outcome.refused[1].reason
    assert outcome.summary == "已粘贴 2 格，2 格不能填，原数未动"


def test_what_falls_beyond_the_table_is_counted(show, paste):
    view = show()
    view.go_to("requests.carried_out.other")
    outcome = paste(view, "1\t\t7\n8\t9\n")
    assert view.document.report.cells == {"requests.carried_out.other": 1}
    assert outcome.outside == 3


def test_blanks_in_a_block_blank_cells_if_the_clerk_says_so(show, paste, nil):
    view = show(cells=nil)
    with answering(QMessageBox, press_button("清掉")):
        paste(view, "1\t\t3")
    cells = view.document.report.cells
    assert "requests.received.business" not in cells
    assert cells["requests.received.research"] == 3


def test_blanks_in_a_block_leave_figures_or_all_as_it_was(show, paste, nil):
    view = show(cells=nil)
    with answering(QMessageBox, press_button("保留原来的数")):
        outcome = paste(view, "1\t\t3")
    cells = view.document.report.cells
    assert (cells["requests.received.natural_person"], cells["requests.received.business"]) == (1, 0)
    assert outcome.kept == ["requests.received.business"]
    assert "1 格原来的数留着" in outcome.summary
    with answering(QMessageBox, press_button("取消")):
        QGuiApplication.clipboard().setText("5\t\t6")
        view.cells.paste()
    assert view.document.report.cells == cells


def test_blanks_over_blanks_are_not_asked_about(show, paste):
    view = show()
    assert len(paste(view, "1\t\t3").written) == 2


@pytest.mark.parametrize(
    ("pasted", "figure"),
    [("12件", 12), ("5.0", 5), (" - ", 0), (" -   ", 0), ("\u202d7\u202c", 7), ("1,234", 1234)],
)
def test_figures_as_spreadsheets_and_pages_print_them(show, paste, pasted, figure):
    view = show()
    paste(view, f"1\t{pasted}")
    assert view.document.report.cells["requests.received.business"] == figure


def test_the_pasted_block_is_chosen(show, paste):
    view = show()
    view.go_to("requests.granted.business")
    outcome = paste(view, "1\t2\n3\t4\n")
    assert sorted(view.cells.chosen_keys()) == sorted(outcome.written)


def test_merged_boxes_take_the_first_value_and_leave_the_blanks(show, paste):
    view = show("disclosure")
    view.go_to("disclosure.licensing.decisions")
    outcome = paste(view, "5\t\t\n第二十条第（六）项\t\t\n本年处理 决定数量\t\t\n6\t\t\n7\t\t8\n")
    assert view.document.report.cells == {
        "disclosure.licensing.decisions": 5,
        "disclosure.penalties.decisions": 6,
        "disclosure.compulsion.decisions": 7,
    }
    assert outcome.outside == 2


@pytest.mark.parametrize("table", ["disclosure", "requests", "disputes"])
def test_a_whole_sheet_lands_on_the_whole_sheet(show, paste, form, table):
    sheet = lay_out(form.table(table))
    rows = [[""] * sheet.columns for _ in range(sheet.rows)]
    for box in sheet.boxes:
        rows[box.row][box.column] = box.text or "0"
    view = show(table)
    outcome = paste(view, write_block(rows))
    entered = [cell.key for cell in form.cells_of(table) if not cell.is_derived]
    assert sorted(outcome.written) == sorted(entered)
    assert (outcome.outside, outcome.refused, outcome.differing) == (0, [], [])


def test_one_value_fills_all_chosen_cells(show, paste):
    view = show()
    press(view, Key.Key_Right, Key.Key_Down, modifier=SHIFT)
    outcome = paste(view, "0\r\n")
    assert len(outcome.written) == len(view.document.report.cells) == 4


def test_an_empty_clipboard_changes_nothing(show):
    view = show()
    QGuiApplication.clipboard().clear()
    view.cells.paste()
    assert not view.document.history.done


def test_pasting_confirms_what_was_taken_over(show, paste):
    key = "requests.carried_in.natural_person"
    view = show(cells={key: 2}, unconfirmed={key: True})
    view.go_to(key)
    paste(view, "2")
    assert not view.document.report.unconfirmed


def test_copied_figures_come_back_as_they_were(show, paste, nil):
    figures = nil | {f"requests.granted.{name}": number for number, name in enumerate(COLUMNS)}
    view = show(cells=figures)
    press(view, Key.Key_A, modifier=CONTROL)
    press(view, Key.Key_C, modifier=CONTROL)
    lines = clipboard().splitlines()
    assert lines[2].split("\t") == ["0", "1", "2", "3", "4", "5", "15"]
    assert len(lines) == 25
    other = show()
    outcome = paste(other, clipboard())
    assert not outcome.differing
    assert not outcome.outside
    assert len(outcome.agreeing) == 31
    asked = {cell.key for cell in other.document.form.cells_of("requests")}
    assert other.document.report.cells == {key: figure for key, figure in figures.items() if key in asked}


def test_merged_boxes_are_copied_once(show):
    view = show(
        "disclosure", cells={"disclosure.licensing.decisions": 5, "disclosure.penalties.decisions": 6}
    )
    view.cells.selectAll()
    view.cells.copy()
    lines = clipboard().splitlines()
    assert lines[4].split("\t") == ["5", "", ""]
    assert lines[6].split("\t") == ["本年处理决定数量", "", ""]


def test_a_cut_copies_and_blanks_in_one_step(show, nil):
    view = show(cells=nil | {"requests.received.natural_person": 8})
    press(view, Key.Key_X, modifier=CONTROL)
    assert clipboard() == "8\n"
    assert "requests.received.natural_person" not in view.document.report.cells
    assert len(view.document.history.done) == 1


def test_a_sum_cut_is_only_copied(show, nil):
    view = show(cells=nil)
    view.go_to("requests.received.total")
    view.cells.cut()
    assert clipboard() == "0\n"
    assert not view.document.history.done


def test_header_and_corner_choose_what_stands_under_them(show, qtbot):
    view = show()
    header = view.cells.frozen.across
    groups = [box for box in view.cells.grid.frame.across if box.text == "法人或其他组织"]
    QTest.mouseClick(header.viewport(), Qt.MouseButton.LeftButton, pos=header._rect(groups[0]).center())
    chosen = {key.rpartition(".")[2] for key in view.cells.chosen_keys()}
    assert chosen == set(COLUMNS) - {"natural_person"}
    QTest.mouseClick(view.cells.frozen.corner, Qt.MouseButton.LeftButton)
    assert len(view.cells.chosen_keys()) == 175


def test_a_block_pasted_into_an_open_field_lands_as_a_block(show, paste):
    view = show(cells={"requests.received.natural_person": 7})
    press(view, Key.Key_F2)
    outcome = paste(view, "1\t2\r\n3\t4\r\n")
    assert view.cells.field() is None
    assert len(outcome.written) == 4
    assert view.document.report.cells["requests.received.natural_person"] == 1


def test_a_single_value_is_pasted_into_the_open_field(show):
    view = show()
    QGuiApplication.clipboard().setText("1,234\r\n")
    press(view, Key.Key_F2)
    press(view, Key.Key_V, modifier=CONTROL)
    press(view, Key.Key_Return)
    assert view.document.report.cells["requests.received.natural_person"] == 1234
