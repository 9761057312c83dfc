"""PDF through an office program: the pages of the Word file, with their words."""

import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from reportdesk.errors import FileError
from reportdesk.readers import read_report
from reportdesk.report.compare import compare
from reportdesk.report.fingerprint import fingerprint
from reportdesk.report.model import Report
from reportdesk.writers import render
from reportdesk.writers.pdf import PdfWriter
from reportdesk.writers.word.writer import WordWriter


def test_a_pdf_shows_the_report(suqian: Report, tmp_path: Path, soffice: Callable[..., Path]) -> None:
    path = tmp_path / "report.pdf"
    path.write_bytes(render(suqian, ".pdf"))
    words = subprocess.run(
        ["pdftotext", "-layout", path, "-"],
        capture_output=True,
        text=True,
        check=True,
        timeout=60,
    ).stdout
    assert "宿迁市2023年政府信息公开工作年度报告" in words.replace(" ", "")
    assert "59237.2449" in words
    assert "结转下年度继续办理" in words


def test_a_fingerprint_in_the_footers_is_printed_and_no_word_of_the_report(
    mancheng: Report, tmp_path: Path, soffice: Callable[..., Path]
) -> None:
    path = tmp_path / "report.pdf"
    path.write_bytes(PdfWriter(WordWriter(layout="compact", fingerprint=True)).render(mancheng))
    words = subprocess.run(
        ["pdftotext", path, "-"], capture_output=True, text=True, check=True, timeout=60
    ).stdout
    assert words.count(fingerprint(mancheng)) == words.count("\f")
    read = read_report(path)
    assert compare(mancheng, read) == ()


def test_without_an_office_program_the_way_by_hand_is_said(
    suqian: Report, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("PATH", "PROGRAMFILES", "PROGRAMFILES(X86)"):
        monkeypatch.setenv(name, str(tmp_path))
    with pytest.raises(FileError) as raised:
        render(suqian, ".pdf")
    assert "LibreOffice" in raised.value.what
    assert "Word" in raised.value.remedy
