"""The window as a clerk uses it: it opens, takes figures and Chinese, saves, is one program for all."""

from __future__ import annotations

import shutil
import subprocess
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from common.run import BuildError
from common.trial import TRIED, picture_of, same
from windows.trials.installed import WORK, Installed

#: Part of the sample's title, and of what the window shows of it; its third page is a table.
_TITLE = "云溪县档案局2024年"
_TABLE_PAGE = "ctrl+3"


class Window:
    """Windows on reports, driven by keys."""

    def __init__(self, installed: Installed) -> None:
        """Take the installed program."""
        self._it, self._wine = installed, installed.wine

    def shows(self) -> str:
        """Open a report and take a picture of it."""
        start = time.monotonic()
        with self.open("sample.rdesk"):
            shown, used = time.monotonic() - start, self._wine.used("reportdesk.exe")
            return f"{self.picture('window')}, calm after {shown:.1f} s, {used:.1f} s of processor time"

    def meanwhile(self, do: Callable[[], None]) -> None:
        """Do something while a window is open."""
        with self.open("sample.rdesk"):
            do()

    def digits(self) -> str:
        """Type a figure into a table's cell, save, and read it back; it is shown again when opened anew."""
        path = self._it.fresh("digits.rdesk")
        before = self._it.report(path)["cells"]
        with self.open(path.name) as process:
            self.keys(_TABLE_PAGE)
            self.picture("table")
            self.keys("ctrl+Home")
            self.type("4711")
            self.keys("Return", "ctrl+s")
            self.picture("digits")
            self.close(process)
        after = self._it.report(path)["cells"]
        changed = {
            key: (before.get(key), after.get(key))
            for key in after | before
            if before.get(key) != after.get(key)
        }
        same("the figures that changed", [pair[1] for pair in changed.values()], [4711])
        with self.open(path.name):
            self.keys(_TABLE_PAGE)
            return f"{changed}; {self.picture('digits-again')}"

    def letters(self) -> str:
        """Type behind the organ's name, which has the focus in a report just opened."""
        path = self._it.fresh("letters.rdesk")
        with self.open(path.name) as process:
            self.keys("End")
            self.type("ABC")
            self.keys("ctrl+s")
            self.close(process)
        same("the organ's name", self._it.report(path)["organ"], "云溪县档案局ABC")
        with self.open(path.name, "档案局ABC"):
            return self.picture("letters")

    def chinese(self) -> str:
        """Compose Chinese with an input method, after a dialog was closed that had the focus."""
        path = self._it.fresh("chinese.rdesk")
        with self._wine.input_method(), self.open(path.name) as process:
            self.keys("ctrl+f", "Escape", "End", "ctrl+space")
            self.type("nihao", 0.4)
            self.picture("composing")
            self.keys("space")
            self.picture("chinese")
            self.keys("ctrl+s")
            self.close(process)
        same("the organ's name", self._it.report(path)["organ"], "云溪县档案局你好")
        return str(TRIED / "wine-composing.png")

    def pasted(self) -> str:
        """Paste Chinese that another program has copied."""
        path = self._it.fresh("pasted.rdesk")
        with self.open(path.name) as process:
            self.keys("End")
            with self._wine.clipboard("（试点）"):
                self.keys("ctrl+v")
            self.keys("ctrl+s")
            self.close(process)
        same("the organ's name", self._it.report(path)["organ"], "云溪县档案局（试点）")
        return ""

    def second_start(self) -> str:
        """Open a second file as a double click does: it is shown by the program that runs."""
        other = self._it.fresh("second.rdesk")
        with self.open("sample.rdesk"):
            shown = len(self._wine.windows(_TITLE))
            start = time.monotonic()
            # What is registered for the ending; wine itself asks for the machine's endings alone.
            self._wine.run(self._it.exe("reportdesk.exe"), f"{WORK}{other.name}")
            ended = time.monotonic() - start
            self._wine.wait(lambda: len(self._wine.windows(_TITLE)) > shown, "a second window")
            same("the programs that run", self._wine.running("reportdesk.exe"), 1)
            return f"the second start was over after {ended:.1f} s; {self.picture('second')}"

    @contextmanager
    def open(self, name: str, title: str = _TITLE, program: str = "") -> Iterator[subprocess.Popen[bytes]]:
        """Open a report, by the installed program if none is named; in the end all programs are ended."""
        shutil.rmtree(self._it.profile / "recovery", ignore_errors=True)
        words = [name if "\\" in name else f"{WORK}{name}"] if name else []
        process = self._wine.start(program or self._it.exe("reportdesk.exe"), *words)
        try:
            self._wine.window(title)
            self._wine.calm()
            yield process
        finally:
            self._wine.end(process)

    def keys(self, *keys: str) -> None:
        """Press keys, and wait after each until the program has done what it does."""
        for key in keys:
            *held, last = key.split("+")
            # Held down for a while, as by hand: an input method gives keys back later than it gets them.
            downs = [word for name in held for word in ("keydown", name, "sleep", "0.3")]
            ups = [word for name in held for word in ("sleep", "0.3", "keyup", name)]
            self._wine.tool("xdotool", *downs, "key", last, *ups)
            self._wine.calm()

    def type(self, letters: str, pause: float = 0.12) -> None:
        """Type letters with a pause in s between them."""
        self._wine.tool("xdotool", "type", "--delay", str(round(pause * 1000)), letters)
        self._wine.calm()

    def picture(self, name: str) -> str:
        """Keep what the display shows; return where."""
        self._wine.calm()
        path = TRIED / f"wine-{name}.png"
        self._wine.picture(path)
        return picture_of(path)

    def close(self, process: subprocess.Popen[bytes]) -> None:
        """Close the window, which has nothing to ask once all is saved."""
        self._wine.calm()
        self._wine.tool("xdotool", "key", "alt+F4")
        try:
            process.wait(60)
        except subprocess.TimeoutExpired as error:
            raise BuildError("the window did not close after it had saved") from error
