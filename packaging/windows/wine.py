"""Wine 10 in a bare Debian 13, with a display of its own: a Windows to try programs in."""

from __future__ import annotations

import shutil
import subprocess
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
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
    "fcitx5",
    "fcitx5-pinyin",
    "dbus",
    "xclip",
)
PREFIX = "/try/prefix"
_ENVIRONMENT = {
    "HOME": "/try/home",
    "WINEPREFIX": PREFIX,
    "WINEDEBUG": "-all",
    "DISPLAY": ":7",
    "LC_ALL": "C.UTF-8",
    # Wine asks an input method of X11, where one runs.
    "XMODIFIERS": "@im=fcitx",
    # Neither Mono nor Gecko is asked for.
    "WINEDLLOVERRIDES": "mscoree=;mshtml=",
}
#: For a program whose Windows was ended.
_GOODBYE_S = 30
#: As Linux counts on every processor that this runs on.
_TICKS_IN_A_SECOND = 100
#: A program is done with what it was asked when it uses next to nothing for so long.
_LOOK_S, _QUIET_TICKS, _QUIET_ENOUGH = 0.7, 3, 3
_PINYIN = """[Groups/0]
Name=Default
Default Layout=us
DefaultIM=pinyin

[Groups/0/Items/0]
Name=keyboard-us

[Groups/0/Items/1]
Name=pinyin

[GroupOrder]
0=Default
"""


class Wine:
    """A Windows with a drive C: and a display."""

    def __init__(self, chroot: Chroot) -> None:
        """Take a system in which wine is installed."""
        self._chroot = chroot
        self.drive = chroot.root / PREFIX.lstrip("/") / "drive_c"
        self.folder = chroot.root / "try"

    def run(self, program: str, *words: str, seconds: float = 300) -> str:
        """Run a Windows program that must succeed, and return what it prints."""
        status, output = self.call(program, *words, seconds=seconds)
        if status:
            raise BuildError(f"{program} {' '.join(words)} ended with status {status}:\n{output}")
        return output

    def call(
        self, program: str, *words: str, env: Mapping[str, str] | None = None, seconds: float = 300
    ) -> tuple[int, str]:
        """Run a Windows program; return its exit status and what it prints, with lines as on Linux."""
        settled = {**_ENVIRONMENT, **(env or {})}
        status, output = self._chroot.call(["wine", program, *words], env=settled, seconds=seconds)
        lines = [line for line in output.replace("\r\n", "\n").splitlines() if not line.startswith("wine: ")]
        return status, "\n".join(lines)

    def start(
        self, program: str, *words: str, env: Mapping[str, str] | None = None
    ) -> subprocess.Popen[bytes]:
        """Start a Windows program that goes on, such as one with a window."""
        return self._chroot.start(["wine", program, *words], env={**_ENVIRONMENT, **(env or {})})

    def letter(self, drive: str, folder: Path) -> None:
        """Give a drive of Windows to a folder of the system."""
        device = self.drive.parent / "dosdevices" / f"{drive}:"
        device.unlink(missing_ok=True)
        device.symlink_to("/" + str(folder.relative_to(self._chroot.root)))

    def tool(self, *words: str) -> str:
        """Run a program of the display, such as xdotool, and return what it prints."""
        return self._chroot.run(words, env=_ENVIRONMENT)

    def windows(self, title: str) -> list[str]:
        """Return the numbers of the windows whose title holds these words."""
        search = ["xdotool", "search", "--onlyvisible", "--name", title]
        status, output = self._chroot.call(search, env=_ENVIRONMENT)
        return output.split() if status == 0 else []

    def window(self, title: str, seconds: float = 90) -> str:
        """Wait for a window whose title holds these words, and return its number."""
        self.wait(lambda: self.windows(title), f"a window “{title}”", seconds)
        return self.windows(title)[0]

    def wait(self, is_so: Callable[[], object], what: str, seconds: float = 90) -> None:
        """Wait until something is so; raise BuildError that says what was not."""
        until = time.monotonic() + seconds
        while not is_so():
            if time.monotonic() > until:
                raise BuildError(f"not within {seconds:.0f} s: {what}")
            time.sleep(0.5)

    def running(self, words: str) -> int:
        """Return how many programs run here whose call holds these words."""
        return sum(words in call for call, _ in self._processes())

    def used(self, words: str) -> float:
        """Return the processor time in s that programs have used whose call holds these words."""
        return sum(ticks for call, ticks in self._processes() if words in call) / _TICKS_IN_A_SECOND

    def calm(self, seconds: float = 120) -> None:
        """Wait until the programs here have done what they were asked, or for so many seconds."""
        until, quiet = time.monotonic() + seconds, 0
        before = sum(used for _, used in self._processes())
        while quiet < _QUIET_ENOUGH and time.monotonic() < until:
            time.sleep(_LOOK_S)
            now = sum(used for _, used in self._processes())
            quiet, before = quiet + 1 if now - before <= _QUIET_TICKS else 0, now

    def _processes(self) -> Iterator[tuple[str, int]]:
        """Yield the call of each program that runs here, and its time so far in the kernel's ticks."""
        for process in Path("/proc").glob("[0-9]*"):
            with suppress(OSError):
                if (process / "root").samefile(self._chroot.root):
                    call = (process / "cmdline").read_bytes().replace(b"\0", b" ").decode("utf-8", "replace")
                    fields = (process / "stat").read_text("utf-8", "replace").rpartition(")")[2].split()
                    yield call, int(fields[11]) + int(fields[12])

    @contextmanager
    def clipboard(self, words: str) -> Iterator[None]:
        """Let a program of the display hold words that were copied, as UTF-8."""
        (self.folder / "copied.txt").write_text(words, "utf-8")
        copied = ["xclip", "-quiet", "-selection", "clipboard", "/try/copied.txt"]
        owner = self._chroot.start(copied, env=_ENVIRONMENT)
        try:
            yield
        finally:
            _end(owner)

    @contextmanager
    def input_method(self) -> Iterator[None]:
        """Run a Chinese input method, which Ctrl+Space turns on; programs started meanwhile know it."""
        profile = self.folder / "home" / ".config" / "fcitx5" / "profile"
        profile.parent.mkdir(parents=True, exist_ok=True)
        profile.write_text(_PINYIN, "ascii")
        method = self._chroot.start(["dbus-run-session", "--", "fcitx5"], env=_ENVIRONMENT)
        try:
            self.wait(lambda: self.running("fcitx5") > 1, "fcitx5 runs")
            self.calm()
            yield
        finally:
            _end(method)

    def picture(self, path: Path) -> None:
        """Keep what the display shows."""
        self.tool("import", "-window", "root", "/try/shown.png")
        path.parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(self.folder / "shown.png", path)

    def end(self, *started: subprocess.Popen[bytes]) -> None:
        """End all Windows programs, and see that those `started` here are gone."""
        self._chroot.call(["wineserver", "--kill"], env=_ENVIRONMENT)
        for process in started:
            try:
                process.wait(_GOODBYE_S)
            except subprocess.TimeoutExpired:
                # It was told nothing, for it stood between two of its steps.
                process.kill()
                process.wait()


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
                    _end(process)


def _end(process: subprocess.Popen[bytes]) -> None:
    process.terminate()
    process.wait(10)
