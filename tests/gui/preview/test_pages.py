"""Pages stand as the Word file says: where they end, how lines and rows stand, what is in the margins."""

import shutil
import subprocess
from collections.abc import Callable
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pytest
from docx import Document as WordDocument
from docx.document import Document as Word
from docx.enum.table import WD_ROW_HEIGHT_RULE
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_BREAK
from docx.oxml import OxmlElement
from docx.shared import Pt
from PySide6.QtGui import QColor, QImage, QPainter

from reportdesk.document import Document
from reportdesk.form.loader import load_edition
from reportdesk.gui.preview.pages import SheetOfPaper, laid_pages, pages_of_word
from reportdesk.gui.preview.word.model import PaperTable, Paragraph
from reportdesk.gui.preview.word.reading import paper_of
from reportdesk.report.edit import enter, write_text
from reportdesk.report.model import Report
from reportdesk.writers.word.writer import WordWriter

pytestmark = pytest.mark.usefixtures("qapp")


def picture(page: SheetOfPaper) -> QImage:
    image = QImage(round(page.sheet.width), round(page.sheet.height), QImage.Format.Format_RGB32)
    painter = QPainter(image)
    page.paint(painter)
    painter.end()
    return image


def dark(image: QImage) -> list[tuple[int, int]]:
    """The places of dark pixels; each colour is looked at once."""
    pixels, across = memoryview(image.constBits()).cast("I"), image.width()
    inks = {pixel for pixel in set(pixels) if QColor(pixel).lightness() < 100}
    return [(place % across, place // across) for place, pixel in enumerate(pixels) if pixel in inks]


def made(document: Word) -> bytes:
    buffer = BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def tall(document: Word, lines: int, text: str = "行") -> None:
    """Adds lines of 100 points each; a page of python-docx's letter paper holds six."""
    for number in range(lines):
        paragraph = document.add_paragraph(f"{text}{number}")
        paragraph.paragraph_format.line_spacing = Pt(100)
        paragraph.paragraph_format.space_after = Pt(0)
        paragraph.paragraph_format.widow_control = False


def words(data: bytes) -> list[list[str]]:
    return [page.words.split("\n") for page in pages_of_word(data)]


def test_nothing_stands_in_the_margins_but_the_pages_number(sample: Document) -> None:
    for page in laid_pages(sample.report):
        rows = {y for x, y in dark(picture(page)) if 60 <= x < 535}
        assert min(rows) >= 100
        assert max(rows) <= 790


def test_a_figure_that_changes_changes_its_page(sample: Document) -> None:
    before = [picture(page) for page in laid_pages(sample.report)]
    sample.apply(enter(sample.report, {"requests.received.natural_person": 987}))
    after = [picture(page) for page in laid_pages(sample.report)]
    assert [one == other for one, other in zip(before, after, strict=True)].count(False) == 1


@pytest.mark.parametrize("text", ["{{7*7}}<w:p>A & B", "字" * 5000, "𠮷" * 100, "  ", "，" * 300])
def test_any_words_can_be_shown(sample: Document, text: str) -> None:
    sample.apply(write_text(sample.report, "other", text))
    pages = laid_pages(sample.report)
    assert picture(pages[-1]) is not None
    assert "".join(text.split()) in "".join("".join(page.words.split()) for page in pages)


def test_a_report_with_nothing_in_it_has_pages_too(blank: Document) -> None:
    assert laid_pages(replace(blank.report, organ=""))


def test_a_page_ends_where_it_is_full() -> None:
    document = WordDocument()
    tall(document, 8)
    assert [len(page) for page in words(made(document))] == [6, 2]


def test_what_keeps_with_the_next_goes_along_with_it() -> None:
    document = WordDocument()
    tall(document, 6)
    document.paragraphs[5].paragraph_format.keep_with_next = True
    tall(document, 1, "后")
    assert words(made(document))[1] == ["行5", "后0"]


@pytest.mark.usefixtures("chinese_font")
def test_lines_of_a_paragraph_are_kept_together_and_none_stands_alone() -> None:
    document = WordDocument()
    tall(document, 5)
    paragraph = document.add_paragraph("长" * 60)
    paragraph.paragraph_format.line_spacing = Pt(100)
    assert len(words(made(document))[0]) == 5
    paragraph.paragraph_format.widow_control = False
    assert len(words(made(document))[0]) == 6
    paragraph.paragraph_format.keep_together = True
    assert len(words(made(document))[0]) == 5


def test_a_break_begins_a_page() -> None:
    document = WordDocument()
    tall(document, 2)
    document.paragraphs[1].paragraph_format.page_break_before = True
    document.add_paragraph().add_run().add_break(WD_BREAK.PAGE)
    assert len(words(made(document))) == 3


def test_room_between_paragraphs_is_kept_but_not_at_the_top_of_a_page() -> None:
    document = WordDocument()
    tall(document, 6)
    document.paragraphs[3].paragraph_format.space_before = Pt(60)
    document.paragraphs[5].paragraph_format.space_before = Pt(90)
    first, second = pages_of_word(made(document))
    assert sum(piece.height for piece in first.pieces) == 560
    assert [piece.height for piece in second.pieces] == [100]


def test_paragraphs_stand_as_their_style_and_they_themselves_say() -> None:
    document = WordDocument()
    style = document.styles["Normal"]
    style.paragraph_format.alignment = WD_ALIGN_PARAGRAPH.CENTER
    style.paragraph_format.first_line_indent = Pt(20)
    style.font.size, style.font.bold = Pt(20), True
    document.add_paragraph("甲").add_run("乙").bold = False
    document.add_paragraph("丙").alignment = WD_ALIGN_PARAGRAPH.RIGHT
    one, other = (block for block in paper_of(made(document)).blocks if isinstance(block, Paragraph))
    assert (one.shape.align, one.shape.first, other.shape.align) == ("center", 20, "right")
    assert [(run.letters.size, run.letters.is_bold) for run in one.runs] == [(20, True), (20, False)]
    xs = [x for x, _ in dark(picture(pages_of_word(made(document))[0]))]
    assert max(xs) > 500
    assert min(xs) > 250


@pytest.mark.usefixtures("chinese_font")
def test_rows_are_as_high_as_their_cells_need_and_the_first_repeats() -> None:
    document = WordDocument()
    table = document.add_table(rows=12, cols=2)
    for number, row in enumerate(table.rows):
        row.height, row.height_rule = Pt(60), WD_ROW_HEIGHT_RULE.AT_LEAST
        row.cells[0].text = f"第{number}行"
    row = table.rows[0]
    row._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))
    table.rows[1].cells[1].text = "高" * 100
    first, second = pages_of_word(made(document))
    assert second.words.split("\n")[0].strip() == "第0行"
    (found,) = (block for block in paper_of(made(document)).blocks if isinstance(block, PaperTable))
    assert found.rows[0].repeats
    heights = {piece.row: piece.height for piece in first.pieces}
    assert heights[0] < 70 < heights[1]


