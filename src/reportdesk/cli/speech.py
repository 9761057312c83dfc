"""What the command line says: results on stdout, messages on stderr, UTF-8 always, whatever the locale."""

from __future__ import annotations

import io
import os
import re
import sys
from pathlib import Path
from typing import TextIO

from reportdesk.patterns import late
from reportdesk.project.errors import cannot_write

#: Marks that turn the direction of writing, and others that nobody sees: a name could pose as another.
_UNSEEN = "\u00ad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\U000e0000-\U000e007f"
_CONTROL = late(f"[\x00-\x1f\x7f-\x9f{_UNSEEN}]")
_CONTROL_IN_TEXT = late(f"[\x00-\x08\x0b-\x1f\x7f-\x9f{_UNSEEN}]")
#: Windows: ENABLE_VIRTUAL_TERMINAL_PROCESSING.
_TERMINAL_CODES = 0x4


def speak_utf8() -> None:
    """Let both streams write UTF-8 with plain newlines; what can't be encoded is escaped, never fatal.

    A stream that the caller closed is opened to nowhere: else the next file would take its number.
    """
    for name in ("stdout", "stderr"):
        if getattr(sys, name) is None:
            setattr(sys, name, os.fdopen(os.open(os.devnull, os.O_WRONLY), "w"))
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
        raise cannot_write(error, Path("标准输出"), "没有写出来") from error


def message(text: str) -> None:
    """Print a message of one line; where nobody listens it is lost."""
    try:
        print(one_line(text), file=sys.stderr, flush=True)  # noqa: T201
    except OSError:
        mute(sys.stderr)


def progress(text: str) -> None:
    """Show on a terminal how far a long work is, on a line that the next one overwrites."""
    if sys.stderr.isatty() and takes_codes(sys.stderr):
        sys.stderr.write(f"\r\x1b[K{one_line(text)}")
        sys.stderr.flush()


def takes_codes(stream: TextIO) -> bool:
    """Tell whether a terminal understands the codes that move its cursor; Windows is asked to."""
    if sys.platform != "win32":
        return os.environ.get("TERM", "dumb") != "dumb"
    import ctypes
    import msvcrt

    kernel, mode = ctypes.WinDLL("kernel32"), ctypes.c_ulong()
    console = ctypes.c_void_p(msvcrt.get_osfhandle(stream.fileno()))
    is_console = kernel.GetConsoleMode(console, ctypes.byref(mode))
    return bool(is_console and kernel.SetConsoleMode(console, mode.value | _TERMINAL_CODES))


def one_line(text: str) -> str:
    """Return a text with its control characters, newlines too, written out."""
    return _CONTROL.sub(_escaped, readable(text))


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
    """Return a character written out, so that a reader of JSON takes it for the same one."""
    if match[0] < "\x7f":
        return match[0].encode("unicode_escape").decode()
    units = match[0].encode("utf-16-be").hex()
    return "".join(f"\\u{units[place : place + 4]}" for place in range(0, len(units), 4))
