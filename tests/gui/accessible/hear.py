"""What a screen reader hears of the window, by hand: the AT-SPI tree walked, its events listened to.

It opens a file, prints every control in view without a name, turns to a table, types a figure, undoes and
saves, and prints what was told: the focus moves and the announcements. It ends with 1 where a control has
no name or nothing was told. CONTRIBUTING.md says how to run it; pyatspi is in Debian's Python only.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from typing import Any

import pyatspi  # type: ignore[import-not-found]
from gi.repository import GLib  # type: ignore[import-untyped]

_PATIENCE_S = 40
_MOST_CHILDREN = 300
#: What only holds other things needs no name.
_CONTAINERS = {"filler", "panel", "layered pane", "split pane", "unknown", "scroll bar", "separator"}
_EVENTS = ("object:state-changed:focused", "object:announcement", "object:active-descendant-changed")


def main(python: str, file: str) -> int:
    """Walk and listen; return the exit status."""
    env = os.environ | {
        "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1",
        "QT_QPA_PLATFORM": "xcb",
        "REPORTDESK_PROFILE": tempfile.mkdtemp(),
    }
    manager = subprocess.Popen(["openbox"])
    program = subprocess.Popen([python, "-m", "reportdesk", file], env=env)
    try:
        application = _wait_for(lambda: _application(program.pid))
        _settle(4)
        nameless = list(_nameless(application))
        sys.stdout.write(f"{len(list(_nodes(application)))} accessibles, {len(nameless)} without a name\n")
        sys.stdout.writelines(f"  {role}: {path}\n" for role, path in nameless)
        heard = _listen_to_work()
        sys.stdout.writelines(f"  {words}\n" for words in heard)
        return 1 if nameless or not heard else 0
    finally:
        program.kill()
        manager.kill()


def _application(pid: int) -> Any:
    for application in pyatspi.Registry.getDesktop(0):
        if application is not None and application.get_process_id() == pid and application.childCount:
            return application
    return None


def _nodes(root: Any, path: str = "") -> Iterator[tuple[Any, str]]:
    yield root, path
    for place in range(min(root.childCount, _MOST_CHILDREN)):
        child = root.getChildAtIndex(place)
        if child is not None:
            yield from _nodes(child, f"{path}/{child.getRoleName()} {child.name or ''}".rstrip())


def _nameless(root: Any) -> Iterator[tuple[str, str]]:
    for node, path in _nodes(root):
        is_shown = node.getState().contains(pyatspi.STATE_SHOWING)
        if is_shown and not (node.name or "").strip() and node.getRoleName() not in _CONTAINERS:
            yield node.getRoleName(), path


def _listen_to_work() -> list[str]:
    """Turn to a table by keys, walk and type there; return what was told of it."""
    heard: list[str] = []

    def hear(event: Any) -> None:
        if event.type.startswith("object:announcement"):
            heard.append(f"announced: {event.any_data}")
        elif event.detail1 or "active-descendant" in str(event.type):
            focused = event.any_data if hasattr(event.any_data, "name") else event.source
            heard.append(f"focus: {focused.getRoleName()} {focused.name}")

    pyatspi.Registry.registerEventListener(hear, *_EVENTS)
    for keys in ("ctrl+4", "Down", "Right", "7", "Return", "ctrl+z", "ctrl+s"):
        subprocess.run(["xdotool", "key", keys], check=True)
        _settle(1)
    pyatspi.Registry.deregisterEventListener(hear, *_EVENTS)
    return heard


def _wait_for(look: Callable[[], Any]) -> Any:
    end = time.monotonic() + _PATIENCE_S
    while time.monotonic() < end:
        found = look()
        if found is not None:
            return found
        _settle(0.5)
    raise SystemExit("the program is not on the accessibility bus")


def _settle(seconds: float) -> None:
    """Let events come in for a while."""
    loop = GLib.MainLoop()
    GLib.timeout_add(int(seconds * 1000), loop.quit)
    loop.run()


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:3]))
