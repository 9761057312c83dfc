"""Old Word files through an office program: found, given its time, ended with all it started."""

import os
import signal
import stat
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from reportdesk.errors import FileError
from reportdesk.readers import read_report
from reportdesk.readers.doc import convert, find_office
from reportdesk.readers.protocol import Source
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


def test_without_an_office_program_the_remedy_is_said(tmp_path: Path) -> None:
    with pytest.raises(FileError) as raised:
        convert(Source(tmp_path / "年报.doc", OLE), "")
    assert "LibreOffice" in raised.value.what
    assert ".docx" in raised.value.remedy


def test_no_office_program_is_found_where_there_is_none(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("PATH", "PROGRAMFILES", "PROGRAMFILES(X86)"):
        monkeypatch.setenv(name, str(tmp_path))
    assert find_office() == ""
    program = tmp_path / "LibreOffice" / "program" / "soffice.exe"
    program.parent.mkdir(parents=True)
    program.touch()
    assert find_office() == str(program)


def script(folder: Path, body: str) -> str:
    """A program that behaves as an office program may."""
    program = folder / "office"
    program.write_text(f"#!{sys.executable}\nimport os, sys, time\n{body}", encoding="utf-8")
    program.chmod(program.stat().st_mode | stat.S_IXUSR)
    return str(program)


@pytest.mark.skipif(os.name == "nt", reason="process groups are of POSIX")
def test_a_program_that_hangs_is_ended_with_its_children(tmp_path: Path) -> None:
    told = tmp_path / "child"
    body = f"""
child = os.fork()
if child:
    open({str(told)!r}, "w").write(str(child))
time.sleep(600)
"""
    began = time.monotonic()
    with pytest.raises(FileError, match="超过"):
        convert(Source(tmp_path / "年报.doc", OLE), script(tmp_path, body), seconds=1.5)
    assert time.monotonic() - began < 10
    deadline = time.monotonic() + 5
    while not is_gone(int(told.read_text())):
        assert time.monotonic() < deadline


def is_gone(process: int) -> bool:
    """Tells whether a process has ended, an unburied one too."""
    try:
        os.kill(process, signal.SIG_DFL)
    except ProcessLookupError:
        return True
    state = Path(f"/proc/{process}/stat")
    return state.exists() and state.read_text().rpartition(")")[2].split()[0] == "Z"


@pytest.mark.skipif(os.name == "nt", reason="scripts are of POSIX")
@pytest.mark.parametrize("body", ["sys.exit(0)", "sys.exit(77)"])
def test_a_program_that_makes_nothing(body: str, tmp_path: Path) -> None:
    with pytest.raises(FileError, match="转换不了"):
        convert(Source(tmp_path / "年报.doc", OLE), script(tmp_path, body))


def test_a_program_that_is_none(tmp_path: Path) -> None:
    with pytest.raises(FileError, match="启动不了"):
        convert(Source(tmp_path / "年报.doc", OLE), str(tmp_path / "nothing"))


@pytest.mark.parametrize(
    ("stream", "said"), [("EncryptedPackage", "密码"), ("Workbook", "Excel"), ("PowerPoint Document", "演示")]
)
def test_old_files_of_other_kinds(stream: str, said: str, tmp_path: Path) -> None:
    path = tmp_path / "年报.docx"
    path.write_bytes(OLE + stream.encode("utf-16-le"))
    with pytest.raises(FileError, match=said):
        read_report(path)
