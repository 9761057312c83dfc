"""Whether a window can be opened here, found out before Qt is asked: Qt would abort the process."""

from __future__ import annotations

import ctypes
import ctypes.util
import importlib.util
import os
import socket
import sys
from pathlib import Path

from reportdesk.resources import is_installed


def obstacle(platform: str | None = None) -> str | None:
    """Say what is in the way of a window, as part of a sentence; None if nothing is.

    `platform` is Qt's word for where it is to draw, such as offscreen; without it, a display that answers.
    """
    package = _qt_folder()
    if package is None:
        return f"没有安装窗口用的 PySide6，{_remedy()}"
    if sys.platform != "linux":
        return None
    platform = platform or os.environ.get("QT_QPA_PLATFORM", "").partition(":")[0] or _platform_at_hand()
    if platform is None:
        return _no_display()
    return _plugin_obstacle(package / "Qt" / "plugins" / "platforms", platform)


def _remedy() -> str:
    """Say what helps: whoever has no sources has no dev.py."""
    return (
        "请重新安装本程序，或找管理员"
        if is_installed()
        else "请运行 python3 dev.py run，它会装上或告诉怎样装"
    )


def _qt_folder() -> Path | None:
    try:
        package = importlib.util.find_spec("PySide6")
    except ImportError:
        return None
    folders = package.submodule_search_locations if package else None
    return Path(folders[0]) if folders else None


def _platform_at_hand() -> str | None:
    """Return the kind of display that answers: wayland, xcb, or None."""
    if _wayland_answers():
        return "wayland"
    return "xcb" if _x_answers() else None


def _no_display() -> str:
    name = os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")
    return f"显示器“{name}”没有应答" if name else "这里没有图形界面（没有 DISPLAY）"


def _plugin_obstacle(plugins: Path, platform: str) -> str | None:
    """Say which library a display's plugin lacks; Qt looks in other folders too if it is told to."""
    names = {"wayland": "qwayland-generic"}
    plugin = plugins / f"lib{names.get(platform, f'q{platform}')}.so"
    if not plugin.exists():
        is_elsewhere = "QT_QPA_PLATFORM_PLUGIN_PATH" in os.environ or "QT_PLUGIN_PATH" in os.environ
        return None if is_elsewhere else f"Qt 没有“{platform}”这种显示方式（QT_QPA_PLATFORM）"
    try:
        ctypes.CDLL(str(plugin))
    except OSError as error:
        return f"缺少系统库：{str(error).partition(':')[0]}，{_remedy()}"
    if platform == "xcb" and not _x_answers():
        return _no_display()
    return None


def _wayland_answers() -> bool:
    name = os.environ.get("WAYLAND_DISPLAY")
    folder = os.environ.get("XDG_RUNTIME_DIR", "")
    if not name:
        return False
    if sys.platform == "win32":
        return False
    with socket.socket(socket.AF_UNIX) as probe:
        try:
            probe.connect(os.path.join(folder, name))  # noqa: PTH118 - an absolute name stands for itself
        except OSError:
            return False
    return True


def _x_answers() -> bool:
    """Connect to the X server as Qt will, rights included, and hang up again."""
    if not os.environ.get("DISPLAY"):
        return False
    try:
        xcb = ctypes.CDLL("libxcb.so.1")
    except OSError:
        return True
    xcb.xcb_connect.restype = ctypes.c_void_p
    xcb.xcb_connection_has_error.argtypes = xcb.xcb_disconnect.argtypes = [ctypes.c_void_p]
    connection = xcb.xcb_connect(None, None)
    try:
        return bool(xcb.xcb_connection_has_error(connection) == 0)
    finally:
        xcb.xcb_disconnect(connection)
