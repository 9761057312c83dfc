"""Find out, before Qt does, whether a window can be shown; Qt would abort and blame the wrong library."""

from __future__ import annotations

import ctypes
import os
import sys
from collections.abc import Mapping

#: What PySide6 needs to be loaded at all, and what its window under X11 needs, with Debian's packages.
_BASE = {
    "libglib-2.0.so.0": "libglib2.0-0",
    "libGL.so.1": "libgl1",
    "libEGL.so.1": "libegl1",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libdbus-1.so.3": "libdbus-1-3",
    "libfontconfig.so.1": "libfontconfig1",
}
_X11 = {
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
    "libxcb-image.so.0": "libxcb-image0",
    "libxcb-render-util.so.0": "libxcb-render-util0",
    "libxcb-randr.so.0": "libxcb-randr0",
}


def why_no_window(environment: Mapping[str, str] | None = None) -> str | None:
    """Return in one sentence why no window can be shown here and what to do; None if one can."""
    known = os.environ if environment is None else environment
    if not sys.platform.startswith("linux"):
        return None
    wanted = _plugin(known)
    if wanted is None:
        return "这里没有图形界面（没有设置 DISPLAY）。请在桌面上运行，或者用命令行：reportdesk --help"
    missing = [package for library, package in _libraries(wanted).items() if not _loads(library)]
    if missing:
        return f"显示窗口还缺系统库：{'、'.join(missing)}。请安装：sudo apt install {' '.join(missing)}"
    if wanted == "xcb" and not _answers(known.get("DISPLAY", "")):
        return f"连不上图形界面 {known.get('DISPLAY', '')}。请确认桌面已启动，并且允许这个用户使用"
    return None


def _plugin(known: Mapping[str, str]) -> str | None:
    """Return the platform plugin that Qt would use, as far as it matters here."""
    chosen = known.get("QT_QPA_PLATFORM", "").split(";")[0].split(":")[0]
    if chosen:
        return chosen
    if known.get("DISPLAY"):
        return "xcb"
    return "wayland" if known.get("WAYLAND_DISPLAY") else None


def _libraries(plugin: str) -> dict[str, str]:
    return _BASE | _X11 if plugin == "xcb" else _BASE


def _loads(library: str) -> bool:
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True


def _answers(display: str) -> bool:
    """Tell whether an X server takes the connection."""
    try:
        xcb = ctypes.CDLL("libxcb.so.1")
    except OSError:
        return False
    xcb.xcb_connect.restype = ctypes.c_void_p
    xcb.xcb_connect.argtypes = [ctypes.c_char_p, ctypes.c_void_p]
    xcb.xcb_connection_has_error.argtypes = [ctypes.c_void_p]
    xcb.xcb_disconnect.argtypes = [ctypes.c_void_p]
    connection = xcb.xcb_connect(display.encode(), None)
    is_well = xcb.xcb_connection_has_error(connection) == 0
    xcb.xcb_disconnect(connection)
    return bool(is_well)
