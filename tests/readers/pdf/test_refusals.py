"""PDF files that hold no words, or are made to harm: refused with the right advice, or harmless."""

import contextlib
import hashlib
from pathlib import Path

import pytest

from reportdesk.errors import FileError
from reportdesk.readers import read_report
from reportdesk.readers.apart.apart import read_apart
from reportdesk.readers.pdf import paths
from tests.readers.paper import paper
from tests.readers.pdf.finding import found, texts
from tests.readers.pdf.press import file_of, pdf, show, to_pdf
from tests.work import work_of

PICTURE = (
    b"<</Type/XObject/Subtype/Image/Width 8/Height 8/BitsPerComponent 8/ColorSpace/DeviceGray/Length 64>>"
    b"stream\n" + b"\x80" * 64 + b"\nendstream"
)
PASSWORD_PADDING = bytes.fromhex("28bf4e5e4e758a4164004e56fffa01082e2e00b6d0683e802f0ca9fe6453697a")


def drawn(content: bytes, *more: bytes) -> bytes:
    """A page with a content and further objects, the first of which is named X1."""
    return file_of(
        [
            b"<</Type/Catalog/Pages 2 0 R>>",
            b"<</Type/Pages/Count 1/Kids[4 0 R]>>",
            b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
            b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 5 0 R"
            b"/Resources<</Font<</F1 3 0 R>>/XObject<</X1 6 0 R>>>>>>",
            b"<</Length %d>>stream\n%s\nendstream" % (len(content), content),
            *more,
        ]
    )


def refusal(data: bytes) -> FileError:
    with pytest.raises(FileError) as raised:
        found(data)
    return raised.value


def test_a_scan_is_called_one_and_the_way_out_is_said() -> None:
    error = refusal(drawn(b"q 595 0 0 842 0 0 cm /X1 Do Q", PICTURE))
    assert "扫描件" in error.what
    assert "Word" in error.remedy


def test_words_that_a_program_guessed_from_a_scan_are_not_read() -> None:
    guessed = b"q 595 0 0 842 0 0 cm /X1 Do Q BT 3 Tr /F1 12 Tf 100 700 Td (12 34) Tj ET"
    assert "扫描件" in refusal(drawn(guessed, PICTURE)).what


def test_an_empty_page_is_no_scan() -> None:
    assert "没有文字" in refusal(pdf([""])).what


