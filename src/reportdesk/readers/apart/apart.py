"""Read a file in a process of its own, which can be cancelled and ends when it takes too much.

Our own kinds, `.rdesk` and `.json`, are read here: only this program's code looks at them. Everything else
goes through a library first, and a file may come from anybody.
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

from reportdesk.errors import FileError
from reportdesk.readers import load, read_source
from reportdesk.readers.apart.errors import REMEDY, ReaderDefect, ReadingCancelled, WorkerEnded
from reportdesk.readers.apart.process import Worker

if TYPE_CHECKING:
    from reportdesk.readers.protocol import Source
    from reportdesk.readers.result.reading import Reading
    from reportdesk.report.model import Report

__all__ = [
    "WORKER_WORD",
    "ApartReading",
    "ReadingCancelled",
    "answer_of",
    "command",
    "patience_for",
    "read_apart",
]

#: The word by which the program, frozen into one with its interpreter, is started as a worker.
WORKER_WORD = "--read-apart"

#: By the clock; a worker's own limit is 20 s of work, which a busy machine may take minutes for.
_PATIENCE_S = 60.0
_PATIENCE_WITH_OFFICE_S = 90.0


def read_apart(path: Path, *, rescue: bool = False, forked: bool = False) -> Report:
    """Read a report as `read_report` does, but what a library parses in a process of its own."""
    return ApartReading(path, rescue=rescue, forked=forked).result().report


class ApartReading:
    """One file to be read; `cancel` may be called from any thread and ends the reading soon."""

    def __init__(
        self,
        path: Path,
        *,
        rescue: bool = False,
        patience: float = _PATIENCE_S,
        source: Source | None = None,
        forked: bool = False,
    ) -> None:
        """Prepare to read; `patience` is in seconds, a conversion by an office program has more.

        `source` is the file where it was loaded already, out of an archive perhaps; `forked` as in
        `Worker.start`.
        """
        self._source = source
        self._path = path
        self._rescue = rescue
        self._patience = patience
        self._is_forked = forked
        self._worker = Worker(command)

    def cancel(self) -> None:
        """End the reading, with all that it started; `result` then raises ReadingCancelled."""
        self._worker.cancel()

    def result(self) -> Reading:
        """Read the file and return what was read; raise FileError."""
        # Late, here and below: a worker starts while its asker loads what the answer takes.
        import msgspec

        from reportdesk.readers.apart.wire import decode_reading
        from reportdesk.readers.own import JsonReader, ProjectReader

        source = self._source or load(self._path, rescue=self._rescue)
        if any(reader.accepts(source) for reader in (ProjectReader(), JsonReader())):
            return read_source(source)
        try:
            if self._is_forked:
                self._worker.start(forked=True)
            said = self._worker.ask(source, patience=patience_for(source, self._patience))
        finally:
            self._worker.end()
        answer = answer_of(said, source.where)
        try:
            return decode_reading(answer, source.where)
        except msgspec.MsgspecError as error:
            raise _no_answer(source.where) from error


def patience_for(source: Source, patience: float = _PATIENCE_S) -> float:
    """Return how long (s) a file may take: one that an office program converts has more time."""
    from reportdesk.readers.office.foreign import ForeignReader

    return _PATIENCE_WITH_OFFICE_S if ForeignReader().accepts(source) else patience


def command() -> list[str]:
    """Return the command that starts a worker; `-P` keeps the folder where one stands off the path."""
    if getattr(sys, "frozen", False):
        return [sys.executable, WORKER_WORD]
    return [sys.executable, "-P", "-m", "reportdesk.readers.apart.worker"]


def answer_of(said: bytes, where: str) -> bytes:
    """Return what a worker's job made of a file, or raise the FileError that it met."""
    import msgspec

    from reportdesk.readers.apart.answers import READ, REFUSED, ReadingRefused

    if said.startswith(READ):
        return said.removeprefix(READ)
    try:
        refused = msgspec.json.decode(said.removeprefix(REFUSED), type=ReadingRefused)
    except msgspec.MsgspecError as error:
        raise _no_answer(where) from error
    if refused.trace:
        import logging

        logging.getLogger(__name__).error("reader.defect %s", " < ".join(reversed(refused.trace)))
    kind = ReaderDefect if refused.trace else _kinds().get(refused.kind, FileError)
    raise kind(refused.what, where=refused.where, remedy=refused.remedy)


def _no_answer(where: str) -> WorkerEnded:
    return WorkerEnded("读取文件的程序没有说清读到了什么，已中止", where=where, remedy=REMEDY)


def _kinds() -> dict[str, type[FileError]]:
    found: dict[str, type[FileError]] = {}
    waiting: list[type[FileError]] = [FileError]
    while waiting:
        kind = waiting.pop()
        found[kind.__name__] = kind
        waiting += kind.__subclasses__()
    return found
