"""Where a card leads: what may be wrong first, every cell and every place in words, each once."""

from reportdesk.checks.causes.grouping import CauseGroup
from reportdesk.checks.causes.slips import Slip, SlipKind
from reportdesk.checks.finding import Finding
from reportdesk.gui.findings.stops import stops_of

SUM = Finding("requests.balance", "error", "不平", ("a", "b", "c"), 2, 1, 1)
ROW = Finding("requests.row_sum", "error", "不平", ("t", "b"), 2, 1, 1)
WORDS = Finding("text.received", "warning", "文字", ("d",), 2, 1, 1, section="overview", span=(3, 5))


def test_what_may_be_wrong_comes_first_and_every_cell_once() -> None:
    slip = Slip(SlipKind.FIGURE, ("b",), (2,), (1,))
    stops = stops_of(CauseGroup((SUM, ROW, WORDS), (slip,), 2))
    assert [stop.cell for stop in stops] == ["b", "a", "c", "t", "", "d"]
    assert [stop.finding for stop in stops if not stop.cell] == [WORDS]
    assert all(set(stop.cells) == {"a", "b", "c", "t", "d"} for stop in stops)


def test_of_a_fold_each_finding_is_a_place_and_rings_its_own_cells() -> None:
    stops = stops_of(CauseGroup((SUM, ROW), is_alike=True))
    assert [(stop.cell, stop.cells) for stop in stops] == [("a", SUM.cells), ("t", ROW.cells)]


def test_what_is_not_written_is_gone_to_without_rings() -> None:
    blank = Finding("cell.blank", "warning", "空", ("a", "b"), is_unwritten=True)
    assert [(stop.cell, stop.cells) for stop in stops_of(CauseGroup((blank,)))] == [("a", ()), ("b", ())]


def test_a_field_is_a_place_too() -> None:
    missing = Finding("field.unwritten", "warning", "没有填", field="organ", is_unwritten=True)
    assert [stop.finding.field for stop in stops_of(CauseGroup((missing,)))] == ["organ"]
