"""A Word file of ours brings all back; edited, damaged or stripped, it says what it shows and never more."""

import base64
import re
import zipfile
import zlib
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from decimal import Decimal
from io import BytesIO
from pathlib import Path

import pytest
from docx import Document
from docx.document import Document as WordDocument
from hypothesis import given
from hypothesis import strategies as st

from reportdesk.errors import FileError
from reportdesk.form.loader import load_edition
from reportdesk.form.model import INTRO
from reportdesk.project.carried import carried_xml
from reportdesk.project.format import header
from reportdesk.project.format.json_text import encode_json
from reportdesk.project.format.project_body import project_data
from reportdesk.readers import read_file
from reportdesk.readers.found.blocks import DAMAGED, EDITED, NEWER
from reportdesk.readers.result.reading import Reading
from reportdesk.report.compare import compare
from reportdesk.report.edit import enter
from reportdesk.report.model import Acceptance, LastYear, Note, Report
from reportdesk.writers import render
from tests.examples import large_examples
from tests.figures import some_figures
from tests.project.reports import SECTIONS, reports
from tests.readers.edits import set_cell, set_paragraph

FORM = load_edition("2021")
RECEIVED = "requests.received.natural_person"
FIRST_ROW = FORM.cells[RECEIVED].row_labels[-1]
UPHELD = "disputes.reconsideration.upheld"
ITEM = "customXml/item1.xml"

REPORT = Report(
    FORM,
    organ="云溪县档案局",
    year=2024,
    level="department",
    signature_date="2025-01-08",
    cells={cell.key: 0 for cell in FORM.entered if cell.key != UPHELD}
    | {RECEIVED: 4, "requests.granted.natural_person": 3, "requests.carried_out.natural_person": 1}
    | {"disclosure.fees.amount": Decimal("12.5")},
    stated={"requests.total.total": 9},
    invalid={UPHELD: "约3"},
    texts={
        INTRO: "根据《条例》编制本报告。",
        "overview": "2024年，本局公开信息36条。\n\n（一）主动公开\n通过网站公开政策文件12件。\n解读政策3次。",
        "problems": "公开的内容还不够丰富。\n明年将多听取公众意见。",
    },
    inherited={"problems": ("公开的内容还不够丰富。",)},
    unconfirmed={RECEIVED: True},
    accepted={"requests.total.total": Acceptance("requests.sum", "requests.total.total", "9/4", "已核对")},
    last=LastYear("2021", 2023, "云溪县档案局", {RECEIVED: 2}, {"problems": "公开的内容还不够丰富。"}),
    notes=(Note("read.unplaced", "第 3 段放不进任何部分"),),
    extra={"new_part": {"kept": [1, "二"]}},
)


def read(data: bytes, folder: Path, name: str = "年报.docx") -> Reading:
    path = folder / name
    path.write_bytes(data)
    return read_file(path)


def edited(change: Callable[[WordDocument], None], report: Report = REPORT) -> bytes:
    """Returns a report's Word file after a change made with python-docx."""
    document = Document(BytesIO(render(report, ".docx", "everything")))
    change(document)
    saved = BytesIO()
    document.save(saved)
    return saved.getvalue()


def with_parts(data: bytes, change: Callable[[dict[str, bytes]], None]) -> bytes:
    """Returns a Word file after a change of its parts."""
    with zipfile.ZipFile(BytesIO(data)) as package:
        parts = {name: package.read(name) for name in package.namelist()}
    change(parts)
    written = BytesIO()
    with zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED) as package:
        for name, part in parts.items():
            package.writestr(name, part)
    return written.getvalue()


def with_item(change: Callable[[bytes], bytes]) -> bytes:
    def alter(parts: dict[str, bytes]) -> None:
        parts[ITEM] = change(parts[ITEM])

    return with_parts(render(REPORT, ".docx", "everything"), alter)


printable = st.text(
    st.one_of(
        st.sampled_from("年报件一二（）{}%<&>\"' \t\u3000\u200b\u2028"),
        st.characters(exclude_categories=["Cc", "Cs", "Cn", "Co"]),
    ),
    max_size=20,
)


