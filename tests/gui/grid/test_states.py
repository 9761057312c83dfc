"""Every state of a cell is told by a shape, a word and a colour, to the eye and to a screen reader."""

from collections.abc import Iterable

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QAccessible, QColor, QImage, QPalette

from reportdesk.form.place import place_of
from reportdesk.gui.look.theme import luminance, theme_of
from reportdesk.report.edit import enter
from reportdesk.report.model import LastYear

CELL = "requests.received.natural_person"
TOTAL = "requests.received.total"


def rect_of(view, key: str) -> QRect:
    rect = view.cells.visualRect(view.cells.grid.index_of(key))
    assert view.cells.viewport().rect().contains(rect)
    return rect


#: Luminance that a channel rounded to the next of 256 may be off.
ROUNDING = 0.005


def picture(view, key: str) -> QImage:
    return view.cells.viewport().grab(rect_of(view, key)).toImage()


def colours(image: QImage) -> set[str]:
    pixels = memoryview(image.convertToFormat(QImage.Format.Format_RGB32).constBits()).cast("I")
    return {QColor(pixel).name() for pixel in set(pixels)}


def shown(view, *wanted: QColor, key: str) -> list[bool]:
    seen = colours(picture(view, key))
    return [colour.name() in seen for colour in wanted]


def darkest(image: QImage) -> float:
    return min(luminance(QColor(name)) for name in colours(image))


def words(view, key: str) -> str:
    return view.cells.grid.data(view.cells.grid.index_of(key), Qt.ItemDataRole.AccessibleTextRole)


def test_a_blank_and_a_nought_look_and_sound_different(show):
    view = show(cells={"requests.received.business": 0})
    view.go_to("requests.granted.other")
    theme = view.cells.brush.theme
    assert shown(view, theme.blank_line, key=CELL) == [True]
    assert shown(view, theme.blank_line, key="requests.received.business") == [False]
    assert darkest(picture(view, "requests.received.business")) < darkest(picture(view, CELL))
    assert words(view, CELL) == "表三 · 一、本年新收政府信息公开申请数量 · 自然人，空白"
    assert words(view, "requests.received.business").endswith("商业企业，0件，已填")


def test_a_sum_stands_bold_on_a_ground_of_its_own(show, nil):
    view = show(cells=nil)
    assert shown(view, view.cells.brush.theme.derived.ground, key=TOTAL) == [True]
    assert words(view, TOTAL).endswith("总计，0件，合计，自动算出")
    assert view.cells.brush.bold.bold()


def test_a_sum_over_blanks_shows_lighter_how_far_it_got(show):
    view = show(cells={CELL: 3})
    theme = view.cells.brush.theme
    assert view.cells.grid.data(view.cells.grid.index_of(TOTAL)) == "3"
    # Thin strokes of some fonts fill no pixel: none is as dark as the ink, but none is darker either.
    faint, muted = luminance(theme.blank_line), luminance(theme.derived_muted_ink)
    assert muted - ROUNDING <= darkest(picture(view, TOTAL)) < faint
    assert "还有空白" in words(view, TOTAL)
    view.document.apply(enter(view.document.report, {"requests.received.business": 2}))
    assert view.cells.grid.data(view.cells.grid.index_of(TOTAL)) == "5"


def test_a_printed_sum_that_differs_shows_both_figures(show, nil):
    view = show(cells=nil | {CELL: 2}, stated={TOTAL: 3})
    theme = view.cells.brush.theme
    state = view.cells.grid.state(TOTAL)
    assert (state.text, state.total) == ("3", "2")
    assert shown(view, theme.error.ground, theme.error.ink, key=TOTAL) == [True, True]
    assert "原填合计，与各项之和 2 不等" in words(view, TOTAL)


def test_what_is_no_figure_stands_struck_as_it_was_given(show):
    view = show(invalid={"requests.received.business": "三件"})
    theme = view.cells.brush.theme
    state = view.cells.grid.state("requests.received.business")
    assert (state.text, state.severity) == ("三件", "error")
    assert view.cells.brush.struck.strikeOut()
    assert shown(view, theme.error.ink, key="requests.received.business") == [True]
    assert "不是有效的数" in words(view, "requests.received.business")


def test_what_was_taken_over_has_a_tinted_corner_until_it_is_confirmed(show):
    key = "requests.carried_in.business"
    view = show(cells={key: 2}, unconfirmed={key: True})
    tint = view.cells.brush.theme.inherited.ink
    corner = picture(view, key)
    assert corner.pixelColor(corner.width() - 4, 2).name() == tint.name()
    assert "沿用上年，待确认" in words(view, key)
    view.cells.grid.setData(view.cells.grid.index_of(key), "2")
    assert shown(view, tint, key=key) == [False]
    assert "待确认" not in words(view, key)


def unbalanced(nil: dict[str, int]) -> dict[str, int]:
    return nil | {"requests.received.business": 3}


def test_an_error_marks_the_cell_to_go_to_until_it_is_mended(show, nil):
    key = "requests.received.business"
    view = show(cells=unbalanced(nil))
    theme = view.cells.brush.theme
    assert view.cells.grid.state(key).severity == "error"
    assert shown(view, theme.error.ground, theme.error.ink, key=key) == [True, True]
    assert "必改" in words(view, key)
    tooltip = view.cells.grid.data(view.cells.grid.index_of(key), Qt.ItemDataRole.ToolTipRole)
    assert "相差 3" in tooltip
    view.document.apply(enter(view.document.report, {"requests.carried_out.business": 3}))
    assert shown(view, theme.error.ground, key=key) == [False]


