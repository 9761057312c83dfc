"""The system packages: which shared libraries, Chinese font and programs are missing, and installing them."""

from __future__ import annotations

import functools
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from requirements.commands import call, say

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

CHINESE_FONT = "fonts-wqy-microhei"
CHINESE_FONT_FILE = re.compile(r"wqy|cjk|uming|ukai|song|hei|fang|kai|sim|msyh|fallback", re.IGNORECASE)
JUDGES = {
    "soffice": ["libreoffice-writer-nogui", "libreoffice-calc-nogui"],
    "pdftoppm": ["poppler-utils"],
    "npm": ["npm"],
    "strace": ["strace"],
    "Xvfb": ["xvfb"],
}
APT = ["apt-get", "-qq", "-y", "--no-install-recommends", "-o", "DPkg::Lock::Timeout=300"]
UNATTENDED = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}


def qt_platform(system: str, environment: Mapping[str, str]) -> str:
    """Which of Qt's platform plugins would show a window here; offscreen where there is no display."""
    if system != "linux":
        return "native"
    if environment.get("DISPLAY"):
        return "xcb"
    return "wayland-generic" if environment.get("WAYLAND_DISPLAY") else "offscreen"


def missing_for_qt(venv: Path, platform: str) -> list[str]:
    """The Debian packages that the Qt in `venv` lacks to show Chinese through that platform plugin."""
    if sys.platform != "linux":
        return []
    fonts = [] if has_chinese_font() else [CHINESE_FONT]
    return packages_of(missing_libraries(qt_files(venv, platform))) + fonts


def qt_files(venv: Path, platform: str) -> list[Path]:
    """The compiled files of Qt that reportdesk loads."""
    (qt,) = venv.glob("lib/python*/site-packages/PySide6")
    modules = [qt / f"{name}.abi3.so" for name in ("QtWidgets", "QtPrintSupport", "QtSvg")]
    return [*modules, qt / "Qt" / "plugins" / "platforms" / f"libq{platform}.so"]


def missing_libraries(files: Iterable[Path]) -> list[str]:
    """The shared libraries, such as libGL.so.1, that the loader can't find for `files`."""
    if not shutil.which("ldd"):
        return []
    environment = {**os.environ, "LC_ALL": "C"}
    found = subprocess.run(["ldd", *files], env=environment, capture_output=True, text=True, check=False)
    return sorted(set(re.findall(r"^\s*(\S+) => not found", found.stdout, re.MULTILINE)))


def packages_of(libraries: Iterable[str]) -> list[str]:
    """Debian's package of each library: its name and version, by Debian's own rule."""
    return sorted({package_of(library) for library in libraries})


def package_of(library: str) -> str:
    """libxcb-cursor0 for libxcb-cursor.so.0, libdbus-1-3 for libdbus-1.so.3."""
    name, _, version = library.lower().partition(".so.")
    if name in {"libglib-2.0", "libgthread-2.0", "libgobject-2.0", "libgio-2.0"}:
        return "libglib2.0-0"
    return f"{name}-{version}" if name[-1].isdigit() else f"{name}{version}"


def has_chinese_font() -> bool:
    """Whether some font with Chinese characters is installed."""
    if shutil.which("fc-list"):
        listed = subprocess.run(["fc-list", ":lang=zh"], capture_output=True, check=False)
        return bool(listed.stdout.strip())
    folders = ["/usr/share/fonts", "/usr/local/share/fonts", "~/.fonts", "~/.local/share/fonts"]
    files = (file for folder in folders for file in Path(folder).expanduser().rglob("*.[ot]t[cf]"))
    return any(CHINESE_FONT_FILE.search(file.name) for file in files)


def missing_judges() -> list[str]:
    """The Debian packages of the programs that judge, in tests, what reportdesk writes."""
    if sys.platform != "linux":
        return []
    return [
        package for program, packages in JUDGES.items() if not shutil.which(program) for package in packages
    ]


def install_missing(packages: list[str]) -> bool:
    """Installs Debian packages where it may, else shows the line that does; True when none is missing."""
    if not packages:
        return True
    if may_install() and fetch_lists():
        say("installing " + " ".join(packages))
        if call([*APT, "install", *packages], env=UNATTENDED, quiet=True) == 0:
            return True
    if shutil.which("apt-get"):
        say(f"missing on this system; this installs it: {apt_line(packages)}")
    else:
        say("missing on this system, by Debian's names: " + " ".join(packages))
    return False


def may_install() -> bool:
    """Whether this is root on Debian or a system made from it."""
    return sys.platform == "linux" and os.geteuid() == 0 and shutil.which("apt-get") is not None


@functools.cache
def fetch_lists() -> bool:
    """Fetches Debian's package lists, once, after putting right an install that was cut short."""
    call(["dpkg", "--configure", "-a"], env=UNATTENDED)
    return call([*APT, "update"], env=UNATTENDED, quiet=True) == 0


def apt_line(packages: list[str]) -> str:
    """The one line that installs `packages` on Debian, UOS and Kylin."""
    return "sudo apt-get install --no-install-recommends " + " ".join(packages)