@st.composite
def printable_reports(draw: st.DrawFn) -> Report:
    """Draws reports of every shape whose visible words a file can hold."""
    texts = st.lists(printable, min_size=1, max_size=3).map("\n".join).filter(bool)
    return replace(
        draw(reports),
        organ=draw(printable),
        title=draw(printable),
        signature_organ=draw(printable),
        signature_date=draw(st.dates(date(1900, 1, 1)).map(str) | printable | st.just("二〇二五年一月八日")),
        cells=draw(some_figures(FORM.entered)),
        stated=draw(some_figures(FORM.derived)),
        texts=draw(st.dictionaries(st.sampled_from([INTRO, *SECTIONS]), texts)),
    )


@large_examples(100)
@given(report=printable_reports())
def test_all_comes_back_without_loss(report: Report, tmp_path_factory: pytest.TempPathFactory) -> None:
    reading = read(render(report, ".docx", "everything"), tmp_path_factory.getbasetemp())
    assert reading.is_whole
    assert reading.report == report


def test_what_the_paper_does_not_show_comes_back_too(tmp_path: Path) -> None:
    report = read(render(REPORT, ".docx", "everything"), tmp_path).report
    assert report == REPORT
    assert report.last == REPORT.last
    assert report.accepted == REPORT.accepted


def test_a_file_for_the_public_carries_nothing_that_paper_does_not_show(tmp_path: Path) -> None:
    data = render(REPORT, ".docx", "nothing")
    with zipfile.ZipFile(BytesIO(data)) as package:
        parts = {name: package.read(name) for name in package.namelist()}
    assert not any("custom" in name.lower() for name in parts)
    assert not any(word in part for part in parts.values() for word in ("已核对".encode(), b"reportdesk"))
    reading = read(data, tmp_path)
    assert not reading.is_whole
    assert reading.report.last is None
    assert reading.report.cells == REPORT.cells


def test_equal_reports_give_equal_bytes() -> None:
    assert render(REPORT, ".docx", "everything") == render(
        replace(REPORT, cells=dict(reversed(REPORT.cells.items()))), ".docx", "everything"
    )
    assert carried_xml(REPORT) != carried_xml(replace(REPORT, accepted={}))


def test_the_part_is_valid_for_office(tmp_path: Path, ooxml_validator: Callable[[Path], list[str]]) -> None:
    path = tmp_path / "年报.docx"
    path.write_bytes(render(REPORT, ".docx", "everything"))
    assert ooxml_validator(path) == []


def differences_of(reading: Reading) -> list[tuple[str, str, str, str]]:
    assert reading.edited is not None
    found = compare(reading.edited.carried, reading.edited.visible)
    return [(one.kind, one.key, one.before, one.after) for one in found]


def test_a_changed_digit_is_read_and_named(tmp_path: Path) -> None:
    reading = read(edited(lambda word: set_cell(word, FIRST_ROW, 1, "14")), tmp_path)
    assert differences_of(reading) == [("cell", RECEIVED, "4", "14")]
    assert not reading.is_whole
    report = reading.report
    assert report.cells[RECEIVED] == 14
    assert (report.accepted, report.last, report.inherited) == (
        REPORT.accepted,
        REPORT.last,
        REPORT.inherited,
    )
    assert report.unconfirmed == {}
    # The sum that the file prints was published, so it stays beside what its parts now give.
    assert report.stated == {"requests.received.total": 4, "requests.total.total": 9}
    (note,) = [note for note in report.notes if note.code == EDITED]
    assert note.cells == (RECEIVED,)
    assert "由“4”改为“14”" in note.message


def test_a_digit_changed_together_with_its_sum_is_no_contradiction(tmp_path: Path) -> None:
    def change(word: WordDocument) -> None:
        set_cell(word, FIRST_ROW, 1, "14")
        set_cell(word, FIRST_ROW, 7, "14")

    reading = read(edited(change), tmp_path)
    assert differences_of(reading) == [
        ("cell", RECEIVED, "4", "14"),
        ("cell", "requests.received.total", "4", "14"),
    ]
    assert reading.report.stated == {"requests.total.total": 9}


def test_a_figure_that_was_deleted_is_blank_again(tmp_path: Path) -> None:
    reading = read(edited(lambda word: set_cell(word, FIRST_ROW, 1, "")), tmp_path)
    assert differences_of(reading) == [("cell", RECEIVED, "4", "")]
    assert RECEIVED not in reading.report.cells


