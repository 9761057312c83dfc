"""Old Word files, read whole through an office program."""

from collections.abc import Callable
from pathlib import Path

import pytest

from reportdesk.errors import FileError
from reportdesk.readers import load, read_report, read_source
from reportdesk.report.totals import figures, printed
from tests.readers.paper import Paper, paper
from tests.readers.printing import to_word
from tests.readers.spoiling import with_strokes

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 504


def old(made: Paper, suffix: str, folder: Path, soffice: Callable[..., Path]) -> Path:
    path = folder / "年报.docx"
    path.write_bytes(to_word(made))
    return soffice(path, suffix)


@pytest.mark.parametrize("suffix", [".doc", ".rtf"])
def test_an_old_file_is_read_whole(suffix: str, tmp_path: Path, soffice: Callable[..., Path]) -> None:
    made = paper()
    report = read_report(old(made, suffix, tmp_path, soffice))
    assert printed(report, figures(report)) == made.expected
    assert {key: report.paragraphs(key) for key in report.texts} == made.texts
    assert (report.organ, report.year, report.signature_date) == (made.organ, made.year, made.date)


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


@pytest.mark.parametrize(
    ("stream", "said"), [("EncryptedPackage", "密码"), ("Workbook", "Excel"), ("PowerPoint Document", "演示")]
)
def test_old_files_of_other_kinds(stream: str, said: str, tmp_path: Path) -> None:
    path = tmp_path / "年报.docx"
    path.write_bytes(OLE + stream.encode("utf-16-le"))
    with pytest.raises(FileError, match=said):
        read_report(path)
