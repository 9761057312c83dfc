"""The head's page, the correction notice and the look into a file before it goes out, from the menu."""

from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import docx
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QMessageBox

from reportdesk.document import Document
from reportdesk.gui.dialogs.charts import ChartsDialog
from reportdesk.gui.dialogs.fingerprint import FingerprintDialog
from reportdesk.gui.window import MainWindow
from reportdesk.inspection import traces_of
from reportdesk.readers import load
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


def test_the_correction_never_takes_the_place_of_what_was_published(
    window: MainWindow, sample: Document, tmp_path: Path
) -> None:
    published = tmp_path / "公布.docx"
    published.write_bytes(before := render(sample.report, ".docx"))
    sample.apply(enter(sample.report, {RECEIVED: 77}))
    window.show_document(sample)
    with (
        answering(QFileDialog, choose(published, published), times=2),
        answering(QMessageBox, agree, times=2) as boxes,
    ):
        trigger(window, "correct")
    assert "这是要读的文件" in box_says(boxes[-1])
    assert published.read_bytes() == before


def agree(box: QMessageBox) -> None:
    """Says yes to the file dialog's own question, and closes what tells of the refusal."""
    yes = box.button(QMessageBox.StandardButton.Yes)
    (yes or box.buttons()[0]).click()


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
    assert traces_of(load(copy)) == ()


def test_the_fingerprint_of_a_file_is_compared_from_the_menu(
    window: MainWindow, sample: Document, tmp_path: Path
) -> None:
    path = tmp_path / "年报.docx"
    path.write_bytes(render(sample.report, ".docx"))
    window.show_document(sample)
    said: list[str] = []

    def compare(dialog: FingerprintDialog) -> None:
        with answering(QFileDialog, choose_file(path)):
            press("和一个文件核对…")(dialog)
        said.append(dialog.ui.answer.text())
        dialog.reject()

    with answering(FingerprintDialog, compare):
        trigger(window, "fingerprint")
    assert said[0].startswith("✓ 相符")


@pytest.mark.usefixtures("chinese_font")
def test_pictures_are_written_into_a_folder_of_their_own(
    window: MainWindow, sample: Document, tmp_path: Path
) -> None:
    window.show_document(sample)

    def draw(dialog: ChartsDialog) -> None:
        dialog.ui.scale.setCurrentIndex(0)
        for row in range(1, dialog.ui.cards.count()):
            dialog.ui.cards.item(row).setCheckState(Qt.CheckState.Unchecked)
        press("保存到文件夹…")(dialog)

    with (
        answering(ChartsDialog, draw),
        answering(QFileDialog, choose_file(tmp_path)),
        answering(QMessageBox, press("知道了")),
    ):
        trigger(window, "charts")
    (folder,) = tmp_path.glob("*图解")
    assert sorted(path.name for path in folder.iterdir()) == [
        *("chart-received.png", "chart-received.svg", "chart.html", "chart.json", "chart.png", "chart.svg")
    ]
