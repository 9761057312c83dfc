"""Who works on a file: a process on a machine, and whether it still lives."""

from __future__ import annotations

import contextlib
import getpass
import os
import socket
import sys
from datetime import datetime
from functools import cache
from pathlib import Path

import msgspec

_STILL_ACTIVE = 259
_QUERY = 0x1000
_UNKNOWN_PROCESS = 87


class Owner(msgspec.Struct, frozen=True):
    """A process: its number and when the machine and itself were started, so that no number counts twice.

    `machine` and `boot` are the system's own identifiers, empty where it has none; `since` is local time.
    """

    host: str
    process: int
    user: str = ""
    since: str = ""
    machine: str = ""
    boot: str = ""
    started: str = ""

    def is_dead(self) -> bool:
        """Tell whether the process is known to be gone; of another machine nothing is known."""
        me = this_process()
        if (self.host, self.machine) != (me.host, me.machine):
            return False
        if self.boot != me.boot:
            return True
        return not _lives(self.process) or self.started != _started(self.process)

    def is_this_process(self) -> bool:
        """Tell whether it is this very process."""
        me = this_process()
        return (self.host, self.machine, self.boot, self.process, self.started) == (
            me.host,
            me.machine,
            me.boot,
            me.process,
            me.started,
        )

    @property
    def words(self) -> str:
        """Say who, where and since when."""
        who = f"{self.user}（电脑 {self.host}）" if self.user else f"电脑 {self.host}"
        return f"{who}，自 {self.since} 起" if self.since else who


def this_process() -> Owner:
    """Return this process as an owner."""
    host, machine, boot, user = _this_machine()
    now = f"{datetime.now().astimezone():%Y-%m-%d %H:%M}"
    number = os.getpid()
    return Owner(host, number, user, now, machine, boot, _started(number))


@cache
def _this_machine() -> tuple[str, str, str, str]:
    machine = _first_line("/etc/machine-id")
    return socket.gethostname(), machine, _first_line("/proc/sys/kernel/random/boot_id"), _user()


def _user() -> str:
    with contextlib.suppress(OSError, KeyError, ImportError):
        return getpass.getuser()
    return ""


def _first_line(file: str) -> str:
    with contextlib.suppress(OSError, ValueError):
        return Path(file).read_text(encoding="ascii").strip()
    return ""


def _started(process: int) -> str:
    """Return when a process was started, in ticks since the machine was; empty where that is not told."""
    # The second field is the program's name in brackets, which may hold anything.
    fields = _first_line(f"/proc/{process}/stat").rpartition(")")[2].split()
    return fields[19] if len(fields) > 19 else ""


def _lives(process: int) -> bool:
    if sys.platform == "win32":
        return _lives_on_windows(process)
    if process <= 0:
        return False
    try:
        os.kill(process, 0)
    except (ProcessLookupError, OverflowError):
        return False
    except PermissionError:
        return True
    return True


def _lives_on_windows(process: int) -> bool:
    """Ask the system; os.kill would end the process there."""
    import ctypes

    kernel = ctypes.WinDLL("kernel32", use_last_error=True)  # type: ignore[attr-defined,unused-ignore]
    handle = kernel.OpenProcess(_QUERY, False, process)
    if not handle:
        return bool(ctypes.get_last_error() != _UNKNOWN_PROCESS)  # type: ignore[attr-defined,unused-ignore]
    status = ctypes.c_ulong()
    known = kernel.GetExitCodeProcess(handle, ctypes.byref(status))
    kernel.CloseHandle(handle)
    return not known or status.value == _STILL_ACTIVE
