"""A display without a screen, for windows of programs that run in bare systems."""

from __future__ import annotations

import os
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from common.run import BuildError, run
from common.tools import need


class Display:
    """A display of this machine; programs in a chroot reach it through the abstract socket."""

    def __init__(self, name: str) -> None:
        """Take a display by its name, such as :8."""
        self.name = name
        self._environment = {**os.environ, "DISPLAY": name}

    def tool(self, *words: str) -> tuple[int, str]:
        """Run a program such as xdotool; return its status and what it prints."""
        done = subprocess.run(words, env=self._environment, capture_output=True, text=True, check=False)
        return done.returncode, done.stdout

    def window(self, title: str, seconds: float, process: subprocess.Popen[bytes]) -> float:
        """Wait for a window of `process` whose title holds these words; return how long it took."""
        start = time.monotonic()
        while time.monotonic() - start < seconds:
            if self.tool("xdotool", "search", "--onlyvisible", "--name", title)[1].strip():
                return time.monotonic() - start
            if process.poll() is not None:
                raise BuildError(f"the program ended with status {process.returncode} and showed no window")
            time.sleep(0.05)
        raise BuildError(f"no window “{title}” within {seconds:.0f} s")

    def picture(self, path: Path) -> None:
        """Keep what the display shows."""
        path.parent.mkdir(parents=True, exist_ok=True)
        run(["import", "-display", self.name, "-window", "root", path])


@contextmanager
def fresh_display(name: str = ":8") -> Iterator[Display]:
    """Give a display with a window manager, and end both afterwards."""
    need("Xvfb", "xdotool", "import", "openbox")
    server = _quiet(["Xvfb", name, "-screen", "0", "1400x900x24"], name)
    manager: subprocess.Popen[bytes] | None = None
    try:
        time.sleep(2)
        manager = _quiet(["openbox"], name)
        yield Display(name)
    finally:
        for process in (manager, server):
            if process is not None:
                process.terminate()
                process.wait(10)


def _quiet(command: list[str], display: str) -> subprocess.Popen[bytes]:
    none = subprocess.DEVNULL
    return subprocess.Popen(
        command, env={**os.environ, "DISPLAY": display}, stdin=none, stdout=none, stderr=none
    )
