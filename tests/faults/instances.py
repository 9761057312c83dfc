"""Two instances save one file 500 times each; whoever was told `saved` must be in it in the end."""

from __future__ import annotations

import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from reportdesk.project.errors import ChangedOnDisk
from reportdesk.project.file import read_project, save_project
from reportdesk.report.edit import write_text
from tests.faults.figures import Figures
from tests.project.test_project_file import REPORT

_SAVES = 500


def save_from_two(saves: int = _SAVES) -> Figures:
    """Lets two instances save at once until each was told `saved` that often."""
    figures = Figures("nobody is overwritten unseen", broken=("claimed and gone", "present unclaimed"))
    with tempfile.TemporaryDirectory() as name:
        path = Path(name) / "shared.rdesk"
        save_project(path, REPORT, None)
        command = [sys.executable, "-m", "tests.faults.instances", path, str(saves)]
        running = [subprocess.Popen([*command, who], stdout=subprocess.PIPE, text=True) for who in "ab"]
        said = [line for process in running for line in process.communicate()[0].split()]
        claimed = {word for word in said if word != "refused"}
        present = set(read_project(path).report.texts["other"].split()[1:])
    figures.counts.update(
        {
            "claimed": len(claimed),
            "refused": said.count("refused"),
            "claimed and gone": len(claimed - present),
            "present unclaimed": len(present - claimed),
        }
    )
    return figures


def _save_many(path: Path, saves: int, who: str) -> None:
    number = 0
    while number < saves:
        read = read_project(path)
        words = f"{read.report.texts['other']} {who}{number}"
        try:
            save_project(path, write_text(read.report, "other", words).apply(read.report), read.stamp)
        except ChangedOnDisk:
            print("refused", flush=True)  # noqa: T201
            continue
        print(f"{who}{number}", flush=True)  # noqa: T201
        number += 1


def experiments() -> Iterator[Figures]:
    """Runs the whole."""
    yield save_from_two()


if __name__ == "__main__":
    _save_many(Path(sys.argv[1]), int(sys.argv[2]), sys.argv[3])
