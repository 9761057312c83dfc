"""What the program is made of: its version, Python, Qt, libraries, editions of the form."""

from __future__ import annotations

import platform
import re
import sys
from importlib import metadata

from reportdesk import __version__
from reportdesk.doctor.hidden import hidden
from reportdesk.doctor.item import Item
from reportdesk.errors import ReportDeskError
from reportdesk.form.families import FAMILY, editions_of
from reportdesk.form.loader import load_edition
from reportdesk.profile import program_folder
from reportdesk.project.format.migrations import FORMAT
from reportdesk.project.kept.versions_seen import newer_version_seen

#: The window's libraries go by these names in an installed program.
_QT = ("PySide6-Essentials", "shiboken6")
_LIBRARIES = ("docxtpl", "Jinja2", "lxml", "msgspec", "openpyxl", "platformdirs", "pypdfium2", "python-docx")
#: The libraries by the names under which they are installed, the window's first.
COMPONENTS = (*_QT, *_LIBRARIES)


def look_at_versions() -> Item:
    """Return the versions of program, system, Python and libraries."""
    absent = [name for name in _LIBRARIES if not version_of(name)]
    lines = (
        f"reportdesk {__version__}，年报文件格式 {FORMAT}，装在{_program_place()}",
        f"系统 {_system()}",
        f"Python {platform.python_version()}，{platform.machine() or '处理器未知'}",
        "，".join(f"{name} {version_of(name) or '没有'}" for name in _QT),
        "，".join(f"{name} {version_of(name)}" for name in _LIBRARIES if name not in absent),
    )
    newer = newer_version_seen()
    if not absent and newer:
        meaning = f"这台电脑上用过更新的版本 {newer}，它保存的年报在这里可能打不开。"
        return Item("versions", "版本", "remark", lines, meaning, "建议装回新版。")
    if not absent:
        return Item("versions", "版本", "good", lines)
    meaning = f"程序不全，缺 {'、'.join(absent)}，有些文件读不了、写不了。"
    return Item("versions", "版本", "trouble", lines, meaning, "请重新安装本程序。")


def look_at_editions() -> Item:
    """Return the editions of the form at hand, each loaded."""
    lines, broken = [], []
    for edition in editions_of(FAMILY):
        until = f"–{edition.last_year} 年" if edition.last_year else " 年起"
        years = f"{edition.first_year}{until}"
        try:
            cells = len(load_edition(edition.name).cells)
        except (ReportDeskError, OSError):
            broken.append(edition.name)
            lines.append(f"{edition.name} 版：读不出")
        else:
            lines.append(f"{edition.name} 版：{years}，{cells} 格")
    if lines and not broken:
        return Item("editions", "年报格式", "good", tuple(lines))
    return Item("editions", "年报格式", "trouble", tuple(lines), "有的年报打不开。", "请重新安装本程序。")


def version_of(name: str) -> str:
    """Return the version of an installed library, "" for none."""
    try:
        return metadata.version(name)
    except metadata.PackageNotFoundError:
        return ""


def _program_place() -> str:
    folder = program_folder()
    return f" {hidden(folder)}" if folder is not None else "源代码或 Python 的库里"


def _system() -> str:
    if sys.platform == "linux":
        try:
            system = platform.freedesktop_os_release()
        except OSError:
            system = {}
        libc = " ".join(platform.libc_ver()).strip()
        return "，".join(filter(None, (system.get("PRETTY_NAME", "Linux"), platform.release(), libc)))
    return re.sub(r"\s+", " ", platform.platform())
