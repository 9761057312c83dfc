"""The process that parses files of strangers, bytes in, report out.

What a library parses here can neither hang nor fill up the program that asked: this process has limits of
time (for each file) and memory, reads no file but the program's own, and reaches no network. It answers one
question after the other; what it makes of a file is its job, named when it is started: a module of this
program with `serve(source, options)` and `get_ready(of_many)`, without one the reading itself. See
`readers.apart.process`.
"""

from __future__ import annotations

import gc
import importlib
import os
import signal
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from types import FrameType, ModuleType
from typing import NoReturn, TypeAlias

import msgspec

from reportdesk.errors import FileError
from reportdesk.project.format.json_text import encode_json
from reportdesk.readers import read_source
from reportdesk.readers.apart.answers import READ, REFUSED, ReadingRefused
from reportdesk.readers.apart.ban import forbid, grant_time, limit, met
from reportdesk.readers.apart.errors import REMEDY, ReaderDefect, TooMuch
from reportdesk.readers.apart.exchange import (
    ANSWER,
    ASK_FRESH,
    GOES_ON,
    OF_MANY,
    QUESTION,
    REPLACE,
)
from reportdesk.readers.office.foreign import ForeignReader, convert_foreign
from reportdesk.readers.protocol import Source

_TOO_MUCH = "文件的内容太多，读它要的内存超过了限度"
_OWN = "reportdesk."
#: Objects made since the last search for what only the collector of garbage can free.
_RARELY = 20_000

Job: TypeAlias = Callable[[Source, str], bytes]


class Request(msgspec.Struct, frozen=True):
    """The first part of a question; the file's bytes follow, for nothing is opened here."""

    path: str
    rescue: bool = False
    options: str = ""


def main(words: Sequence[str] = ()) -> int:
    """Answer questions on standard input until it ends; `words` may name the job, and say OF_MANY files."""
    # What is loaded before the first file stays: to look through it for garbage takes a tenth of the start.
    gc.disable()
    signal.signal(signal.SIGTERM, _leave)
    # Ctrl-C is for the program that asks; it ends its workers.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    # Whatever a library prints must not get into the answer.
    answers = os.fdopen(os.dup(1), "wb")
    os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
    served = _Service(job_of(words[0] if words else "", of_many=OF_MANY in words[1:]))
    with os.fdopen(0, "rb", closefd=False) as questions, answers:
        while head := questions.read(QUESTION.size):
            first, rest = QUESTION.unpack(head)
            request = msgspec.json.decode(questions.read(first), type=Request)
            source = Source(Path(request.path), questions.read(rest), request.rescue)
            answer, fate = served.answer(source, request.options)
            answers.write(ANSWER.pack(len(answer), fate) + answer)
            answers.flush()
    return 0


def run(words: Sequence[str]) -> NoReturn:
    """Be a worker to the end, without tidying up what the system takes back anyway."""
    status = 1
    try:
        status = main(words)
    except SystemExit as leaving:
        status = leaving.code if isinstance(leaving.code, int) else status
    finally:
        os._exit(status)


def job_of(name: str, *, of_many: bool = False) -> Job:
    """Return a job, ready for a file, or for many of all kinds."""
    # Before anything is forbidden: what is compiled now can be kept for the next worker.
    from reportdesk.readers.formats import READERS
    from reportdesk.readers.pdf.reader import PdfReader

    if of_many:
        for reader in READERS:
            # Of the formats this is the one that takes most to load, and few files are of it.
            if not isinstance(reader, PdfReader):
                reader.get_ready()
    if not name:
        import reportdesk.readers.apart.wire
        import reportdesk.readers.result.assemble  # noqa: F401

        return _reading
    module = module_of(name)
    module.get_ready(of_many=of_many)
    job: Job = module.serve
    return job


def module_of(name: str) -> ModuleType:
    """Return the module that a job is; raise ValueError for one that is none of the program's."""
    if not name.startswith(_OWN):
        raise ValueError(name)
    return importlib.import_module(name)


def _reading(source: Source, options: str) -> bytes:  # noqa: ARG001
    from reportdesk.readers.apart.wire import encode_reading

    return encode_reading(read_source(source))


class _Service:
    """What is done for each file, under the limits and the ban that hold from the first file on."""

    def __init__(self, job: Job) -> None:
        self._job = job
        self._is_guarded = False

    def answer(self, source: Source, options: str) -> tuple[bytes, int]:
        """Return the answer about a file, and what becomes of this process."""
        met.clear()
        try:
            if ForeignReader().accepts(source):
                if self._is_guarded:
                    return b"", ASK_FRESH
                source = convert_foreign(source)
            self._guard(source)
            return READ + self._job(source, options), REPLACE if met else GOES_ON
        except FileError as error:
            refused = ReadingRefused(type(error).__name__, error.what, error.where, error.remedy)
            return _in_words(refused), REPLACE if met else GOES_ON
        except MemoryError:
            return _in_words(ReadingRefused(TooMuch.__name__, _TOO_MUCH, source.where, REMEDY)), REPLACE
        except Exception as error:
            import traceback

            what = f"读取这个文件时出了意外（{type(error).__name__}）"
            frames = traceback.extract_tb(error.__traceback__)
            trace = [f"{Path(frame.filename).name}:{frame.lineno} {frame.name}" for frame in frames]
            return _in_words(
                ReadingRefused(ReaderDefect.__name__, what, source.where, REMEDY, trace)
            ), REPLACE

    def _guard(self, source: Source) -> None:
        if self._is_guarded:
            grant_time()
            return
        _get_ready(source)
        sys.dont_write_bytecode = True
        # What is loaded by now stays; a report holds next to nothing that only a search would free.
        gc.freeze()
        gc.set_threshold(_RARELY)
        gc.enable()
        limit()
        forbid()
        self._is_guarded = True


def _get_ready(source: Source) -> None:
    """Load what the first file's kind needs, by its name, while what is compiled can still be kept."""
    from reportdesk.readers.formats import READERS

    suffix = source.path.suffix.lower()
    for reader in READERS:
        if suffix in reader.suffixes:
            reader.get_ready()


def _in_words(refused: ReadingRefused) -> bytes:
    return REFUSED + encode_json(refused, compact=True)


def _leave(number: int, frame: FrameType | None) -> None:  # noqa: ARG001
    """End as from an exception, so that a conversion under way is ended too."""
    sys.exit(1)


if __name__ == "__main__":
    run(sys.argv[1:])
