"""Wine 10 in a bare Debian 13, with a display of its own: a Windows to try programs in."""

from __future__ import annotations

import shutil
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from common.chroot import Chroot, fresh_system, mounted
from common.run import BuildError

PACKAGES = (
    "wine",
    "wine64",
    "xvfb",
    "xdotool",
    "openbox",
    "imagemagick",
    "fonts-wqy-microhei",
)
PREFIX = "/try/prefix"
_ENVIRONMENT = {
    "HOME": "/try/home",
    "WINEPREFIX": PREFIX,
    "WINEDEBUG": "-all",
    "DISPLAY": ":7",
    "LC_ALL": "C.UTF-8",
    # Neither Mono nor Gecko is asked for.
    "WINEDLLOVERRIDES": "mscoree=;mshtml=",
}


class Wine:
    """A Windows with a drive C: and a display."""

    def __init__(self, chroot: Chroot) -> None:
        """Take a system in which wine is installed."""
        self._chroot = chroot
        self.drive = chroot.root / PREFIX.lstrip("/") / "drive_c"
        self.folder = chroot.root / "try"

    def run(self, program: str, *words: str, status: int | None = 0, seconds: float = 300) -> str:
        """Run a Windows program and return what it prints; refuse another exit status than `status`."""
        got, told = self.call(program, *words, seconds=seconds)
        if status is not None and got != status:
            raise BuildError(f"{program} {' '.join(words)} ended with status {got}:\n{told}")
        return told

    def call(self, program: str, *words: str, seconds: float = 300) -> tuple[int, str]:
        """Run a Windows program; return its exit status and what it prints, with lines as on Linux."""
        status, told = self._chroot.call(["wine", program, *words], env=_ENVIRONMENT, seconds=seconds)
        lines = [line for line in told.replace("\r\n", "\n").splitlines() if not line.startswith("wine: ")]
        return status, "\n".join(lines)

    def start(self, program: str, *words: str) -> subprocess.Popen[bytes]:
        """Start a Windows program that shows a window."""
        return self._chroot.start(["wine", program, *words], env=_ENVIRONMENT)

    def tool(self, *words: str) -> str:
        """Run a program of the display, such as xdotool, and return what it prints."""
        return self._chroot.run(words, env=_ENVIRONMENT)

    def window(self, title: str, seconds: float = 90) -> str:
        """Wait for a window whose title holds these words, and return its number."""
        until = time.monotonic() + seconds
        while time.monotonic() < until:
            status, told = self._chroot.call(
                ["xdotool", "search", "--onlyvisible", "--name", title], env=_ENVIRONMENT
            )
            if status == 0 and told.strip():
                return told.split()[0]
            time.sleep(1)
        raise BuildError(f"no window “{title}” within {seconds:.0f} s")

    def picture(self, path: Path) -> None:
        """Keep what the display shows."""
        self.tool("import", "-window", "root", "/try/shown.png")
        path.parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(self.folder / "shown.png", path)

    def end(self) -> None:
        """End all Windows programs."""
        self._chroot.call(["wineserver", "--kill"], env=_ENVIRONMENT)


@contextmanager
def fresh_wine() -> Iterator[Wine]:
    """Give a Windows where nothing was installed before; end it and all its programs afterwards."""
    chroot = fresh_system("trixie", "wine", PACKAGES)
    shutil.rmtree(chroot.root / "try", ignore_errors=True)
    (chroot.root / "try" / "home").mkdir(parents=True)
    wine = Wine(chroot)
    with mounted(chroot):
        display = chroot.start(["Xvfb", ":7", "-screen", "0", "1400x900x24"], env=_ENVIRONMENT)
        manager: subprocess.Popen[bytes] | None = None
        try:
            time.sleep(2)
            manager = chroot.start(["openbox"], env=_ENVIRONMENT)
            chroot.call(["wineboot", "--init"], env=_ENVIRONMENT, seconds=300)
            yield wine
        finally:
            wine.end()
            for process in (manager, display):
                if process is not None:
                    process.terminate()
                    process.wait(10)
