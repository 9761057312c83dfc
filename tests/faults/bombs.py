"""Files made to hang, fill up or fool whoever opens them, by name; each is small and must be refused soon."""

# ruff: noqa: E501 - namespaces are as long as they are

from __future__ import annotations

import io
import random
import struct
import zipfile
import zlib
from collections.abc import Callable, Iterator

from tests.readers.pdf.press import file_of

_TYPES = """<?xml version="1.0" encoding="UTF-8"?>
<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">
<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>
<Default Extension="xml" ContentType="application/xml"/>
<Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.{kind}+xml"/>
</Types>"""
_WORD, _BOOK = "wordprocessingml.document.main", "spreadsheetml.sheet.main"
_RELS = """<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">
<Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"
 Target="{target}"/>{more}</Relationships>"""
_BODY = '<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>{}</w:body></w:document>'
_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_BOOK_XML = f"""<workbook xmlns="{_MAIN}" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">
<sheets><sheet name="a" sheetId="1" r:id="r1"/></sheets></workbook>"""
_BOOK_RELS = """<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1"
 Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/s.xml"/>
</Relationships>"""


def package(parts: dict[str, bytes | str]) -> bytes:
    """Packs parts into a zip."""
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return packed.getvalue()


def word(body: str = "", /, **more: bytes | str) -> bytes:
    """A Word file with a body and more parts."""
    return word_of(_BODY.format(body), more)


def word_of(document: bytes | str, more: dict[str, bytes | str] | None = None, rels: str = "") -> bytes:
    """A Word file with a main part given whole."""
    parts: dict[str, bytes | str] = {
        "[Content_Types].xml": _TYPES.format(kind=_WORD),
        "_rels/.rels": _RELS.format(target="word/document.xml", more=rels),
        "word/document.xml": document,
    }
    return package(parts | (more or {}))


def workbook(sheet: str, more: dict[str, bytes | str] | None = None) -> bytes:
    """A workbook with one sheet given whole."""
    types = _TYPES.format(kind=_BOOK).replace("/word/document.xml", "/xl/workbook.xml")
    parts: dict[str, bytes | str] = {
        "[Content_Types].xml": types,
        "_rels/.rels": _RELS.format(target="xl/workbook.xml", more=""),
        "xl/workbook.xml": _BOOK_XML,
        "xl/_rels/workbook.xml.rels": _BOOK_RELS,
        "xl/worksheets/s.xml": sheet,
    }
    return package(parts | (more or {}))


def sheet(inside: str) -> str:
    """A sheet's XML."""
    return f'<worksheet xmlns="{_MAIN}">{inside}</worksheet>'


def _table(rows: int, columns: int, cell: str = "<w:tc><w:p/></w:tc>") -> str:
    return f"<w:tbl>{('<w:tr>' + cell * columns + '</w:tr>') * rows}</w:tbl>"


def _lies_about_its_size() -> bytes:
    """A part whose directory entry says 10 bytes and which inflates to 40 MB."""
    data = word("x" * 40_000_000)
    patched = bytearray(data)
    at = 0
    for mark, offset in ((b"PK\x01\x02", 24), (b"PK\x03\x04", 22)):
        at = data.rfind(mark)
        struct.pack_into("<I", patched, at + offset, 10)
    return bytes(patched)


def _doubled() -> bytes:
    packed = io.BytesIO(word())
    with zipfile.ZipFile(packed, "a") as archive:
        archive.writestr("WORD/document.xml", "twice")
    return packed.getvalue()


def _link() -> bytes:
    packed = io.BytesIO(word())
    with zipfile.ZipFile(packed, "a") as archive:
        info = zipfile.ZipInfo("word/media/x.xml")
        info.external_attr = 0o120777 << 16
        archive.writestr(info, "/etc/passwd")
    return packed.getvalue()


