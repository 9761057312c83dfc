"""Ended in any state, a program leaves what was typed where it was wanted, and no lock behind."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from tests.faults.figures import Figures

STATES = (
    "open_cell",
    "question",
    "choice",
    "message",
    "file_dialog",
    "dialog",
    "menu",
    "exporting",
    "previewing",
    "printing",
    "collecting",
)
#: What is typed is in snapshots, and the program is killed.
KILLED = "kept"
WAYS = ("SIGHUP", "SIGHUP twice", "SIGINT", "SIGINT twice", "SIGTERM", "SIGTERM twice", "session")
#: A session that lets us ask, and what is answered. A collection would ask where it is to be saved.
ASKED = ("save", "decline")
_MOST_S = 60.0
#: An export goes on in its thread for longer; nobody waits for it.
_SOON_S = 15.0


def end_everywhere(states: tuple[str, ...] = STATES, ways: tuple[str, ...] = WAYS) -> Figures:
    """Ends a program in each state in each way; says what was lost."""
    figures = Figures("ended in any state, what was typed is kept and no lock left", broken=("faults",))
    _end_each(figures, states, ways)
    return figures


def end_after_questions(states: tuple[str, ...] = STATES[:-1], answers: tuple[str, ...] = ASKED) -> Figures:
    """Ends a session that lets us ask, in each state; says what was not as answered."""
    figures = Figures("a session that asks is ended as was answered, each asked once", broken=("faults",))
    _end_each(figures, states, answers)
    return figures


def kill_two_windows() -> Figures:
    """Kills a program that has two reports in two windows: both are kept, both files can be taken."""
    figures = Figures(
        "of two reports in one killed program both are kept, both files free", broken=("faults",)
    )
    figures.details = list(_end(KILLED, "SIGKILL"))
    figures.counts["faults"] = len(figures.details)
    return figures


def _end_each(figures: Figures, states: tuple[str, ...], ways: tuple[str, ...]) -> None:
    for state in states:
        for way in ways:
            figures.counts["ends"] += 1
            faults = list(_end(state, way))
            figures.counts["faults"] += len(faults)
            figures.details += [f"{state}, {way}: {fault}" for fault in faults]


def _end(state: str, way: str) -> Iterator[str]:
    from reportdesk.form.loader import load_edition
    from reportdesk.project.file import save_project
    from reportdesk.report.model import Report

    with tempfile.TemporaryDirectory() as name:
        folder, profile = Path(name) / "work", Path(name) / "profile"
        folder.mkdir()
        for organ in ("云溪县档案局", "云溪县司法局"):
            save_project(
                folder / f"{organ}.rdesk", Report(load_edition("2021"), organ=organ, year=2024), None
            )
        environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "REPORTDESK_PROFILE": str(profile)}
        how = "signal" if way.startswith("SIG") else way
        words = [sys.executable, "-m", "tests.faults.ending_window", state, how, str(folder)]
        with subprocess.Popen(
            words, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, env=environment
        ) as program:
            yield from _ended(program, way)
        if (profile / "log" / "defects.txt").exists():
            yield f"a defect: {(profile / 'log' / 'defects.txt').read_text(encoding='utf-8')[-300:]}"
        yield from _answered(way, folder, profile) if way in ASKED else _left(state, folder, profile)


def _ended(program: subprocess.Popen[str], way: str) -> Iterator[str]:
    assert program.stdout is not None
    if program.stdout.readline() != "ready\n":
        yield f"not begun: {program.communicate(timeout=_MOST_S)[1][-600:]}"
        return
    number = getattr(signal, way.partition(" ")[0], 0)
    for _ in range(0 if not number else 2 if "twice" in way else 1):
        program.send_signal(number)
    try:
        output, said = program.communicate(timeout=_SOON_S)
    except subprocess.TimeoutExpired:
        program.kill()
        program.communicate()
        yield f"not ended after {_SOON_S:g} s"
        return
    if program.returncode != (-number if way == "SIGKILL" else 128 + number if number else 0):
        yield f"ended with {program.returncode}"
    if "Traceback" in said or "QThread" in said:
        yield f"said {said[-400:]}"
    if way in ASKED and output != "asked 2\n":
        yield f"told {output}"


def _answered(answer: str, folder: Path, profile: Path) -> Iterator[str]:
    from reportdesk.project.file import read_project
    from reportdesk.project.kept.recovery import Snapshots
    from tests.faults.ending_window import KEY, TYPED

    if locks := [file.name for file in folder.iterdir() if file.name.endswith(".lock")]:
        yield f"locks are left: {locks}"
    if kept := Snapshots(profile / "recovery").offered().snapshots:
        yield f"{len(kept)} snapshots are left"
    saved = [read_project(file).report.cells.get(KEY) for file in sorted(folder.glob("*.rdesk"))]
    if saved != (list(TYPED) if answer == "save" else [None, None]):
        yield f"saved {saved}"


def _left(state: str, folder: Path, profile: Path) -> Iterator[str]:
    from reportdesk.collect.keeping import SetSnapshots
    from reportdesk.project.disk.lock import lock_document
    from reportdesk.project.kept.recovery import Snapshots
    from tests.faults.ending_window import KEY, TYPED

    if state == KILLED:
        for file in folder.glob("*.rdesk"):
            lock_document(file).release()
    if locks := [file.name for file in folder.iterdir() if file.name.endswith(".lock")]:
        yield f"locks are left: {locks}"
    kept = Snapshots(profile / "recovery").offered().snapshots
    figures = {snapshot.path and snapshot.path.name: snapshot.report.cells.get(KEY) for snapshot in kept}
    typed = dict(zip(sorted(file.name for file in folder.glob("*.rdesk")), TYPED, strict=True))
    if state == "collecting":
        sets = SetSnapshots(profile / "recovery").offered().snapshots
        if list(figures.values()) != [TYPED[1]] or len(sets) != 1:
            yield f"kept {figures} and {len(sets)} collections"
    elif figures != typed:
        yield f"kept {figures}"
    if state == "exporting" and any(file.suffix == ".tmp" for file in folder.iterdir()):
        yield "a passing file is left"


def experiments() -> Iterator[Figures]:
    """Runs the whole."""
    yield end_everywhere()
    yield end_after_questions()
    yield kill_two_windows()
