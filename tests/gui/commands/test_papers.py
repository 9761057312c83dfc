"""The head's page, the correction notice and the look into a file before it goes out, from the menu."""

from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import docx
from PySide6.QtWidgets import QFileDialog, QMessageBox

from reportdesk.document import Document
from reportdesk.gui.window import MainWindow
from reportdesk.inspection import inspect_file
from reportdesk.report.edit import enter
from reportdesk.report.fingerprint import fingerprint
from reportdesk.writers import render
from tests.gui.clerk import answering, box_says, choose_file, press, trigger

RECEIVED = "requests.received.natural_person"


def choose(*paths: Path) -> Callable[[QFileDialog], None]:
    """Chooses one file after the other."""
    files = iter(paths)

    def act(dialog: QFileDialog) -> None:
        choose_file(next(files))(dialog)

    return act


def test_the_head_s_page_is_written_where_the_clerk_says(
    window: MainWindow, sample: Document, tmp_path: Path
) -> None:
    window.show_document(sample)
    with answering(QFileDialog, choose_file(tmp_path / "核验单.docx")):
        trigger(window, "sheet")
    said = "".join(paragraph.text for paragraph in docx.Document(str(tmp_path / "核验单.docx")).paragraphs)
    assert fingerprint(sample.report) in said


def test_the_correction_of_a_published_file(window: MainWindow, sample: Document, tmp_path: Path) -> None:
    published, out = tmp_path / "公布.docx", tmp_path / "更正说明.docx"
    published.write_bytes(render(sample.report, ".docx"))
    sample.apply(enter(sample.report, {RECEIVED: 77}))
    window.show_document(sample)
    with answering(QFileDialog, choose(published, out), times=2):
        trigger(window, "correct")
    (table,) = docx.Document(BytesIO(out.read_bytes())).tables
    assert any(cell.text == "77 件" for row in table.rows for cell in row.cells)


def test_a_file_is_looked_into_and_a_clean_copy_is_offered(
    window: MainWindow, sample: Document, tmp_path: Path
) -> None:
    path, copy = tmp_path / "年报.docx", tmp_path / "干净.docx"
    path.write_bytes(render(sample.report, ".docx", "everything"))
    said: list[str] = []

    def look(box: QMessageBox) -> None:
        said.append(box_says(box))
        press("另存干净的副本…")(box)

    with answering(QMessageBox, look), answering(QFileDialog, choose(path, copy), times=2):
        trigger(window, "inspect")
    assert "附带的数据" in said[0]
    assert inspect_file(copy) == ()
