"""The installed program in wine, and that of the same commit for Linux beside it: what all trials share."""

from __future__ import annotations

import json
import shutil
import subprocess
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from common.paths import DIST
from common.run import BuildError
from common.source import Commit, source_of
from common.targets import target_of
from windows.python import embedded_file
from windows.wine import PREFIX, Wine

#: Where the setup puts the program, and where the program keeps what is the user's own.
INSTALLED, PROFILE = "AppData/Local/Programs/reportdesk", "AppData/Local/reportdesk"
PROBES = Path(__file__).resolve().parent / "probes"
#: The folder of reports, as Windows sees it.
WORK = "Z:\\try\\work\\"


class Installed:
    """One commit's artifacts in wine; `work` holds the reports there, `own` the same ones for Linux."""

    def __init__(self, wine: Wine, commit: Commit) -> None:
        """Take the Windows, and bring the files into it."""
        from linux.program import build_program

        self.wine, self.commit = wine, commit
        name = f"reportdesk-{commit.version}-windows-x86_64"
        self.setup, self.zip = DIST / f"{name}-setup.exe", DIST / f"{name}.zip"
        for path in (self.setup, self.zip):
            if not path.is_file():
                raise BuildError(f"{path.name} is not in dist/: python3 packaging/build.py windows")
            shutil.copy(path, wine.folder)
        self._linux = build_program(target_of("linux", "x86_64"), commit) / "reportdesk"
        (self.user,) = [path for path in (wine.drive / "users").iterdir() if path.name != "Public"]
        self.program, self.profile = self.user / INSTALLED, self.user / PROFILE
        self.work, self.own = wine.folder / "work", wine.folder / "linux"
        source = source_of(commit) / "docs" / "examples" / "yunxi-2024.json"
        for folder in (self.work, self.own):
            folder.mkdir()
        for folder in (self.work, self.own):
            self.on_linux("convert", str(source), str(folder / "sample.rdesk"))

    def exe(self, name: str) -> str:
        """Return where a program of the installed folder lies, as wine is told."""
        return f"{PREFIX}/drive_c/{(self.program / name).relative_to(self.wine.drive).as_posix()}"

    def cli(self, *words: str) -> str:
        """Run the installed command, which must succeed; words with a dot are files among the reports."""
        status, output = self.called(*words)
        if status:
            raise BuildError(f"reportdesk-cli {' '.join(words)} ended with status {status}: {output}")
        return output

    def called(self, *words: str, env: Mapping[str, str] | None = None) -> tuple[int, str]:
        """Run the installed command; return its status and what it says, with files as on Linux."""
        named = [f"{WORK}{word}" if "." in word and "\\" not in word else word for word in words]
        status, output = self.wine.call(self.exe("reportdesk-cli.exe"), *named, env=env)
        return status, output.replace(WORK, "").strip()

    def on_linux(self, *words: str) -> tuple[int, str]:
        """Run the same command with the program for Linux."""
        done = subprocess.run(
            [self._linux, *words], cwd=self.own, capture_output=True, text=True, check=False, timeout=300
        )
        return done.returncode, (done.stdout + done.stderr).strip()

    def report(self, path: Path) -> dict[str, Any]:
        """Return what a report's file holds, read on Linux; raise BuildError if it cannot be read."""
        status, output = self.on_linux("convert", str(path), str(self.own / "looked-at.json"), "--force")
        if status:
            raise BuildError(output)
        read: dict[str, Any] = json.loads((self.own / "looked-at.json").read_text("utf-8"))
        return read

    def fresh(self, name: str) -> Path:
        """Return a new copy of the sample among the reports."""
        target = self.work / name
        shutil.copy(self.own / "sample.rdesk", target)
        return target

    def probe(self, name: str, *words: str) -> list[str]:
        """Return the call of a small script by the installed program's own Python.

        The program brings no interpreter that runs scripts: a copy of its runtime gets one, as it was signed.
        """
        folder = self.wine.folder / "probe"
        if not folder.exists():
            shutil.copytree(self.program / "runtime", folder)
            (folder / "python.exe").write_bytes(embedded_file("python.exe"))
            library = str(self.program / "lib").replace(str(self.wine.folder), "Z:\\try").replace("/", "\\")
            (folder / "python311._pth").write_text(f"python311.zip\n.\n{library}\n", "ascii", newline="\n")
        shutil.copy(PROBES / f"{name}.py", folder)
        return ["/try/probe/python.exe", f"Z:\\try\\probe\\{name}.py", *words]
