"""What is tried of a program wherever it is: commands, files to and fro, its page on the machine, windows."""

from __future__ import annotations

import json
import time
from collections.abc import Callable
from dataclasses import dataclass

from common.chroot import Chroot
from common.display import Display
from common.run import BuildError
from common.source import Commit, source_of
from common.trial import TRIED, Trials, picture_of, same

#: What the sample is of, in the title of its window; no word of it may be in the page that is sent to IT.
ORGAN = "云溪县档案局"
TITLE = f"{ORGAN}2024年"
REPORT = "/try/sample.rdesk"
#: One figure that breaks a sum of the sample.
_BROKEN = "requests.received.natural_person"
#: What the page on the machine is about, by its codes.
_EXAMINED = frozenset(
    "versions editions profile rights room backups clock language fonts office input".split()  # noqa: SIM905
)
_PROGRAM = "/opt/reportdesk"
_PICTURES = (f"{_PROGRAM}/runtime/bin/reportdesk-python", "-I", "-m", "reportdesk.gui.tools.pictures")


@dataclass(frozen=True)
class TrialPlace:
    """A system, what is tried there, and where that is told."""

    chroot: Chroot
    suite: str
    name: str
    commit: Commit
    display: Display
    trials: Trials
    #: How many times slower than this machine it is.
    slow: float

    def attempt(self, what: str, do: Callable[[], str | None]) -> bool:
        """Try one thing and print how it went; return whether it went well."""
        return self.trials.attempt(f"{self.suite}: {what}", do)


class Uses:
    """What a program can do without being installed."""

    def __init__(self, place: TrialPlace) -> None:
        """Bring the sample into the system."""
        self._place, self._chroot = place, place.chroot
        sample = source_of(place.commit) / "docs" / "examples" / "yunxi-2024.json"
        place.chroot.copy_in(sample, "/try/sample.json")
        self._wanted = json.loads(sample.read_text("utf-8"))
        broken = {**self._wanted, "cells": {**self._wanted["cells"], _BROKEN: 9999}}
        text = json.dumps(broken, ensure_ascii=False)
        (place.chroot.root / "try" / "broken.json").write_text(text, "utf-8")

    def all(self) -> None:
        """Try one thing after the other."""
        attempt = self._place.attempt
        attempt("reportdesk --version", self._version)
        attempt("files are written, and read in a process of their own", self._convert)
        attempt("a sum that is wrong is found", self._check)
        attempt("the page on this machine is whole, without a word of a report", self._doctor)
        attempt("every page is drawn without a display", self._pictures)
        attempt("the window shows a report", lambda: self.window("reportdesk", "deb"))

    def window(self, command: str, what: str, user: str = "root") -> str:
        """Start the program on the sample and keep a picture of its window."""
        place = self._place
        environment = {"DISPLAY": place.display.name}
        words = [command, REPORT]
        if user != "root":
            self._chroot.run(["chown", "-R", user, "/try"])
            script = f"DISPLAY={place.display.name} exec {command} {REPORT}"
            words = ["su", user, "-s", "/bin/sh", "-c", script]
        process = self._chroot.start(words, env=environment)
        try:
            took = place.display.window(TITLE, 30 * place.slow, process)
            time.sleep(2 * min(place.slow, 5))
            picture = TRIED / f"{place.name}-{what}.png"
            place.display.picture(picture)
            return f"{picture_of(picture)}, shown after {took:.1f} s"
        except BuildError as error:
            raise BuildError(f"{error}\n{self._chroot.log_of(words)}") from error
        finally:
            place.display.close(TITLE)
            process.terminate()
            process.wait(60)

    def _version(self) -> str:
        start = time.monotonic()
        output = self._chroot.run(["reportdesk", "--version"]).strip()
        same("the version", output, f"reportdesk {self._place.commit.version}")
        return f"{output}, in {time.monotonic() - start:.2f} s"

    def _convert(self) -> str:
        self._call("convert", "/try/sample.json", REPORT)
        for kind in ("docx", "xlsx", "html"):
            self._call("convert", REPORT, f"/try/out.{kind}")
            self._call("convert", f"/try/out.{kind}", f"/try/back-{kind}.json")
            back = json.loads((self._chroot.root / "try" / f"back-{kind}.json").read_text("utf-8"))
            same(f"the cells of the {kind}", back["cells"], self._wanted["cells"])
        return f"{len(self._wanted['cells'])} cells"

    def _check(self) -> str:
        seconds = 60 * self._place.slow
        words = ["reportdesk", "check"]
        same("the sample's status", self._chroot.call([*words, REPORT], seconds=seconds)[0], 0)
        status, output = self._chroot.call([*words, "/try/broken.json"], seconds=seconds)
        same("the status of a report with a wrong sum", status, 1)
        if "9999" not in output:
            raise BuildError(f"nothing is said of the figure:\n{output}")
        return f"{len(output.splitlines())} lines"

    def _doctor(self) -> str:
        words = ["reportdesk", "doctor"]
        seconds = 60 * self._place.slow
        page = self._chroot.run(words, seconds=seconds)
        data = json.loads(self._chroot.run([*words, "--json"], seconds=seconds))
        items = {item["code"]: item for item in data["items"]}
        if missing := _EXAMINED - set(items):
            raise BuildError(f"nothing is said of {', '.join(sorted(missing))}:\n{page}")
        if bad := [item["title"] for item in items.values() if item["state"] == "trouble"]:
            raise BuildError(f"{'、'.join(bad)} should be well here:\n{page}")
        for word in (ORGAN, "云溪", "sample.rdesk"):
            if word in page:
                raise BuildError(f"the page holds {word}:\n{page}")
        return f"{len(items)} items, {data['summary']}"

    def _pictures(self) -> str:
        words = [*_PICTURES, REPORT, "/try/pages"]
        output = self._chroot.run(
            words, env={"QT_QPA_PLATFORM": "offscreen"}, seconds=120 * self._place.slow
        ).splitlines()
        drawn = sorted((self._chroot.root / "try" / "pages").glob("*.png"))
        if len(drawn) < 2:
            raise BuildError("\n".join(output[-20:]))
        kept = TRIED / f"{self._place.name}-offscreen.png"
        kept.parent.mkdir(parents=True, exist_ok=True)
        kept.write_bytes(drawn[2].read_bytes())
        return f"{len(drawn)} pictures, one is {picture_of(kept)}"

    def _call(self, *words: str) -> None:
        self._chroot.run(["reportdesk", *words, "--force"], seconds=60 * self._place.slow)
