"""Traces that stand where one does not look first; and the look as a job of a worker."""

import zipfile
import zlib
from io import BytesIO
from pathlib import Path

import openpyxl
import pypdfium2
import pytest

from reportdesk.errors import FileError
from reportdesk.inspection import clean_copy, inspected_kind, traces_of
from reportdesk.inspection.job import ApartInspection, Looked
from reportdesk.readers.protocol import Source
from reportdesk.report.model import Report
from reportdesk.writers import render
from tests.checks.reports import correct_report

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def kinds(source: Source) -> set[str]:
    return {trace.kind for trace in traces_of(source)}


def said(source: Source) -> str:
    return "\n".join(map(str, traces_of(source)))


def report() -> Report:
    return correct_report()


def word_with(path: Path, run: str, **parts: str) -> Source:
    data = render(report(), ".docx", "nothing")
    written = BytesIO()
    with zipfile.ZipFile(BytesIO(data)) as archive, zipfile.ZipFile(written, "w") as out:
        for name in archive.namelist():
            part = archive.read(name)
            if name == "word/document.xml":
                part = part.replace(b"<w:sectPr", f"<w:p>{run}</w:p><w:sectPr".encode(), 1)
            out.writestr(name, part)
        for name, text in parts.items():
            out.writestr(name.replace("__", "/"), text)
    path.write_bytes(written.getvalue())
    return Source(path, written.getvalue())


def coloured(colour: str, ground: str = "") -> str:
    return f"<w:r><w:rPr><w:color {colour}/>{ground}</w:rPr><w:t>淡字</w:t></w:r>"


@pytest.mark.parametrize(
    ("run", "is_faint"),
    [
        (coloured('w:val="FFFFFF"'), True),
        (coloured('w:val="fefefe"'), True),
        (coloured('w:val="auto" w:themeColor="background1"'), True),
        (coloured('w:val="FFFFFF"', '<w:shd w:val="clear" w:fill="1F4E8C"/>'), False),
        (coloured('w:val="FF0000"'), False),
        (coloured('w:val="auto"'), False),
    ],
)
def test_letters_that_can_hardly_be_told_from_paper(run: str, is_faint: bool, tmp_path: Path) -> None:
    assert ("faint" in kinds(word_with(tmp_path / "a.docx", run))) == is_faint


def test_building_blocks_of_a_word_file_are_listed_and_go(tmp_path: Path) -> None:
    part = f"<w:glossaryDocument {W}><w:docParts/></w:glossaryDocument>"
    source = word_with(tmp_path / "a.docx", "", **{"word__glossary__document.xml": part})
    assert "文档部件" in said(source)
    assert "文档部件" not in said(Source(source.path, clean_copy(source)))


def test_parts_of_a_workbook_that_no_cell_shows(tmp_path: Path) -> None:
    path = tmp_path / "表.xlsx"
    openpyxl.Workbook().save(path)
    with zipfile.ZipFile(path, "a") as archive:
        for name in ("xl/pivotCache/pivotCacheRecords1.xml", "xl/connections.xml", "xl/revisions/log1.xml"):
            archive.writestr(name, "<a/>")
        archive.writestr("docProps/thumbnail.jpeg", b"x")
    traces = said(Source(path, path.read_bytes()))
    for words in ("透视表保存的原始数据", "数据连接", "共享工作簿的修订记录", "首页的缩小图"):
        assert words in traces


@pytest.mark.parametrize(
    "hiding",
    [
        '<style>.x{display:none}</style><p class="y x">藏着</p>',
        '<style>@media screen{p{color:red} .x{display:none}}</style><p class="x">藏着</p>',
        '<style>p,#x { visibility: hidden }</style><div id="x">藏着</div>',
        '<p style="font-size:0">藏着</p>',
        '<p style="opacity: 0">藏着</p>',
        '<p style="position:absolute;left:-9999px">藏着</p>',
        "<template>藏着</template>",
        "<xml><o>藏着</o></xml>",
    ],
)
def test_ways_to_hide_words_in_a_page(hiding: str, tmp_path: Path) -> None:
    source = Source(tmp_path / "页.html", f"<html><body><p>看得见</p>{hiding}</body></html>".encode())
    assert "藏着" in said(source)
    clean = clean_copy(source).decode()
    assert "藏着" not in clean
    assert "看得见" in clean


