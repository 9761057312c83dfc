"""What leaves the office holds what it shows: no note, no last year, no name of a user, no time."""

import re
import time
import zipfile
from dataclasses import replace
from io import BytesIO
from pathlib import Path
from types import SimpleNamespace

import docx
import pytest
from docx.oxml.ns import qn

from reportdesk.cli import main
from reportdesk.errors import FileError
from reportdesk.export import checked_bytes
from reportdesk.form.loader import load_edition
from reportdesk.inspection import traces_of
from reportdesk.project.file import save_project
from reportdesk.readers import read_file, read_report
from reportdesk.readers.protocol import Source
from reportdesk.report.edit import enter
from reportdesk.report.model import Acceptance, LastYear, Note, Report
from reportdesk.report.shown import printed_alone
from reportdesk.writers import render
from reportdesk.writers.layouts.layout_file import layout_file, own_layouts_folder
from reportdesk.writers.pdf import without_time
from reportdesk.writers.word.writer import WordWriter

FORM = load_edition("2021")
RECEIVED = "requests.received.natural_person"
SECRETS = ("去年的话", "核对过原件", "读入时的说明", "沿用的一段", "张三")
REPORT = Report(
    FORM,
    organ="云溪县档案局",
    year=2024,
    level="government",
    cells={cell.key: 0 for cell in FORM.entered} | {RECEIVED: 4},
    stated={"requests.received.total": 9},
    texts={
        "overview": "公开信息三条。",
        "problems": "存在问题，下一步改进。",
        "other": "没有收取信息处理费。",
    },
    inherited={"other": ("沿用的一段",)},
    unconfirmed={RECEIVED: True},
    accepted={"x": Acceptance("requests.sum", "x", "9/4", "核对过原件")},
    last=LastYear("2021", 2023, "云溪县档案局", {RECEIVED: 3}, {"overview": "去年的话"}),
    notes=(Note("read.unplaced", "读入时的说明"),),
    extra={"clerk": "张三"},
)


def everything_in(data: bytes) -> str:
    """All that a file holds, unpacked as far as it goes."""
    if not data.startswith(b"PK"):
        return data.decode()
    with zipfile.ZipFile(BytesIO(data)) as archive:
        texts = [archive.read(name).decode("utf-8", "replace") for name in archive.namelist()]
    packed = re.findall(r"<project [^>]*>([A-Za-z0-9+/=]+)</project>", "".join(texts))
    import base64
    import zlib

    return "".join((*texts, *(zlib.decompress(base64.b64decode(one)).decode() for one in packed)))


@pytest.mark.parametrize("suffix", [".docx", ".xlsx", ".html"])
def test_a_file_holds_no_more_than_it_prints(suffix: str) -> None:
    held = everything_in(render(REPORT, suffix))
    assert [secret for secret in SECRETS if secret in held] == []
    assert "government" not in held
    for path in (str(Path.home()), str(Path.cwd())):
        assert path == "/" or path not in held


def test_it_opens_without_loss_of_what_it_prints_and_tells_what_was_edited(tmp_path: Path) -> None:
    path = tmp_path / "年报.docx"
    path.write_bytes(checked_bytes(REPORT, path))
    reading = read_file(path)
    assert reading.is_whole
    assert reading.report == printed_alone(REPORT)
    path.write_bytes(render(enter(REPORT, {RECEIVED: 5}).apply(REPORT), ".docx", "nothing"))
    assert read_file(path).report.cells[RECEIVED] == 5


def test_everything_goes_along_only_where_it_is_asked_for(tmp_path: Path) -> None:
    source = tmp_path / "年报.rdesk"
    save_project(source, REPORT, None)
    for words, is_whole, has_last in (
        ((), True, False),
        (("--with-everything",), True, True),
        (("--public",), False, False),
    ):
        out = tmp_path / f"{len(words)}{words[:1]}.docx"
        assert main(["convert", str(source), str(out), "--quiet", *words]) == 0
        assert read_file(out).is_whole == is_whole
        assert (read_report(out).last is not None) == has_last


@pytest.mark.parametrize(("name", "word"), [("a.xlsx", "--with-everything"), ("a.html", "--with-everything")])
def test_what_cannot_carry_everything_says_so(
    tmp_path: Path, name: str, word: str, capsys: pytest.CaptureFixture[str]
) -> None:
    source = tmp_path / "年报.rdesk"
    save_project(source, REPORT, None)
    assert main(["convert", str(source), str(tmp_path / name), word]) == 2
    assert name in capsys.readouterr().err
    assert not (tmp_path / name).exists()


