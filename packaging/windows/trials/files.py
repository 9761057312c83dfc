"""Reports read and written by the installed command: as on Linux, and refused as Windows wants it."""

from __future__ import annotations

import json
import shutil
import time

from common.run import BuildError
from common.trial import same
from windows.trials.installed import Installed

KINDS = ("docx", "xlsx", "html", "json")
#: What may be shared while a file is held: nothing, as while Word writes; reading, as while it shows.
_NOTHING, _READING = 0, 1
#: A limit of memory for each process, and the end with whoever made the job.
_JOB_FLAGS = "0x2100"
_OPEN_ELSEWHERE, _DEVICE, _LETTER = "正在别的程序里打开", "设备名", "文件名里不能有“<”"


class Files:
    """The reports of `Installed.work`, and what the command makes of them."""

    def __init__(self, installed: Installed) -> None:
        """Take the installed program."""
        self._it, self._wine = installed, installed.wine

    def version(self) -> str:
        """Ask for the version."""
        start = time.monotonic()
        output = self._it.cli("--version")
        same("the version", output.strip(), f"reportdesk {self._it.commit.version}")
        return f"{output.strip()}, started and ended in {time.monotonic() - start:.2f} s"

    def check(self) -> None:
        """Check a report: the same words as on Linux."""
        here, there = self._it.called("check", "sample.rdesk"), self._it.on_linux("check", "sample.rdesk")
        same("the status and the words", here, there)

    def convert(self, kind: str) -> str:
        """Write a kind of file and read it back, here and on Linux, and on Linux what was written here."""
        for run in (self._it.cli, self._it.on_linux):
            run("convert", "sample.rdesk", f"out.{kind}", "--force")
            run("convert", f"out.{kind}", f"back-{kind}.json", "--force")
        here = json.loads((self._it.work / f"back-{kind}.json").read_text("utf-8"))
        there = json.loads((self._it.own / f"back-{kind}.json").read_text("utf-8"))
        same(f"what is read of the {kind}", here, there)
        shutil.copy(self._it.work / f"out.{kind}", self._it.own / f"windows.{kind}")
        same("its cells", self._it.report(self._it.own / f"windows.{kind}")["cells"], here["cells"])
        return f"{len(here['cells'])} cells"

    def doctor(self) -> str:
        """Examine the machine: a page with an answer to everything, and no user's name in it."""
        data = json.loads(self._it.cli("doctor", "--json"))
        items = {item["code"]: item for item in data["items"]}
        missing = {"versions", "profile", "rights", "fonts", "office", "input"} - items.keys()
        same("what the page leaves out", missing, set())
        home = f"users\\{self._it.user.name}"
        same("the user's name in it", home in "".join(map(str, items.values())), False)
        return ", ".join(f"{code}: {item['state']}" for code, item in items.items())

    def held(self) -> str:
        """Write over a file that another program has open: it says so, and leaves nothing beside it."""
        refusals = []
        for name, shared in (("held.docx", _NOTHING), ("shown.docx", _READING)):
            target, mark = self._it.work / name, self._wine.folder / f"{name}.held"
            shutil.copy(self._it.work / "out.docx", target)
            before = target.read_bytes()
            call = self._it.probe("hold", f"Z:\\try\\work\\{name}", f"Z:\\try\\{mark.name}", str(shared))
            holder = self._wine.start(*call)
            try:
                self._wine.wait(mark.exists, f"{name} is held")
                status, words = self._it.called("convert", "sample.rdesk", name, "--force")
            finally:
                mark.unlink(missing_ok=True)
                holder.wait(60)
            same(f"what is said of {name}", (status != 0, _OPEN_ELSEWHERE in words), (True, True))
            same("the file", target.read_bytes() == before, True)
            same("what is left", [path.name for path in self._it.work.iterdir() if path.suffix == ".tmp"], [])
            refusals.append(words)
            self._it.cli("convert", "sample.rdesk", name, "--force")
        return refusals[0]

    def names(self) -> str:
        """Refuse names that Windows takes for something else, in Chinese."""
        refusals = []
        for name, words in (("con.rdesk", _DEVICE), ("a<b.rdesk", _LETTER), ("com¹.docx", _DEVICE)):
            status, said = self._it.called("convert", "sample.rdesk", name, "--force")
            if status == 0 or words not in said:
                raise BuildError(f"{name}: status {status}, {said}")
            refusals.append(said)
        return " | ".join(refusals[:2])

    def worker(self) -> str:
        """See that a worker is in a job with its limit, and that it ends with a program that was ended."""
        status, output = self._wine.call(*self._it.probe("workers"))
        same("the status of a program that ends itself", status, 9)
        is_in, flags, limit, got_more = output.split()
        same("whether it is in a job", is_in, "True")
        self._wine.wait(lambda: not self._wine.running("workers.py"), "the worker ends with the program")
        if flags == "0x0":
            return f"ended with it; wine tells no limit of a job, and more memory was given: {got_more}"
        same("the limits of the job, and whether it got more", (flags, got_more), (_JOB_FLAGS, "False"))
        return f"ended with it; more than {limit} bytes were refused"
