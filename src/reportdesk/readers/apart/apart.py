"""Read a file in a process of its own, which can be cancelled and ends when it takes too much.

Our own kinds, `.rdesk` and `.json`, are read here: only this program's code looks at them. Everything else
goes through a library first, and a file may come from anybody.
"""

from __future__ import annotations

import contextlib
import logging
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from threading import Event

import msgspec

from reportdesk.errors import FileError
from reportdesk.project.format.json_text import encode_json
from reportdesk.readers import load, read_source
from reportdesk.readers.own import JsonReader, ProjectReader
from reportdesk.readers.protocol import Source
from reportdesk.readers.result.reading import Reading
from reportdesk.report.model import Report

#: The word by which the program, frozen into one with its interpreter, is started as a worker.
WORKER_WORD = "--read-apart"

_REMEDY = "请用 Word、WPS 或 Excel 打开后另存一份，再读"
_PATIENCE_S = 20.0
_PATIENCE_WITH_OFFICE_S = 90.0
_LOOK_S = 0.1
_GRACE_S = 1.0
_LOG = logging.getLogger(__name__)


class ReadingCancelled(FileError):
    """Nobody wants to wait for the file any more."""


def read_apart(path: Path, *, rescue: bool = False) -> Report:
    """Read a report as `read_report` does, but what a library parses in a process of its own."""
    return ApartReading(path, rescue=rescue).result().report


class ApartReading:
    """One file to be read; `cancel` may be called from any thread and ends the reading soon."""

    def __init__(self, path: Path, *, rescue: bool = False, patience: float = _PATIENCE_S) -> None:
        """Prepare to read; `patience` is in seconds, a conversion by an office program has more."""
        self._path = path
        self._rescue = rescue
        self._patience = patience
        self._cancelled = Event()

    def cancel(self) -> None:
        """End the reading, with all that it started; `result` then raises ReadingCancelled."""
        self._cancelled.set()

    def result(self) -> Reading:
        """Read the file and return what was read; raise FileError."""
        source = load(self._path, rescue=self._rescue)
        if any(reader.accepts(source) for reader in (ProjectReader(), JsonReader())):
            return read_source(source)
        with _worker(source) as process:
            answer = self._wait(process, source)
        return _understand(answer, source.where)

    def _wait(self, process: subprocess.Popen[bytes], source: Source) -> bytes:
        from reportdesk.readers.office.doc import OldWordReader

        needs_office = OldWordReader().accepts(source)
        deadline = time.monotonic() + (_PATIENCE_WITH_OFFICE_S if needs_office else self._patience)
        while True:
            with contextlib.suppress(subprocess.TimeoutExpired):
                return process.communicate(timeout=_LOOK_S)[0]
            if self._cancelled.is_set():
                raise ReadingCancelled("已取消读取", where=source.where)
            if time.monotonic() > deadline:
                raise FileError("读这个文件用的时间太长，已中止", where=source.where, remedy=_REMEDY)


def _question(source: Source) -> bytes:
    return (
        encode_json({"path": str(source.path), "rescue": source.rescue}, compact=True) + b"\n" + source.data
    )


@contextlib.contextmanager
def _worker(source: Source) -> Iterator[subprocess.Popen[bytes]]:
    """Start the process on what is asked of it, and see that it ends."""
    try:
        with tempfile.TemporaryFile() as question:
            question.write(_question(source))
            question.seek(0)
            process = subprocess.Popen(
                command(),
                stdin=question,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
                creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
            )
    except OSError as error:
        what = f"启动不了读取文件的程序（{error.strerror or type(error).__name__}）"
        raise FileError(what, where=source.where, remedy="请腾出磁盘空间，关掉一些程序后再试") from error
    try:
        yield process
    finally:
        _end(process)


def command() -> list[str]:
    """Return the command that starts a worker; `-P` keeps the folder where one stands off the path."""
    if getattr(sys, "frozen", False):
        return [sys.executable, WORKER_WORD]
    return [sys.executable, "-P", "-m", "reportdesk.readers.apart.worker"]


def _end(process: subprocess.Popen[bytes]) -> None:
    """End the process, kindly first, so that it can end what it started itself."""
    if process.poll() is None:
        if sys.platform == "win32":
            tree = ["taskkill", "/T", "/F", "/PID", str(process.pid)]
            subprocess.run(tree, check=False, capture_output=True)
        process.terminate()
        try:
            process.wait(_GRACE_S)
        except subprocess.TimeoutExpired:
            process.kill()
    if process.stdout is not None:
        process.stdout.close()
    process.wait()


def _understand(answer: bytes, where: str) -> Reading:
    """Turn the worker's words into a reading, or raise what it says; without words it was ended."""
    from reportdesk.readers.apart.wire import decode_reading
    from reportdesk.readers.apart.worker import READ, REFUSED, ReadingRefused

    try:
        if answer.startswith(READ):
            return decode_reading(answer.removeprefix(READ), where)
        refused = msgspec.json.decode(answer.removeprefix(REFUSED), type=ReadingRefused)
    except msgspec.MsgspecError as error:
        what = "读这个文件要的内存或时间太多，已中止"
        raise FileError(what, where=where, remedy=_REMEDY) from error
    if refused.trace:
        _LOG.error("reader.defect %s", " < ".join(reversed(refused.trace)))
    raise _kinds().get(refused.kind, FileError)(refused.what, where=refused.where, remedy=refused.remedy)


def _kinds() -> dict[str, type[FileError]]:
    found: dict[str, type[FileError]] = {}
    waiting: list[type[FileError]] = [FileError]
    while waiting:
        kind = waiting.pop()
        found[kind.__name__] = kind
        waiting += kind.__subclasses__()
    return found
