"""A file of one kind never lies under the name of another, whatever is typed."""

import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QStandardPaths
from PySide6.QtWidgets import QFileDialog, QMessageBox

from reportdesk.collect.kept import Settings, save_set
from reportdesk.document import Document
from reportdesk.gui.qt.file_dialogs import ask_save, last_folder
from reportdesk.gui.window import MainWindow
from reportdesk.project.file import read_project
from tests.gui.clerk import answering, box_says, choose_file, press, trigger


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere the system makes the folder of documents")
def test_dialogs_begin_at_home_where_there_is_no_folder_of_documents(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    assert last_folder("open") == tmp_path
    documents = Path(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation))
    documents.mkdir(parents=True)
    assert last_folder("open") == documents


@pytest.mark.parametrize(
    ("typed", "suffix", "written"),
    [
        ("x.docx", ".rdesk", "x.docx.rdesk"),
        ("x", ".rdesk", "x.rdesk"),
        ("X.RDESK", ".rdesk", "X.RDESK"),
        ("第1.2稿", ".docx", "第1.2稿.docx"),
        ("pub.rdesk", ".docx", "pub.rdesk.docx"),
        ("pub.json", ".docx", "pub.json.docx"),
        ("表.xls", ".xlsx", "表.xls.xlsx"),
        (".rdesk", ".rdesk", ".rdesk.rdesk"),
        ("x.rdesk ", ".rdesk", "x.rdesk"),
        ("x.docx.\u3000", ".docx", "x.docx"),
        ("x. ", ".docx", "x.docx"),
    ],
)
def test_the_name_ends_in_its_kind(
    window: MainWindow, sample: Document, tmp_path: Path, typed: str, suffix: str, written: str
) -> None:
    with answering(QFileDialog, choose_file(tmp_path / typed)):
        assert ask_save(window, "保存", sample, suffix) == tmp_path / written


@pytest.mark.parametrize(("answer", "is_kept"), [("覆盖", False), ("取消", True)])
def test_one_that_is_there_under_the_whole_name_is_asked_about(
    window: MainWindow, sample: Document, tmp_path: Path, answer: str, is_kept: bool
) -> None:
    (tmp_path / "x.docx.rdesk").write_bytes(b"somebody's")
    with (
        answering(QFileDialog, choose_file(tmp_path / "x.docx")),
        answering(QMessageBox, press(answer)) as asked,
    ):
        path = ask_save(window, "保存", sample, ".rdesk")
        assert "x.docx.rdesk" in box_says(asked[0])
    assert (path is None) is is_kept


def test_a_word_file_stays_where_a_report_is_saved_under_its_name(
    window: MainWindow, sample: Document, tmp_path: Path
) -> None:
    word = tmp_path / "年报.docx"
    word.write_bytes(b"a Word file")
    window.show_document(sample)
    with (
        answering(QFileDialog, choose_file(word)),
        answering(QMessageBox, lambda box: box.button(QMessageBox.StandardButton.Yes).click()),
    ):
        trigger(window, "save_as")
    assert word.read_bytes() == b"a Word file"
    assert read_project(tmp_path / "年报.docx.rdesk").report == sample.report


def test_a_collection_s_file_is_among_those_that_open(window: MainWindow, tmp_path: Path) -> None:
    path = tmp_path / "汇总.rdset"
    save_set(path, Settings(), None)
    shown: list[str] = []

    def choose(dialog: QFileDialog) -> None:
        shown.extend(dialog.nameFilters())
        choose_file(path)(dialog)

    with answering(QFileDialog, choose):
        trigger(window, "open")
    assert "*.rdset" in shown[0]
    (collecting,) = window.commands.collecting.windows
    assert collecting.session.path == path
    collecting.close()
