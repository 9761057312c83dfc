"""What stands in a cell beside its figure is named, and the file counts as whole no more."""

from io import BytesIO
from pathlib import Path

import docx
import pytest

from reportdesk.readers import read_source
from reportdesk.readers.protocol import Source
from reportdesk.readers.result.reading import Reading
from reportdesk.writers import render
from reportdesk.writers.word.writer import WordWriter
from tests.checks.reports import correct_report

KEY = "disclosure.normative_documents.issued"


def read(name: str, data: bytes) -> Reading:
    return read_source(Source(Path(name), data))


@pytest.mark.parametrize("carries", ["nothing", "everything"])
@pytest.mark.parametrize("words", ["8", "另有三件未计入"])
def test_a_table_in_a_cell_is_named(carries: str, words: str) -> None:
    report = correct_report()
    document = docx.Document(BytesIO(WordWriter(carries=carries).render(report)))  # type: ignore[arg-type]
    table = document.tables[1]
    cell = next(cell for row in table.rows for cell in row.cells if cell.text.isdigit())
    cell.add_table(1, 1).cell(0, 0).text = words
    cell.add_paragraph("")
    changed = BytesIO()
    document.save(changed)
    reading = read("年报.docx", changed.getvalue())
    assert reading.report.cells == report.cells
    assert not reading.is_whole
    assert any(note.code == "read.dropped" and words in note.message for note in reading.report.notes)


@pytest.mark.parametrize("link", ['<a href="#note1">1</a>', '<a href="#_ftn2"><span>2</span></a>'])
def test_a_link_to_a_note_behind_a_figure_is_no_digit_of_it(link: str) -> None:
    page = render(correct_report(), ".html").decode()
    figure = str(correct_report().cells[KEY])
    assert page.count(f">{figure}<") == 1
    foreign = page.replace(f">{figure}<", f">{figure}{link}<")
    assert read("年报.html", foreign.encode()).report.cells[KEY] == int(figure)


def test_a_figure_that_is_a_link_itself_is_one() -> None:
    page = render(correct_report(), ".html").decode()
    figure = str(correct_report().cells[KEY])
    foreign = page.replace(f">{figure}<", f'><a href="#">{figure}</a><')
    assert read("年报.html", foreign.encode()).report.cells[KEY] == int(figure)