def test_a_figure_that_no_cell_can_hold_is_kept_as_written(tmp_path: Path) -> None:
    reading = read(edited(lambda word: set_cell(word, FIRST_ROW, 1, "四件")), tmp_path)
    assert differences_of(reading) == [("cell", RECEIVED, "4", "四件")]
    assert RECEIVED not in reading.report.cells
    assert reading.report.invalid == REPORT.invalid | {RECEIVED: "四件"}
    assert RECEIVED in {key for note in reading.report.notes for key in note.cells}


@pytest.mark.parametrize(
    ("before", "after", "difference", "text"),
    [
        (
            "解读政策3次。",
            "解读政策4次。",
            ("words", "overview", "解读政策3次。", "解读政策4次。"),
            "2024年，本局公开信息36条。\n\n（一）主动公开\n通过网站公开政策文件12件。\n解读政策4次。",
        ),
        (
            "通过网站公开政策文件12件。",
            None,
            ("words", "overview", "通过网站公开政策文件12件。", ""),
            "2024年，本局公开信息36条。\n\n（一）主动公开\n解读政策3次。",
        ),
        (
            "明年将多听取公众意见。",
            "明年将多听取公众意见。\n并公开办理结果。",
            None,
            "公开的内容还不够丰富。\n明年将多听取公众意见。\n并公开办理结果。",
        ),
    ],
    ids=["changed", "deleted", "continued"],
)
def test_a_changed_paragraph_is_read_and_named(
    tmp_path: Path, before: str, after: str | None, difference: tuple[str, ...] | None, text: str
) -> None:
    reading = read(edited(lambda word: set_paragraph(word, before, after)), tmp_path)
    if difference:
        assert differences_of(reading) == [difference]
    assert text in reading.report.texts.values()
    assert reading.report.inherited == REPORT.inherited
    assert len([note for note in reading.report.notes if note.code == EDITED]) == len(differences_of(reading))


def test_a_long_paragraph_is_quoted_where_it_was_changed(tmp_path: Path) -> None:
    long = "甲" * 60 + "12件。"
    report = replace(REPORT, texts={"overview": long})
    changed = edited(lambda word: set_paragraph(word, long, long.replace("12", "13")), report)
    (note,) = [note for note in read(changed, tmp_path).report.notes if note.code == EDITED]
    assert "由“…甲甲甲甲甲甲甲12件。”改为“…甲甲甲甲甲甲甲13件。”" in note.message


def test_a_new_paragraph_is_read_where_it_stands(tmp_path: Path) -> None:
    def change(word: WordDocument) -> None:
        (below,) = [one for one in word.paragraphs if one.text == "解读政策3次。"]
        below.insert_paragraph_before("召开新闻发布会1场。", style=below.style)

    reading = read(edited(change), tmp_path)
    assert differences_of(reading) == [("words", "overview", "", "召开新闻发布会1场。")]
    assert reading.report.texts["overview"].split("\n")[-2:] == ["召开新闻发布会1场。", "解读政策3次。"]


def test_a_changed_title_brings_organ_and_year(tmp_path: Path) -> None:
    def change(word: WordDocument) -> None:
        titles = [one for one in word.paragraphs if one.style is not None and one.style.name == "Title"]
        assert "".join(one.text for one in titles) == REPORT.printed_title
        titles[-1].runs[0].text = titles[-1].text.replace("2024", "2023")

    reading = read(edited(change), tmp_path)
    title = REPORT.printed_title
    assert differences_of(reading) == [("title", "", title, title.replace("2024", "2023"))]
    assert (reading.report.organ, reading.report.year, reading.report.title) == (REPORT.organ, 2023, "")


def test_a_changed_date_is_read(tmp_path: Path) -> None:
    reading = read(edited(lambda word: set_paragraph(word, "2025年1月8日", "2025年1月20日")), tmp_path)
    assert differences_of(reading) == [("date", "", "2025-01-08", "2025-01-20")]
    assert reading.report.signature_date == "2025-01-20"