def test_letters_that_no_font_explains_are_not_guessed() -> None:
    font = (
        b"<</Type/Font/Subtype/Type0/BaseFont/X/Encoding/Identity-H/DescendantFonts[<</Type/Font"
        b"/Subtype/CIDFontType2/BaseFont/X"
        b"/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>>>]>>"
    )
    data = drawn(b"BT /F1 12 Tf 100 700 Td <00210022002300240025> Tj ET", PICTURE)
    data = data.replace(b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>", font)
    assert "认不出" in refusal(data).what


@pytest.mark.parametrize("share", [0.0, 0.3, 0.6])
def test_a_damaged_file(share: float) -> None:
    data = to_pdf(paper())
    assert "损坏" in refusal(data[: 9 + int(share * len(data))]).what


def test_a_header_behind_some_bytes_is_found(tmp_path: Path) -> None:
    path = tmp_path / "年报.docx"
    path.write_bytes(b"\r\n\r\n" + to_pdf(paper()))
    assert read_report(path).year == 2023


def test_a_password_is_asked_for() -> None:
    assert "密码" in refusal(locked()).what


def test_too_many_pages() -> None:
    assert "200 页" in refusal(pdf([""] * 201)).what


def test_a_page_tree_that_ends_nowhere() -> None:
    loop = b"<</Type/Pages/Parent 2 0 R/Count 1000000000/Kids[2 0 R]>>"
    refusal(file_of([b"<</Type/Catalog/Pages 2 0 R>>", loop.replace(b"[2 0 R]", b"[3 0 R]"), loop]))


def test_too_many_objects_on_a_page() -> None:
    assert "太多" in refusal(drawn(b"0 0 m 9 9 l S\n" * 60_001)).what


def test_too_many_objects_on_all_pages_together(monkeypatch: pytest.MonkeyPatch) -> None:
    """One content that many pages show is small in the file and long to read."""
    monkeypatch.setattr(paths, "MOST_OBJECTS_IN_ALL", 500)
    lines = "0 0 m 9 9 l S\n" * 100
    assert "没有文字" in refusal(pdf([lines] * 5)).what
    assert "画的东西太多" in refusal(pdf([lines] * 6)).what


def test_too_many_lines_in_one_drawing() -> None:
    assert "太多" in refusal(drawn(b"0 0 m\n" + b"9 9 l 99 0 l 9 99 l\n" * 40_001 + b"S")).what


def test_too_many_characters() -> None:
    lines = b"".join(b"1 0 0 1 10 %d Tm (%s) Tj\n" % (y % 800, b"%d7" % y * 40) for y in range(100, 1350))
    assert "万字" in refusal(drawn(b"BT /F1 5 Tf " + lines + b"ET")).what


def test_a_mesh_of_lines_is_no_table_and_soon_done() -> None:
    mesh = "".join(
        f"{n * 2.1:.1f} 0 m {n * 2.1:.1f} 842 l S 0 {n * 2.1:.1f} m 595 {n * 2.1:.1f} l S\n"
        for n in range(280)
    )
    data = pdf([mesh + show("文字", 100, 700, 12)])
    # As a table it would be 78,000 cells, each with its edges and words.
    assert work_of(lambda: found(data)) < 500_000


@pytest.mark.parametrize("box", ["[0 0 9e9 9e9]", "[0 0 0 0]", "[0 0 -5 1e38]"])
def test_a_page_of_no_size_or_an_endless_one(box: str) -> None:
    data = pdf([show("文字", 100, 700, 12)]).replace(b"[0 0 595 842]", box.encode())
    with contextlib.suppress(FileError):
        assert texts(found(data)) == ["文字"]


def test_scripts_launches_and_attachments_do_nothing_in_the_guarded_process(tmp_path: Path) -> None:
    path = tmp_path / "年报.pdf"
    marker = tmp_path / "started"
    launch = f"<</S/Launch/F(/usr/bin/touch)/Win<</F(touch)/P({marker})>>>>"
    script = "<</WC<</S/JavaScript/JS(while(1){})>>>>"
    names = "<</EmbeddedFiles<</Names[(x.exe) <</Type/Filespec/F(x.exe)>>]>>>>"
    path.write_bytes(
        to_pdf(paper()).replace(
            b"/Type/Catalog", f"/OpenAction{launch}/AA{script}/Names{names}/Type/Catalog".encode()
        )
    )
    assert read_apart(path).organ == "云溪县档案局"
    assert not marker.exists()


def locked() -> bytes:
    """A file that the standard handler of 40 bits has locked with a word nobody knows."""
    owner, identity = b"o" * 32, b"i" * 16
    key = hashlib.md5(
        PASSWORD_PADDING[::-1] + owner + (-4).to_bytes(4, "little", signed=True) + identity
    ).digest()[:5]
    user = _rc4(key, PASSWORD_PADDING)
    entry = f"<</Filter/Standard/V 1/R 2/P -4/O<{owner.hex()}>/U<{user.hex()}>>>"
    objects = [b"<</Type/Catalog/Pages 2 0 R>>", b"<</Type/Pages/Count 0/Kids[]>>"]
    return file_of(objects, f"/Encrypt {entry}/ID[<{identity.hex()}><{identity.hex()}>]")


def _rc4(key: bytes, data: bytes) -> bytes:
    state = list(range(256))
    j = 0
    for i in range(256):
        j = (j + state[i] + key[i % len(key)]) % 256
        state[i], state[j] = state[j], state[i]
    out, i, j = bytearray(), 0, 0
    for byte in data:
        i = (i + 1) % 256
        j = (j + state[i]) % 256
        state[i], state[j] = state[j], state[i]
        out.append(byte ^ state[(state[i] + state[j]) % 256])
    return bytes(out)
