"""The clock, the language, the input method and the office programs of this machine."""

from __future__ import annotations

import locale
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator, Mapping, Sequence
from datetime import date, datetime
from pathlib import Path

from reportdesk import RELEASED
from reportdesk.doctor.hidden import hidden, hidden_text
from reportdesk.doctor.item import Item
from reportdesk.form.editions import remark_on_clock
from reportdesk.office import find_office
from reportdesk.patterns import late

#: An office that starts for the first time takes long to tell its version; one that hangs, for ever.
_OFFICE_S = 15
#: Offices that open what the program writes, without converting for it.
_OTHER_OFFICES = {"WPS": ("wps", "et"), "Word": ("WINWORD.EXE",)}
_APP_PATHS = r"SOFTWARE\Microsoft\Windows\CurrentVersion\App Paths"
_PLUGIN = late(r"lib(\w+?)(?:platforminputcontext)?plugin\.so")
_DAEMONS = ("fcitx", "fcitx5", "ibus-daemon")
_VARIABLES = ("QT_IM_MODULES", "QT_IM_MODULE", "XMODIFIERS", "GTK_IM_MODULE")
_DISPLAYS = ("DISPLAY", "WAYLAND_DISPLAY")
#: What an environment says fits into a line of the page; the rest may be anything.
_LONGEST_VALUE_CHARACTERS = 60


def look_at_clock(today: date | None = None) -> Item:
    """Return whether the date can be right: after the program was made, and not far ahead."""
    now = datetime.now().astimezone()
    today = today or now.date()
    line = f"{today:%Y-%m-%d}，时区 {now:%z}，程序发布于 {RELEASED:%Y-%m-%d}"
    if today < RELEASED:
        odd = "这台电脑的日期比程序发布的日子还早。"
    elif remark_on_clock(today):
        odd = "这台电脑的日期太靠后，像是不对。"
    else:
        return Item("clock", "日期和时间", "good", (line,))
    meaning = f"{odd}新建年报时提的年度、草稿的时间会是错的。"
    return Item("clock", "日期和时间", "trouble", (line,), meaning, "请校正电脑的日期。")


def look_at_language() -> Item:
    """Return how the system writes text."""
    encoding = sys.getfilesystemencoding()
    chosen = os.environ.get("LC_ALL") or os.environ.get("LANG") or locale.getlocale()[0] or "未定"
    lines = (
        f"语言：{_cut(chosen)}",
        f"文字编码：{locale.getpreferredencoding(False)}，文件名编码：{encoding}",
    )
    if encoding.lower() == "utf-8":
        return Item("language", "语言和编码", "good", lines)
    remedy = "请把系统语言设为 zh_CN.UTF-8。"
    return Item("language", "语言和编码", "remark", lines, "带汉字的文件名可能打不开。", remedy)


def look_at_office(find: str | None = None) -> Item:
    """Return the office programs found, and what each is good for."""
    program = find_office() if find is None else find
    others = sorted(_other_offices())
    lines = [f"{name}：有，可以打开导出的文件" for name in others]
    if program:
        version = _version_of(program)
        lines.insert(0, f"LibreOffice：{hidden(program)}，{version or '问不出版本'}；读 .doc、.wps，导出 PDF")
        if version:
            return Item("office", "办公软件", "good", tuple(lines))
        meaning = "LibreOffice 在，但没有应答：读 .doc、.wps 和用它导出 PDF 可能不行。"
        return Item("office", "办公软件", "remark", tuple(lines), meaning, "请重新安装 LibreOffice。")
    lines.insert(0, "LibreOffice：没有")
    meaning = "读 .doc、.wps 这类老文件要用 LibreOffice；别的功能不受影响。"
    return Item("office", "办公软件", "remark", tuple(lines), meaning, "需要时请安装 LibreOffice。")


def look_at_input(
    environment: Mapping[str, str] | None = None,
    processes: Path = Path("/proc"),
    platform: str = sys.platform,
) -> Item:
    """Return what decides whether Chinese can be typed; on Windows the system does."""
    environment = os.environ if environment is None else environment
    if platform != "linux":
        return Item("input", "中文输入", "good", ("由系统提供",))
    if not any(environment.get(name) for name in _DISPLAYS):
        return Item("input", "中文输入", "unknown", ("这里没有图形界面，没有查",))
    running = sorted(set(_running(processes)) & set(_DAEMONS))
    plugins = sorted(_plugins())
    lines = (
        *(f"{name}={_cut(environment[name])}" for name in _VARIABLES if name in environment),
        f"正在运行：{'、'.join(running) or '没有 fcitx 或 ibus'}",
        f"本程序带的输入法插件：{'、'.join(plugins) or '没有'}",
    )
    if running:
        return Item("input", "中文输入", "good", lines)
    remedy = "请启动 fcitx 或 ibus（在系统的输入法设置里），再重新打开本程序。"
    return Item("input", "中文输入", "trouble", lines, "没有找到正在运行的输入法，可能打不出汉字。", remedy)


def _version_of(program: str) -> str:
    """Return what an office says of its version, in one line; "" where it does not answer in time."""
    try:
        ran = subprocess.run(
            [program, "--version"],
            stdin=subprocess.DEVNULL,
            capture_output=True,
            timeout=_OFFICE_S,
            check=False,
        )
    except (OSError, subprocess.TimeoutExpired):
        return ""
    lines = ran.stdout.decode("utf-8", "replace").split("\n")
    return _cut(hidden_text(lines[0].strip()))


def _other_offices() -> Iterator[str]:
    for name, programs in _OTHER_OFFICES.items():
        if any(shutil.which(program) or _is_registered(program) for program in programs):
            yield name


def _is_registered(program: str) -> bool:
    if sys.platform != "win32":
        return False
    import winreg

    name = program if program.lower().endswith(".exe") else f"{program}.exe"
    for root in (winreg.HKEY_CURRENT_USER, winreg.HKEY_LOCAL_MACHINE):
        try:
            winreg.OpenKey(root, rf"{_APP_PATHS}\{name}").Close()
        except OSError:
            continue
        return True
    return False


def _running(processes: Path) -> Iterator[str]:
    """Yield the names of the user's programs that run here, as far as they are told."""
    if sys.platform == "win32":
        return
    for file in processes.glob("[0-9]*/comm"):
        try:
            if file.stat().st_uid == os.getuid():
                yield file.read_text("utf-8", "replace").strip()
        except OSError:
            continue


def _plugins() -> Sequence[str]:
    """Return the input methods that the program's own Qt has plugins for; () without a window."""
    import importlib.util

    package = importlib.util.find_spec("PySide6")
    places = package.submodule_search_locations if package else None
    folder = Path(places[0]) / "Qt" / "plugins" / "platforminputcontexts" if places else None
    if folder is None or not folder.is_dir():
        return ()
    names = (_PLUGIN.fullmatch(file.name) for file in folder.iterdir())
    return [name[1] for name in names if name]


def _cut(value: str) -> str:
    """Return what the system says in one short line."""
    line = " ".join(value.split())
    return line if len(line) <= _LONGEST_VALUE_CHARACTERS else f"{line[:_LONGEST_VALUE_CHARACTERS]}…"
