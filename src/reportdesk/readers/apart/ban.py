"""What holds a worker while it reads: limits of time, memory and files written, and what it may not do."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Mapping
from typing import Any

from reportdesk.readers.apart.exchange import MEMORY_BYTES
from reportdesk.resources import templates_root

SECONDS = 20

#: Windows has no O_ACCMODE.
_WRITING = os.O_WRONLY | os.O_RDWR | os.O_APPEND | os.O_CREAT | os.O_TRUNC

_FORBIDDEN = (
    "socket.",
    "subprocess.",
    "os.exec",
    "os.fork",
    "os.posix_spawn",
    "os.system",
    "urllib.",
    "ftplib.",
)

#: What a file's reading did against the ban, since its question came.
met: list[str] = []


def limit() -> None:
    """Limit memory, time and files written; on Windows the asker does, by its clock and a job."""
    if sys.platform == "win32":
        return
    import resource

    limits: Mapping[int, int] = {
        resource.RLIMIT_AS: MEMORY_BYTES,
        resource.RLIMIT_CPU: SECONDS,
        resource.RLIMIT_FSIZE: 0,
        resource.RLIMIT_CORE: 0,
    }
    for kind, most in limits.items():
        hardest = resource.getrlimit(kind)[1]
        resource.setrlimit(kind, (most if hardest < 0 else min(most, hardest), hardest))


def grant_time() -> None:
    """Give the next file its share of processor time; the limit counts from the process's start."""
    if sys.platform == "win32":
        return
    import resource

    hardest = resource.getrlimit(resource.RLIMIT_CPU)[1]
    most = int(time.process_time()) + 1 + SECONDS
    resource.setrlimit(resource.RLIMIT_CPU, (most if hardest < 0 else min(most, hardest), hardest))


def forbid() -> None:
    """From now on refuse the network, other programs, and every file but the program's own."""
    roots = _own_folders()

    def meet(event: str, arguments: tuple[Any, ...]) -> None:
        if event.startswith(_FORBIDDEN):
            met.append(event)
            raise PermissionError(event)
        if event == "open" and isinstance(arguments[0], str | bytes):
            _refuse_foreign(arguments, roots)

    sys.addaudithook(meet)


def _own_folders() -> tuple[str, ...]:
    """Return the folders of the program, of what it is compiled to, and of its templates."""
    folders = (*sys.path, sys.prefix, sys.base_prefix, sys.pycache_prefix)
    own = {os.path.realpath(folder) for folder in folders if folder}
    return tuple(f"{folder}{os.sep}" for folder in (*own, os.path.realpath(templates_root())))


def _refuse_foreign(arguments: tuple[Any, ...], roots: tuple[str, ...]) -> None:
    path, mode, flags = arguments
    writes = bool(set(mode or "") & set("wax+")) or bool((flags or 0) & _WRITING)
    if writes or not os.path.realpath(os.fsdecode(path)).startswith(roots):
        met.append("open")
        raise PermissionError("open")
