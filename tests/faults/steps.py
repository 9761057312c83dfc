"""A window is killed before every touch of the disk while it opens, saves, rolls over, exports, recovers."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

from reportdesk.errors import FileError
from reportdesk.project.disk.lock import lock_document
from reportdesk.project.file import read_project, save_project
from reportdesk.project.kept.recovery import Snapshots
from reportdesk.readers import read_report
from reportdesk.report.model import Report
from tests.faults.figures import Figures
from tests.faults.window_steps import KEY, TYPED
from tests.project.test_project_file import REPORT

NAMES = ("open", "save", "roll-over", "export", "recovery")
_BROKEN = ("file broken", "work lost", "export broken", "lock stuck", "left behind")


def kill_at_every_touch(names: tuple[str, ...] = NAMES, every: int = 1, at_once: int = 2) -> Figures:
    """Kills each step before each `every`-th touch of the disk; then looks what a new start would find."""
    figures = Figures("a window killed at any step of its work loses none of it", broken=_BROKEN)
    for name in names:
        touches = _count(name)
        figures.counts[f"touches of {name}"] = touches
        with ThreadPoolExecutor(at_once) as pool:
            numbers = range(1, touches + 1, every)
            for number, faults in zip(numbers, pool.map(lambda n: _kill(name, n), numbers), strict=True):  # noqa: B023
                figures.counts["kills"] += 1
                for fault in faults:
                    figures.counts[fault] += 1
                    figures.details.append(f"{name}, touch {number}: {fault}")
    return figures


def _count(name: str) -> int:
    with tempfile.TemporaryDirectory() as folder:
        return int(_run(name, 0, _prepared(name, Path(folder))) or b"0")


def _kill(name: str, number: int) -> list[str]:
    with tempfile.TemporaryDirectory() as folder:
        prepared = _prepared(name, Path(folder))
        _run(name, number, prepared)
        return list(_faults(name, prepared))


def _prepared(name: str, folder: Path) -> Path:
    """Lays out a report, and for a recovery the work of a window that was killed."""
    save_project(folder / "x.rdesk", REPORT, None)
    if name == "recovery":
        _run("save", 1, folder)
    return folder


def _run(name: str, number: int, folder: Path) -> bytes:
    environment = {
        **os.environ,
        "REPORTDESK_PROFILE": str(folder / "profile"),
        "QT_QPA_PLATFORM": "offscreen",
    }
    words = [sys.executable, "-m", "tests.faults.window_steps", name, str(number), folder]
    done = subprocess.run(words, env=environment, capture_output=True, check=False, timeout=300)
    if done.returncode != -9:
        raise AssertionError(done.stderr.decode()[-2000:])
    return done.stdout


def _faults(name: str, folder: Path) -> Iterator[str]:
    """Yields what a new start finds wrong."""
    try:
        saved: Report | None = read_project(folder / "x.rdesk").report
    except FileError:
        yield "file broken"
        saved = None
    kept = Snapshots(folder / "profile" / "recovery").offered().snapshots
    if name != "open" and not any(_has_work(report) for report in (saved, *(s.report for s in kept))):
        yield "work lost"
    yield from _faults_of_export(folder)
    try:
        lock_document(folder / "x.rdesk").release()
    except FileError:
        yield "lock stuck"
    left = [path for path in folder.iterdir() if path.suffix in {".tmp", ".saving"}]
    if saved is not None:
        # Whatever passes by beside a file goes with its next save.
        save_project(folder / "x.rdesk", saved, read_project(folder / "x.rdesk").stamp)
        if any(path.exists() for path in left if path.suffix == ".tmp" and _is_beside(path, folder)):
            yield "left behind"


def _is_beside(path: Path, folder: Path) -> bool:
    from reportdesk.project.disk.save_lock import file_mark

    return path.name.startswith(file_mark(folder / "x.rdesk"))


def _has_work(report: Report | None) -> bool:
    return report is not None and (report.cells.get(KEY) == TYPED or _of_last_year(report) == TYPED)


def _of_last_year(report: Report) -> Any:
    return report.last.cells.get(KEY) if report.last else None


def _faults_of_export(folder: Path) -> Iterator[str]:
    if (folder / "x.docx").exists():
        try:
            if read_report(folder / "x.docx").cells.get(KEY) != TYPED:
                yield "export broken"
        except FileError:
            yield "export broken"


def experiments() -> Iterator[Figures]:
    """Runs the whole."""
    yield kill_at_every_touch()