def test_a_table_that_was_deleted_is_blank(tmp_path: Path) -> None:
    def change(word: WordDocument) -> None:
        word.tables[-1]._tbl.getparent().remove(word.tables[-1]._tbl)

    report = read(edited(change), tmp_path).report
    disputes = {cell.key for cell in FORM.cells_of("disputes")}
    assert not disputes & report.cells.keys()
    assert {key: report.cells[key] for key in REPORT.cells.keys() - disputes} == {
        key: REPORT.cells[key] for key in REPORT.cells.keys() - disputes
    }


def test_a_save_without_edits_changes_nothing(tmp_path: Path) -> None:
    reading = read(edited(lambda word: None), tmp_path)
    assert reading.is_whole
    assert reading.report == REPORT


def test_libreoffice_keeps_the_data(tmp_path: Path, soffice: Callable[..., Path]) -> None:
    path = tmp_path / "年报.docx"
    path.write_bytes(render(REPORT, ".docx", "everything"))
    reading = read_file(soffice(path, ".docx"))
    assert reading.is_whole
    assert reading.report == REPORT


def test_what_was_edited_and_then_saved_by_libreoffice_is_read(
    tmp_path: Path, soffice: Callable[..., Path]
) -> None:
    path = tmp_path / "年报.docx"
    path.write_bytes(edited(lambda word: set_cell(word, FIRST_ROW, 1, "14")))
    reading = read_file(soffice(path, ".docx"))
    assert differences_of(reading) == [("cell", RECEIVED, "4", "14")]


def test_a_format_without_room_for_the_data_is_read_as_it_looks(
    tmp_path: Path, soffice: Callable[..., Path]
) -> None:
    path = tmp_path / "年报.docx"
    path.write_bytes(render(REPORT, ".docx", "everything"))
    report = read_file(soffice(soffice(path, ".doc"), ".docx")).report
    assert report.cells == REPORT.cells
    assert report.stated == REPORT.stated
    assert report.texts["problems"] == REPORT.texts["problems"]


def packed(item: bytes) -> bytes:
    found = re.search(rb">([A-Za-z0-9+/=]+)<", item)
    assert found is not None
    return found[1]


def newer_project() -> bytes:
    kind = replace(header.PROJECT, format=99, min_reader=99)
    project = header.seal(encode_json(project_data(REPORT)) + b"\n", 1, kind)
    item = carried_xml(REPORT)
    return item.replace(packed(item), base64.b64encode(zlib.compress(project, 9)))