def _overlapping() -> bytes:
    """Entries of the directory that all name the same bytes: small on disk, huge when inflated."""
    core = zlib.compressobj(9, zlib.DEFLATED, -15)
    body = core.compress(b" " * 25_000_000) + core.flush()
    check = zlib.crc32(b" " * 25_000_000)
    name = b"word/document.xml"
    local = struct.pack(
        "<IHHHHHIIIHH", 0x04034B50, 20, 0, 8, 0, 33, check, len(body), 25_000_000, len(name), 0
    )
    entries = b""
    for number in range(500):
        named = name if number == 0 else f"word/p{number}.xml".encode()
        entries += (
            struct.pack(
                "<IHHHHHHIIIHHHHHII",
                0x02014B50,
                20,
                20,
                0,
                8,
                0,
                33,
                check,
                len(body),
                25_000_000,
                len(named),
                0,
                0,
                0,
                0,
                0,
                0,
            )
            + named
        )
    start = len(local) + len(name) + len(body)
    end = struct.pack("<IHHHHIIH", 0x06054B50, 0, 0, 500, 500, len(entries), start, 0)
    return local + name + body + entries + end


_ENTITIES = "".join(f'<!ENTITY e{n} "{f"&e{n - 1};" * 10 if n else "lol" * 10}">' for n in range(10))
_LAUGHS = f"<!DOCTYPE x [{_ENTITIES}]>"
_OUTSIDE = (
    '<!DOCTYPE x [<!ENTITY o SYSTEM "file://{canary}"><!ENTITY % p SYSTEM "http://127.0.0.1:{port}/x"> %p;]>'
)

