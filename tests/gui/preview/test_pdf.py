"""A PDF without an office program: the pages of the preview, fonts in it, words that can be copied."""

import subprocess
import sys
import unicodedata
from pathlib import Path

import pypdfium2
import pytest
from PySide6.QtGui import QFontDatabase
from PySide6.QtPrintSupport import QPrinter

from reportdesk.cli.main import main
from reportdesk.document import Document
from reportdesk.errors import ReportDeskError
from reportdesk.gui.preview.pages import laid_pages
from reportdesk.gui.preview.printing import pdf_of_word, print_pages
from reportdesk.project.file import save_project
from reportdesk.writers.pdf import PdfWriter
from reportdesk.writers.word.writer import WordWriter

pytestmark = pytest.mark.usefixtures("qapp")


@pytest.fixture
def no_office(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("PATH", "PROGRAMFILES", "PROGRAMFILES(X86)"):
        monkeypatch.setenv(name, str(tmp_path))
    monkeypatch.setattr("reportdesk.office._usual_places", lambda: iter(()))


def words_of(data: bytes) -> str:
    document = pypdfium2.PdfDocument(data)
    said = "".join(page.get_textpage().get_text_range() for page in document)
    document.close()
    # Some fonts draw 一 and the radical ⼀ by one glyph: whoever copies may get either.
    return unicodedata.normalize("NFKC", "".join(said.split()))


@pytest.mark.usefixtures("chinese_font")
def test_it_has_the_pages_and_words_of_the_report_and_its_fonts(sample: Document) -> None:
    data = pdf_of_word(WordWriter("nothing").render(sample.report))
    document = pypdfium2.PdfDocument(data)
    assert len(document) == len(laid_pages(sample.report))
    assert [round(side) for side in document[0].get_size()] == [595, 842]
    assert document.get_metadata_value("Title") == sample.report.printed_title
    document.close()
    assert b"/FontFile" in data
    said = words_of(data)
    for section in sample.form.sections:
        assert section.heading in said
    assert "结转下年度继续办理" in said


@pytest.mark.usefixtures("chinese_font")
def test_without_an_office_program_it_is_drawn(sample: Document, no_office: None) -> None:
    data = PdfWriter(drawn=pdf_of_word).render(sample.report)
    assert sample.report.organ in words_of(data)
    assert PdfWriter(drawn=lambda _: b"%PDF drawn").render(sample.report) == b"%PDF drawn"


@pytest.mark.usefixtures("chinese_font")
def test_the_command_writes_it_too(sample: Document, no_office: None, tmp_path: Path) -> None:
    path = tmp_path / "云溪.rdesk"
    save_project(path, sample.report, None)
    assert main(["convert", str(path), str(tmp_path / "云溪.pdf")]) == 0
    assert sample.report.organ in words_of((tmp_path / "云溪.pdf").read_bytes())


def test_without_a_chinese_font_it_is_refused_not_drawn_in_boxes(
    sample: Document, no_office: None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QFontDatabase, "families", lambda *which: [])
    with pytest.raises(ReportDeskError, match=r"没有中文字体.*另存为 PDF"):
        PdfWriter(drawn=pdf_of_word).render(sample.report)


@pytest.mark.usefixtures("chinese_font")
def test_no_window_and_no_screen_are_needed(sample: Document, tmp_path: Path) -> None:
    path = tmp_path / "云溪.docx"
    path.write_bytes(WordWriter("nothing").render(sample.report))
    code = (
        "import sys; from pathlib import Path; from reportdesk.gui.preview.printing import pdf_of_word;"
        "data = pdf_of_word(Path(sys.argv[1]).read_bytes()); assert data.startswith(b'%PDF')"
    )
    subprocess.run([sys.executable, "-c", code, path], check=True, timeout=120, env={"HOME": str(tmp_path)})


def test_printing_puts_every_page_on_a4(tmp_path: Path, sample: Document) -> None:
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "年报.pdf"))
    pages = laid_pages(sample.report)
    assert print_pages(pages, printer)
    printed = pypdfium2.PdfDocument(tmp_path / "年报.pdf")
    assert len(printed) == len(pages)
    assert [round(side) for side in printed[0].get_size()] == [595, 842]
    printed.close()
