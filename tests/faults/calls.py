"""A save hurt at every system call: killed there, or refused with EIO, ENOSPC or EACCES (strace injects)."""

from __future__ import annotations

import contextlib
import os
import re
import shutil
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from reportdesk.errors import FileError
from reportdesk.project.file import read_project, save_project
from reportdesk.report.model import Report
from tests.faults.figures import Figures
from tests.faults.saving import BEGIN, END
from tests.project.test_project_file import REPORT

#: Every call by which a save touches the disk.
CALLS = (
    "openat,read,write,fsync,close,fstat,newfstatat,rename,renameat,renameat2,link,linkat,unlink,unlinkat,"
    "flock,fchmod,fchown,lseek,getdents64,access,faccessat,faccessat2,readlink"
)
ERRORS = ("EIO", "ENOSPC", "EACCES")
_LINE = re.compile(r"^(?:\d+ +)?(\w+)\(")
Spot = tuple[str, int]


def hurt_every_call(
    *, kinds: Sequence[str] = ("kill", *ERRORS), links: Sequence[bool] = (True, False), every: int = 1
) -> Figures:
    """Hurts a save at every call (or each `every`-th), where links are allowed and where they are not."""
    figures = Figures(
        "a save is old or new", broken=("damaged", "false claims", "uncaught", "litter", "later save failed")
    )
    if shutil.which("strace") is None:
        figures.skipped = "strace is not here"
        return figures
    for allowed in links:
        spots = _spots(allowed)[::every]
        for kind in kinds:
            for spot in spots:
                _hurt(spot, kind, allowed, figures)
    return figures


def _spots(allowed: bool) -> list[Spot]:
    """Returns every call of an unhurt save as its name and which of that name it is."""
    with saved_document() as path:
        lines = _trace(path, "new", allowed).log
    seen: Counter[str] = Counter()
    spots: list[Spot] = []
    inside = False
    for line in lines:
        match = _LINE.match(line)
        if match is None:
            continue
        seen[match[1]] += 1
        if BEGIN in line or END in line:
            inside = BEGIN in line
        elif inside:
            spots.append((match[1], seen[match[1]]))
    return spots


class _Traced:
    """A traced save: what it claimed, and its calls."""

    def __init__(self, claim: str, log: list[str]) -> None:
        self.claim = claim
        self.log = log

    @property
    def was_hurt_inside(self) -> bool:
        """Tell whether the fault fell between the two marks."""
        begin = next((n for n, line in enumerate(self.log) if BEGIN in line), None)
        end = next((n for n, line in enumerate(self.log) if END in line), len(self.log))
        hurt = next((n for n, line in enumerate(self.log) if "INJECTED" in line or "killed by" in line), None)
        return begin is not None and hurt is not None and begin < hurt < end + 1


def _trace(path: Path, mark: str, allowed: bool, inject: str = "") -> _Traced:
    log = path.with_name("trace.log")
    command = ["strace", "-f", "-qq", "-o", log, "-e", f"trace={CALLS}"]
    if not allowed:
        command += ["-e", "inject=link,linkat:error=EPERM"]
    if inject:
        command += ["-e", f"inject={inject}"]
    command += [sys.executable, "-X", "frozen_modules=on", "-m", "tests.faults.saving", path, mark]
    environment = {**os.environ, "PYTHONHASHSEED": "0", "PYTHONDONTWRITEBYTECODE": "1"}
    done = subprocess.run(command, capture_output=True, text=True, check=False, env=environment, timeout=60)
    lines = log.read_text(errors="replace").splitlines() if log.exists() else []
    claim = done.stdout.strip() or ("killed" if done.returncode in {-9, 137} else "uncaught")
    log.unlink(missing_ok=True)
    return _Traced(claim, lines)


def _hurt(spot: Spot, kind: str, allowed: bool, figures: Figures) -> None:
    name, number = spot
    if not allowed and name in {"link", "linkat"}:
        return
    fault = "signal=KILL" if kind == "kill" else f"error={kind}"
    with saved_document() as path:
        done = _trace(path, "new", allowed, f"{name}:{fault}:when={number}")
        if not done.was_hurt_inside:
            figures.counts["missed"] += 1
            return
        figures.counts["killed" if kind == "kill" else "errors"] += 1
        where = (
            f"{kind} at {name} {number}, links {'allowed' if allowed else 'refused'}: claimed {done.claim}"
        )
        _judge(path, done.claim, where, figures)


def _judge(path: Path, claim: str, where: str, figures: Figures) -> None:
    try:
        found = read_project(path).report.texts["other"]
    except FileError:
        found = ""
    state = {"old": "old", "new": "new"}.get(found, "damaged")
    figures.counts[state] += 1
    is_true = {"saved": state == "new", "unconfirmed": state in {"old", "new"}, "killed": True}.get(
        claim, state == "old"
    )
    if state == "damaged" or not is_true or claim == "uncaught":
        figures.counts["uncaught" if claim == "uncaught" else "false claims"] += state != "damaged"
        figures.details.append(f"{where}, found {state}")
    _save_again(path, where, figures)


def _save_again(path: Path, where: str, figures: Figures) -> None:
    """A later save must go through and take away what the hurt one left."""
    try:
        read = read_project(path)
        save_project(path, read.report, read.stamp)
    except FileError as error:
        figures.counts["later save failed"] += 1
        figures.details.append(f"{where}, later {type(error).__name__}")
    left = sorted(file.name for file in path.parent.iterdir())
    if left != [path.name, f"{path.name}.bak"]:
        figures.counts["litter"] += 1
        figures.details.append(f"{where}, left {left}")


@contextlib.contextmanager
def saved_document() -> Iterator[Path]:
    """Makes a folder with a saved file in it, and takes it away again."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "x.rdesk"
        stamp = save_project(path, with_mark("older"), None)
        save_project(path, with_mark("old"), stamp)
        yield path


def with_mark(mark: str) -> Report:
    """The report of the tests with a mark in it."""
    return replace(REPORT, texts={**REPORT.texts, "other": mark})


def experiments() -> Iterator[Figures]:
    """Runs the whole."""
    yield hurt_every_call()