BOMBS: dict[str, Callable[[], tuple[str, bytes]]] = {
    "400,000 labels with gaps": lambda: (".txt", ("年度报告\n" + "规章   " * 400_000).encode()),
    "30,000 lines of tabs": lambda: (".txt", ("年度报告\n" + ("\t" * 60 + "\n") * 30_000).encode()),
    "400,000 breaks in one paragraph": lambda: (".html", ("<html><p>年度报告" + "字<br>" * 400_000).encode()),
    "a header of 2,000,000 parts": lambda: (
        ".mht",
        b"MIME-Version: 1.0\nContent-Type: multipart/related" + b";" * 2_000_000 + b"\n\nx",
    ),
    "a number of 100,000,000 digits": lambda: (
        ".xlsx",
        workbook(sheet('<sheetData><row r="1"><c r="A1"><v>1e99999999</v></c></row></sheetData>')),
    ),
    "one part of 40 MB": lambda: (".docx", word("x" * 40_000_000)),
    "4 parts of 29 MB": lambda: (
        ".docx",
        word_of("", {f"word/p{n}.xml": b" " * 29_000_000 for n in range(4)}),
    ),
    "a part that lies about its size": lambda: (".docx", _lies_about_its_size()),
    "parts that share their bytes": lambda: (".docx", _overlapping()),
    "5,000 parts": lambda: (".docx", word_of("", {f"word/p{n}.xml": b"" for n in range(5000)})),
    "a doubled part": lambda: (".docx", _doubled()),
    "a part that is a link": lambda: (".docx", _link()),
    "a part outside": lambda: (".docx", word_of("", {"../../etc/passwd": b"x"})),
    "an absolute part": lambda: (".docx", word_of("", {"/etc/passwd": b"x"})),
    "a thousand million laughs": lambda: (".docx", word_of(_LAUGHS + _BODY.format("&e9;"))),
    "laughs in UTF-16": lambda: (".docx", word_of((_LAUGHS + _BODY.format("&e9;")).encode("utf-16"))),
    "laughs in styles": lambda: (
        ".docx",
        word_of(_BODY.format(""), {"word/styles.xml": _LAUGHS + "<x>&e9;</x>"}),
    ),
    "laughs in relations": lambda: (
        ".docx",
        word_of(_BODY.format(""), {"_rels/.rels": _LAUGHS + "<x>&e9;</x>"}),
    ),
    "100,000 deep": lambda: (".docx", word("<w:p>" * 100_000 + "</w:p>" * 100_000)),
    "tables 250 deep": lambda: (
        ".docx",
        word("<w:tbl><w:tr><w:tc>" * 80 + "<w:p/>" + "</w:tc></w:tr></w:tbl>" * 80),
    ),
    "nested tables by the thousand": lambda: (".docx", word(_nested_tables())),
    "a million cells in a row": lambda: (".docx", word(_table(1, 1_000_000))),
    "a million rows": lambda: (".docx", word(_table(1_000_000, 1))),
    "2,000 rows of 64, 150 times": lambda: (".docx", word(_table(2000, 64, "<w:tc/>") * 20)),
    "a span over everything": lambda: (
        ".docx",
        word(_table(2000, 1, '<w:tc><w:tcPr><w:gridSpan w:val="1000000000"/></w:tcPr><w:p/></w:tc>')),
    ),
    "a million paragraphs": lambda: (".docx", word("<w:p/>" * 1_000_000)),
    "a paragraph of 20 MB": lambda: (
        ".docx",
        word(f"<w:p><w:r><w:t>{'１、的' * 2_200_000}</w:t></w:r></w:p>"),
    ),
    "a million runs": lambda: (".docx", word(f"<w:p>{'<w:r><w:t>字</w:t></w:r>' * 900_000}</w:p>")),
    "a heading of 5 MB": lambda: (
        ".docx",
        word(f"<w:p><w:r><w:t>一、{'总体情况' * 400_000}</w:t></w:r></w:p>"),
    ),
    "paragraphs just below the limits": lambda: (".docx", word(_just_below())),
    "a report with a table just below the limits": lambda: (".docx", word(_just_below_in_a_table())),
    "text just below the limits": lambda: (".txt", "\n".join(_words(24_000, 40)).encode()),
    "5,000 merges over everything": lambda: (".xlsx", workbook(_merged_sheet())),
    "one merge over everything": lambda: (
        ".xlsx",
        workbook(sheet('<sheetData/><mergeCells><mergeCell ref="A1:XFD1048576"/></mergeCells>')),
    ),
    "a million filled cells": lambda: (".xlsx", workbook(_filled_sheet())),
    "sums of sums of sums": lambda: (".xlsx", workbook(_sum_sheet())),
    "laughs in shared strings": lambda: (
        ".xlsx",
        workbook(sheet("<sheetData/>"), {"xl/sharedStrings.xml": _LAUGHS + "<sst>&e9;</sst>"}),
    ),
    "a page 50,000 deep": lambda: (".html", ("<div>" * 50_000 + "x").encode()),
    "a page of 3,000,000 cells": lambda: (".html", ("<table>" + "<tr>" + "<td>" * 3_000_000).encode()),
    "a page of spans": lambda: (
        ".html",
        ("<table>" + '<tr><td rowspan="9999" colspan="9999">x' * 2000).encode(),
    ),
    "a page of nested tables": lambda: (".html", ("<table><tr><td>" * 3000 + "x").encode()),
    "a page of 50 MB of words": lambda: (".html", b"<html><p>" + ("总体情况" * 4_000_000).encode()),
    "a mail of many parts": lambda: (".mht", _many_parts()),
    "a mail 5,000 deep": lambda: (".mht", _deep_mail()),
    "text of 60 MB": lambda: (".txt", ("一、总体情况\n" * 3_000_000).encode()),
    "text of one line": lambda: (".txt", ("1、" * 10_000_000).encode()),
    "JSON 100,000 deep": lambda: (".json", b'{"cells":' * 100_000),
    "JSON of 40 MB": lambda: (
        ".json",
        b'{"cells":{' + b",".join(b'"k%d":1' % n for n in range(2_000_000)) + b"}}",
    ),
    "a figure of a million digits": lambda: (
        ".json",
        b'{"cells":{"requests.received.natural_person":' + b"9" * 1_000_000 + b"}}",
    ),
    "a figure with a huge exponent": lambda: (".json", b'{"cells":{"disclosure.fees.amount":"1e999999999"}}'),
    "a header of 40 MB": lambda: (".rdesk", b'{"app":"reportdesk","x":"' + b"a" * 40_000_000 + b'"}\n{}'),
    "zeros": lambda: (".docx", bytes(50_000_000)),
    "a compound file of noise": lambda: (
        ".xls",
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(range(256)) * 100_000,
    ),
}