def test_a_merged_cell_reaches_over_its_rows_and_columns() -> None:
    document = WordDocument()
    table = document.add_table(rows=3, cols=3)
    table.cell(0, 0).merge(table.cell(1, 0)).text = "竖"
    table.cell(0, 1).merge(table.cell(0, 2)).text = "横"
    (page,) = pages_of_word(made(document))
    assert page.words.count("竖") == page.words.count("横") == 1


def test_the_report_stands_on_the_page_as_libreoffice_lays_it_out(
    sample: Document, soffice: Callable[..., Path], tmp_path: Path
) -> None:
    """Long words of Chinese alone, so that fonts that are or are not here make no difference."""
    for section in ("overview", "problems", "other"):
        text = "\n".join("开展政务公开工作，依法答复申请、不断改进。" * number for number in range(4, 14))
        sample.apply(write_text(sample.report, section, text))
    path = tmp_path / "年报.docx"
    path.write_bytes(WordWriter("nothing").render(sample.report))
    theirs = first_words(soffice(path))
    ours = ["".join(page.words.split("\n")[0].split()) for page in pages_of_word(path.read_bytes())]
    assert len(theirs) >= 7
    assert [one[:12] for one in ours] == [one[:12] for one in theirs]


def first_words(pdf: Path) -> list[str]:
    program = shutil.which("pdftotext")
    if program is None:
        pytest.skip("pdftotext is not here")
    said = subprocess.run(
        [program, "-layout", pdf, "-"], capture_output=True, text=True, check=True, timeout=60
    )
    pages = said.stdout.split("\f")[:-1]
    return ["".join(next(line for line in page.split("\n") if line.strip()).split()) for page in pages]


def test_an_earlier_form_has_pages_as_well() -> None:
    assert len(laid_pages(Report(load_edition("2019"), organ="云溪县档案局", year=2019))) >= 2
