#!/usr/bin/env python3
"""Runs and tests reportdesk on a machine that has nothing but Python 3.11 or later.

python3 dev.py run             opens the window on a sample report; without a display
                               leaves its Word file, workbook and pictures in out/
python3 dev.py run ARGS...     passes ARGS on to reportdesk
python3 dev.py test [ARGS...]  linters, types, import contracts and the tests; ARGS go to pytest
python3 dev.py --help          this text

Each first brings .venv up to the locks in requirements/, then installs the system packages
that are missing (as root on Debian) or shows the one line that does.
"""

from __future__ import annotations

import os
import shutil
import sys
import time
from pathlib import Path

from requirements.commands import Ended, SetupError, call, must, say, side_by_side
from requirements.environment import BIN, LOCKS, PYTHON, ROOT, VENV, only_one, prepare
from requirements.system import install_missing, missing_for_qt, missing_judges, qt_platform

OUT = ROOT / "out"
SAMPLE = ROOT / "docs" / "examples" / "yunxi-2024.json"
OTHER_SYSTEMS = ("win32", "darwin")
REPORTDESK: list[str | Path] = [PYTHON, "-m", "reportdesk"]


def main(argv: list[str]) -> int:
    """Does what `argv` asks for and returns the exit status."""
    commands = {"run": run, "test": test}
    asks_help = bool({"-h", "--help"} & set(argv[:2]))
    if asks_help or not argv or argv[0] not in commands:
        print(__doc__)
        return 0 if asks_help else 2
    if sys.version_info < (3, 11):  # noqa: UP036 - said here, where an older Python still gets to
        say("Python 3.11 or later is needed")
        return 1
    try:
        return commands[argv[0]](argv[1:])
    except SetupError as error:
        say(str(error))
        return 1
    except KeyboardInterrupt:
        return 130


def run(args: list[str]) -> int:
    """Passes `args` on to reportdesk, or without any shows the sample report."""
    prepare("runtime")
    platform = qt_platform(sys.platform, os.environ)
    complete = install_missing(missing_for_qt(VENV, platform))
    if args:
        return call([*REPORTDESK, *args])
    report = project_file(SAMPLE)
    if platform == "offscreen":
        return write_files(report, complete)
    return call([*REPORTDESK, report]) if complete else 1


def project_file(sample: Path) -> Path:
    """The project file made from `sample` in out/; one that was edited since is kept."""
    OUT.mkdir(exist_ok=True)
    report = OUT / sample.with_suffix(".rdesk").name
    if not report.exists() or report.stat().st_mtime < sample.stat().st_mtime:
        must([*REPORTDESK, "convert", sample, report, "--force"])
    return report


def write_files(report: Path, complete: bool) -> int:
    """What the window would show, as files: for a machine without a display; pictures if it is `complete`."""
    say(f"no display: leaving the Word file, the workbook and a picture of every tab in {OUT}")
    # Without a screen Qt warns of each window that it cannot size it.
    offscreen = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "QT_LOGGING_RULES": "default.warning=false"}
    for suffix in (".docx", ".xlsx"):
        must([*REPORTDESK, "convert", report, report.with_suffix(suffix), "--force"])
    if not complete:
        say("no pictures: they need what is missing, see above")
        return 1
    return call([PYTHON, "-m", "reportdesk.gui.tools.pictures", report, OUT], env=offscreen)


def test(args: list[str]) -> int:
    """Runs every check, shows how each went, and fails if any did."""
    prepare("dev")
    install_missing(missing_for_qt(VENV, "offscreen") + missing_judges())
    install_ooxml_validator()
    env = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    ended: list[Ended] = []
    for one in side_by_side(linters(), ROOT, env):
        print(f"--- {one.name}\n{one.said}", end="", flush=True)
        ended.append(one)
    print("--- pytest", flush=True)
    start = time.monotonic()
    status = call([PYTHON, "-m", "pytest", "-n", "auto", "--dist", "worksteal", *args], cwd=ROOT, env=env)
    ended.append(Ended("pytest", status, "", time.monotonic() - start))
    print("---", *map(line_of, ended), sep="\n", flush=True)
    return int(any(one.status for one in ended))


def linters() -> dict[str, list[str | Path]]:
    """What looks at the sources, by name, the longest first, for they run side by side."""
    return {
        "mypy": [BIN / "mypy"],
        **{f"mypy {name}": [BIN / "mypy", *for_system(name)] for name in OTHER_SYSTEMS},
        "import contracts": [BIN / "lint-imports", "--no-logo"],
        "ruff check": [BIN / "ruff", "check", "--quiet"],
        "ruff format": [BIN / "ruff", "format", "--check", "--quiet"],
    }


def line_of(ended: Ended) -> str:
    """How a step went, for the summary."""
    return f"{'FAILED' if ended.status else 'ok':<8}{ended.name:<18}{ended.seconds:6.1f} s"


def for_system(name: str) -> list[str]:
    """The words that let mypy look with the eyes of another system, in a cache of its own."""
    return ["--platform", name, "--cache-dir", f".mypy_cache/{name}"]


def install_ooxml_validator() -> None:
    """Puts the locked Open XML SDK validator into .venv; tests say so where it can't be had."""
    folder = VENV / "ooxml"
    lock, done = LOCKS / "ooxml" / "package-lock.json", folder / "installed.json"
    npm = shutil.which("npm")
    if npm is None:
        return
    with only_one():
        if done.exists() and done.read_bytes() == lock.read_bytes():
            return
        say("installing the Open XML validator")
        shutil.copytree(lock.parent, folder, dirs_exist_ok=True)
        status = call([npm, "ci", "--silent", "--no-audit", "--no-fund"], cwd=folder)
        # npm passes over an optional package that it can't fetch.
        if status == 0 and any(folder.glob("node_modules/@xarsh/*")):
            shutil.copyfile(lock, done)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
