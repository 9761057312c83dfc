#!/usr/bin/env python3
"""Tries the Windows setup and zip of dist/ in wine 10: install, convert, window, type, save, update, remove.

python3 packaging/windows/try_wine.py [--commit NAME]

Needs root and Debian; makes a Debian 13 with wine in build/packaging/chroots/ the first time. The measure is
what the program folder for Linux, of the same commit, makes of the same files.
Pictures: build/packaging/tried/.
"""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
import time
from argparse import ArgumentParser
from functools import partial
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from common.paths import DIST
from common.run import BuildError, say
from common.source import Commit, commit_of, source_of
from common.targets import target_of
from common.tools import enter
from common.trial import TRIED, Trials, picture_of, same
from windows.signatures import verified
from windows.wine import PREFIX, Wine, fresh_wine

_INSTALLED = "AppData/Local/Programs/reportdesk"
_UNINSTALL = r"HKCU\Software\Microsoft\Windows\CurrentVersion\Uninstall\reportdesk"
_KINDS = ("docx", "xlsx", "html", "json")


def main() -> int:
    """Try everything and return the exit status."""
    parser = ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--commit", default="HEAD")
    call = parser.parse_args()
    try:
        enter(Path(__file__).resolve(), sys.argv[1:])
        commit = commit_of(call.commit)
        trials = Trials("wine")
        with fresh_wine() as wine:
            Trial(wine, commit, trials).all()
        return trials.close()
    except BuildError as error:
        say(f"stopped: {error}")
        return 1


