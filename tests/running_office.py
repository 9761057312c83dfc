"""LibreOffice, started once, converts file after file: a start costs what twenty conversions cost."""

import os
import signal
import subprocess
import time
from pathlib import Path

MOST_SECONDS = 120


class RunningOffice:
    """An office program with a file open, so that it stays; whoever names its profile is served by it."""

    def __init__(self, program: str, folder: Path) -> None:
        """Start the program with a profile of its own in a folder, and wait until it has opened a file."""
        self._program = program
        self._profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
        kept_open = folder / "open.txt"
        kept_open.write_text("open", "utf-8")
        self._running = subprocess.Popen(
            [program, self._profile, "--headless", "--norestore", "--nologo", kept_open],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        )
        self._wait_for(folder / ".~lock.open.txt#")

    def convert(self, path: Path, folder: Path, suffix: str) -> Path:
        """Put a file as one of another kind into a folder; return its path."""
        command = [self._program, self._profile, "--headless", "--convert-to", suffix[1:], "--outdir", folder]
        said = subprocess.run(
            [*command, path], capture_output=True, text=True, check=True, timeout=MOST_SECONDS
        )
        converted = folder / path.with_suffix(suffix).name
        assert converted.exists(), said.stdout + said.stderr
        return converted

    def put_on_path(self, folder: Path) -> str:
        """Put a `soffice` into a folder that hands on to this one; return a PATH that begins there."""
        script = folder / "soffice"
        # The first word is the profile of whoever calls.
        script.write_text(f'#!/bin/sh\nshift\nexec "{self._program}" "{self._profile}" "$@"\n', "utf-8")
        script.chmod(0o755)
        return f"{folder}{os.pathsep}{os.environ['PATH']}"

    def end(self) -> None:
        """End the program with all that it started."""
        os.killpg(self._running.pid, signal.SIGKILL)
        self._running.wait(MOST_SECONDS)

    def _wait_for(self, lock: Path) -> None:
        """Wait for the lock that tells that a file is open: the program says nothing when it is ready."""
        last = time.monotonic() + MOST_SECONDS
        while not lock.exists():
            assert self._running.poll() is None, "the office program ended"
            assert time.monotonic() < last, "the office program opens nothing"
            time.sleep(0.05)
