"""The look into a file as a job of a worker: what a stranger's file does there costs the look alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from reportdesk.errors import FileError
from reportdesk.inspection import clean_copy, inspected_kind, traces_of
from reportdesk.inspection.traces import Trace
from reportdesk.readers.protocol import Source

if TYPE_CHECKING:
    from pathlib import Path

#: The name of this module, by which a worker finds it.
JOB = __name__
_PATIENCE_S = 60.0


class Looked(msgspec.Struct, frozen=True):
    """What a file holds unseen, a copy without it, and what is left in the copy."""

    traces: tuple[Trace, ...]
    clean: bytes
    left: tuple[Trace, ...]


def get_ready(*, of_many: bool) -> None:  # noqa: ARG001
    """Import what every kind needs, before a worker's limits hold."""
    import pypdfium2
    from lxml import html

    import reportdesk.inspection.page
    import reportdesk.inspection.pdf
    import reportdesk.inspection.word
    import reportdesk.inspection.workbook  # noqa: F401

    _ = html, pypdfium2


def serve(source: Source, options: str) -> bytes:  # noqa: ARG001
    """Look into a file and make the copy; return a Looked; raise FileError."""
    clean = clean_copy(source)
    looked = Looked(traces_of(source), clean, traces_of(Source(source.path, clean)))
    return msgspec.msgpack.encode(looked)


class ApartInspection:
    """One file to be looked into in a process of its own; `cancel` may be called from any thread."""

    def __init__(self, path: Path) -> None:
        """Prepare to look into a file."""
        from reportdesk.readers.apart.apart import command
        from reportdesk.readers.apart.process import Worker

        self._path = path
        self._worker = Worker(command, JOB)

    def cancel(self) -> None:
        """End the look; `result` then raises ReadingCancelled."""
        self._worker.cancel()

    def result(self) -> Looked:
        """Return what was found; raise FileError, also for a kind that cannot be looked into."""
        from reportdesk.readers import load
        from reportdesk.readers.apart.apart import answer_of

        source = load(self._path)
        inspected_kind(source)
        try:
            said = self._worker.ask(source, patience=_PATIENCE_S)
        finally:
            self._worker.end()
        try:
            return msgspec.msgpack.decode(answer_of(said, source.where), type=Looked)
        except msgspec.MsgspecError as error:
            raise FileError("检查文件的程序没有说清看到了什么", where=source.where) from error
