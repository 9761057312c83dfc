"""What holds for every test: no clock and no rest decides, no process is left or waited for without end."""

import ast
from pathlib import Path

TESTS = Path(__file__).parents[1]
#: Processes started for all tests; faults of minutes and a screen reader, which are tried by hand.
APART = ("processes.py", "running_office.py", "faults/", "gui/accessible/hear.py")
RUNS = {"subprocess.run", "subprocess.check_output", "subprocess.check_call"}
CLOCKS = {f"time.{name}" for name in ("sleep", "time", "monotonic", "perf_counter", "process_time")}


def calls_in_tests() -> list[tuple[str, str, ast.Call]]:
    """Return each call in a test with its place and the name of what is called."""
    found = []
    for path in TESTS.rglob("*.py"):
        name = path.relative_to(TESTS).as_posix()
        if not name.startswith(APART):
            nodes = ast.walk(ast.parse(path.read_bytes()))
            calls = [node for node in nodes if isinstance(node, ast.Call)]
            found += [(f"{name}:{call.lineno}", ast.unparse(call.func), call) for call in calls]
    return found


def test_no_test_rests_or_looks_at_a_clock() -> None:
    assert [place for place, name, _ in calls_in_tests() if name in CLOCKS] == []


def test_no_test_waits_for_a_process_without_an_end() -> None:
    runs = [(place, call) for place, name, call in calls_in_tests() if name in RUNS]
    assert len(runs) > 30
    assert [place for place, call in runs if "timeout" not in {word.arg for word in call.keywords}] == []


def test_each_process_that_a_test_starts_ends_with_it() -> None:
    assert [place for place, name, _ in calls_in_tests() if name == "subprocess.Popen"] == []
