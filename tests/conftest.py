"""What all tests share: Qt without a display, a few examples or many, the judges of written files."""

import gc
import itertools
import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.compiling import import_own_share
from tests.examples import load_profile
from tests.processes import Start, ended_processes
from tests.running_office import RunningOffice
from tests.warm_workers import WarmWorkers

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

# Hundreds of processes start here: each would compile the program anew, and each worker the tests.
os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
sys.dont_write_bytecode = False

ROOT = Path(__file__).resolve().parent.parent


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--deep", action="store_true", help="try properties on many examples, not on a few")


def pytest_configure(config: pytest.Config) -> None:
    load_profile(is_deep=config.getoption("--deep"))
    # What is collected stays: the collector would walk through it again and again.
    gc.disable()


@pytest.hookimpl(tryfirst=True)
def pytest_collection(session: pytest.Session) -> None:
    import_own_share(session.config.args, session.config.rootpath)


def pytest_collection_finish(session: pytest.Session) -> None:
    # Thousands of tests stay to the end: no later round of the collector need walk through them.
    gc.collect()
    gc.freeze()
    gc.enable()


def judge_is_absent(name: str) -> None:
    """Skips the test for want of a judge; on CI, where every judge must sit, fails it."""
    reason = f"{name} is not here: `python3 dev.py test` installs it or shows how"
    if os.environ.get("CI") == "true":
        pytest.fail(reason)
    pytest.skip(reason)


@pytest.fixture(scope="module", autouse=True)
def garbage_of_the_module() -> Iterator[None]:
    """Taken away with the module; no later round of the collector goes through what stays then."""
    yield
    gc.collect()
    gc.freeze()


@pytest.fixture(scope="session")
def profiles(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """The places of profiles, one after another: pytest would look at all those before for each new name."""
    folder = tmp_path_factory.mktemp("profiles")
    return (folder / str(number) for number in itertools.count())


@pytest.fixture(autouse=True)
def own_profile(profiles: Iterator[Path], monkeypatch: pytest.MonkeyPatch) -> Path:
    """A profile of its own for each test, that of whoever runs them stays as it is."""
    profile = next(profiles)
    profile.mkdir()
    monkeypatch.setenv("REPORTDESK_PROFILE", str(profile))
    return profile


@pytest.fixture(scope="session")
def workers_of_all() -> Iterator[WarmWorkers]:
    """The workers of this process that stand idle between two tests."""
    workers = WarmWorkers()
    yield workers
    workers.end()


@pytest.fixture(autouse=True)
def warm_workers(workers_of_all: WarmWorkers, monkeypatch: pytest.MonkeyPatch) -> None:
    """Has files read apart by workers that the tests before have left; `tests/readers/apart` does without."""
    workers_of_all.put_in_place(monkeypatch)


@pytest.fixture
def start() -> Iterator[Start]:
    """Starts processes as `subprocess.Popen` does, and ends with the test each that is still there."""
    with ended_processes() as call:
        yield call


@pytest.fixture(scope="session")
def ooxml_validator() -> Callable[[Path], list[str]]:
    """Lists what Microsoft's Open XML SDK finds wrong with a .docx or .xlsx; an empty list is valid."""
    modules = ROOT / ".venv" / "ooxml" / "node_modules" / "@xarsh"
    validator = next(modules.glob("ooxml-validator-*/ooxml-validator*"), None)
    if validator is None:
        judge_is_absent("the Open XML validator")

    def validate(path: Path) -> list[str]:
        judged = subprocess.run([validator, path], capture_output=True, check=True, timeout=60)
        verdict = json.loads(judged.stdout)
        errors = [f"{error['path']} {error['xPath']}: {error['description']}" for error in verdict["errors"]]
        assert verdict["ok"] == (not errors)
        return errors

    return validate


@pytest.fixture(scope="session")
def chinese_font() -> None:
    """There is a font with Chinese on this machine: a test of painted words can tell nothing without."""
    from requirements.system import has_chinese_font

    if not has_chinese_font():
        judge_is_absent("a Chinese font")


@pytest.fixture(scope="session")
def running_office(tmp_path_factory: pytest.TempPathFactory) -> Iterator[RunningOffice]:
    """LibreOffice, started once for all that convert."""
    program = shutil.which("soffice")
    if program is None:
        judge_is_absent("LibreOffice")
    office = RunningOffice(program, tmp_path_factory.mktemp("office"))
    yield office
    office.end()


@pytest.fixture(scope="session")
def soffice(running_office: RunningOffice, tmp_path_factory: pytest.TempPathFactory) -> Callable[..., Path]:
    """Converts a file with LibreOffice, to .pdf or to another suffix, and returns the new file's path."""

    def convert(path: Path, suffix: str = ".pdf") -> Path:
        return running_office.convert(path, tmp_path_factory.mktemp("soffice"), suffix)

    return convert


@pytest.fixture
def office_at_hand(running_office: RunningOffice, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Has the program's own conversions done by the LibreOffice that runs already."""
    folder = tmp_path / "office at hand"
    folder.mkdir()
    monkeypatch.setenv("PATH", running_office.put_on_path(folder))
