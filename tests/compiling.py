"""Workers that collect the same tests compile a share of them each: what one compiled, others load."""

import contextlib
import os
from collections.abc import Iterable
from importlib import import_module
from pathlib import Path

import pytest


def import_own_share(places: Iterable[str], root: Path) -> None:
    """Import, in a worker, its share of the test modules in some folders; what fails is told later."""
    worker = os.environ.get("PYTEST_XDIST_WORKER", "")
    if not worker:
        return
    folders = [path for path in map(Path, places) if path.is_dir()]
    modules = sorted(path for folder in folders for path in folder.rglob("test_*.py"))
    for path in share_of(
        int(worker.removeprefix("gw")), int(os.environ["PYTEST_XDIST_WORKER_COUNT"]), modules
    ):
        with contextlib.suppress(Exception, pytest.skip.Exception):
            import_module(".".join(path.resolve().relative_to(root).with_suffix("").parts))


def share_of(worker: int, workers: int, modules: list[Path]) -> list[Path]:
    """Return every how-manieth module, so that all are done at about the same time."""
    return modules[worker::workers]
