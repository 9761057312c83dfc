"""The setup: installs, registers, replaces an older program, and takes back what it brought, no more."""

from __future__ import annotations

import json
import time
from dataclasses import replace
from pathlib import Path

from common.run import BuildError
from common.trial import same
from windows.setup import write_setup
from windows.trials.installed import Installed

UNINSTALL = r"HKCU\Software\Microsoft\Windows\CurrentVersion\Uninstall\reportdesk"
#: What the setup registers for each ending: what such a file is called, and its icon in the launcher.
FILE_TYPES = {".rdesk": ("政府信息公开年报", 1), ".rdset": ("政府信息公开年报汇总", 2)}
_OLDER = "0.0.9"


class SettingUp:
    """What the setup does to a Windows, and what its uninstaller leaves of it."""

    def __init__(self, installed: Installed) -> None:
        """Take the Windows."""
        self._it, self._wine = installed, installed.wine

    def install_older(self, folder: Path) -> str:
        """Install an older version that has a file which the new one has not, used by somebody since.

        It is the same setup around a few files; what is tried of it is its uninstaller.
        """
        program = folder / "reportdesk"
        for name in ("reportdesk.exe", "runtime/python311.dll", "lib/reportdesk/gone_since.py"):
            (program / name).parent.mkdir(parents=True, exist_ok=True)
            (program / name).write_text("of an older version", "ascii")
        older = self._wine.folder / "older-setup.exe"
        write_setup(program, older, replace(self._it.commit, version=_OLDER))
        self._wine.run("/try/older-setup.exe", "/S")
        same("the older version in the registry", _OLDER in self._registered("DisplayVersion"), True)
        for path in self._kept():
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text("{}", "ascii")
        return f"{_OLDER}, a profile of the user's and one of a portable program"

    def install(self) -> str:
        """Install the new version over it: what the old one brought is gone, what people made is not."""
        self._wine.run(f"/try/{self._it.setup.name}", "/S", "/PATH=1")
        same(
            "the version in the registry", self._it.commit.version in self._registered("DisplayVersion"), True
        )
        gone = self._it.program / "lib" / "reportdesk" / "gone_since.py"
        same("a file of the older version", gone.exists(), False)
        same("what was kept", [path.read_text("ascii") for path in self._kept()], ["{}"] * len(self._kept()))
        for path in self._kept():
            path.unlink()
        same("PATH", "reportdesk" in self._wine.run("reg", "query", r"HKCU\Environment"), True)
        links = sorted(path.parent.name for path in self._it.user.rglob("政府信息公开年报.lnk"))
        same("the shortcuts", links, ["Desktop", "Programs"])
        files = [path for path in self._it.program.rglob("*") if path.is_file()]
        return f"{sum(path.stat().st_size for path in files) / 1e6:.0f} MB in {len(files)} files"

    def file_types(self) -> str:
        """Ask Windows what it calls files of the program's endings, what opens them, and their icons."""
        folder = str(self._it.program.relative_to(self._it.user)).replace("/", "\\")
        launcher = f"C:\\users\\{self._it.user.name}\\{folder}\\reportdesk.exe"
        status, output = self._wine.call(*self._it.probe("endings", launcher, *FILE_TYPES))
        if status:
            raise BuildError(output)
        count, *lines = output.splitlines()
        expected = [
            [words, f"{launcher},{number}", f'"{launcher}" "%1"'] for words, number in FILE_TYPES.values()
        ]
        same("what is registered", [json.loads(line) for line in lines], expected)
        same("the icons of the launcher", int(count), 1 + len(FILE_TYPES))
        return f"{count} icons in the launcher"

    def install_again(self) -> None:
        """Install the same version over itself: no file more or less, the choice of no shortcut heeded."""
        before = len(list(self._it.program.rglob("*")))
        self._wine.run(f"/try/{self._it.setup.name}", "/S", "/DESKTOP=0")
        same("the number of files", len(list(self._it.program.rglob("*"))), before)
        self._it.cli("--version")

    def refuse_while_running(self) -> None:
        """See that a setup changes nothing while the program runs, and says so by its status."""
        status, _ = self._wine.call(f"/try/{self._it.setup.name}", "/S")
        same("the status of a setup while the program runs", status, 3)

    def remove(self) -> str:
        """Remove the program: files that somebody else put there stay, and so do reports and the profile."""
        foreign = [self._it.program / "我的报告.rdesk", self._it.program / "lib" / "foreign.txt"]
        for path in foreign:
            path.write_text("mine", "utf-8")
        self._wine.run(self._it.exe("uninstall.exe"), "/S")
        self._wait_for_its_copy()
        left = sorted(path for path in self._it.program.rglob("*") if path.is_file())
        same("what is left", left, sorted(foreign))
        for key in (UNINSTALL, *(rf"HKCU\Software\Classes\{ending}" for ending in FILE_TYPES)):
            same(f"the status of a query for {key}", self._wine.call("reg", "query", key)[0], 1)
        same("PATH", "reportdesk" in self._wine.run("reg", "query", r"HKCU\Environment"), False)
        same("the shortcuts", list(self._it.user.rglob("政府信息公开年报.lnk")), [])
        same("the profile", self._it.profile.is_dir(), True)
        return f"left: {', '.join(path.name for path in left)} and the profile"

    def _wait_for_its_copy(self) -> None:
        """Wait until the uninstaller is through, which goes on in a copy of itself."""
        for _ in range(120):
            if not (self._it.program / "uninstall.exe").exists() and not self._wine.running("Un_A.exe"):
                return
            time.sleep(1)
        raise BuildError("the uninstaller did not come to an end")

    def _kept(self) -> list[Path]:
        """What no setup may touch: the user's profile, and that of a portable program."""
        return [
            self._it.profile / "settings.json",
            self._it.program / "portable",
            self._it.program / "profile" / "recent.json",
        ]

    def _registered(self, name: str) -> str:
        return self._wine.run("reg", "query", UNINSTALL, "/v", name)
