"""Files of old and of other office programs, read whole through an office program."""

import struct
from collections.abc import Callable
from html import escape
from pathlib import Path

import pytest

from reportdesk.errors import FileError
from reportdesk.readers import load, read_report, read_source
from reportdesk.readers.apart.apart import read_apart
from reportdesk.readers.office.foreign import ForeignReader, foreign_kind
from reportdesk.readers.office.ole import SIGNATURE, top_streams
from reportdesk.readers.protocol import Source
from reportdesk.report.totals import figures, printed
from tests.readers.paper import Grid, Paper, paper
from tests.readers.pdf.press import places
from tests.readers.printing import package, to_word, to_workbook
from tests.readers.spoiling import with_strokes

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 504


def old(made: Paper, suffix: str, folder: Path, soffice: Callable[..., Path]) -> Path:
    path = folder / "年报.docx"
    path.write_bytes(to_word(made))
    return soffice(path, suffix)


@pytest.mark.usefixtures("office_at_hand")
@pytest.mark.parametrize("suffix", [".doc", ".rtf"])
def test_an_old_file_is_read_whole(suffix: str, tmp_path: Path, soffice: Callable[..., Path]) -> None:
    made = paper()
    report = read_report(old(made, suffix, tmp_path, soffice))
    assert printed(report, figures(report)) == made.expected
    assert {key: report.paragraphs(key) for key in report.texts} == made.texts
    assert (report.organ, report.year, report.signature_date) == (made.organ, made.year, made.date)


@pytest.mark.usefixtures("office_at_hand")
def test_a_wps_file_with_strokes(tmp_path: Path, soffice: Callable[..., Path]) -> None:
    made = with_strokes("/")
    path = old(made, ".doc", tmp_path, soffice).rename(tmp_path / "年报.wps")
    report = read_report(path)
    assert printed(report, figures(report)) == made.expected
    assert made.noted <= {key for note in report.notes for key in note.cells}


