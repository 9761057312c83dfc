"""Calls of the command line, in processes of their own."""

import os
import subprocess
import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

import pytest


@dataclass(frozen=True)
class Said:
    """What a call returned: its exit status, its result, its messages."""

    status: int
    out: str
    err: str


Call = Callable[..., Said]


@pytest.fixture
def reportdesk(tmp_path: Path) -> Call:
    """Runs `python -m reportdesk` with the given words in an empty folder."""

    def call(*words: str | Path, env: Mapping[str, str] | None = None, python: tuple[str, ...] = ()) -> Said:
        command = [sys.executable, *(python or ("-m", "reportdesk")), *map(str, words)]
        done = subprocess.run(
            command,
            cwd=tmp_path,
            capture_output=True,
            check=False,
            timeout=120,
            env={**os.environ, **(env or {})},
        )
        return Said(done.returncode, done.stdout.decode("utf-8"), done.stderr.decode("utf-8"))

    return call


@pytest.fixture
def report(tmp_path: Path) -> Path:
    """Lays out a sound report: a project file for 2023."""
    golden = Path(__file__).parents[1] / "data" / "projects" / "format-1.rdesk"
    path = tmp_path / "年报.rdesk"
    path.write_bytes(golden.read_bytes())
    return path