BOMBS |= {
    "a PDF whose page tree is a ring": lambda: (
        ".pdf",
        file_of([_CATALOGUE, b"<</Type/Pages/Count 150/Kids[2 0 R 2 0 R]>>"]),
    ),
    "a PDF of 100,000 pages": lambda: (
        ".pdf",
        file_of(
            [
                _CATALOGUE,
                b"<</Type/Pages/Count 100000/Kids[%s]>>" % (b"3 0 R " * 100_000),
                b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]>>",
            ]
        ),
    ),
    "a PDF whose page is 1 GB": lambda: (
        ".pdf",
        file_of(
            [
                _CATALOGUE,
                b"<</Type/Pages/Count 1/Kids[3 0 R]>>",
                b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]/Contents 4 0 R>>",
                _deflated(b" " * 10_000_000, 100),
            ]
        ),
    ),
    "a PDF of arrays 3,000,000 deep": lambda: (
        ".pdf",
        file_of([_CATALOGUE, b"[" * 3_000_000 + b"]" * 3_000_000]),
    ),
}
_CATALOGUE = b"<</Type/Catalog/Pages 2 0 R>>"


def _deflated(data: bytes, times: int) -> bytes:
    """A stream of an object, so many times the data."""
    packer = zlib.compressobj(9)
    packed = b"".join(packer.compress(data) for _ in range(times)) + packer.flush()
    return b"<</Filter/FlateDecode/Length %d>>stream\n%s\nendstream" % (len(packed), packed)


