"""What a start loads is counted, not timed: that no machine and no other work can make doubtful."""

import subprocess
import sys
from pathlib import Path

from reportdesk.cli.verbs import check
from reportdesk.examined.job import JOB
from tests.cli.conftest import Call

#: Loaded by what nobody needs for a version, a check or a report that a stranger wrote.
HEAVY = {
    "urllib.request",
    "ctypes",
    "logging",
    "email",
    "ssl",
    "random",
    "platformdirs",
    "calendar",
    "asyncio",
}
OFFICE = {"PySide6", "docx", "docxtpl", "jinja2", "openpyxl", "pypdfium2"}

TELL = """
def tell(status=0):
    import re, sys
    own = {name: module for name, module in sys.modules.items() if name.startswith("reportdesk")}
    found = [
        (name, word) for name, module in own.items() for word, thing in vars(module).items()
        if isinstance(thing, re.Pattern)
        or (isinstance(thing, type) and thing.__module__ == name and "__dataclass_params__" in vars(thing))
    ]
    print("LOADED", *sys.modules, file=sys.stderr)
    print("MADE", *(f"{name}.{word}" for name, word in found), file=sys.stderr)
    return status
"""
CALL = TELL + "import sys\nfrom reportdesk.cli import main\nsys.exit(tell(main(sys.argv[1:])))"
WORKER = TELL + f"from reportdesk.readers.apart import worker\nworker._job({JOB!r})\ntell()"


def loaded_and_made(err: str) -> tuple[set[str], set[str]]:
    """Return the modules that were loaded, and the patterns and dataclasses made while they were."""
    loaded, made = err.splitlines()[-2:]
    return set(loaded.split()[1:]), set(made.split()[1:])


def own(loaded: set[str]) -> int:
    return sum(name.startswith("reportdesk") for name in loaded)


def test_a_version_is_told_by_four_modules(reportdesk: Call) -> None:
    loaded, _ = loaded_and_made(reportdesk("--version", python=("-c", CALL)).err)
    assert own(loaded) <= 4
    assert loaded.isdisjoint({"argparse", "msgspec", "inspect", "subprocess", *HEAVY, *OFFICE})


def test_who_asks_for_a_check_loads_none_of_it(reportdesk: Call, report: Path) -> None:
    loaded, _ = loaded_and_made(reportdesk("check", report, python=("-c", CALL)).err)
    assert own(loaded) <= 56
    assert loaded.isdisjoint({*HEAVY, *OFFICE, "lxml", "json", "tomllib"})
    assert loaded.isdisjoint({"reportdesk.form.model", "reportdesk.checks", "reportdesk.readers.formats"})


def test_check_names_the_job_that_it_does_not_load() -> None:
    assert check._JOB == JOB


def test_a_worker_is_ready_without_what_few_files_need() -> None:
    done = subprocess.run(
        [sys.executable, "-c", WORKER], capture_output=True, text=True, check=True, timeout=60
    )
    loaded, made = loaded_and_made(done.stderr)
    assert own(loaded) <= 250
    assert loaded.isdisjoint(
        {*HEAVY, *OFFICE, "lxml", "subprocess", "traceback", "reportdesk.readers.pdf.flow"}
    )
    # A dataclass takes a millisecond to define, a pattern half of one to compile: `frozen`, `patterns`.
    assert len(made) <= 6, made