def test_a_warning_that_was_explained_leaves_a_small_corner(show, form, nil):
    last = LastYear("2021", 2023, "云溪县档案局", {cell.key: 0 for cell in form.cells.values()})
    cells = nil | {"disclosure.normative_documents.in_force": 2}
    view = show("disclosure", cells=cells, last=last)
    document, theme = view.document, view.cells.brush.theme
    finding = next(found for found in document.open_findings if found.code == "disclosure.in_force")
    key = finding.cells[0]
    assert view.cells.grid.state(key).severity == "warning"
    assert shown(view, theme.warning.ink, theme.note, key=key) == [True, False]
    document.accept(finding, "清理后重新统计")
    assert view.cells.grid.state(key).note == "清理后重新统计"
    assert shown(view, theme.warning.ink, theme.note, key=key) == [False, True]
    assert "已说明：清理后重新统计" in words(view, key)
    document.undo()
    assert view.cells.grid.state(key).severity == "warning"


def test_blanks_carry_no_second_mark(show):
    view = show()
    assert {view.cells.grid.state(key).severity for key in view.cells.grid.frame.places} == {None}


def test_lit_cells_are_ringed_until_the_next_call(show, nil):
    view = show(cells=nil)
    view.go_to("requests.granted.other")
    ring = view.cells.brush.theme.warning.ink
    view.cells.light([CELL, TOTAL])
    assert shown(view, ring, key=CELL) == shown(view, ring, key=TOTAL) == [True]
    view.cells.light([TOTAL])
    assert shown(view, ring, key=CELL) == [False]
    view.cells.light(())
    assert shown(view, ring, key=TOTAL) == [False]


def test_last_years_figure_stands_beside_the_cell(show, nil):
    last = LastYear("2021", 2023, "云溪县档案局", {CELL: 5})
    view = show(cells=nil, last=last)
    view.go_to("requests.granted.other")
    beside = QRect(2, 4, 30, 16)
    assert len(colours(picture(view, CELL).copy(beside))) > 5
    assert "上年 5" in words(view, CELL)
    view.set_show_last_year(False)
    assert len(colours(picture(view, CELL).copy(beside))) == 1


def test_a_figure_that_the_edition_dropped_or_of_another_year_stands_nowhere(show, nil):
    key = "disclosure.rules.issued"
    for last in (
        LastYear("2019", 2023, "云溪县档案局", {key: 5}),
        LastYear("2021", 2022, "云溪县档案局", {key: 5}),
    ):
        view = show("disclosure", cells=nil, last=last)
        assert "上年" not in words(view, key)


def test_the_current_cell_has_a_ring_and_its_labels_are_lit(show):
    view = show()
    view.go_to("requests.denied_third_party.research")
    assert shown(view, view.cells.brush.theme.accent, key="requests.denied_third_party.research") == [True]
    lit = {box.text for box in view.cells.delegate.lit_labels}
    assert lit == {
        "三、本年度办理结果",
        "（三）不予公开",
        "4.保护第三方合法权益",
        "法人或其他组织",
        "科研机构",
    }
    tint = view.cells.brush.theme.header_lit.ground.name()
    assert tint in colours(view.cells.frozen.across.viewport().grab().toImage())
    assert tint in colours(view.cells.frozen.down.viewport().grab().toImage())


def test_labels_between_bands_are_lit_too(show):
    view = show("disclosure")
    view.go_to("disclosure.penalties.decisions")
    lit = {(box.text, box.row) for box in view.cells.delegate.lit_labels}
    assert lit == {("行政处罚", 9), ("本年处理决定数量", 8)}


def test_a_dark_palette_darkens_the_open_grid(show):
    view = show()
    dark = QPalette(view.palette())
    dark.setColor(QPalette.ColorRole.Base, QColor("#1e1f22"))
    dark.setColor(QPalette.ColorRole.Text, QColor("#d8d8d8"))
    view.setPalette(dark)
    assert view.cells.brush.theme == theme_of(dark)
    assert luminance(view.cells.brush.theme.ground) < luminance(view.cells.brush.theme.ink)
    assert "#1e1f22" in colours(picture(view, CELL))


def accessible_names(view) -> Iterable[tuple[str, str]]:
    table = QAccessible.queryAccessibleInterface(view.cells)
    for number in range(table.childCount()):
        child = table.child(number)
        if child is not None and child.role() == QAccessible.Role.Cell:
            yield child.text(QAccessible.Text.Name), child.text(QAccessible.Text.Description)


@pytest.mark.parametrize("table", ["disclosure", "requests", "disputes"])
def test_a_screen_reader_hears_every_cell_by_table_row_column_value_and_state(show, form, nil, table):
    view = show(table, cells=nil)
    heard = [name for name, _ in accessible_names(view)]
    for cell in form.cells_of(table):
        value = f"0{cell.unit}，{'合计，自动算出' if cell.is_derived else '已填'}"
        assert f"{place_of(view.document.form, cell.key)}，{value}" in heard


def test_a_screen_reader_hears_what_is_wrong(show, nil):
    view = show(cells=unbalanced(nil))
    names = dict(accessible_names(view))
    [wrong] = [name for name in names if "一、本年新收" in name and "商业企业" in name]
    assert "必改" in wrong
    assert "相差 3" in names[wrong]
    assert QAccessible.queryAccessibleInterface(view.cells).text(QAccessible.Text.Name) == "表三"


def test_the_ring_pales_while_the_keyboard_is_elsewhere(show, qtbot):
    view = show()
    theme = view.cells.brush.theme
    assert shown(view, theme.accent, theme.blank_line, key=CELL) == [True, True]
    view.cells.clearFocus()
    assert shown(view, theme.accent, key=CELL) == [False]
