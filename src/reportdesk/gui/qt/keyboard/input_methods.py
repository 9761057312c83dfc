"""Which input methods Qt is told of, before it starts; on Linux they are spoken to over D-Bus.

Where there is no session bus, or no machine id that its library insists on, Qt would abort the program.
"""

from __future__ import annotations

import os
import sys
from collections.abc import MutableMapping
from pathlib import Path

#: Both are let in: with the desktop's usual QT_IM_MODULE alone, only Latin letters arrive.
_BOTH = "fcitx;ibus"
#: Knows dead keys and the compose key, and speaks to nobody.
_ALONE = "compose"
_CHOICES = ("QT_IM_MODULES", "QT_IM_MODULE")
_DISPLAYS = ("DISPLAY", "WAYLAND_DISPLAY")
_WITHOUT_DISPLAY = frozenset({"offscreen", "minimal", "minimalegl", "vnc", "linuxfb"})
#: Libdbus knows no such way to a bus, so that it does not start one either.
_NO_BUS = "disabled:"


def prepare_input_methods(
    environment: MutableMapping[str, str] | None = None, root: Path = Path("/"), platform: str = sys.platform
) -> None:
    """Set the variables that Qt reads when it starts; the process's own by default.

    `root` is the folder under which the system's files lie.
    """
    environment = os.environ if environment is None else environment
    if platform != "linux":
        return
    has_bus = _has_bus(environment, root)
    if not has_bus:
        environment["DBUS_SESSION_BUS_ADDRESS"] = _NO_BUS
    if not _has_display(environment):
        for name in _CHOICES:
            environment.pop(name, None)
    elif has_bus:
        environment.setdefault("QT_IM_MODULES", _BOTH)
    else:
        environment.update(dict.fromkeys(_CHOICES, _ALONE))


def _has_display(environment: MutableMapping[str, str]) -> bool:
    chosen = environment.get("QT_QPA_PLATFORM", "").partition(":")[0].partition(";")[0]
    return chosen not in _WITHOUT_DISPLAY and any(environment.get(name) for name in _DISPLAYS)


def _has_bus(environment: MutableMapping[str, str], root: Path) -> bool:
    ids = (root / "etc" / "machine-id", root / "var" / "lib" / "dbus" / "machine-id")
    return _is_reachable(environment, root) and any(map(_says_something, ids))


def _is_reachable(environment: MutableMapping[str, str], root: Path) -> bool:
    if sys.platform == "win32":
        return False
    address = environment.get("DBUS_SESSION_BUS_ADDRESS")
    return bool(address) if address is not None else (root / f"run/user/{os.getuid()}/bus").exists()


def _says_something(file: Path) -> bool:
    try:
        return bool(file.read_bytes().strip())
    except OSError:
        return False
