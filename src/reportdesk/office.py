"""An office program that is installed, asked to turn one kind of file into another."""

from __future__ import annotations

import contextlib
import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from reportdesk.errors import FileError
from reportdesk.passing import passing_folder

#: A conversion that takes longer is given up.
_PATIENCE_S = 60
_WINDOWS = ("LibreOffice/program/soffice.com", "LibreOffice/program/soffice.exe")
_LINUX = "libreoffice*/program/soffice"
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


def find_office() -> str:
    """Return the program that can convert files, "" if there is none."""
    for name in ("soffice", "libreoffice"):
        if found := shutil.which(name):
            return found
    return next((str(path) for path in _usual_places() if path.is_file()), "")


@dataclass(frozen=True, slots=True)
class Conversion:
    """A file to turn into another kind: suffixes without a dot; `where` and `remedy` are for its errors."""

    data: bytes
    kind: str
    wanted: str
    where: str
    remedy: str

    def run(self, office: str, *, seconds: float = _PATIENCE_S) -> bytes:
        """Return what the program makes; it is ended, with all that it started, when its time is over.

        Raise FileError where the program does not start, does not end, or makes nothing.
        """
        with passing_folder() as folder:
            original = folder / f"report.{self.kind}"
            original.write_bytes(self.data)
            _prepare_profile(folder / "profile")
            self._convert(_command(office, folder, original, self.wanted), folder, seconds)
            converted = folder / "out" / f"report.{self.wanted}"
            if not converted.is_file():
                raise self._failure("LibreOffice 转换不了这个文件")
            return converted.read_bytes()

    def _convert(self, command: list[str], folder: Path, seconds: float) -> None:
        """Run the program in a group of its own; whatever it leaves running goes with it.

        What it puts down meanwhile lies in `folder`, not among everybody's temporary files.
        """
        try:
            running = subprocess.Popen(
                command,
                stdin=subprocess.DEVNULL,
                stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL,
                start_new_session=True,
                env={**os.environ, **dict.fromkeys(("TMPDIR", "TEMP", "TMP"), str(folder))},
            )
        except OSError as error:
            raise self._failure(f"LibreOffice 启动不了：{error.strerror or error}") from error
        try:
            running.wait(seconds)
        except subprocess.TimeoutExpired as error:
            raise self._failure(f"LibreOffice 转换超过 {seconds:g} 秒，已中止") from error
        finally:
            _end(running)

    def _failure(self, problem: str) -> FileError:
        return FileError(problem, where=self.where, remedy=self.remedy)


def _usual_places() -> Iterator[Path]:
    for folder in ("PROGRAMFILES", "PROGRAMFILES(X86)"):
        if folder in os.environ:
            yield from (Path(os.environ[folder]) / place for place in _WINDOWS)
    # What libreoffice.org itself packs for Linux puts no program of a known name on the path.
    yield from sorted(Path("/opt").glob(_LINUX), reverse=True)
    yield Path(_MAC)


def _prepare_profile(profile: Path) -> None:
    settings = profile / "user" / "registrymodifications.xcu"
    settings.parent.mkdir(parents=True)
    settings.write_text(_SETTINGS, encoding="utf-8")


def _command(office: str, folder: Path, original: Path, wanted: str) -> list[str]:
    return [
        office,
        f"-env:UserInstallation={(folder / 'profile').as_uri()}",
        "--headless",
        "--norestore",
        "--nologo",
        "--nolockcheck",
        "--convert-to",
        wanted,
        "--outdir",
        str(folder / "out"),
        str(original),
    ]


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
