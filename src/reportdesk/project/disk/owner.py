"""Who works on a file: a process on a machine, and whether it still lives."""

from __future__ import annotations

import contextlib
import getpass
import hmac
import os
import sys
from datetime import datetime
from enum import Enum
from functools import cache
from pathlib import Path

import msgspec

from reportdesk.profile import machine_name
from reportdesk.project.disk import windows
from reportdesk.project.disk.boots import known_boots, note_boot

_HIDDEN = "h1:"
#: Half of the digest: 128 bits are never met twice.
_HASH_LETTERS = 32


class Life(Enum):
    """What is known of a process."""

    LIVES = "it runs on this machine, as far as the system tells"
    GONE = "it ran on this machine and is gone"
    UNKNOWN = "it is of another machine, or of a start of a machine like this one that was not seen here"


class Owner(msgspec.Struct, frozen=True):
    """A process: its number and when the machine and itself were started, so that no number counts twice.

    `machine` and `boot` are hashes of the system's own identifiers, empty where it has none; `since` is
    local time.
    """

    host: str
    process: int
    user: str = ""
    since: str = ""
    machine: str = ""
    boot: str = ""
    started: str = ""

    def life(self) -> Life:
        """Tell whether the process lives; of another machine nothing is known."""
        me = this_process()
        # A clone of another name may share the list of starts, or be a container of this very start; one
        # machine that was given another name since is asked about.
        if not self.is_of_this_machine() or self.host != me.host:
            return Life.UNKNOWN
        if _hidden(self.boot) == me.boot:
            lives = _lives(self.process) and (not self.started or self.started == _started(self.process))
            return Life.LIVES if lives else Life.GONE
        # A clone has the same identifier: only a start that this machine has been through is over.
        return Life.GONE if _hidden(self.boot) in known_boots() else Life.UNKNOWN

    def is_of_this_machine(self) -> bool:
        """Tell whether it is a process of this machine or of a clone; a machine may be given another name."""
        me = this_process()
        if self.machine and me.machine:
            return _hidden(self.machine) == me.machine
        return (self.host, self.machine) == (me.host, me.machine)

    def is_this_process(self) -> bool:
        """Tell whether it is this very process."""
        me = this_process()
        return (_hidden(self.machine), _hidden(self.boot), self.process, self.started) == (
            me.machine,
            me.boot,
            me.process,
            me.started,
        )

    @property
    def words(self) -> str:
        """Say who, where and since when."""
        machine = f"电脑 {self.host}" if self.host else ""
        who = f"{self.user}（{machine}）" if self.user and machine else self.user or machine or "别人"
        return f"{who}，自 {self.since} 起" if self.since else who


def this_process() -> Owner:
    """Return this process as an owner."""
    host, machine, boot, user = _this_machine()
    note_boot(boot)
    now = f"{datetime.now().astimezone():%Y-%m-%d %H:%M}"
    number = os.getpid()
    return Owner(host, number, user, now, machine, boot, _started(number))


@cache
def _this_machine() -> tuple[str, str, str, str]:
    machine = windows.machine_id() or _first_line("/etc/machine-id")
    boot = windows.boot_id() or _first_line("/proc/sys/kernel/random/boot_id")
    return _whole(machine_name()), _hidden(machine), _hidden(boot), _whole(_user())


def _hidden(identifier: str) -> str:
    """Return an identifier so that nobody can tell it; one hidden already stays, one of version 0.1 fits."""
    if not identifier or identifier.startswith(_HIDDEN):
        return identifier
    return _HIDDEN + hmac.digest(identifier.encode(), b"reportdesk", "sha256").hex()[:_HASH_LETTERS]


def user_named(number: int) -> str:
    """Return the name of a user of this machine, "" if there is none of that number."""
    if sys.platform == "win32":
        return ""
    import pwd

    with contextlib.suppress(KeyError, OverflowError):
        return _whole(pwd.getpwuid(number).pw_name)
    return ""


def _user() -> str:
    with contextlib.suppress(OSError, KeyError, ImportError):
        return getpass.getuser()
    return ""


def _whole(name: str) -> str:
    """Return a name of the system without halves of characters, which no file could hold."""
    return name.encode("utf-8", "replace").decode()


def _first_line(file: str) -> str:
    with contextlib.suppress(OSError, ValueError):
        return Path(file).read_text(encoding="ascii").strip()
    return ""


def _started(process: int) -> str:
    """Return when a process was started, as the system counts it; empty where that is not told.

    One that has ended but was not yet waited for by its parent started never: it holds nothing any more.
    """
    if sys.platform == "win32":
        return windows.process_started(process)
    # The second field is the program's name in brackets, which may hold anything.
    fields = _first_line(f"/proc/{process}/stat").rpartition(")")[2].split()
    has_ended = fields[:1] in (["Z"], ["X"])
    return fields[19] if len(fields) > 19 and not has_ended else ""


def _lives(process: int) -> bool:
    if sys.platform == "win32":
        return windows.lives(process)
    if process <= 0:
        return False
    try:
        os.kill(process, 0)
    except (ProcessLookupError, OverflowError):
        return False
    except PermissionError:
        return True
    return True
