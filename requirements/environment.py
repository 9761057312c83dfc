"""The virtual environment: .venv at the root of the project, brought up to a lock."""

from __future__ import annotations

import contextlib
import hashlib
import importlib.util
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from requirements.commands import SetupError, call, say
from requirements.system import install_missing

if TYPE_CHECKING:
    from collections.abc import Iterator

LOCKS = Path(__file__).resolve().parent
ROOT = LOCKS.parent
VENV = ROOT / ".venv"
BIN = VENV / ("Scripts" if os.name == "nt" else "bin")
PYTHON = BIN / ("python.exe" if os.name == "nt" else "python")
STAMP = VENV / "installed.stamp"


def prepare(level: str) -> None:
    """Brings .venv up to `requirements/<level>.txt`; at once where it is already."""
    if is_ready(level):
        return
    with only_one():
        if is_ready(level):
            return
        if not stamp().startswith(birthplace()):
            make_venv()
        STAMP.unlink(missing_ok=True)
        say(f"installing requirements/{level}.txt into .venv")
        install("--require-hashes", "-r", LOCKS / f"{level}.txt")
        install("--no-build-isolation", "--no-deps", "-e", ROOT)
        point_at_sources(VENV, ROOT / "src")
        STAMP.write_text(birthplace() + fingerprint(level), encoding="utf-8")


def point_at_sources(venv: Path, sources: Path) -> None:
    """Lets the editable install name the sources relative to itself.

    Python reads that line in the locale's encoding, and would not start where a folder's name does not fit.
    """
    for link in venv.glob("**/site-packages/_reportdesk.pth"):
        link.write_text(os.path.relpath(sources, link.parent) + "\n", encoding="ascii")


def is_ready(level: str) -> bool:
    """Whether a finished install of `level`, or of dev, which holds it, is in .venv."""
    return stamp() in {birthplace() + fingerprint(level), birthplace() + fingerprint("dev")}


def stamp() -> str:
    """What the last finished install left in .venv; empty where one was cut short, or none was."""
    return STAMP.read_text(encoding="utf-8") if STAMP.exists() else ""


def birthplace(root: Path = ROOT) -> str:
    """The Python and the folder that an environment is made for; it works for no other."""
    return f"Python {sys.version.split()[0]} in {root}\n"


def fingerprint(level: str, root: Path = ROOT) -> str:
    """Changes with everything that decides what an install puts into .venv."""
    facts = hashlib.sha256(level.encode())
    for path in (root / "pyproject.toml", *sorted((root / "requirements").glob("*.txt")), Path(__file__)):
        facts.update(path.read_bytes())
    return facts.hexdigest()


@contextlib.contextmanager
def only_one() -> Iterator[None]:
    """Lets one install at a time into .venv; a second one waits."""
    if sys.platform == "win32":
        yield
        return
    import fcntl

    with Path(__file__).open("rb") as itself:
        try:
            fcntl.flock(itself, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            say("another dev.py is installing: waiting for it")
            fcntl.flock(itself, fcntl.LOCK_EX)
        yield


def make_venv() -> None:
    """Makes .venv anew, whatever was there: half-made, or made for another Python or folder."""
    import venv

    if not can_make_pip() and not shutil.which("uv") and not install_missing(["python3-venv"]):
        raise SetupError("stopped: neither uv nor Python's venv is there")
    say(f"making .venv for Python {sys.version.split()[0]}")
    try:
        venv.create(VENV, clear=True, symlinks=os.name != "nt", with_pip=can_make_pip())
    except (OSError, subprocess.CalledProcessError) as error:
        raise SetupError(f"stopped: .venv can't be made: {error}") from error


def can_make_pip() -> bool:
    """Whether this Python can put pip into a new environment; Debian splits that off."""
    importlib.invalidate_caches()
    return importlib.util.find_spec("ensurepip") is not None


def install(*words: str | Path) -> None:
    """Installs with uv where it can be had, else with pip."""
    if not any(call([*installer, "--compile", *words]) == 0 for installer in installers()):
        raise SetupError("stopped: the install failed, see above")


def installers() -> Iterator[list[str | Path]]:
    """The ways to install, best first."""
    pip: list[str | Path] = [PYTHON, "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
    uv = shutil.which("uv") or shutil.which("uv", path=str(BIN))
    if uv is None and call([*pip, "--require-hashes", "-r", LOCKS / "uv.txt"]) == 0:
        uv = str(BIN / "uv")
    if uv is not None:
        yield [uv, "pip", "install", "--quiet", "--python", PYTHON]
        say("uv could not do it: trying pip")
    yield pip