DAMAGES: dict[str, Callable[[bytes], bytes]] = {
    "cut off": lambda item: item[: len(item) // 2],
    "emptied": lambda item: item.replace(packed(item), b""),
    "a letter changed": lambda item: item.replace(packed(item)[40:60], packed(item)[40:60].swapcase()),
    "not base64": lambda item: item.replace(packed(item), "不是数据".encode()),
    "half the data": lambda item: item.replace(packed(item), packed(item)[: len(packed(item)) // 8 * 4]),
    "data of something else": lambda item: item.replace(packed(item), base64.b64encode(zlib.compress(b"{}"))),
    "more behind the data": lambda item: item.replace(
        packed(item), base64.b64encode(base64.b64decode(packed(item)) + b"more")
    ),
    "the mark changed": lambda item: re.sub(rb'shown="[0-9a-f]{8}', b'shown="00000000', item),
    "no mark": lambda item: re.sub(rb' shown="[0-9a-f]*"', b"", item),
    "data of another document": lambda item: item.replace(
        packed(item), packed(carried_xml(enter(REPORT, {RECEIVED: 5}).apply(REPORT)))
    ),
    "a bomb": lambda item: item.replace(packed(item), base64.b64encode(zlib.compress(b" " * 60_000_000))),
}


@pytest.mark.parametrize("damage", DAMAGES)
def test_damaged_data_means_reading_what_is_visible(tmp_path: Path, damage: str) -> None:
    data = with_item(DAMAGES[damage])
    assert data != render(REPORT, ".docx", "everything")
    reading = read(data, tmp_path)
    assert not reading.is_whole
    assert reading.edited is None
    assert [note.code for note in reading.report.notes] == [DAMAGED]
    assert reading.report.cells == REPORT.cells
    assert reading.report.texts == REPORT.texts
    assert reading.report.last is None


OTHER = Report(
    FORM,
    organ="云溪县司法局",
    year=2023,
    signature_date="2024-01-08",
    cells={cell.key: 0 for cell in FORM.entered} | {RECEIVED: 31, "requests.granted.natural_person": 29},
    texts={INTRO: "本报告由县司法局编制。", "overview": "2023年，本局办结申请31件。"},
    accepted={"requests.total.total": Acceptance("requests.sum", "requests.total.total", "31/29", "无误")},
    last=LastYear("2021", 2022, "云溪县司法局", {RECEIVED: 77}, {}),
)


def with_part_of(data: bytes, other: Report) -> bytes:
    """Returns a Word file with the data part of another report's."""
    written = BytesIO()
    with zipfile.ZipFile(BytesIO(data)) as old, zipfile.ZipFile(written, "w") as new:
        for name in old.namelist():
            new.writestr(name, carried_xml(other) if name == ITEM else old.read(name))
    return written.getvalue()


@pytest.mark.parametrize(
    "other", [OTHER, replace(OTHER, organ=REPORT.organ), replace(OTHER, year=REPORT.year)], ids=str
)
def test_the_data_of_another_report_put_into_a_file_is_left_alone(tmp_path: Path, other: Report) -> None:
    reading = read(with_part_of(render(REPORT, ".docx"), other), tmp_path)
    report = reading.report
    assert (report.organ, report.year, report.cells[RECEIVED]) == ("云溪县档案局", 2024, 4)
    assert (report.accepted, report.last) == ({}, None)
    assert reading.edited is None
    (note,) = [note for note in report.notes if note.code == DAMAGED]
    assert f"另一份年报的（{other.organ}{other.year}年）" in note.message


def test_what_comes_back_unseen_with_an_edited_file_is_named(tmp_path: Path) -> None:
    data = edited(lambda document: set_cell(document, FIRST_ROW, 1, "5"))
    report = read(data, tmp_path).report
    assert report.last == REPORT.last
    (note,) = [note for note in report.notes if note.code == "docx.kept"]
    assert "1 条核对说明、上年数据（云溪县档案局2023年）" in note.message
    whole = read(render(REPORT, ".docx"), tmp_path).report
    assert "docx.kept" not in {note.code for note in whole.notes}


@pytest.mark.parametrize("newer", ["part", "project"])
def test_newer_data_is_said_to_be_newer(tmp_path: Path, newer: str) -> None:
    item = newer_project()
    change = {"part": lambda old: old.replace(b'version="1"', b'version="2"'), "project": lambda _: item}
    reading = read(with_item(change[newer]), tmp_path)
    assert [note.code for note in reading.report.notes] == [NEWER]
    assert reading.report.cells == REPORT.cells


@pytest.mark.parametrize(
    "foreign",
    [b"<notes/>", b'<project xmlns="urn:other">x</project>', b"<broken", b"", b"\x00\x01"],
    ids=ascii,
)
def test_somebody_elses_part_is_nobodys_trouble(tmp_path: Path, foreign: bytes) -> None:
    reading = read(with_item(lambda _: foreign), tmp_path)
    assert reading.report.notes == ()
    assert reading.report.cells == REPORT.cells


def test_data_that_was_dropped_is_not_missed(tmp_path: Path) -> None:
    data = with_parts(render(REPORT, ".docx", "everything"), lambda parts: parts.__delitem__(ITEM))
    reading = read(data, tmp_path)
    assert reading.report.notes == ()
    assert not reading.is_whole


@pytest.mark.parametrize("declared", [b"<!DOCTYPE project>", b'<!DOCTYPE project [<!ENTITY a "b">]>'])
def test_a_document_type_in_the_part_is_refused(tmp_path: Path, declared: bytes) -> None:
    data = with_item(lambda item: item.replace(b"?>\n", b"?>\n" + declared, 1))
    with pytest.raises(FileError, match="DOCTYPE"):
        read(data, tmp_path)


def test_a_report_of_the_older_edition_comes_back_whole(tmp_path: Path) -> None:
    form = load_edition("2019")
    report = Report(
        form,
        organ="云溪县档案局",
        year=2020,
        cells={cell.key: 1 for cell in form.entered},
        last=LastYear("2019", 2019, "云溪县档案局", {}, {"overview": "去年的话。"}),
    )
    reading = read(render(report, ".docx", "everything"), tmp_path)
    assert reading.is_whole
    assert reading.report == report
