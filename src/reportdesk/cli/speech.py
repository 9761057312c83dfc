"""What the command line says: results on stdout, messages on stderr, UTF-8 always, whatever the locale."""

from __future__ import annotations

import io
import os
import re
import sys
from typing import TextIO

from reportdesk.errors import FileError

_CONTROL = re.compile("[\x00-\x1f\x7f-\x9f]")
_CONTROL_IN_TEXT = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f]")


def speak_utf8() -> None:
    """Let both streams write UTF-8 with plain newlines; what can't be encoded is escaped, never fatal."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace", newline="\n")


def result(text: str) -> None:
    """Print a part of the result; raise FileError if stdout is full, BrokenPipeError if nobody reads."""
    try:
        print(_CONTROL_IN_TEXT.sub(_escaped, readable(text)), flush=True)  # noqa: T201
    except BrokenPipeError:
        raise
    except OSError as error:
        raise FileError(f"写不出去：{error.strerror}", where="标准输出") from error


def message(text: str) -> None:
    """Print a message of one line; where nobody listens it is lost."""
    try:
        print(_CONTROL.sub(_escaped, readable(text)), file=sys.stderr, flush=True)  # noqa: T201
    except OSError:
        mute(sys.stderr)


def progress(text: str) -> None:
    """Show on a terminal how far a long work is, on a line that the next one overwrites."""
    if sys.stderr.isatty():
        sys.stderr.write(f"\r\x1b[K{_CONTROL.sub(_escaped, text)}")
        sys.stderr.flush()


def readable(text: str) -> str:
    """Return a word of the call, or a file name, whose UTF-8 the locale could not decode, as text."""
    try:
        return text.encode("utf-8", "surrogateescape").decode("utf-8", "replace")
    except UnicodeEncodeError:
        return text


def mute(stream: TextIO) -> None:
    """Send what is left in a broken stream nowhere, so that the interpreter does not complain at its end."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, stream.fileno())
    os.close(nowhere)


def _escaped(match: re.Match[str]) -> str:
    return match[0].encode("unicode_escape").decode()
