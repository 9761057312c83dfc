"""What a file is, its bytes decide; what cannot be read is refused in one sentence with a remedy."""

import os
from pathlib import Path

import pytest

from reportdesk.errors import FileError
from reportdesk.project.file import save_project
from reportdesk.readers import READERS, SUFFIXES, load, read_report, read_source
from reportdesk.readers.protocol import Source
from reportdesk.writers import render
from tests.readers.paper import paper
from tests.readers.printing import package, to_cells_text, to_web, to_word, to_workbook, word


def refusal(path: Path) -> str:
    with pytest.raises(FileError) as raised:
        read_report(path)
    assert raised.value.where == str(path)
    assert raised.value.remedy
    assert "\n" not in str(raised.value)
    return raised.value.what


@pytest.mark.parametrize(
    "suffix", [".docx", ".html", ".xlsx", ".txt", ".rdesk", ".json", ".mht", ".wps", "", ".exe"]
)
@pytest.mark.parametrize("kind", ["word", "web", "workbook", "text"])
def test_a_suffix_never_decides(kind: str, suffix: str, tmp_path: Path) -> None:
    made = paper()
    data = {
        "word": to_word(made),
        "web": to_web(made),
        "workbook": to_workbook([list(made.blocks)]),
        "text": to_cells_text(made),
    }[kind]
    path = tmp_path / f"年报{suffix}"
    path.write_bytes(data)
    if kind == "text" and suffix == ".rdesk":
        refusal(path)  # a damaged project file may look like any text
    else:
        assert read_report(path).year == 2023


def test_our_own_files(tmp_path: Path) -> None:
    path = tmp_path / "年报.docx"
    path.write_bytes(to_word(paper()))
    report = read_report(path)
    save_project(tmp_path / "年报.rdesk", report, None)
    assert read_report(tmp_path / "年报.rdesk").cells == report.cells
    (tmp_path / "年报.txt").write_bytes(render(report, ".json"))
    assert read_report(tmp_path / "年报.txt").cells == report.cells


def test_a_project_file_is_read_as_it_was_loaded(tmp_path: Path) -> None:
    """Between loading and reading somebody else may save, or delete, what lies at the path."""
    path = tmp_path / "年报.rdesk"
    (tmp_path / "来源.docx").write_bytes(to_word(paper()))
    report = read_report(tmp_path / "来源.docx")
    save_project(path, report, None)
    source, damaged = load(path), Source(path, path.read_bytes()[:-200], rescue=True)
    path.unlink()
    assert read_source(source).report.cells == report.cells
    assert read_source(source).is_whole
    assert read_source(damaged).report.cells
    assert not read_source(damaged).is_whole


def test_every_reader_names_its_suffixes() -> None:
    assert {
        ".rdesk",
        ".json",
        ".docx",
        ".html",
        ".htm",
        ".mht",
        ".xlsx",
        ".doc",
        ".wps",
        ".pdf",
        ".txt",
    } <= set(SUFFIXES)
    assert len(SUFFIXES) == len(set(SUFFIXES)) == sum(len(reader.suffixes) for reader in READERS)


def test_an_absent_file(tmp_path: Path) -> None:
    assert "找不到" in refusal(tmp_path / "没有.docx")


def test_a_folder(tmp_path: Path) -> None:
    assert "文件夹" in refusal(tmp_path)


@pytest.mark.parametrize("data", [b"", b"\0" * 20, b" \n\t\r\n"])
def test_an_empty_file(data: bytes, tmp_path: Path) -> None:
    path = tmp_path / "空.docx"
    path.write_bytes(data)
    assert "空" in refusal(path)


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="root may read everything")
def test_a_file_that_may_not_be_read(tmp_path: Path) -> None:
    path = tmp_path / "锁.docx"
    path.write_bytes(to_word(paper()))
    path.chmod(0)
    assert "权限" in refusal(path)


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n", "PDF"),
        (b"\x89PNG\r\n\x1a\n" + b"\0" * 50, "图片"),
        (b"\xff\xd8\xff\xe0" + b"\0" * 50, "图片"),
        (b"\x7fELF\x02\x01\x01\0" + b"\0\x03" * 40, "不是能读的文件"),
    ],
)
def test_files_of_other_kinds(data: bytes, said: str, tmp_path: Path) -> None:
    path = tmp_path / "年报.docx"
    path.write_bytes(data)
    assert said in refusal(path)


def test_a_zip_file(tmp_path: Path) -> None:
    path = tmp_path / "年报.docx"
    path.write_bytes(package({"年报.docx": to_word(paper())}))
    assert "压缩包" in refusal(path)


def test_a_word_file_with_macros(tmp_path: Path) -> None:
    path = tmp_path / "年报.docm"
    kind = b"wordprocessingml.document.main+xml"
    types = to_word(paper())
    path.write_bytes(_with_types(types, kind, b"ms-word.document.macroEnabled.main+xml"))
    assert "宏" in refusal(path)


def _with_types(data: bytes, old: bytes, new: bytes) -> bytes:
    import io
    import zipfile

    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        parts: dict[str, str | bytes] = {name: archive.read(name) for name in archive.namelist()}
    types = parts["[Content_Types].xml"]
    assert isinstance(types, bytes)
    assert old in types
    parts["[Content_Types].xml"] = types.replace(old, new)
    return package(parts)


@pytest.mark.parametrize(
    ("suffix", "data"),
    [
        (".docx", word("<w:p><w:r><w:t>会议通知</w:t></w:r></w:p>")),
        (".docx", word("")),
        (".html", "<html><body><p>会议通知</p></body></html>".encode()),
        (".txt", "会议通知\n\n请准时参加。".encode()),
        (".xlsx", to_workbook([[("text", "会议通知")]])),
    ],
)
def test_a_sound_file_without_a_report(suffix: str, data: bytes, tmp_path: Path) -> None:
    path = tmp_path / f"通知{suffix}"
    path.write_bytes(data)
    assert "没有政府信息公开工作年度报告" in refusal(path)


def test_reports_of_another_genre_are_refused_politely(tmp_path: Path) -> None:
    path = tmp_path / "2017.txt"
    lines = [
        "云溪县档案局2017年政府信息公开工作年度报告",
        "一、概述",
        "2017年，我局认真贯彻条例。",
        "二、主动公开政府信息情况",
        "全年主动公开信息120条。",
        "三、依申请公开政府信息情况",
        "未收到申请。",
        "2018年3月1日",
    ]
    path.write_text("\n".join(lines), encoding="utf-8")
    assert "2017 年" in refusal(path)