def _words(number: int, length: int) -> Iterator[str]:
    """Words that do not compress, with headings among them so that they pass for a report."""
    draw = random.Random(5)
    headings = (
        "一、总体情况",
        "二、主动公开政府信息情况",
        "三、收到和处理政府信息公开申请情况",
        "六、其他事项",
    )
    yield "云溪县档案局2024年政府信息公开工作年度报告"
    for place in range(number):
        if place % (number // 6) == 5:
            yield headings[place // (number // 6) % 4]
        yield "".join(chr(draw.randrange(0x4E00, 0x9000)) for _ in range(length))


def _just_below() -> str:
    return "".join(f"<w:p><w:r><w:t>{words}</w:t></w:r></w:p>" for words in _words(9_900, 95))


def _just_below_in_a_table() -> str:
    draw = random.Random(6)
    labels = ("新收", "上年结转", "予以公开", "结转下年度", "自然人", "总计", "规章", "1.属于国家秘密")
    cells = lambda: "".join(  # noqa: E731
        f"<w:tc><w:p><w:r><w:t>{draw.choice(labels)}{draw.random()}</w:t></w:r></w:p></w:tc>"
        for _ in range(9)
    )
    rows = "".join(f"<w:tr>{cells()}</w:tr>" for _ in range(1000))
    return (
        "".join(f"<w:p><w:r><w:t>{words}</w:t></w:r></w:p>" for words in _words(60, 40))
        + f"<w:tbl>{rows}</w:tbl>"
    )


def _nested_tables() -> str:
    inner = "<w:p/>"
    for _ in range(60):
        inner = f"<w:tbl><w:tr><w:tc>{inner}</w:tc><w:tc><w:p/></w:tc></w:tr></w:tbl>"
    return inner * 150


def _merged_sheet() -> str:
    cells = "".join(
        f'<row r="{n}"><c r="BL{n}" t="inlineStr"><is><t>x</t></is></c></row>' for n in range(1, 2001)
    )
    merges = "".join(f'<mergeCell ref="A{n % 7 + 1}:BL2000"/>' for n in range(5000))
    return sheet(f"<sheetData>{cells}</sheetData><mergeCells>{merges}</mergeCells>")


def _filled_sheet() -> str:
    row = "".join(f'<c r="{chr(65 + n)}{{0}}"><v>1</v></c>' for n in range(26))
    rows = (f"<row>{row.format(n)}</row>" for n in range(1, 25_000))
    return sheet(f"<sheetData>{''.join(rows)}</sheetData>")


def _sum_sheet() -> str:
    cells = "".join(
        f'<row><c r="A{n}"><f>SUM(A{n + 1}:A2000)+SUM(A{n + 1}:A2000)</f></c></row>' for n in range(1, 2000)
    )
    return sheet(f"<sheetData>{cells}</sheetData>")


def _many_parts() -> bytes:
    head = b'MIME-Version: 1.0\nContent-Type: multipart/related; boundary="b"\n\n'
    return head + b"--b\nContent-Type: image/png\n\nx\n" * 300_000 + b"--b--\n"


def _deep_mail() -> bytes:
    return b"MIME-Version: 1.0\n" + b"".join(
        b'Content-Type: multipart/related; boundary="b%d"\n\n--b%d\n' % (n, n) for n in range(5000)
    )


def outward(canary: str, port: int) -> Iterator[tuple[str, str, bytes]]:
    """Files that name a local file and a local server in every way a reader might follow."""
    reach = _OUTSIDE.format(canary=canary, port=port)
    yield "entities", ".docx", word_of(reach + _BODY.format("&o;"))
    yield (
        "a template and a picture",
        ".docx",
        word_of(
            _BODY.format("<w:p><w:r><w:t>x</w:t></w:r></w:p>"),
            {
                "word/_rels/document.xml.rels": '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
                f'<Relationship Id="a" TargetMode="External" Target="file://{canary}" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/attachedTemplate"/>'
                f'<Relationship Id="b" TargetMode="External" Target="http://127.0.0.1:{port}/p.png" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/image"/>'
                "</Relationships>"
            },
        ),
    )
    yield (
        "an external main part",
        ".docx",
        word_of(
            _BODY.format(""),
            {"_rels/.rels": _RELS.format(target=f"http://127.0.0.1:{port}/d.xml", more="")},
        ),
    )
    yield (
        "XInclude and a style sheet",
        ".docx",
        word_of(
            f'<?xml-stylesheet href="http://127.0.0.1:{port}/s.xsl" type="text/xsl"?>'
            + _BODY.format(
                f'<xi:include xmlns:xi="http://www.w3.org/2001/XInclude" href="file://{canary}" parse="text"/>'
            )
        ),
    )
    yield (
        "links of a workbook",
        ".xlsx",
        workbook(
            sheet(
                f'<sheetData><row><c r="A1"><f>WEBSERVICE("http://127.0.0.1:{port}/")&amp;\'file://{canary}\'!A1</f></c></row></sheetData>'
            ),
            {
                "xl/externalLinks/_rels/e1.xml.rels": '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
                f'<Relationship Id="a" TargetMode="External" Target="file://{canary}" Type="x"/></Relationships>'
            },
        ),
    )
    yield (
        "a page that names all",
        ".html",
        (
            f'<!DOCTYPE html SYSTEM "http://127.0.0.1:{port}/d.dtd"><html><head><base href="http://127.0.0.1:{port}/">'
            f'<link rel="stylesheet" href="file://{canary}"><meta http-equiv="refresh" content="0;url=file://{canary}">'
            f'<script src="http://127.0.0.1:{port}/s.js"></script></head><body><img src="file://{canary}">'
            f'<img src="//127.0.0.1:{port}/i.png"><iframe src="file://{canary}"></iframe><object data="file://{canary}">'
            f'</object><video src="http://127.0.0.1:{port}/v"></video><p style="background:url(file://{canary})">x</p></body></html>'
        ).encode(),
    )
    yield "a page with entities", ".html", (reach + "<html><p>&o;</p></html>").encode()
    yield (
        "JSON with a path",
        ".json",
        f'{{"cells":{{}},"edition":"../../../..{canary}","organ":"x"}}'.encode(),
    )
