"""Exports from the window say what is true of each kind of file, and what to do where one cannot be."""

import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog, QMessageBox

from reportdesk.document import Document
from reportdesk.gui.dialogs.export_options import ExportOptionsDialog
from reportdesk.gui.window import MainWindow
from reportdesk.report.edit import enter, write_text
from reportdesk.report.fingerprint import fingerprint
from reportdesk.writers import render
from tests.gui.clerk import RECEIVED, answering, box_says, choose_file, press, trigger


def export(window: MainWindow, suffix: str, path: Path) -> str:
    """Exports by the menu and returns what is said in the end."""
    said: list[str] = []

    def answer(box: QMessageBox) -> None:
        said.append(box_says(box))
        press("知道了")(box)

    with answering(QMessageBox, answer), answering(QFileDialog, choose_file(path)):
        trigger(window, f"export_{suffix}")
    return said[0]


@pytest.mark.usefixtures("soffice")
def test_a_pdf_is_printed_and_what_was_compared_is_said(
    window: MainWindow, sample: Document, tmp_path: Path
) -> None:
    window.show_document(sample)
    path = tmp_path / "年报.pdf"
    said = export(window, "pdf", path)
    assert path.read_bytes().startswith(b"%PDF-")
    assert said.startswith("已导出\n")
    assert "核对过的是生成它的 Word 文件" in said


@pytest.mark.usefixtures("chinese_font")
def test_without_an_office_program_the_pages_of_the_preview_become_a_pdf(
    window: MainWindow, sample: Document, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("PATH", "PROGRAMFILES", "PROGRAMFILES(X86)"):
        monkeypatch.setenv(name, str(tmp_path))
    window.show_document(sample)
    path = tmp_path / "年报.pdf"
    said = export(window, "pdf", path)
    assert "由本程序排版" in said
    assert path.read_bytes().startswith(b"%PDF")


@pytest.mark.parametrize("suffix", ["docx", "xlsx", "html", "json"])
def test_what_is_read_back_is_said_to_be(
    window: MainWindow, sample: Document, tmp_path: Path, suffix: str
) -> None:
    window.show_document(sample)
    assert export(window, suffix, tmp_path / f"年报.{suffix}").startswith("已导出，并已读回核对\n")


def export_so(window: MainWindow, choose: Callable[[ExportOptionsDialog], None], *paths: Path) -> None:
    """Exports by 导出选项 with what `choose` chooses; the files asked for are given one after the other."""

    def answer(dialog: ExportOptionsDialog) -> None:
        choose(dialog)
        press("导出…")(dialog)

    files = iter(paths)

    def give(dialog: QFileDialog) -> None:
        choose_file(next(files))(dialog)

    with (
        answering(ExportOptionsDialog, answer),
        answering(QMessageBox, press("知道了")),
        answering(QFileDialog, give, times=len(paths)),
    ):
        trigger(window, "export_options")


@pytest.mark.usefixtures("chinese_font")
def test_a_word_file_is_written_as_it_was_chosen(
    window: MainWindow, sample: Document, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    window.show_document(sample)

    def choose(dialog: ExportOptionsDialog) -> None:
        dialog.ui.layout_choice.setCurrentIndex(1)
        dialog.ui.carries.setCurrentIndex(1)
        dialog.ui.fingerprint.setChecked(True)
        dialog.ui.charts.setChecked(True)

    export_so(window, choose, tmp_path / "年报.docx")
    with zipfile.ZipFile(tmp_path / "年报.docx") as archive:
        names = archive.namelist()
        assert not any(name.startswith("customXml/") for name in names)
        assert sum(name.startswith("word/media/") for name in names) == len(sample.report.form.charts.card)
        assert fingerprint(sample.report) in archive.read("word/footer1.xml").decode()
        assert "1304" in archive.read("word/document.xml").decode()


def test_a_page_marks_what_was_corrected(window: MainWindow, sample: Document, tmp_path: Path) -> None:
    published = tmp_path / "公布.json"
    published.write_bytes(render(sample.report, ".json"))
    sample.apply(enter(sample.report, {RECEIVED: 77}))
    window.show_document(sample)

    def choose(dialog: ExportOptionsDialog) -> None:
        dialog.ui.kind.setCurrentIndex(2)
        dialog.ui.charset.setCurrentIndex(1)
        dialog.ui.corrected.setChecked(True)

    with answering(QMessageBox, press("照样导出")):
        export_so(window, choose, published, tmp_path / "年报.html")
    assert "<ins>77</ins>" in (tmp_path / "年报.html").read_bytes().decode("gb18030")


def test_what_is_not_written_is_told_before_an_export_apart_from_problems(
    window: MainWindow, blank: Document
) -> None:
    window.show_document(blank)
    with answering(QMessageBox, press("先去处理")) as asked:
        trigger(window, "export_docx")
        said = asked[0].informativeText()
    assert "必改" not in said
    assert "还没有写：" in said
    assert "落款日期没有填" in said
    assert "一、总体情况" in said


def test_a_part_that_was_begun_is_not_told_as_unwritten(window: MainWindow, sample: Document) -> None:
    named = ("主动公开", "依申请公开", "政府信息管理", "政府信息公开平台建设", "监督保障")
    parts = [f"（{number}）{name}\n按规定办理。" for number, name in zip("一二三四五", named, strict=True)]
    text = "\n".join(parts).removesuffix("\n按规定办理。")
    sample.apply(write_text(sample.report, "overview", text))
    window.show_document(sample)
    with answering(QMessageBox, press("先去处理")) as asked:
        trigger(window, "export_docx")
        said = asked[0].informativeText()
    assert "一、总体情况（有小标题下面没有文字）" in said
