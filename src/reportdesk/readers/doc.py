"""Old Word files, .doc and .wps: an office program that is installed turns them into .docx first."""

from __future__ import annotations

import contextlib
import os
import shutil
import signal
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from reportdesk.errors import FileError
from reportdesk.readers.protocol import Source
from reportdesk.readers.reading import Reading

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_RTF = b"{\\rtf"
_SECONDS = 60
_WORDS = "WordDocument"
_BY_HAND = "请在 Word 或 WPS 里打开它，另存为 .docx，再读"
_STREAMS = {
    "EncryptedPackage": ("文件加了密码", "请去掉密码后另存为 .docx"),
    "Workbook": ("这是旧版 Excel 工作簿", "请在 Excel 或 WPS 里另存为 .xlsx"),
    "PowerPoint Document": ("这是演示文稿", "请选择年度报告"),
}
_WINDOWS = ("LibreOffice/program/soffice.com", "LibreOffice/program/soffice.exe")
_MAC = "/Applications/LibreOffice.app/Contents/MacOS/soffice"

#: The profile that the office program gets: no macros, and no link is followed.
_SETTINGS = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Office.Common/Security/Scripting"><prop oor:name="DisableMacrosExecution"
 oor:op="fuse"><value>true</value></prop></item>
<item oor:path="/org.openoffice.Office.Common/Security/Scripting"><prop oor:name="MacroSecurityLevel"
 oor:op="fuse"><value>3</value></prop></item>
<item oor:path="/org.openoffice.Office.Common/Security/Scripting"><prop oor:name="BlockUntrustedRefererLinks"
 oor:op="fuse"><value>true</value></prop></item>
<item oor:path="/org.openoffice.Office.Writer/Content/Update"><prop oor:name="Link"
 oor:op="fuse"><value>0</value></prop></item>
</oor:items>
"""


class OldWordReader:
    """A Word file of the time before .docx, or rich text."""

    suffixes = (".doc", ".wps")

    def accepts(self, source: Source) -> bool:
        """Tell an old office file, or rich text, by its first bytes."""
        return source.data.startswith((_OLE, _RTF))

    def read(self, source: Source) -> Reading:
        """Read the file as converted; raise FileError, also where no office program is installed."""
        from reportdesk.readers.assemble import reading_from
        from reportdesk.readers.docx import find_in_word

        converted = convert_old(source)
        return reading_from(find_in_word(converted.data, converted.where), converted)


def convert_old(source: Source) -> Source:
    """Return an old file as the .docx that an office program makes of it; raise FileError."""
    _refuse_other_kinds(source)
    return replace(source, data=convert(source, find_office()))


def find_office() -> str:
    """Return the program that can convert old files, "" if there is none."""
    for name in ("soffice", "libreoffice"):
        if found := shutil.which(name):
            return found
    return next((str(path) for path in _usual_places() if path.is_file()), "")


def convert(source: Source, office: str, *, seconds: float = _SECONDS) -> bytes:
    """Return the file as .docx; the program is ended, with all that it started, when its time is over."""
    if not office:
        problem = "这是旧版 Word 或 WPS 文件，要先转换，但这台电脑上没有找到 LibreOffice"
        raise FileError(problem, where=source.where, remedy=_BY_HAND)
    with tempfile.TemporaryDirectory(prefix="reportdesk-") as name:
        folder = Path(name)
        original = folder / ("report.rtf" if source.data.startswith(_RTF) else "report.doc")
        original.write_bytes(source.data)
        _prepare_profile(folder / "profile")
        _run(_command(office, folder, original), source, seconds)
        converted = folder / "out" / "report.docx"
        if not converted.is_file():
            raise FileError("LibreOffice 转换不了这个文件", where=source.where, remedy=_BY_HAND)
        return converted.read_bytes()


def _usual_places() -> Iterator[Path]:
    for folder in ("PROGRAMFILES", "PROGRAMFILES(X86)"):
        if folder in os.environ:
            yield from (Path(os.environ[folder]) / place for place in _WINDOWS)
    yield Path(_MAC)


def _prepare_profile(profile: Path) -> None:
    settings = profile / "user" / "registrymodifications.xcu"
    settings.parent.mkdir(parents=True)
    settings.write_text(_SETTINGS, encoding="utf-8")


def _command(office: str, folder: Path, original: Path) -> list[str]:
    return [
        office,
        f"-env:UserInstallation={(folder / 'profile').as_uri()}",
        "--headless",
        "--norestore",
        "--nologo",
        "--nolockcheck",
        "--convert-to",
        "docx",
        "--outdir",
        str(folder / "out"),
        str(original),
    ]


def _run(command: list[str], source: Source, seconds: float) -> None:
    """Run the program in a group of its own; whatever it leaves running goes with it."""
    try:
        running = subprocess.Popen(
            command,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        )
    except OSError as error:
        problem = f"LibreOffice 启动不了：{error.strerror or error}"
        raise FileError(problem, where=source.where, remedy=_BY_HAND) from error
    try:
        running.wait(seconds)
    except subprocess.TimeoutExpired as error:
        problem = f"LibreOffice 转换超过 {seconds:g} 秒，已中止"
        raise FileError(problem, where=source.where, remedy=_BY_HAND) from error
    finally:
        _end(running)


def _end(running: subprocess.Popen[bytes]) -> None:
    if sys.platform == "win32":
        if running.poll() is None:
            subprocess.run(
                ["taskkill", "/T", "/F", "/PID", str(running.pid)], check=False, capture_output=True
            )
    else:
        with contextlib.suppress(ProcessLookupError, PermissionError):
            os.killpg(running.pid, signal.SIGKILL)
    running.wait()


def _refuse_other_kinds(source: Source) -> None:
    if not source.data.startswith(_OLE):
        return
    for stream, (problem, remedy) in _STREAMS.items():
        if stream.encode("utf-16-le") in source.data:
            raise FileError(problem, where=source.where, remedy=remedy)
    if _WORDS.encode("utf-16-le") not in source.data:
        raise FileError("这不是 Word 或 WPS 文件", where=source.where, remedy="请选择年度报告")
