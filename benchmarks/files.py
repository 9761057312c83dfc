"""Project files: saved whole and synced, beside a plain json.dump that may be cut short."""

from __future__ import annotations

import json
import tempfile
from collections.abc import Iterator
from pathlib import Path

from benchmarks.sample import SAMPLE, sample_report
from benchmarks.timing import Line, in_turns
from reportdesk.project.file import read_project, save_project
from reportdesk.project.stamp import Stamp

RUNS = 25


def lines() -> Iterator[Line]:
    """Times to save and to read one report."""
    with tempfile.TemporaryDirectory() as folder:
        path, plain = Path(folder, "sample.rdesk"), Path(folder, "sample.json")
        data = json.loads(SAMPLE.read_text(encoding="utf-8"))
        times = in_turns(
            {
                "dumped": lambda: plain.write_text(json.dumps(data, ensure_ascii=False), encoding="utf-8"),
                "saved": Saving(path).again,
                "loaded": lambda: json.loads(plain.read_text(encoding="utf-8")),
                "read": lambda: read_project(path),
            },
            RUNS,
        )
    yield Line.of("save: plain json, not synced", times["dumped"])
    yield Line.of("save: project file, synced and read back", times["saved"], "plain json", times["dumped"])
    yield Line.of("open: plain json", times["loaded"])
    yield Line.of("open: project file, checked", times["read"], "plain json", times["loaded"])


class Saving:
    """Saves the sample to one file again and again, as the window does."""

    def __init__(self, path: Path) -> None:
        """Nothing is saved yet."""
        self.path = path
        self.stamp: Stamp | None = None

    def again(self) -> None:
        """Save over what was saved before."""
        self.stamp = save_project(self.path, sample_report(), self.stamp)
