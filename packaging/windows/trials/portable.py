"""The zip on a stick: it runs where it is unpacked, and keeps its profile there under any letter."""

from __future__ import annotations

import shutil
from pathlib import Path

from common.trial import same
from windows.trials.installed import Installed
from windows.trials.window import Window


class Portable:
    """A stick with the unpacked zip and a report in a folder beside it."""

    def __init__(self, installed: Installed) -> None:
        """Plug the stick in as E:."""
        self._it, self._wine = installed, installed.wine
        self._stick = self._wine.folder / "stick"
        self._stick.mkdir(exist_ok=True)
        self._wine.letter("e", self._stick)

    def unpacked(self) -> None:
        """Run the zip in a folder with a Chinese name."""
        shutil.unpack_archive(self._it.zip, self._stick / "年报 程序")
        same("the version", self._cli("E", "--version")[1], f"reportdesk {self._it.commit.version}")

    def kept_with_it(self) -> str:
        """Save a report with a file `portable` beside the program: nothing is kept elsewhere."""
        (self._program / "portable").touch()
        self._report.parent.mkdir()
        shutil.copy(self._it.own / "sample.rdesk", self._report)
        before = self._of_the_user()
        window = Window(self._it)
        with window.open("E:\\年报\\2024.rdesk", program=self._wine_path("E", "reportdesk.exe")) as process:
            window.keys("End")
            window.type("ABC")
            window.keys("ctrl+s")
            window.close(process)
        same("what the user's own folder holds", self._of_the_user(), before)
        names = sorted(path.name for path in (self._program / "profile").iterdir())
        same("the settings are among it", {"settings.json", "recent.json", "backups"} <= set(names), True)
        return ", ".join(names)

    def under_another_letter(self) -> str:
        """Plug it in as F: while another stick is E:; the backups are those of the same report."""
        before = self._backups("E")
        same("that there are backups", before > 0, True)
        self._wine.letter("e", self._it.work)
        self._wine.letter("f", self._stick)
        same("the backups", self._backups("F"), before)
        window = Window(self._it)
        with window.open("", program=self._wine_path("F", "reportdesk.exe"), title="政府信息公开年报"):
            return f"{before} backups; {window.picture('stick')}"

    @property
    def _program(self) -> Path:
        return self._stick / "年报 程序" / "reportdesk"

    @property
    def _report(self) -> Path:
        return self._stick / "年报" / "2024.rdesk"

    def _backups(self, letter: str) -> int:
        status, output = self._cli(letter, "backups", f"{letter}:\\年报\\2024.rdesk")
        same("the status", status, 0)
        return len([line for line in output.splitlines() if "-rev" in line])

    def _cli(self, letter: str, *words: str) -> tuple[int, str]:
        status, output = self._wine.call(self._wine_path(letter, "reportdesk-cli.exe"), *words)
        return status, output.strip()

    def _wine_path(self, letter: str, name: str) -> str:
        return f"{letter}:\\年报 程序\\reportdesk\\{name}"

    def _of_the_user(self) -> dict[str, float]:
        files = [path for path in self._it.profile.rglob("*") if path.is_file()]
        return {str(path): path.stat().st_mtime for path in files}
