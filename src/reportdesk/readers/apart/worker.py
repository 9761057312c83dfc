"""The process that parses files of strangers, bytes in, report out.

What a library parses here can neither hang nor fill up the program that asked: this process has limits of
time and memory, reads no file but the program's own, and reaches no network. See `readers.apart.apart`.
"""

from __future__ import annotations

import os
import signal
import sys
import traceback
from collections.abc import Mapping
from pathlib import Path
from types import FrameType
from typing import Any

import msgspec

from reportdesk.errors import FileError
from reportdesk.project.format.json_text import encode_json
from reportdesk.readers import read_source
from reportdesk.readers.apart.wire import encode_reading
from reportdesk.readers.office.doc import OldWordReader, convert_old
from reportdesk.readers.protocol import Source
from reportdesk.resources import templates_root

#: Ample for any report: the largest ones seen take a tenth of it.
MEMORY_BYTES = 1024 * 1024 * 1024
CPU_S = 20
#: The first word of an answer.
READ, REFUSED = b"read\n", b"refused\n"
_TOO_MUCH = "文件的内容太多，读它要的内存超过了限度"
REMEDY = "请用 Word、WPS 或 Excel 打开后另存一份，再读"

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


class Request(msgspec.Struct, frozen=True):
    """The first line of what is asked; the file's bytes follow, for nothing is opened here."""

    path: str
    rescue: bool = False


class ReadingRefused(msgspec.Struct, frozen=True):
    """Why a file was not read: the error's class and its three parts; `trace` is where a defect came from."""

    kind: str
    what: str
    where: str = ""
    remedy: str = ""
    trace: list[str] = []


def main() -> int:
    """Serve one request on standard input; the answer on standard output is a word and JSON."""
    signal.signal(signal.SIGTERM, _leave)
    # Whatever a library prints must not get into the answer.
    answers = os.fdopen(os.dup(1), "wb")
    os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
    with os.fdopen(0, "rb", closefd=False) as requests, answers:
        request = msgspec.json.decode(requests.readline(), type=Request)
        answer = _serve(Source(Path(request.path), requests.read(), request.rescue))
        if isinstance(answer, ReadingRefused):
            answers.write(REFUSED + encode_json(answer, compact=True))
        else:
            answers.write(READ + answer)
    return 0


def _serve(source: Source) -> bytes | ReadingRefused:
    try:
        if OldWordReader().accepts(source):
            source = convert_old(source)
        _limit()
        _forbid()
        return encode_reading(read_source(source))
    except FileError as error:
        return ReadingRefused(type(error).__name__, error.what, error.where, error.remedy)
    except MemoryError:
        return ReadingRefused(FileError.__name__, _TOO_MUCH, source.where, REMEDY)
    except Exception as error:
        what = f"读取这个文件时出了意外（{type(error).__name__}）"
        frames = traceback.extract_tb(error.__traceback__)
        trace = [f"{Path(frame.filename).name}:{frame.lineno} {frame.name}" for frame in frames]
        return ReadingRefused(FileError.__name__, what, source.where, REMEDY, trace)


def _limit() -> None:
    """Limit memory, time and files written; on Windows the asker's clock alone limits the time."""
    if sys.platform == "win32":
        return
    import resource

    limits: Mapping[int, int] = {
        resource.RLIMIT_AS: MEMORY_BYTES,
        resource.RLIMIT_CPU: CPU_S,
        resource.RLIMIT_FSIZE: 0,
        resource.RLIMIT_CORE: 0,
    }
    for kind, most in limits.items():
        hardest = resource.getrlimit(kind)[1]
        resource.setrlimit(kind, (most if hardest < 0 else min(most, hardest), hardest))


def _forbid() -> None:
    """From now on refuse the network, other programs, and every file but the program's own."""
    own = tuple({os.path.realpath(folder) for folder in (*sys.path, sys.prefix, sys.base_prefix) if folder})
    roots = tuple(f"{folder}{os.sep}" for folder in (*own, os.path.realpath(templates_root())))

    def meet(event: str, arguments: tuple[Any, ...]) -> None:
        if event.startswith(_FORBIDDEN):
            raise PermissionError(event)
        if event == "open" and isinstance(arguments[0], str | bytes):
            _refuse_foreign(arguments, roots)

    sys.addaudithook(meet)


def _refuse_foreign(arguments: tuple[Any, ...], roots: tuple[str, ...]) -> None:
    path, mode, flags = arguments
    writes = bool(set(mode or "") & set("wax+")) or bool((flags or 0) & _WRITING)
    if writes or not os.path.realpath(os.fsdecode(path)).startswith(roots):
        raise PermissionError("open")


def _leave(number: int, frame: FrameType | None) -> None:  # noqa: ARG001
    """End as from an exception, so that a conversion under way is ended too."""
    sys.exit(1)


if __name__ == "__main__":
    sys.exit(main())
