"""What cameras note in photographs: told and taken out of files of every kind; which side is up stays."""

import base64
import struct
import zipfile
import zlib
from io import BytesIO
from pathlib import Path

import docx
import pytest

from reportdesk.form.loader import load_edition
from reportdesk.inspection import clean_copy, traces_of
from reportdesk.inspection.pictures import picture_notes, plain_picture
from reportdesk.readers.protocol import Source
from reportdesk.report.model import Report
from reportdesk.writers import render

PNG = b"\x89PNG\r\n\x1a\n"


def exif(order: str = "<", side: int = 1, maker: bytes = b"Yunxi Camera\0", *, gps: bool = True) -> bytes:
    mark = b"II*\0" if order == "<" else b"MM\0*"
    count = 2 + gps
    entries = struct.pack(f"{order}HHII", 0x010F, 2, len(maker), 8 + 2 + 12 * count + 4)
    entries += struct.pack(f"{order}HHIHH", 0x0112, 3, 1, side, 0)
    if gps:
        entries += struct.pack(f"{order}HHII", 0x8825, 4, 1, 0)
    directory = struct.pack(f"{order}H", count) + entries + struct.pack(f"{order}I", 0)
    return b"Exif\0\0" + mark + struct.pack(f"{order}I", 8) + directory + maker


def segment(marker: int, body: bytes) -> bytes:
    return struct.pack(">BBH", 0xFF, marker, len(body) + 2) + body


def jpeg(*segments: bytes) -> bytes:
    scan = segment(0xDA, b"\x01\x01\0\0\x3f\0") + b"\x12\x34picture\xff\xd9"
    return b"\xff\xd8" + b"".join(segments) + segment(0xDB, bytes(65)) + scan


def chunk(name: bytes, body: bytes) -> bytes:
    return struct.pack(">I", len(body)) + name + body + struct.pack(">I", zlib.crc32(name + body))


def png(*chunks: bytes) -> bytes:
    head = chunk(b"IHDR", struct.pack(">IIBBBBB", 1, 1, 8, 0, 0, 0, 0))
    return PNG + head + b"".join(chunks) + chunk(b"IDAT", zlib.compress(b"\0\xff")) + chunk(b"IEND", b"")


@pytest.mark.parametrize("order", ["<", ">"])
def test_a_photograph_tells_its_camera_and_place_and_then_no_more(order: str) -> None:
    photo = jpeg(
        segment(0xE1, exif(order)), segment(0xFE, "拍摄人".encode()), segment(0xE2, b"ICC_PROFILE\0x")
    )
    assert list(picture_notes(photo)) == ["相机 Yunxi Camera，拍摄地点（GPS）", "注释"]
    plain = plain_picture(photo)
    assert plain == jpeg(segment(0xE2, b"ICC_PROFILE\0x"))
    assert list(picture_notes(plain)) == []


@pytest.mark.parametrize("order", ["<", ">"])
def test_which_side_is_up_stays(order: str) -> None:
    plain = plain_picture(jpeg(segment(0xE1, exif(order, side=6))))
    assert b"Yunxi" not in plain
    assert list(picture_notes(plain)) == []
    assert plain_picture(plain) == plain
    assert struct.pack("<HHIHH", 0x0112, 3, 1, 6, 0) in plain


def test_words_in_a_png_go() -> None:
    picture = png(chunk(b"tEXt", b"Author\0Zhang"), chunk(b"pHYs", bytes(9)), chunk(b"eXIf", b"II*\0"))
    assert [note.split()[0] for note in picture_notes(picture)] == ["tEXt", "eXIf"]
    assert plain_picture(picture) == png(chunk(b"pHYs", bytes(9)))


@pytest.mark.parametrize(
    "data", [b"", b"GIF89a", b"\xff\xd8", b"\xff\xd8\xff\xe1\xff\xffExif", PNG + b"\0\0\0\xffIHDR"]
)
def test_what_is_no_photograph_or_a_damaged_one_stays_as_it_is(data: bytes) -> None:
    assert list(picture_notes(data)) == []
    assert data.startswith(plain_picture(data))


def test_a_photograph_in_a_word_file(tmp_path: Path) -> None:
    path = tmp_path / "来文.docx"
    path.write_bytes(render(Report(load_edition("2021"), organ="云溪县档案局", year=2024), ".docx"))
    document = docx.Document(str(path))
    document.add_paragraph().add_run().add_picture(BytesIO(png(chunk(b"tEXt", b"Author\0Zhang"))))
    document.save(str(path))
    source = Source(path, path.read_bytes())
    assert "picture" in {trace.kind for trace in traces_of(source)}
    clean = clean_copy(source)
    assert "picture" not in {trace.kind for trace in traces_of(Source(path, clean))}
    assert len(docx.Document(BytesIO(clean)).inline_shapes) == 1
    with zipfile.ZipFile(BytesIO(clean)) as archive:
        assert not any(b"Zhang" in archive.read(name) for name in archive.namelist())


def test_a_photograph_that_stands_in_a_page(tmp_path: Path) -> None:
    packed = base64.b64encode(jpeg(segment(0xE1, exif()))).decode()
    page = f'<html><body><p>看得见</p><img alt="图" src="data:image/jpeg;base64,{packed}"></body></html>'
    source = Source(tmp_path / "页.html", page.encode())
    assert {trace.kind for trace in traces_of(source)} == {"picture"}
    clean = clean_copy(source)
    assert traces_of(Source(tmp_path / "页.html", clean)) == ()
    assert b"data:image/jpeg;base64," in clean


def test_a_photograph_in_a_pdf_is_blanked_where_it_stands(tmp_path: Path) -> None:
    data = (
        b"%PDF-1.7\n1 0 obj<</Filter/DCTDecode>>stream\n"
        + jpeg(segment(0xE1, exif()))
        + b"\nendstream endobj"
    )
    source = Source(tmp_path / "报.pdf", data)
    assert {trace.kind for trace in traces_of(source)} == {"picture"}
    clean = clean_copy(source)
    assert len(clean) == len(data)
    assert b"Yunxi" not in clean
    assert traces_of(Source(tmp_path / "报.pdf", clean)) == ()
