"""An office program at work for the program: found, given its time, ended with all it started."""

import os
import signal
import stat
import sys
import time
from pathlib import Path

import pytest

from reportdesk.errors import FileError
from reportdesk.office import Conversion, find_office

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
        OLD.run(script(tmp_path, body), seconds=1.5)
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
        OLD.run(script(tmp_path, body))


def test_a_program_that_is_none(tmp_path: Path) -> None:
    with pytest.raises(FileError, match="启动不了"):
        OLD.run(str(tmp_path / "nothing"))
