"""Calls of the command line: in this process, or in one of their own where the process is what is tried."""

import io
import os
import subprocess
import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

import pytest

from reportdesk.cli import main


@dataclass(frozen=True)
class Said:
    """What a call returned: its exit status, its result, its messages."""

    status: int
    out: str
    err: str


Call = Callable[..., Said]


@pytest.fixture
def reportdesk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Call:
    """Runs reportdesk with the given words in an empty folder.

    With an environment, or words for Python, it is a process of its own: `python -m reportdesk`.
    """
    monkeypatch.chdir(tmp_path)

    def call(*words: str | Path, env: Mapping[str, str] | None = None, python: tuple[str, ...] = ()) -> Said:
        if env is None and not python:
            return _call_here([str(word) for word in words], monkeypatch)
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


def _call_here(words: list[str], monkeypatch: pytest.MonkeyPatch) -> Said:
    out, err = (io.TextIOWrapper(io.BytesIO(), "ascii", "strict") for _ in range(2))
    with monkeypatch.context() as streams:
        streams.setattr(sys, "stdout", out)
        streams.setattr(sys, "stderr", err)
        status = main(words)
    out.flush()
    err.flush()
    return Said(status, *(stream.buffer.getvalue().decode("utf-8") for stream in (out, err)))  # type: ignore[attr-defined]


@pytest.fixture
def report(tmp_path: Path) -> Path:
    """Lays out a sound report: a project file for 2023."""
    golden = Path(__file__).parents[1] / "data" / "projects" / "format-1.rdesk"
    path = tmp_path / "年报.rdesk"
    path.write_bytes(golden.read_bytes())
    return path
