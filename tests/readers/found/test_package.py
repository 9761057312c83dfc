"""Hostile Office packages: counted while they inflate, refused in words, never unpacked."""

import contextlib
import io
import tracemalloc
import zipfile
from pathlib import Path

import pytest
from lxml import etree

from reportdesk.errors import FileError
from reportdesk.readers import read_report
from reportdesk.readers.found.package import Package, parse_xml
from tests.readers.paper import paper
from tests.readers.printing import TYPES, W, to_word
from tests.work import work_of

SOUND = to_word(paper())


def rewritten(change: dict[str, bytes], *, data: bytes = SOUND, names: dict[str, str] | None = None) -> bytes:
    """A package with other content in some parts, or other names."""
    written = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            new.writestr((names or {}).get(name, name), change.pop(name, None) or old.read(name))
        for name, content in change.items():
            new.writestr(name, content)
    return written.getvalue()


def refusal(data: bytes, folder: Path) -> str:
    path = folder / "年报.docx"
    path.write_bytes(data)
    with pytest.raises(FileError) as raised:
        read_report(path)
    assert raised.value.where == str(path)
    assert raised.value.remedy
    return raised.value.what


def test_the_sound_file_is_read(tmp_path: Path) -> None:
    path = tmp_path / "年报.docx"
    path.write_bytes(rewritten({}))
    assert read_report(path).year == 2023


@pytest.mark.parametrize(
    "name", ["../outside.xml", "/etc/outside.xml", "word/../../outside.xml", "C:/outside.xml"]
)
def test_names_that_leave_the_package(name: str, tmp_path: Path) -> None:
    assert "越出" in refusal(rewritten({name: b"<x/>"}), tmp_path)


@pytest.mark.filterwarnings("ignore:Duplicate name")
@pytest.mark.parametrize("name", ["word/document.xml", "WORD/Document.XML"])
def test_doubled_names(name: str, tmp_path: Path) -> None:
    written = io.BytesIO(SOUND)
    with zipfile.ZipFile(written, "a") as archive:
        archive.writestr(name, b"<x/>")
    assert "重复" in refusal(written.getvalue(), tmp_path)


def test_links(tmp_path: Path) -> None:
    written = io.BytesIO(SOUND)
    with zipfile.ZipFile(written, "a") as archive:
        link = zipfile.ZipInfo("word/media/link")
        link.external_attr = 0o120777 << 16
        archive.writestr(link, "/etc/passwd")
    assert "链接" in refusal(written.getvalue(), tmp_path)


def test_encrypted_parts(tmp_path: Path) -> None:
    data = bytearray(SOUND)
    central = data.rindex(b"PK\x01\x02")
    data[central + 8] |= 1
    assert "密码" in refusal(bytes(data), tmp_path)


def test_too_many_parts(tmp_path: Path) -> None:
    assert "部件" in refusal(rewritten({f"word/media/{n}": b"x" for n in range(2_001)}), tmp_path)


def bomb(size: int) -> bytes:
    return b"<w:document " + W.encode() + b"><w:body><w:p/>" + b" " * size + b"</w:body></w:document>"


@pytest.mark.parametrize("size", [5, 29, 31, 120])
def test_a_part_that_swells(size: int, tmp_path: Path) -> None:
    """29 MB of blanks stay under the limit of a part, but not of the ratio."""
    data = rewritten({"word/document.xml": bomb(size * 1024 * 1024)})
    tracemalloc.start()
    said = refusal(data, tmp_path)
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert "不安全" in said
    assert peak < 20 * 1024 * 1024


def test_a_part_that_lies_about_its_size(tmp_path: Path) -> None:
    """The directory says 1,000 bytes; the bytes that come out are counted all the same."""
    data = bytearray(rewritten({"word/document.xml": bomb(40 * 1024 * 1024)}))
    for signature, offset in ((b"PK\x03\x04", 22), (b"PK\x01\x02", 24)):
        at = data.index(b"word/document.xml", data.index(signature)) if signature == b"PK\x03\x04" else -1
        start = data.rindex(signature, 0, at) if at >= 0 else _central(data, b"word/document.xml")
        data[start + offset : start + offset + 4] = (1_000).to_bytes(4, "little")
    assert refusal(bytes(data), tmp_path) in {"文件已损坏", "Word 文档里没有正文"}


def _central(data: bytearray, name: bytes) -> int:
    start = data.index(b"PK\x01\x02")
    while data[start + 46 : start + 46 + len(name)] != name:
        start = data.index(b"PK\x01\x02", start + 4)
    return start


@pytest.mark.parametrize("cut", [10, 200, 1_000, -100, -10])
def test_a_file_cut_short(cut: int, tmp_path: Path) -> None:
    assert "损坏" in refusal(SOUND[:cut], tmp_path)


def test_every_kind_of_damage_is_said(tmp_path: Path) -> None:
    path = tmp_path / "年报.docx"
    for place in range(0, len(SOUND), 97):
        data = bytearray(SOUND)
        data[place] ^= 0xFF
        path.write_bytes(data)
        with contextlib.suppress(FileError):
            read_report(path)


DTD = b'<!DOCTYPE w:document [<!ENTITY x SYSTEM "file:///etc/passwd">]>'
LAUGHS = b'<!DOCTYPE l [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>'