def test_a_project_file_is_never_for_the_public(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    source, out = tmp_path / "年报.rdesk", tmp_path / "公开.rdesk"
    save_project(source, REPORT, None)
    assert main(["convert", str(source), str(out), "--public"]) == 3
    assert "不能公开" in capsys.readouterr().err
    assert not out.exists()
    with pytest.raises(FileError, match="不能公开"):
        render(REPORT, ".rdesk", "nothing")


def test_data_for_the_public_holds_what_is_printed() -> None:
    held = render(REPORT, ".json", "nothing").decode()
    assert [secret for secret in SECRETS if secret in held] == []
    assert "去年的话" in render(REPORT, ".json").decode()


def test_a_workbook_for_the_public_has_no_remarks() -> None:
    assert "comments" in "".join(zipfile.ZipFile(BytesIO(render(REPORT, ".xlsx"))).namelist())
    assert "comments" not in "".join(zipfile.ZipFile(BytesIO(render(REPORT, ".xlsx", "nothing"))).namelist())


@pytest.mark.parametrize("suffix", [".docx", ".xlsx"])
def test_no_user_no_time_and_no_revision_stand_in_an_office_file(suffix: str) -> None:
    held = everything_in(render(replace(REPORT, last=None), suffix))
    assert not re.search(r"rsid|<cp:revision>|<TotalTime>|_GoBack", held)
    assert not re.search(r"<(?:cp:lastModifiedBy|Company|Manager)>[^<]", held)
    assert set(re.findall(r"T(\d\d:\d\d:\d\d)Z", held)) <= {"00:00:00"}


@pytest.mark.parametrize("suffix", [".docx", ".xlsx", ".html"])
def test_a_machine_whose_clock_stands_before_1980_exports_too(
    suffix: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    expected = render(REPORT, suffix)
    at_the_epoch = SimpleNamespace(time=lambda: 0.0, localtime=lambda *_: time.gmtime(0))
    with monkeypatch.context() as patched:
        patched.setattr(zipfile, "time", at_the_epoch)
        assert render(REPORT, suffix) == expected


def test_a_pdf_tells_no_time_of_day() -> None:
    info = b"<</Producer(x)/CreationDate(D:20250114101112+08'00')/ModDate (D:20250114101112Z)>>"
    said = without_time(info)
    assert said == b"<</Producer(x)/CreationDate(D:20250114000000+00'00')/ModDate (D:20250114000000Z)>>"


def test_an_offices_own_layout_brings_nothing_of_whoever_drew_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("REPORTDESK_PROFILE", str(tmp_path / "profile"))
    report = Report(load_edition("2021"), organ="云溪县档案局", year=2024, texts={"overview": "话。"})
    own_layouts_folder().mkdir(parents=True)
    document = docx.Document(str(layout_file(report.form, "report.docx")))
    document.core_properties.last_modified_by = document.core_properties.keywords = "绘图人"
    document.core_properties.revision = 7
    paragraph = document.paragraphs[0]._p
    paragraph.set(qn("w:rsidR"), "00AB12CD")
    paragraph.append(paragraph.makeelement(qn("w:bookmarkStart"), {qn("w:id"): "1", qn("w:name"): "_GoBack"}))
    paragraph.append(paragraph.makeelement(qn("w:bookmarkEnd"), {qn("w:id"): "1"}))
    rsids = document.settings.element.makeelement(qn("w:rsids"))
    document.settings.element.find(qn("w:compat")).addnext(rsids)
    document.save(str(own_layouts_folder() / "本局.docx"))
    for carries in ("printed", "everything", "nothing"):
        path = tmp_path / "年报.docx"
        data = checked_bytes(report, path, carries, [WordWriter(carries, layout="本局")])
        kinds = {trace.kind for trace in traces_of(Source(path, data))}
        assert kinds <= {"data", "author"}
        with zipfile.ZipFile(BytesIO(data)) as archive:
            everything = b"".join(archive.read(name) for name in archive.namelist())
            assert any(name.startswith("customXml/") for name in archive.namelist()) == (carries != "nothing")
        for secret in ("绘图人", "rsid", "_GoBack", "revision"):
            assert secret.encode() not in everything
        path.write_bytes(data)
        assert dict(read_report(path).texts) == dict(report.texts)
