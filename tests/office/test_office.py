"""An office program at work for the program: found, given its time, ended with all it started."""

import os
import select
import stat
import sys
from pathlib import Path

import pytest

from reportdesk.errors import FileError
from reportdesk.office import Conversion, find_office
from tests.processes import MOST_SECONDS

OLD = Conversion(b"words", "doc", "docx", "年报.doc", "请另存为 .docx")


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
    code = folder / "office.py"
    code.write_text(f"import os, sys, time\n{body}", encoding="utf-8")
    program = folder / "office"
    program.write_text(f"#!/bin/sh\nexec '{sys.executable}' '{code}'\n", encoding="utf-8")
    program.chmod(program.stat().st_mode | stat.S_IXUSR)
    return str(program)


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux tells when a stranger's child ends")
def test_a_program_that_hangs_is_ended_with_its_children(tmp_path: Path) -> None:
    child = tmp_path / "child"
    body = f"""
child = os.fork()
if child:
    open({str(child)!r}, "w").write(str(child))
time.sleep(600)
"""
    for seconds in (0.4, 1.5, 6, 24, 96):
        with pytest.raises(FileError, match="超过"):
            OLD.run(script(tmp_path, body), seconds=seconds)
        if child.exists() and child.read_text():
            break
    wait_for_end(int(child.read_text()))


def wait_for_end(process: int) -> None:
    """Waits until a process that was killed has ended, an unburied one too; the system tells when."""
    try:
        handle = os.pidfd_open(process)
    except ProcessLookupError:
        return
    try:
        assert select.select([handle], [], [], MOST_SECONDS)[0], "it lives"
    finally:
        os.close(handle)


@pytest.mark.skipif(os.name == "nt", reason="scripts are of POSIX")
@pytest.mark.parametrize("body", ["sys.exit(0)", "sys.exit(77)"])
def test_a_program_that_makes_nothing(body: str, tmp_path: Path) -> None:
    with pytest.raises(FileError, match="转换不了"):
        OLD.run(script(tmp_path, body))


@pytest.mark.skipif(os.name == "nt", reason="scripts are of POSIX")
def test_what_the_program_puts_down_lies_in_the_profile(tmp_path: Path, own_profile: Path) -> None:
    body = """
import tempfile
out = tempfile.gettempdir() + "/out"
os.makedirs(out, exist_ok=True)
open(out + "/report.docx", "w").write(tempfile.gettempdir())
"""
    assert str(own_profile / "passing") in OLD.run(script(tmp_path, body)).decode()
    assert list((own_profile / "passing").iterdir()) == []


def test_a_program_that_is_none(tmp_path: Path) -> None:
    with pytest.raises(FileError, match="启动不了"):
        OLD.run(str(tmp_path / "nothing"))
