"""The tools of a build: Python's from the lock, in an environment of theirs, and those of the machine."""

from __future__ import annotations

import os
import shutil
import sys
import venv
from collections.abc import Sequence
from pathlib import Path

from common.paths import BUILD, CACHE, LOCKS
from common.run import BuildError, output, run, say
from common.steps import step
from common.targets import PYTHON

LOCK = LOCKS / "packaging.txt"
TOOLS = BUILD / "tools"
#: Debian's package of each program that is called.
PROGRAMS = {
    "makensis": "nsis",
    "dpkg-deb": "dpkg",
    "dpkg-source": "dpkg-dev",
    "patchelf": "patchelf",
    "make": "make",
    "readelf": "binutils",
    "debootstrap": "debootstrap",
    "lintian": "lintian",
    "osslsigncode": "osslsigncode",
    "qemu-aarch64-static": "qemu-user-static",
    "desktop-file-validate": "desktop-file-utils",
    "appstreamcli": "appstream",
    "Xvfb": "xvfb",
    "xdotool": "xdotool",
    "import": "imagemagick",
    "openbox": "openbox",
}
_APT = ["apt-get", "-qq", "-y", "--no-install-recommends", "-o", "DPkg::Lock::Timeout=300"]


def enter(script: Path, words: Sequence[str]) -> None:
    """Go on in the tools' own Python: make it from the lock if need be, and start `script` again there."""
    if Path(sys.prefix).resolve() == TOOLS.resolve():
        return
    if sys.version_info[:2] != tuple(int(part) for part in PYTHON.split(".")):
        _start_again_in_right_version(script, words)
    step(TOOLS, [LOCK, sys.version], _install)
    os.execv(TOOLS / "bin" / "python", [str(TOOLS / "bin" / "python"), str(script), *words])


def is_root() -> bool:
    """Tell whether this user may install what is missing."""
    return sys.platform != "win32" and os.geteuid() == 0


def need(*programs: str) -> None:
    """See that programs are there: install Debian's packages of them as root, or show the line that does."""
    missing = sorted({PROGRAMS[name] for name in programs if shutil.which(name) is None})
    if not missing:
        return
    if is_root() and shutil.which("apt-get"):
        say("installing " + " ".join(missing))
        unattended = {"DEBIAN_FRONTEND": "noninteractive"}
        run([*_APT, "update"], env=unattended, log=BUILD / "logs" / "apt-update.log")
        run([*_APT, "install", *missing], env=unattended, log=BUILD / "logs" / "apt-install.log")
        missing = sorted({PROGRAMS[name] for name in programs if shutil.which(name) is None})
    if missing:
        raise BuildError("missing here: sudo apt-get install --no-install-recommends " + " ".join(missing))


def version_of(package: str) -> str:
    """Return the version of a Debian package of this machine; empty where there is none."""
    try:
        return output(["dpkg-query", "-W", "-f=${Version}", package]).decode("ascii")
    except BuildError:
        return ""


def _install(folder: Path) -> None:
    try:
        venv.create(folder, symlinks=True, with_pip=True)
    except Exception as error:
        raise BuildError("Python's venv is missing: sudo apt-get install python3-venv") from error
    pip: list[str | Path] = [folder / "bin" / "python", "-m", "pip"]
    held: list[str | Path] = ["--quiet", "--no-deps", "--require-hashes", "-r", LOCK]
    log = BUILD / "logs" / "tools.log"

    def fetch(wheels: Path) -> None:
        say("fetching requirements/packaging.txt")
        run([*pip, "download", *held, "--only-binary=:all:", "-d", wheels], log=log)

    wheels = step(CACHE / "tools", [LOCK, sys.version], fetch)
    run([*pip, "install", *held, "--no-index", "--find-links", wheels], log=log)


def _start_again_in_right_version(script: Path, words: Sequence[str]) -> None:
    python = shutil.which(f"python{PYTHON}")
    if python is None:
        raise BuildError(f"compiled files are made for Python {PYTHON}: start this with python{PYTHON}")
    os.execv(python, [python, str(script), *words])
