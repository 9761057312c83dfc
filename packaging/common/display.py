"""A display without a screen, for windows of programs that run in bare systems."""

from __future__ import annotations

import os
import subprocess
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
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

    def close(self, title: str) -> None:
        """Close the windows whose title holds these words."""
        self.tool("xdotool", "search", "--onlyvisible", "--name", title, "windowclose")

    def picture(self, path: Path) -> None:
        """Keep what the display shows."""
        path.parent.mkdir(parents=True, exist_ok=True)
        run(["import", "-display", self.name, "-window", "root", path])


@contextmanager
def fresh_display() -> Iterator[Display]:
    """Give a display that is nobody else's with a window manager, and end both afterwards."""
    need("Xvfb", "xdotool", "import", "openbox")
    with ExitStack() as running:
        name = f":{running.enter_context(_server())}"
        running.enter_context(_ended(_quiet(["openbox"], name)))
        yield Display(name)


@contextmanager
def _server() -> Iterator[int]:
    """Give the number of a new display."""
    reads, tells = os.pipe()
    words = ["Xvfb", "-displayfd", str(tells), "-screen", "0", "1400x900x24"]
    with _ended(_quiet(words, "", tells)), os.fdopen(reads, "rb") as answer:
        os.close(tells)
        number = answer.readline().strip()
        if not number:
            raise BuildError("Xvfb ended before it had a display")
        yield int(number)


@contextmanager
def _ended(process: subprocess.Popen[bytes]) -> Iterator[None]:
    try:
        yield
    finally:
        process.terminate()
        process.wait(10)


def _quiet(command: list[str], display: str, *descriptors: int) -> subprocess.Popen[bytes]:
    none, environment = subprocess.DEVNULL, {**os.environ, "DISPLAY": display}
    return subprocess.Popen(
        command, env=environment, stdin=none, stdout=none, stderr=none, pass_fds=descriptors
    )