@pytest.mark.parametrize("part", ["word/document.xml", "[Content_Types].xml", "_rels/.rels"])
@pytest.mark.parametrize("declared", [DTD, LAUGHS])
def test_any_document_type(part: str, declared: bytes, tmp_path: Path) -> None:
    with zipfile.ZipFile(io.BytesIO(SOUND)) as archive:
        content = archive.read(part)
    head, mark, rest = content.partition(b"?>")
    spoilt = head + mark + declared + rest if mark else declared + content
    assert "DOCTYPE" in refusal(rewritten({part: spoilt}), tmp_path)


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be"])
def test_a_document_type_in_another_encoding(encoding: str) -> None:
    with pytest.raises(FileError):
        parse_xml(f'<?xml version="1.0" encoding="utf-16"?>{DTD.decode()}<x/>'.encode(encoding), "年报.docx")


def test_a_deep_document(tmp_path: Path) -> None:
    deep = "<w:sdt><w:sdtContent>" * 5_000 + "</w:sdtContent></w:sdt>" * 5_000
    body = f"<w:document {W}><w:body>{deep}</w:body></w:document>".encode()
    assert "损坏" in refusal(rewritten({"word/document.xml": body}), tmp_path)


FILLED_CELL = "<w:tc><w:p><w:r><w:t>1</w:t></w:r></w:p></w:tc>"


@pytest.mark.parametrize(
    ("body", "said"),
    [
        ("<w:tbl><w:tr><w:tc><w:p/></w:tc></w:tr></w:tbl>" * 201, "200 个"),
        ("<w:tbl>" + "<w:tr><w:tc><w:p/></w:tc></w:tr>" * 2_001 + "</w:tbl>", "2000 行"),
        (
            '<w:tbl><w:tr><w:tc><w:tcPr><w:gridSpan w:val="999999999"/></w:tcPr><w:p/></w:tc></w:tr></w:tbl>',
            "64 列",
        ),
        (
            "<w:tbl><w:tr>" + "<w:tc><w:p><w:r><w:t>1</w:t></w:r></w:p></w:tc>" * 65 + "</w:tr></w:tbl>",
            "64 列",
        ),
        ("<w:tbl><w:tr>" + "<w:tc><w:p/></w:tc>" * 513 + "</w:tr></w:tbl>", "64 列"),
    ],
)
def test_tables_beyond_measure(body: str, said: str, tmp_path: Path) -> None:
    document = f"<w:document {W}><w:body>{body}</w:body></w:document>".encode()
    assert said in refusal(rewritten({"word/document.xml": document}), tmp_path)


def test_a_merged_range_over_the_whole_sheet_takes_no_time(tmp_path: Path) -> None:
    main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    relation = f'<Relationship Id="r1" Type="{office}/worksheet" Target="worksheets/s.xml"/>'
    rels = "http://schemas.openxmlformats.org/package/2006/relationships"
    sheet = (
        f'<worksheet xmlns="{main}"><dimension ref="A1:XFD1048576"/><sheetData>'
        '<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>'
        '<row r="1"><c r="A1"><v>1</v></c></row></sheetData>'
        '<mergeCells><mergeCell ref="A1:XFD1048576"/></mergeCells></worksheet>'
    )
    types = (
        '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override '
        'PartName="/xl/workbook.xml" ContentType="'
        f'{TYPES.replace("wordprocessingml", "spreadsheetml")}.sheet.main+xml"/></Types>'
    )
    parts = {
        "[Content_Types].xml": types,
        "xl/workbook.xml": f'<workbook xmlns="{main}" xmlns:r="{office}"><sheets>'
        '<sheet name="a" sheetId="1" r:id="r1"/></sheets></workbook>',
        "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{rels}">{relation}</Relationships>',
        "xl/worksheets/s.xml": sheet,
    }
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w") as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    said: list[str] = []
    assert work_of(lambda: said.append(refusal(written.getvalue(), tmp_path))) < 200_000
    assert "没有政府信息公开" in said[0]


def test_an_absent_part_is_said() -> None:
    with pytest.raises(FileError, match="缺少"):
        Package(SOUND, "年报.docx").read("word/styles.xml")


def test_what_is_made_of_a_part_is_made_once_for_all_files_that_have_it() -> None:
    made: list[int] = []

    def count(root: etree._Element, word: str) -> str:
        made.append(len(root))
        return f"{word} {len(root)}"

    types = "[Content_Types].xml"
    other = rewritten({types: b"<Types><a/></Types>"})
    said = [Package(data, "年报.docx").made_of(types, count, "个") for data in (SOUND, SOUND, other)]
    assert said[0] == said[1]
    assert said[2] == "个 1"
    assert len(made) == 2


def test_what_is_made_of_large_parts_is_not_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    made: list[str] = []
    monkeypatch.setattr("reportdesk.readers.found.package._LARGEST_KEPT_BYTES", 10)
    for _ in range(2):
        Package(SOUND, "年报.docx").made_of("[Content_Types].xml", lambda root: made.append(root.tag) or made)
    assert len(made) == 2


def test_a_damaged_part_is_refused_by_the_name_of_each_file() -> None:
    damaged = rewritten({"[Content_Types].xml": b"<Types>"})
    for name in ("甲.docx", "乙.docx"):
        with pytest.raises(FileError, match="已损坏") as refused:
            Package(damaged, name).made_of("[Content_Types].xml", len)
        assert refused.value.where == name