def test_what_is_small_or_half_seen_is_not_hidden(tmp_path: Path) -> None:
    page = '<html><body><p style="font-size:0.8em;opacity:0.5;text-indent:-2em">小字</p></body></html>'
    assert traces_of(Source(tmp_path / "页.html", page.encode())) == ()


def packed_pdf() -> bytes:
    """A page whose author stands in a packed object, with a script and an attachment."""
    parts = {
        1: b"<</Type/Catalog/Pages 2 0 R/OpenAction<</S/JavaScript/JS(app.alert(1))>>"
        b"/Names<</EmbeddedFiles<</Names[(a.txt) 6 0 R]>>>>>>",
        2: b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        3: b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 200]/Resources<<>>>>",
        6: b"<</Type/Filespec/F(a.txt)/EF<</F 7 0 R>>>>",
        7: b"<</Type/EmbeddedFile/Length 6>>stream\nsecret\nendstream",
    }
    packed = zlib.compress(b"5 0 <</Author(Zhang San)/CreationDate(D:20250114101112+08'00')>>")
    head = b"<</Type/ObjStm/N 1/First 4/Length %d/Filter/FlateDecode>>stream\n" % len(packed)
    parts[8] = head + packed + b"\nendstream"
    out, places = b"%PDF-1.5\n", {}
    for number, body in parts.items():
        places[number] = len(out)
        out += b"%d 0 obj\n" % number + body + b"\nendobj\n"
    rows = [b"\0\0\0\0\0"] * 10
    for number, place in (places | {9: len(out)}).items():
        rows[number] = b"\1" + place.to_bytes(3, "big") + b"\0"
    rows[5] = b"\2" + (8).to_bytes(3, "big") + b"\0"
    table = zlib.compress(b"".join(rows))
    head = b"<</Type/XRef/Size 10/W[1 3 1]/Root 1 0 R/Info 5 0 R/Length %d/Filter/FlateDecode>>" % len(table)
    return (
        out
        + b"9 0 obj\n"
        + head
        + b"stream\n"
        + table
        + b"\nendstream\nendobj\nstartxref\n%d\n%%%%EOF\n" % len(out)
    )


def test_what_is_packed_into_a_pdf_goes_with_all_but_its_pages(tmp_path: Path) -> None:
    source = Source(tmp_path / "报.pdf", packed_pdf())
    assert kinds(source) >= {"author", "time", "embedded", "script"}
    clean = clean_copy(source)
    assert traces_of(Source(source.path, clean)) == ()
    assert b"secret" not in clean
    assert len(pypdfium2.PdfDocument(clean)) == 1


def test_names_in_octal_are_read_and_blanked(tmp_path: Path) -> None:
    name = "".join(f"\\{byte:03o}" for byte in b"\xfe\xff" + "张三".encode("utf-16-be")).encode()
    source = Source(tmp_path / "报.pdf", b"%PDF-1.7\n1 0 obj<</Author(" + name + b")>>endobj")
    assert "Author 张三" in said(source)
    assert traces_of(Source(source.path, clean_copy(source))) == ()


def test_the_look_is_a_job_of_a_worker(tmp_path: Path) -> None:
    path = tmp_path / "年报.docx"
    path.write_bytes(render(report(), ".docx", "everything"))
    looked = ApartInspection(path).result()
    assert isinstance(looked, Looked)
    assert looked.traces == traces_of(Source(path, path.read_bytes()))
    assert looked.clean == clean_copy(Source(path, path.read_bytes()))
    assert looked.left == ()


def test_a_kind_that_cannot_be_looked_into_starts_no_worker(tmp_path: Path) -> None:
    path = tmp_path / "声音.mp3"
    path.write_bytes(b"ID3")
    with pytest.raises(FileError, match="没有办法检查"):
        ApartInspection(path).result()
    assert inspected_kind(Source(path, b"%PDF-1.7")) == "pdf"
