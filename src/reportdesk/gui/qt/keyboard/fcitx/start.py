"""Whether the bridge is wanted, and its start. Where it is not, nothing touches D-Bus."""

from __future__ import annotations

import os
import re
import shutil
import sys
from collections.abc import Iterable, Mapping
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QTimer
from PySide6.QtGui import QGuiApplication

from reportdesk.logbook import log

#: `host:1.0` is display 1 of a host.
_DISPLAY = re.compile(r":(\d+)(?:\.\d+)?$")


def start_bridge(app: QGuiApplication) -> None:
    """Start the bridge where it is wanted, after the first window is there."""
    if is_wanted(os.environ, QCoreApplication.libraryPaths()):
        QTimer.singleShot(0, app, lambda: _begin(app))


def is_wanted(
    environment: Mapping[str, str], library_paths: Iterable[str], platform: str = sys.platform
) -> bool:
    """Return whether fcitx may be spoken to, and Qt has no plugin that does it.

    `environment` is the one that `prepare_input_methods` left: it names fcitx only where there are a display,
    a bus and a machine id, unless the clerk's office chose something else.
    """
    if platform != "linux" or "fcitx" not in environment.get("QT_IM_MODULES", "").split(";"):
        return False
    folders = (Path(path) / "platforminputcontexts" for path in library_paths)
    return not any(True for folder in folders for _ in folder.glob("*fcitx*"))


def display_of(environment: Mapping[str, str]) -> str:
    """Return the number of the display, as fcitx has it in its name; 0 where there is none of X."""
    found = _DISPLAY.search(environment.get("DISPLAY", ""))
    return found[1] if found else "0"


def _begin(app: QGuiApplication) -> None:
    try:
        from PySide6.QtDBus import QDBusConnection

        # Late: most desktops do without.
        from reportdesk.gui.qt.keyboard.fcitx.bridge import Bridge
        from reportdesk.gui.qt.keyboard.fcitx.service import Fcitx
    except ImportError:
        # A library that it needs is not on this machine: the program runs without.
        log("fcitx.none")
        return
    bus = QDBusConnection.sessionBus()
    if bus.isConnected():
        # Fcitx 5 speaks IBus, but Qt's plugin for it wants to see the program of IBus, or to be told.
        is_left = shutil.which("ibus-daemon") is not None or "IBUS_USE_PORTAL" in os.environ
        Bridge(app, Fcitx(app, bus, display_of(os.environ), leaves_successor=is_left))