def test_without_an_office_program_the_remedy_is_said(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    path = tmp_path / "年报.doc"
    path.write_bytes(OLE + "WordDocument".encode("utf-16-le"))
    with pytest.raises(FileError) as raised:
        read_source(load(path))
    assert "LibreOffice" in raised.value.what
    assert ".docx" in raised.value.remedy


@pytest.mark.parametrize(("stream", "said"), [("EncryptedPackage", "密码"), ("PowerPoint Document", "演示")])
def test_old_files_of_other_kinds(stream: str, said: str, tmp_path: Path) -> None:
    path = tmp_path / "年报.docx"
    path.write_bytes(OLE + stream.encode("utf-16-le"))
    with pytest.raises(FileError, match=said):
        read_report(path)


@pytest.mark.usefixtures("office_at_hand")
def test_an_old_sheet_is_read_whole(tmp_path: Path, soffice: Callable[..., Path]) -> None:
    made = paper()
    path = tmp_path / "年报.xlsx"
    path.write_bytes(to_workbook([list(made.blocks)]))
    report = read_report(soffice(path, ".xls").rename(tmp_path / "年报.et"))
    assert printed(report, figures(report)) == made.expected


@pytest.mark.parametrize("is_flat", [False, True])
def test_open_document_text_is_read_whole_even_in_the_guarded_process(
    is_flat: bool, tmp_path: Path, soffice: Callable[..., Path]
) -> None:
    made = paper()
    path = tmp_path / "年报.wpt"
    path.write_bytes(to_flat_open_text(made) if is_flat else to_open_text(made))
    report = read_apart(path)
    assert printed(report, figures(report)) == made.expected
    assert {key: report.paragraphs(key) for key in report.texts} == made.texts


def kind(data: bytes) -> tuple[str, str]:
    """What a file is taken for, and what it is converted to."""
    source = Source(Path("年报"), data)
    assert ForeignReader().accepts(source)
    found = foreign_kind(source)
    return found.suffix, found.wanted


@pytest.mark.parametrize(
    ("said", "taken_for"),
    [
        ("text", ("odt", "docx")),
        ("text-template", ("odt", "docx")),
        ("spreadsheet", ("ods", "xlsx")),
        ("spreadsheet-template", ("ods", "xlsx")),
    ],
)
def test_open_documents_are_told_by_what_they_say_first(said: str, taken_for: tuple[str, str]) -> None:
    mime = f"application/vnd.oasis.opendocument.{said}"
    assert kind(package({"mimetype": mime})) == taken_for
    flat = f'\ufeff<?xml version="1.0"?>\n<office:document xmlns:office="x" office:mimetype="{mime}"/>'
    assert kind(flat.encode()) == ("f" + taken_for[0], taken_for[1])


def test_slides_are_refused() -> None:
    data = package({"mimetype": "application/vnd.oasis.opendocument.presentation"})
    with pytest.raises(FileError, match="不是文字也不是表格"):
        kind(data)


def test_a_flat_document_with_a_document_type_is_refused() -> None:
    data = to_flat_open_text(paper()).replace(b"?>", b"?><!DOCTYPE x [<!ENTITY a 'b'>]>", 1)
    with pytest.raises(FileError, match="DTD"):
        kind(data)


def test_old_files_are_told_by_the_streams_at_their_top() -> None:
    assert kind(ole(["Root Entry", "WordDocument", "ObjectPool"], {2: ["Workbook"]})) == ("doc", "docx")
    assert kind(ole(["Root Entry", "Workbook", "MBD0001"], {2: ["WordDocument"]})) == ("xls", "xlsx")
    assert kind(ole(["Root Entry", "Book"], {})) == ("xls", "xlsx")


@pytest.mark.parametrize("cut", [8, 60, 500, 600, 1100])
def test_a_directory_that_ends_nowhere_is_no_defect(cut: int) -> None:
    assert isinstance(top_streams(ole(["Root Entry", "Workbook"], {})[:cut]), frozenset)


def test_a_directory_that_turns_in_circles_ends() -> None:
    data = bytearray(ole(["Root Entry", "Workbook"], {}))
    data[512:516] = struct.pack("<I", 0)
    data[516:520] = struct.pack("<I", 1)
    assert "Workbook" in top_streams(bytes(data))


@pytest.mark.parametrize(
    ("parts", "said", "remedy"),
    [
        ({"OFD.xml": "<x/>", "Doc_0/Document.xml": "<x/>"}, "OFD", "PDF"),
        ({"content.xml": "<x/>", "styles.xml": "<x/>"}, "OpenDocument", ".docx"),
        ({"年报.docx": "x"}, "压缩包", "解压"),
    ],
)
def test_packages_of_other_kinds_get_their_own_advice(
    parts: dict[str, str | bytes], said: str, remedy: str, tmp_path: Path
) -> None:
    path = tmp_path / "年报.ofd"
    path.write_bytes(package(parts))
    with pytest.raises(FileError) as raised:
        read_report(path)
    assert said in raised.value.what
    assert remedy in raised.value.remedy
    assert ("解压" in raised.value.remedy) == (said == "压缩包")


def ole(names: list[str], inner: dict[int, list[str]]) -> bytes:
    """A compound file with a root, streams below it, and storages, by number, that hold others."""
    listed: list[tuple[str, int, int]] = []
    total = len(names)
    for number, name in enumerate(names):
        right = number + 1 if 0 < number < len(names) - 1 else 0xFFFFFFFF
        child = 1 if number == 0 else 0xFFFFFFFF
        if number in inner:
            child = total
            total += len(inner[number])
        listed.append((name, right, child))
    listed += [(name, 0xFFFFFFFF, 0xFFFFFFFF) for own in inner.values() for name in own]
    entries = b""
    for name, right, child in listed:
        code = name.encode("utf-16-le")
        entries += code.ljust(64, b"\0") + struct.pack("<HBB", len(code) + 2, 2, 1)
        entries += struct.pack("<III", 0xFFFFFFFF, right, child).ljust(60, b"\0")
    entries = entries.ljust(-(-len(entries) // 512) * 512, b"\0")
    sectors = len(entries) // 512
    follows = [0xFFFFFFFD, *(n + 2 for n in range(sectors - 1)), 0xFFFFFFFE]
    table = struct.pack(f"<{len(follows)}I", *follows).ljust(512, b"\xff")
    header = SIGNATURE + b"\0" * 16 + struct.pack("<HHHHH", 0x3E, 3, 0xFFFE, 9, 6) + b"\0" * 10
    header += struct.pack("<IIIIIIIII", 1, 1, 0, 4096, 0xFFFFFFFE, 0, 0xFFFFFFFE, 0, 0)
    return header.ljust(512, b"\xff") + table + entries


def open_body(made: Paper) -> str:
    """The body of an OpenDocument text."""
    return "".join(
        open_table(block) if isinstance(block, Grid) else f"<text:p>{escape(block[1])}</text:p>"
        for block in made.blocks
    )


def open_table(grid: Grid) -> str:
    """A table of an OpenDocument text, with the cells that others cover."""
    columns = sum(cell.columns for cell in grid.rows[0])
    begins = {(row, column): cell for row, column, cell in places(grid)}
    rows = ""
    for row in range(len(grid.rows)):
        rows += "<table:table-row>"
        for column in range(columns):
            cell = begins.get((row, column))
            if cell is None:
                rows += "<table:covered-table-cell/>"
                continue
            spans = f'table:number-columns-spanned="{cell.columns}" table:number-rows-spanned="{cell.rows}"'
            rows += f"<table:table-cell {spans}><text:p>{escape(cell.text)}</text:p></table:table-cell>"
        rows += "</table:table-row>"
    return f'<table:table><table:table-column table:number-columns-repeated="{columns}"/>{rows}</table:table>'


URNS = " ".join(
    f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"' for name in ("office", "text", "table")
)
TEXT_MIME = "application/vnd.oasis.opendocument.text"


def to_open_text(made: Paper) -> bytes:
    """A paper as .odt."""
    content = f"<office:body><office:text>{open_body(made)}</office:text></office:body>"
    urn = 'xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"'
    entry = '<manifest:file-entry manifest:full-path="{}" manifest:media-type="{}"/>'
    listed = entry.format("/", TEXT_MIME) + entry.format("content.xml", "text/xml")
    parts: dict[str, str | bytes] = {
        "mimetype": TEXT_MIME,
        "content.xml": f'<office:document-content {URNS} office:version="1.2">{content}'
        "</office:document-content>",
        "META-INF/manifest.xml": f"<manifest:manifest {urn}>{listed}</manifest:manifest>",
    }
    return package(parts)


def to_flat_open_text(made: Paper) -> bytes:
    """A paper as .fodt."""
    body = f"<office:body><office:text>{open_body(made)}</office:text></office:body>"
    head = f'<office:document {URNS} office:version="1.2" office:mimetype="{TEXT_MIME}">'
    return f'<?xml version="1.0" encoding="UTF-8"?>{head}{body}</office:document>'.encode()
