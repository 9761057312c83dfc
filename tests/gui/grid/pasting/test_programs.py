"""What Word, WPS, Excel, LibreOffice and browsers copy lands where its labels say, whole or a few rows."""

import pytest

from benchmarks.clipboards import PROGRAMS, body_rows, copied
from reportdesk.document import Document
from reportdesk.gui.grid.model import GridModel
from reportdesk.gui.grid.pasting import blocks
from reportdesk.report.model import Report
from reportdesk.report.totals import figures

TABLES = ["disclosure", "requests", "disputes"]


@pytest.fixture
def filled(form) -> Report:
    """A report in which no two figures near each other are alike."""
    cells = {cell.key: number * 7 % 97 + 1 for number, cell in enumerate(form.entered)}
    return Report(form, organ="云溪县档案局", year=2024, cells=cells)


def pasted(filled, table, program, rows=None):
    """Returns the cells written and the outcome of a paste in the middle of an empty table."""
    lies = copied(filled.form, table, figures(filled), program, rows)
    document = Document(Report(filled.form, organ="云溪县水利局", year=2024))
    grid = GridModel(document, table)
    keys = list(grid.frame.places)
    outcome = blocks.paste_text(grid, lies.text, [keys[len(keys) // 2]], lies.html)
    return dict(document.report.cells), outcome


def wanted(filled, table, rows=None):
    boxes = GridModel(Document(filled), table).frame.sheet.boxes
    keys = [box.key for box in boxes if box.key and (rows is None or box.row in rows)]
    return {key: filled.cells[key] for key in keys if key in filled.cells}


@pytest.mark.parametrize("table", TABLES)
@pytest.mark.parametrize("program", PROGRAMS)
def test_a_whole_table_lands_whole(qapp, filled, program, table):
    cells, outcome = pasted(filled, table, program)
    assert cells == wanted(filled, table)
    assert outcome.is_whole


@pytest.mark.parametrize("program", PROGRAMS)
@pytest.mark.parametrize("place", [0, 9, -1])
def test_one_row_with_its_label_lands_in_it(qapp, filled, form, program, place):
    rows = [body_rows(form, "requests")[place]]
    cells, outcome = pasted(filled, "requests", program, rows)
    assert cells == wanted(filled, "requests", rows)
    assert outcome.by_labels


@pytest.mark.parametrize("program", PROGRAMS)
def test_a_few_rows_land_in_theirs(qapp, filled, form, program):
    rows = body_rows(form, "requests")[5:11]
    cells, _ = pasted(filled, "requests", program, rows)
    assert cells == wanted(filled, "requests", rows)


@pytest.mark.parametrize("program", PROGRAMS)
def test_a_row_whose_columns_are_unclear_is_left_and_told(qapp, filled, form, program):
    """Three figures of 规章 may be those of another edition, whose columns say something else."""
    rows = body_rows(form, "disclosure")[:1]
    cells, outcome = pasted(filled, "disclosure", program, rows)
    assert cells == {}
    assert "分不清" in outcome.summary
