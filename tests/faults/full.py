"""Full disks: a tmpfs with 1 kB more room each time, and limits to a file's size, for each kind of output."""

from __future__ import annotations

import contextlib
import os
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from reportdesk.errors import FileError
from reportdesk.export import export_report
from reportdesk.gui.qt.remembering.recent import RecentFiles
from reportdesk.project.disk.safe_write import backup_of, safe_write
from reportdesk.project.file import read_project, save_project
from reportdesk.readers import read_report
from reportdesk.report.model import Report
from reportdesk.writers import render
from tests.faults.figures import Figures

KINDS = (".rdesk", ".docx", ".xlsx", ".html", ".json")
SAMPLE = Path(__file__).parents[2] / "docs" / "examples" / "yunxi-2024.json"
_OLD = b"what stood here before " * 40
_EXPORT_EVERY = 16


def fill_a_disk(kinds: Sequence[str] = KINDS) -> Figures:
    """Writes every kind of output to a full disk, with 1 kB more room each time until there is enough."""
    figures = Figures(
        "a full disk loses nothing (tmpfs)", broken=("target changed", "not reported", "litter")
    )
    with tempfile.TemporaryDirectory() as name:
        disk = Path(name)
        if not _mount(disk, figures):
            return figures
        try:
            report = read_report(SAMPLE)
            for kind in kinds:
                _fill_for(kind, report, disk, figures)
        finally:
            subprocess.run(["umount", disk], check=True)
    return figures


def limit_sizes() -> Figures:
    """Writes every kind of output under every limit to a file's size, in 1 kB steps."""
    figures = Figures(
        "a full disk loses nothing (RLIMIT_FSIZE)", broken=("target changed", "not reported", "litter")
    )
    if sys.platform == "win32":
        figures.skipped = "limits of POSIX"
        return figures
    import resource

    report = read_report(SAMPLE)
    hardest = resource.getrlimit(resource.RLIMIT_FSIZE)
    with tempfile.TemporaryDirectory() as name:
        for kind in KINDS:
            path = Path(name) / f"out{kind}"
            data = render(report, kind)
            for limit in range(0, len(data), 1024):
                path.write_bytes(_OLD)
                resource.setrlimit(resource.RLIMIT_FSIZE, (limit, hardest[1]))
                try:
                    failed = _fails(lambda path=path, data=data: safe_write(path, data))  # type: ignore[misc]
                finally:
                    resource.setrlimit(resource.RLIMIT_FSIZE, hardest)
                _judge(path, data, failed, f"{kind} under {limit} bytes", figures)
                figures.counts["expected refusals missing"] += not failed
    return figures


def _mount(disk: Path, figures: Figures) -> bool:
    if sys.platform != "linux" or os.geteuid() != 0:
        figures.skipped = "only root may mount a small disk"
        return False
    command = ["mount", "-t", "tmpfs", "-o", "size=512k", "tmpfs", disk]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode:
        figures.skipped = f"no disk can be mounted here: {done.stderr.strip()}"
    return not done.returncode


def _fill_for(kind: str, report: Report, disk: Path, figures: Figures) -> None:
    data = render(report, kind)
    for room in range(0, len(data) + 20_000, 1024):
        path = disk / f"out{kind}"
        _leave_room(disk, path, room)
        is_export = room // 1024 % _EXPORT_EVERY == 0
        write = _export(report, path) if is_export else _write(data, path)
        failed = _fails(write)
        _judge(path, data, failed, f"{kind} with {room} bytes of room", figures)
        for file in disk.iterdir():
            file.unlink()


def _leave_room(disk: Path, path: Path, room: int) -> None:
    path.write_bytes(_OLD)
    with contextlib.suppress(OSError), (disk / "ballast").open("wb", buffering=0) as ballast:
        while ballast.write(bytes(1024)):
            pass
    size = max(0, (disk / "ballast").stat().st_size - room)
    os.truncate(disk / "ballast", size)


def _write(data: bytes, path: Path) -> Callable[[], object]:
    return lambda: safe_write(path, data)


def _export(report: Report, path: Path) -> Callable[[], object]:
    if path.suffix == ".rdesk":
        return lambda: save_project(path, report, None)
    return lambda: export_report(report, path, force=True)


def _fails(write: Callable[[], object]) -> bool:
    try:
        write()
    except FileError:
        return True
    return False


def _judge(path: Path, data: bytes, failed: bool, where: str, figures: Figures) -> None:
    figures.counts["writes"] += 1
    figures.counts["refused" if failed else "written"] += 1
    found = path.read_bytes()
    is_new = found == data or (not failed and found != _OLD and _reads(path))
    if failed and found != _OLD:
        figures.counts["target changed"] += 1
        figures.details.append(f"{where}: refused, and {len(found)} bytes stand there")
    if not failed and not is_new:
        figures.counts["not reported"] += 1
        figures.details.append(f"{where}: called written, and {len(found)} bytes stand there")
    if left := [file.name for file in path.parent.glob(".*")]:
        figures.counts["litter"] += 1
        figures.details.append(f"{where}: left {left}")
    backup_of(path).unlink(missing_ok=True)


def _reads(path: Path) -> bool:
    try:
        return (read_project(path).report if path.suffix == ".rdesk" else read_report(path)).organ != ""
    except FileError:
        return False


def lose_settings() -> Figures:
    """The list of recent files is a setting: on a full disk the old list stays, and nobody is disturbed."""
    figures = Figures("a full disk keeps the settings (RLIMIT_FSIZE)", broken=("settings changed",))
    if sys.platform == "win32":
        figures.skipped = "limits of POSIX"
        return figures
    import resource

    hardest = resource.getrlimit(resource.RLIMIT_FSIZE)
    with tempfile.TemporaryDirectory() as name:
        file = Path(name) / "recent.json"
        RecentFiles(file).add(Path("/a"), "云溪县档案局", 2024)
        before = file.read_bytes()
        for limit in range(0, len(before), 8):
            resource.setrlimit(resource.RLIMIT_FSIZE, (limit, hardest[1]))
            try:
                RecentFiles(file).add(Path("/b"), "云溪县档案局", 2025)
            finally:
                resource.setrlimit(resource.RLIMIT_FSIZE, hardest)
            figures.counts["writes"] += 1
            figures.counts["settings changed"] += file.read_bytes() != before
    return figures


def experiments() -> Iterator[Figures]:
    """Runs the whole."""
    yield fill_a_disk()
    yield limit_sizes()
    yield lose_settings()
