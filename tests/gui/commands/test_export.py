"""Exports from the window say what is true of each kind of file, and what to do where one cannot be."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog, QMessageBox

from reportdesk.document import Document
from reportdesk.gui.window import MainWindow
from tests.gui.clerk import answering, box_says, choose_file, press, trigger


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


def test_without_an_office_program_the_way_by_hand_is_said(
    window: MainWindow, sample: Document, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("PATH", "PROGRAMFILES", "PROGRAMFILES(X86)"):
        monkeypatch.setenv(name, str(tmp_path))
    window.show_document(sample)
    path = tmp_path / "年报.pdf"
    said = export(window, "pdf", path)
    assert "没有找到" in said
    assert "另存为 PDF" in said
    assert not path.exists()


@pytest.mark.parametrize("suffix", ["docx", "xlsx", "html", "json"])
def test_what_is_read_back_is_said_to_be(
    window: MainWindow, sample: Document, tmp_path: Path, suffix: str
) -> None:
    window.show_document(sample)
    assert export(window, suffix, tmp_path / f"年报.{suffix}").startswith("已导出，并已读回核对\n")


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
