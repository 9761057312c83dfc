"""What a file holds that its reader does not see is listed, and a clean copy shows the same without it."""

import json
import zipfile
from io import BytesIO
from pathlib import Path

import docx
import openpyxl
import pytest
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from openpyxl.comments import Comment

from reportdesk.cli import main
from reportdesk.form.loader import load_edition
from reportdesk.inspection import clean_copy, traces_of
from reportdesk.inspection.traces import KINDS, Trace
from reportdesk.readers import load
from reportdesk.readers.protocol import Source
from reportdesk.report.model import LastYear, Report
from reportdesk.writers import render

REPORT = Report(
    load_edition("2021"),
    organ="云溪县档案局",
    year=2024,
    texts={"overview": "公开信息三条。"},
    last=LastYear("2021", 2023, "云溪县档案局", {}, {"overview": "去年的话"}),
)
W = nsdecls("w")


def kinds(traces: tuple[Trace, ...]) -> set[str]:
    return {trace.kind for trace in traces}


def cleaned(path: Path) -> Source:
    source = Source(path, path.read_bytes())
    return Source(path, clean_copy(source))


def word(path: Path) -> Path:
    """A Word file as an office leaves it: reviewed, commented, with something hidden."""
    document = docx.Document()
    document.core_properties.author = "张三"
    document.core_properties.last_modified_by = "李四"
    document.core_properties.title = "年度报告"
    paragraph = document.add_paragraph("看得见的话。")
    for xml in (
        f'<w:ins {W} w:id="1" w:author="张三"><w:r><w:t>加上的。</w:t></w:r></w:ins>',
        f'<w:del {W} w:id="2" w:author="李四"><w:r><w:delText>删去的。</w:delText></w:r></w:del>',
        f"<w:r {W}><w:rPr><w:vanish/></w:rPr><w:t>藏着的。</w:t></w:r>",
        f'<w:r {W}><w:rPr><w:color w:val="FFFFFF"/></w:rPr><w:t>白字。</w:t></w:r>',
        f'<w:bookmarkStart {W} w:id="7" w:name="_GoBack"/>',
        f'<w:bookmarkEnd {W} w:id="7"/>',
        f'<w:bookmarkStart {W} w:id="8" w:name="目录一"/>',
        f'<w:bookmarkEnd {W} w:id="8"/>',
        f"<w:r {W}><w:instrText> PAGEREF 目录一 </w:instrText></w:r>",
        f'<w:r {W} w:rsidR="00AB12CD"><w:t>末尾。</w:t></w:r>',
    ):
        paragraph._p.append(parse_xml(xml))
    document.save(str(path))
    words = "<w:p><w:r><w:t>这里要改</w:t></w:r></w:p>"
    part = f'<w:comments {W}><w:comment w:id="0" w:author="王五">{words}</w:comment></w:comments>'
    kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/attachedTemplate"
    relation = (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        rf'<Relationship Id="rId1" Type="{kind}" Target="file:///C:\Users\zhangsan\t.dotx" '
        'TargetMode="External"/></Relationships>'
    )
    with zipfile.ZipFile(path, "a") as archive:
        archive.writestr("word/comments.xml", part)
        archive.writestr("word/_rels/settings.xml.rels", relation)
        archive.writestr("customXml/item9.xml", "<a>数据</a>")
    return path


def test_everything_of_a_word_file_is_listed(tmp_path: Path) -> None:
    found = traces_of(load(word(tmp_path / "来文.docx")))
    assert kinds(found) >= {
        *(
            "data",
            "author",
            "time",
            "comment",
            "revision",
            "hidden",
            "faint",
            "bookmark",
            "identifier",
            "path",
        ),
    }
    said = "\n".join(map(str, found))
    for words in ("张三", "李四", "王五", "这里要改", "藏着的", "白字", "_GoBack", "zhangsan", "删去的"):
        assert words in said


def test_a_clean_word_file_shows_the_same_and_holds_no_more(tmp_path: Path) -> None:
    copy = cleaned(word(tmp_path / "来文.docx"))
    assert kinds(traces_of(copy)) == {"faint", "bookmark"}
    paragraph = docx.Document(BytesIO(copy.data)).paragraphs[-1]
    assert paragraph.text == "看得见的话。加上的。白字。末尾。"
    held = b"".join(
        zipfile.ZipFile(BytesIO(copy.data)).read(name)
        for name in zipfile.ZipFile(BytesIO(copy.data)).namelist()
    )
    for secret in ("张三", "李四", "王五", "藏着", "删去", "_GoBack", "zhangsan", "rsid"):
        assert secret.encode() not in held
    assert "目录一".encode() in held
    assert "年度报告".encode() in held


