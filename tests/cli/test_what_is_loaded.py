"""What a start loads is counted, not timed: that no machine and no other work can make doubtful."""

import gc
import subprocess
import sys
from importlib import import_module
from pathlib import Path

import pytest

from reportdesk.cli.verbs import check
from reportdesk.examined.job import JOB
from tests.cli.conftest import Call

main = import_module("reportdesk.cli.main")

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
#: Says of each process how it is begun.
BEGUN = """
import sys
sys.addaudithook(lambda event, _: event in ("os.fork", "subprocess.Popen") and print(event, file=sys.stderr))
from reportdesk.cli import main
main(sys.argv[1:])
"""
#: What few files need.
RARE = {"lxml", "subprocess", "traceback", "reportdesk.readers.pdf.flow"}
#: What only files of one kind need.
KINDS = {f"reportdesk.readers.{name}" for name in ("office.docx", "office.xlsx", "page.html", "page.txt")} | {
    "reportdesk.project.file"
}


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


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere workers are started")
@pytest.mark.parametrize(
    "words", [["check"], ["check", "--quiet", *["report.docx"] * 8], ["show"], ["collect"]]
)
def test_workers_are_split_off_from_who_asks(reportdesk: Call, report: Path, words: list[str]) -> None:
    said = reportdesk("convert", report, "report.docx")
    assert said.status == 0
    began = reportdesk(*words, "report.docx", python=("-c", BEGUN)).err.split()
    assert set(began) & {"os.fork", "subprocess.Popen"} == {"os.fork"}


def test_of_the_commands_only_the_one_that_is_called_is_loaded(reportdesk: Call, report: Path) -> None:
    loaded, _ = loaded_and_made(reportdesk("check", report, python=("-c", CALL)).err)
    verbs = {name for name in loaded if name.startswith("reportdesk.cli.verbs.")}
    assert verbs == {"reportdesk.cli.verbs.check"}


def test_a_call_seldom_looks_for_garbage_and_leaves_that_as_it_was(monkeypatch: pytest.MonkeyPatch) -> None:
    before, during = gc.get_threshold(), []
    monkeypatch.setattr(main, "_run", lambda words: during.append(gc.get_threshold()))
    main.main(["check"])
    assert during[0][0] >= 10 * before[0]
    assert gc.get_threshold() == before


def test_check_names_the_job_that_it_does_not_load() -> None:
    assert check._JOB == JOB


def test_a_worker_is_ready_without_what_few_files_need() -> None:
    loaded, made = loaded_and_made(ready(f"{JOB!r},"))
    assert own(loaded) <= 212
    assert loaded.isdisjoint({*HEAVY, *OFFICE, *KINDS, *RARE})
    # A dataclass takes a millisecond to define, a pattern half of one to compile: `frozen`, `patterns`.
    assert len(made) <= 6, made


def test_a_worker_of_many_files_is_ready_for_every_kind() -> None:
    loaded, _ = loaded_and_made(ready(f"{JOB!r}, of_many=True"))
    assert loaded >= KINDS
    assert loaded.isdisjoint({*HEAVY, *OFFICE, *RARE})


def test_a_check_parses_no_form_that_is_shipped(report: Path) -> None:
    served = f"serve(load(Path({str(report)!r})), options_for())\ntell()"
    imports = ("pathlib import Path", "reportdesk.examined.job import options_for, serve")
    needed = "".join(f"from {one}\n" for one in (*imports, "reportdesk.readers import load"))
    loaded, _ = loaded_and_made(python_says(f"{TELL}{needed}{served}"))
    assert "reportdesk.checks.engine" in loaded
    assert "tomllib" not in loaded


def ready(words: str) -> str:
    """What a process says that got ready as a worker does, asked with some words."""
    return python_says(f"{TELL}from reportdesk.readers.apart import worker\nworker.job_of({words})\ntell()")


def python_says(code: str) -> str:
    """What a process of Python says on standard error."""
    command = [sys.executable, "-c", code]
    return subprocess.run(command, capture_output=True, text=True, check=True, timeout=60).stderr
