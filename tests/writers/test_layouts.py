"""Word layouts to choose from, shipped and an office's own: each read back, valid, and kept by rules."""

import re
import shutil
import zipfile
from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from docx import Document
from docx.oxml.ns import qn

from reportdesk.errors import FormError
from reportdesk.export import checked_bytes
from reportdesk.form.model import Form
from reportdesk.readers import read_report
from reportdesk.report.fingerprint import fingerprint
from reportdesk.report.model import Report
from reportdesk.writers.charts.pictures import pictures_of
from reportdesk.writers.layouts.layout_file import (
    layout_file,
    own_layouts_folder,
    word_layout_file,
    word_layouts,
)
from reportdesk.writers.word.charts import DrawnCard
from reportdesk.writers.word.writer import WordWriter
from tests.writers.paper import word_tables

# One point of white, as any painter of PNG writes it.
PNG = bytes.fromhex(
    "89504e470d0a1a0a0000000d49484452000000010000000108000000003a7e9b55"
    "0000000a49444154789c63f80f0001010100"
    "1bb6ee560000000049454e44ae426082"
)


@pytest.fixture
def profile(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("REPORTDESK_PROFILE", str(tmp_path / "profile"))
    return tmp_path / "profile"


def words_of(data: bytes, part: str) -> str:
    with zipfile.ZipFile(BytesIO(data)) as archive:
        return archive.read(part).decode()


def drawn(report: Report) -> tuple[DrawnCard, ...]:
    return tuple(DrawnCard(card, PNG) for card in pictures_of(report).cards)


def test_the_shipped_layouts_are_listed_the_editions_own_first(form: Form, profile: Path) -> None:
    listed = [(choice.key, choice.name) for choice in word_layouts(form)]
    assert listed == [("9704", "公文（GB/T 9704）"), ("compact", "紧凑（省纸，不留空页）")]
    assert word_layout_file(form, "") == word_layout_file(form, "9704") == layout_file(form, "report.docx")


@pytest.mark.parametrize(("key", "with_charts"), [("9704", True), ("compact", False)])
def test_each_layout_reads_back_every_figure(
    key: str, with_charts: bool, suqian: Report, tmp_path: Path, profile: Path
) -> None:
    path = tmp_path / "年报.docx"
    writer = WordWriter("nothing", key, fingerprint=True, charts=drawn(suqian) if with_charts else ())
    path.write_bytes(checked_bytes(suqian, path, "nothing", [writer]))
    read = read_report(path)
    assert dict(read.cells) == dict(suqian.cells)
    assert dict(read.texts) == dict(suqian.texts)
    assert read.title or read.organ == suqian.organ


def test_the_layouts_with_all_that_they_may_hold_are_valid(
    suqian: Report, ooxml_validator: Callable[[Path], list[str]], tmp_path: Path, profile: Path
) -> None:
    for key in ("9704", "compact"):
        path = tmp_path / f"{key}.docx"
        path.write_bytes(WordWriter("printed", key, fingerprint=True, charts=drawn(suqian)).render(suqian))
        assert ooxml_validator(path) == []


def test_an_offices_own_layout_is_chosen_by_the_name_of_its_file(
    form: Form, mancheng: Report, profile: Path, tmp_path: Path
) -> None:
    own_layouts_folder().mkdir(parents=True)
    for name in ("市局版式.docx", "compact.docx", "~$市局版式.docx"):
        shutil.copy(layout_file(form, "report.docx"), own_layouts_folder() / name)
    listed = {choice.key: choice for choice in word_layouts(form)}
    assert list(listed) == ["9704", "compact", "市局版式"]
    assert listed["市局版式"].name == "市局版式"
    assert listed["compact"].path.parent == own_layouts_folder()
    assert listed["compact"].name == "compact", "an office's own is not called what it is not"
    path = tmp_path / "年报.docx"
    assert checked_bytes(mancheng, path, writers=[WordWriter(layout="市局版式")])


@pytest.mark.parametrize("key", ["nope", "../report", "/etc/passwd", "compact.docx"])
def test_a_layout_that_is_not_there_is_named_with_those_that_are(form: Form, profile: Path, key: str) -> None:
    with pytest.raises(FormError, match=r"没有版式.*9704、compact；.*layouts"):
        word_layout_file(form, key)


def test_an_own_layout_goes_through_the_same_refusals(form: Form, mancheng: Report, profile: Path) -> None:
    own_layouts_folder().mkdir(parents=True)
    path = own_layouts_folder() / "坏.docx"
    shutil.copy(layout_file(form, "report.docx"), path)
    with zipfile.ZipFile(path, "a") as archive:
        archive.writestr("word/vbaProject.bin", b"x")
    with pytest.raises(FormError, match="宏"):
        WordWriter(layout="坏").render(mancheng)
    path.write_bytes(b"nothing")
    with pytest.raises(FormError, match="不是可用的 Word 文件"):
        WordWriter(layout="坏").render(mancheng)


def kept(table: Any) -> list[bool]:
    rows = table.iterfind(qn("w:tr"))
    return [
        all(p.find(f"{qn('w:pPr')}/{qn('w:keepNext')}") is not None for p in row.iter(qn("w:p")))
        for row in rows
    ]


def test_tables_of_the_compact_layout_break_anywhere_but_below_their_heads(
    suqian: Report, profile: Path
) -> None:
    whole = [kept(t._tbl) for t in Document(BytesIO(WordWriter().render(suqian))).tables]
    flowing = [kept(t._tbl) for t in Document(BytesIO(WordWriter(layout="compact").render(suqian))).tables]
    for rows in whole[1:]:
        assert rows == [True] * (len(rows) - 1) + [False]
    requests = flowing[1]
    assert requests == [True] * 3 + [False] * (len(requests) - 5) + [True, False]
    assert flowing[0] == whole[0], "a band whose heads do not repeat stays together"
    assert word_tables(WordWriter(layout="compact").render(suqian)) == word_tables(
        WordWriter().render(suqian)
    )


@pytest.mark.parametrize("key", ["9704", "compact"])
def test_a_table_tells_its_heads_and_what_it_holds(key: str, suqian: Report, profile: Path) -> None:
    document = Document(BytesIO(WordWriter(layout=key).render(suqian)))
    assert document.core_properties.language == "zh-CN"
    assert document.core_properties.title == suqian.printed_title
    captions = []
    for table in document.tables:
        properties = table._tbl.tblPr
        look = properties.find(qn("w:tblLook"))
        captions.append(
            (
                look.get(qn("w:firstRow")),
                look.get(qn("w:firstColumn")),
                properties.find(qn("w:tblCaption")).get(qn("w:val")),
                properties.find(qn("w:tblDescription")).get(qn("w:val")),
            )
        )
    assert captions == [
        ("1", "1", "表二", "主动公开政府信息情况"),
        ("1", "1", "表三", "收到和处理政府信息公开申请情况"),
        ("1", "0", "表四", "政府信息公开行政复议、行政诉讼情况"),
    ]
    with zipfile.ZipFile(BytesIO(WordWriter(layout=key).render(suqian))) as archive:
        assert 'w:eastAsia="zh-CN"' in archive.read("word/styles.xml").decode()


def test_the_fingerprint_stands_in_every_footer_and_only_if_asked_for(
    mancheng: Report, profile: Path
) -> None:
    code = fingerprint(mancheng)
    plain, printed = WordWriter().render(mancheng), WordWriter(fingerprint=True).render(mancheng)
    for part in ("word/footer1.xml", "word/footer2.xml"):
        assert code not in words_of(plain, part)
        words = "".join(re.findall(r"<w:t[^>]*>([^<]*)", words_of(printed, part)))
        assert code in words
        assert words.index(code) < words.index("—") if part == "word/footer1.xml" else words.endswith(code)
        assert words_of(printed, part).count("<w:p>") == 1
    assert code not in words_of(printed, "word/document.xml")


def test_a_layout_without_a_footer_gets_one_for_the_fingerprint(form: Form, profile: Path) -> None:
    own_layouts_folder().mkdir(parents=True)
    source = layout_file(form, "report.docx")
    document = Document(str(source))
    section = document.sections[0]._sectPr
    for reference in list(section.iterchildren(qn("w:footerReference"))):
        document.part.drop_rel(reference.get(qn("r:id")))
        section.remove(reference)
    document.save(str(own_layouts_folder() / "无页脚.docx"))
    report = Report(form, organ="云溪县档案局", year=2024)
    data = WordWriter(layout="无页脚", fingerprint=True).render(report)
    footer = Document(BytesIO(data)).sections[0].footer
    assert footer.paragraphs[0].text == f"指纹 {fingerprint(report)}"


def test_pictures_stand_behind_the_report_with_words_and_tables(suqian: Report, profile: Path) -> None:
    data = WordWriter(charts=drawn(suqian)).render(suqian)
    body = Document(BytesIO(data)).element.body
    control = body.findall(qn("w:sdt"))[-1]
    assert control.getnext().tag == qn("w:sectPr")
    cards = pictures_of(suqian).cards
    alternatives = [node.get("descr") for node in control.iter(qn("wp:docPr"))]
    assert alternatives == [card.alternative for card in cards]
    assert len({node.get("id") for node in control.iter(qn("wp:docPr"))}) == len(cards)
    tables = list(control.iter(qn("w:tbl")))
    assert len(tables) == len(cards)
    for table, card in zip(tables, cards, strict=True):
        assert table.find(f".//{qn('w:tblHeader')}") is not None
        texts = ["".join(t.text or "" for t in cell.iter(qn("w:t"))) for cell in table.iter(qn("w:tc"))]
        assert texts == ["项目", "本年", "上年", *(text for row in card.rows for text in row)]


def test_the_layouts_know_no_form(tiny: Report, profile: Path, tmp_path: Path) -> None:
    shared = layout_file(tiny.form, "report.docx").parent
    assert [choice.key for choice in word_layouts(tiny.form)] == ["9704", "compact"]
    assert word_layouts(tiny.form)[1].path.parent == shared / "layouts"
    data = WordWriter(layout="compact", fingerprint=True).render(tiny)
    assert word_tables(data) == word_tables(WordWriter().render(tiny))


@pytest.mark.parametrize("key", ["9704", "compact"])
def test_every_row_of_labels_is_marked_as_a_head_and_none_repeats_above_another_band(
    key: str, suqian: Report, profile: Path
) -> None:
    tables = Document(BytesIO(WordWriter(layout=key).render(suqian))).tables
    marked = [[row._tr.find(f".//{qn('w:tblHeader')}") is not None for row in table.rows] for table in tables]
    labels = [[row.cells[0].text for row in table.rows] for table in tables]
    assert [text for text, is_head in zip(labels[0], marked[0], strict=True) if is_head] == ["信息内容"] * 4
    # Rows repeat only from the first one on: the first is the title of a band, and must not.
    assert not marked[0][0]
    for rows in marked[1:]:
        assert rows == [True] * 3 + [False] * (len(rows) - 3)