@pytest.mark.parametrize("suffix", [".docx", ".xlsx", ".html"])
def test_what_this_program_writes_for_the_public_has_nothing_to_list_but_its_organ(
    tmp_path: Path, suffix: str
) -> None:
    path = tmp_path / f"年报{suffix}"
    path.write_bytes(render(REPORT, suffix, "nothing"))
    assert kinds(traces_of(load(path))) <= {"author", "time"}
    assert "云溪县档案局" in "".join(map(str, traces_of(load(path)))) or suffix == ".html"
    assert traces_of(cleaned(path)) == ()


def test_the_data_of_this_program_is_listed_and_goes(tmp_path: Path) -> None:
    path = tmp_path / "年报.docx"
    path.write_bytes(render(REPORT, ".docx", "everything"))
    assert "urn:reportdesk:project" in "".join(map(str, traces_of(load(path))))
    assert "data" not in kinds(traces_of(cleaned(path)))
    assert docx.Document(BytesIO(cleaned(path).data)).paragraphs


def test_a_workbook(tmp_path: Path) -> None:
    path = tmp_path / "表.xlsx"
    book = openpyxl.Workbook()
    book.properties.creator = "张三"
    sheet = book.active
    sheet["A1"], sheet["A1"].comment = "看得见", Comment("要核对", "李四")
    sheet.row_dimensions[3].hidden = True
    book.create_sheet("底稿").sheet_state = "veryHidden"
    book.save(path)
    found = traces_of(load(path))
    assert kinds(found) >= {"author", "comment", "hidden"}
    assert "底稿" in "".join(map(str, found))
    copy = cleaned(path)
    assert kinds(traces_of(copy)) == {"hidden"}
    again = openpyxl.load_workbook(BytesIO(copy.data))
    assert again["Sheet"]["A1"].value == "看得见"
    assert again["Sheet"]["A1"].comment is None


def test_a_page(tmp_path: Path) -> None:
    path = tmp_path / "页.html"
    path.write_text(
        '<html><head><meta charset="gbk"><meta name="author" content="张三"><title>题</title></head><body>'
        '<!-- 初稿 --><p onclick="x()">看得见。<span style="display: none">藏着的</span>接着。</p>'
        '<script>send()</script><img src="http://example.invalid/a.png"></body></html>',
        encoding="gbk",
    )
    assert kinds(traces_of(load(path))) >= {"author", "comment", "hidden", "script", "fetched"}
    copy = cleaned(path).data.decode()
    assert "看得见。接着。" in copy
    for secret in ("张三", "初稿", "藏着", "send", "onclick"):
        assert secret not in copy


def test_a_pdf_is_blanked_where_it_stands(tmp_path: Path) -> None:
    path = tmp_path / "年报.pdf"
    author = "张三".encode("utf-16-be").hex().encode()
    info = (
        b"%PDF-1.7\n1 0 obj<</Author<FEFF"
        + author
        + b">/Producer(Writer (x))/CreationDate(D:20250114101112+08'00')>>endobj\n"
    )
    path.write_bytes(
        info + b"/Type/EmbeddedFile /URI (http://example.invalid/) <?xpacket begin?>who<?xpacket end?>"
    )
    found = traces_of(load(path))
    assert kinds(found) == {"data", "author", "time", "link", "embedded"}
    assert "张三" in "".join(map(str, found))
    copy = cleaned(path)
    assert len(copy.data) == len(path.read_bytes())
    assert b"D:20250114000000+00'00'" in copy.data
    assert kinds(traces_of(copy)) == {"link", "embedded"}


def test_the_call_lists_writes_a_copy_and_says_what_is_left(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path, out = word(tmp_path / "来文.docx"), tmp_path / "干净.docx"
    assert main(["inspect", str(path), "--clean", str(out)]) == 0
    said = capsys.readouterr().out
    assert "批注：王五 这里要改" in said
    assert "副本里还留着" in said
    assert main(["inspect", str(path), "--clean", str(out)]) == 3
    assert main(["inspect", str(path), "--clean", str(out), "--force", "--json", "--quiet"]) == 0
    data = json.loads(capsys.readouterr().out)
    assert {trace["kind"] for trace in data["left"]} == {"faint", "bookmark"}
    assert {trace["kind"] for trace in data["traces"]} <= set(KINDS)


def test_a_file_of_another_kind_is_refused(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "声音.mp3"
    path.write_bytes(b"ID3")
    assert main(["inspect", str(path)]) == 3
    assert "声音.mp3" in capsys.readouterr().err