class Trial:
    """The trial of one commit's artifacts."""

    def __init__(self, wine: Wine, commit: Commit, trials: Trials) -> None:
        """Take the Windows, and bring the files into it."""
        from linux.program import build_program

        self._wine, self._commit, self._trials = wine, commit, trials
        name = f"reportdesk-{commit.version}-windows-x86_64"
        self._setup, self._zip = DIST / f"{name}-setup.exe", DIST / f"{name}.zip"
        for path in (self._setup, self._zip):
            if not path.is_file():
                raise BuildError(f"{path.name} is not in dist/: python3 packaging/build.py windows")
            shutil.copy(path, wine.folder)
        self._linux = build_program(target_of("linux", "x86_64"), commit) / "reportdesk"
        (self._user,) = [path for path in (wine.drive / "users").iterdir() if path.name != "Public"]
        self._program = self._user / _INSTALLED
        self._work = wine.folder / "work"
        self._own = wine.folder / "linux"
        for folder in (self._work, self._own):
            folder.mkdir()
        source = source_of(commit) / "docs" / "examples" / "yunxi-2024.json"
        for folder in (self._work, self._own):
            self._on_linux("convert", str(source), str(folder / "sample.rdesk"))

    def all(self) -> None:
        """Try one thing after the other."""
        attempt = self._trials.attempt
        if not attempt("the setup installs silently", self._install):
            return
        attempt("what others signed is as they signed it", lambda: verified(self._program))
        attempt("reportdesk-cli --version", self._version)
        attempt("check says what it says on Linux", self._check)
        for kind in _KINDS:
            attempt(f"{kind} is written and read as on Linux", partial(self._convert, kind))
        attempt("the window shows a report", self._window)
        attempt("what is typed is saved, and shown again", self._type_and_save)
        attempt("the setup replaces an installed program", self._install_again)
        attempt("removing leaves foreign files and reports", self._remove)
        attempt("the zip runs from a folder with a Chinese name", self._zipped)

    def _install(self) -> str:
        self._wine.run(f"/try/{self._setup.name}", "/S", "/PATH=1")
        told = self._wine.run("reg", "query", _UNINSTALL)
        same("the version in the registry", self._commit.version in told, True)
        same("PATH", "reportdesk" in self._wine.run("reg", "query", r"HKCU\Environment"), True)
        for suffix in (".rdesk", ".rdset"):
            self._wine.run("reg", "query", rf"HKCU\Software\Classes\{suffix}")
        links = sorted(path.parent.name for path in self._user.rglob("政府信息公开年报.lnk"))
        same("the shortcuts", links, ["Desktop", "Programs"])
        size = sum(path.stat().st_size for path in self._program.rglob("*") if path.is_file())
        return f"{size / 1e6:.0f} MB in {sum(1 for _ in self._program.rglob('*'))} files and folders"

    def _version(self) -> str:
        start = time.monotonic()
        told = self._cli("--version")
        same("the version", told.strip(), f"reportdesk {self._commit.version}")
        return f"{told.strip()}, started and ended in {time.monotonic() - start:.2f} s"

    def _check(self) -> None:
        same(
            "the status and the words",
            self._called("check", "sample.rdesk"),
            self._on_linux("check", "sample.rdesk"),
        )

    def _convert(self, kind: str) -> str:
        self._cli("convert", "sample.rdesk", f"out.{kind}", "--force")
        self._cli("convert", f"out.{kind}", f"back-{kind}.json", "--force")
        self._on_linux("convert", "sample.rdesk", f"out.{kind}", "--force")
        self._on_linux("convert", f"out.{kind}", f"back-{kind}.json", "--force")
        here = json.loads((self._work / f"back-{kind}.json").read_text("utf-8"))
        there = json.loads((self._own / f"back-{kind}.json").read_text("utf-8"))
        same(f"what is read of the {kind}", here, there)
        # And the file that Windows wrote, read here.
        shutil.copy(self._work / f"out.{kind}", self._own / f"windows.{kind}")
        self._on_linux("convert", f"windows.{kind}", f"windows-{kind}.json", "--force")
        same(
            "its cells",
            json.loads((self._own / f"windows-{kind}.json").read_text("utf-8"))["cells"],
            here["cells"],
        )
        return f"{len(here['cells'])} cells"

    def _window(self) -> str:
        start = time.monotonic()
        process = self._wine.start(self._exe("reportdesk.exe"), r"Z:\try\work\sample.rdesk")
        try:
            self._wine.window("云溪县档案局2024年")
            shown = time.monotonic() - start
            time.sleep(3)
            picture = TRIED / "wine-window.png"
            self._wine.picture(picture)
            status, _ = self._wine.call(f"/try/{self._setup.name}", "/S")
            same("the status of a setup while the program runs", status, 3)
            return f"{picture_of(picture)}, shown after {shown:.1f} s"
        finally:
            self._wine.end()
            process.wait(30)

    def _type_and_save(self) -> str:
        """The name of the organ has the focus when a report was opened: write after it."""
        process = self._wine.start(self._exe("reportdesk.exe"), r"Z:\try\work\sample.rdesk")
        try:
            self._wine.window("云溪县档案局2024年")
            time.sleep(4)
            self._wine.tool("xdotool", "key", "End")
            self._wine.tool("xdotool", "type", "--delay", "120", "ABC")
            time.sleep(2)
            self._wine.picture(TRIED / "wine-typed.png")
            self._wine.tool("xdotool", "key", "ctrl+s")
            time.sleep(4)
            self._wine.tool("xdotool", "key", "alt+F4")
            process.wait(60)
        except subprocess.TimeoutExpired as error:
            raise BuildError("the window did not close after it had saved") from error
        finally:
            self._wine.end()
        saved = self._on_linux("show", str(self._work / "sample.rdesk"), "--json")[1]
        same("the saved name", "云溪县档案局ABC" in saved, True)
        process = self._wine.start(self._exe("reportdesk.exe"), r"Z:\try\work\sample.rdesk")
        try:
            self._wine.window("档案局ABC")
            time.sleep(3)
            self._wine.picture(TRIED / "wine-again.png")
        finally:
            self._wine.end()
            process.wait(30)
        return picture_of(TRIED / "wine-again.png")

    def _install_again(self) -> None:
        (self._program / "lib" / "gone.txt").write_text("of nobody's", "ascii")
        before = len(list(self._program.rglob("*")))
        self._wine.run(f"/try/{self._setup.name}", "/S", "/DESKTOP=0")
        same("the number of files", len(list(self._program.rglob("*"))), before)
        self._version()
        (self._program / "lib" / "gone.txt").unlink()

    def _remove(self) -> str:
        foreign = [self._program / "我的报告.rdesk", self._program / "lib" / "foreign.txt"]
        for path in foreign:
            path.write_text("mine", "utf-8")
        self._wine.run(self._exe("uninstall.exe"), "/S")
        for _ in range(60):
            # The uninstaller goes on in a copy of itself.
            if not (self._program / "uninstall.exe").exists():
                break
            time.sleep(1)
        time.sleep(2)
        left = sorted(path for path in self._program.rglob("*") if path.is_file())
        same("what is left", left, sorted(foreign))
        same("the status of the registry's query", self._wine.call("reg", "query", _UNINSTALL)[0], 1)
        same("PATH", "reportdesk" in self._wine.run("reg", "query", r"HKCU\Environment"), False)
        same("the suffix", self._wine.call("reg", "query", r"HKCU\Software\Classes\.rdesk")[0], 1)
        same("the shortcuts", list(self._user.rglob("政府信息公开年报.lnk")), [])
        profile = self._user / "AppData" / "Local" / "reportdesk"
        same("the profile", profile.is_dir(), True)
        return f"left: {', '.join(path.name for path in left)} and the profile"

    def _zipped(self) -> None:
        folder = self._wine.folder / "年报 程序"
        shutil.unpack_archive(self._zip, folder)
        told = self._wine.run(f"/try/{folder.name}/reportdesk/reportdesk-cli.exe", "--version")
        same("the version", told.strip(), f"reportdesk {self._commit.version}")

    def _exe(self, name: str) -> str:
        return f"{PREFIX}/drive_c/{(self._program / name).relative_to(self._wine.drive).as_posix()}"

    def _cli(self, *words: str) -> str:
        status, told = self._called(*words)
        if status:
            raise BuildError(f"reportdesk-cli {' '.join(words)} ended with status {status}: {told}")
        return told

    def _called(self, *words: str) -> tuple[int, str]:
        status, told = self._wine.call(
            self._exe("reportdesk-cli.exe"),
            *(f"Z:\\try\\work\\{word}" if "." in word else word for word in words),
        )
        return status, told.replace("Z:\\try\\work\\", "").strip()

    def _on_linux(self, *words: str) -> tuple[int, str]:
        done = subprocess.run(
            [self._linux, *words], cwd=self._own, capture_output=True, text=True, check=False, timeout=300
        )
        return done.returncode, (done.stdout + done.stderr).strip()


if __name__ == "__main__":
    sys.exit(main())
