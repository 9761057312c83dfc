"""What every command is: a summary for the help, the words it takes, and a way to run it."""

from __future__ import annotations

from argparse import ArgumentParser, ArgumentTypeError, Namespace
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from reportdesk.cli import speech
from reportdesk.project import PROJECT_SUFFIX
from reportdesk.project.errors import Damaged

if TYPE_CHECKING:
    from reportdesk.report.model import Report
    from reportdesk.writers.protocol import Carries, Writer


class Said(Protocol):
    """A note: its code and what it says."""

    @property
    def code(self) -> str:
        """Return the code."""
        ...

    @property
    def message(self) -> str:
        """Return the words."""
        ...


class Command(Protocol):
    """A module of this package that is a command."""

    SUMMARY: str

    def add_words(self, parser: ArgumentParser) -> None:
        """Add the command's own words to its parser."""
        ...

    def run(self, call: Namespace) -> int:
        """Do the work; return the exit status; raise ReportDeskError if a file cannot be read or written."""
        ...


def year(text: str) -> int:
    """Parse a year from the words of a call; raise ArgumentTypeError."""
    if not (text.isascii() and text.isdigit() and len(text) == 4):
        raise ArgumentTypeError(f"年份“{text}”应为四位数字")
    return int(text)


def writable(text: str) -> Path:
    """Parse the name of a file to write; raise ArgumentTypeError for another kind."""
    from reportdesk.writers import WRITERS

    path = Path(text)
    known = [writer.suffix for writer in WRITERS]
    if path.suffix.lower() not in known:
        off = f"不会写“{path.suffix}”文件" if path.suffix else "文件名没有后缀"
        raise ArgumentTypeError(f"{text}：{off}，可以写 {'、'.join(known)}")
    return path


def write(
    report: Report, out: Path, call: Namespace, carries: Carries = "printed", writers: Sequence[Writer] = ()
) -> None:
    """Write a command's report, by `writers` before the usual ones, and say so; raise FileError."""
    from reportdesk.export import export_report

    export_report(report, out, force=call.force, carries=carries, writers=writers)
    if not call.quiet:
        speech.message(f"已写入 {out}")


def read(path: Path, call: Namespace) -> Report:
    """Read a report and say what reading could not place; raise FileError.

    A project file's notes were said when it was made; that a damaged one was rescued is said in any case.
    """
    from reportdesk.readers.apart.apart import read_apart

    wants_rescue = getattr(call, "rescue", False)
    try:
        report = read_apart(path, rescue=wants_rescue, forked=True)
    except Damaged as error:
        if not wants_rescue:
            name_rescue(error, path)
        raise
    say_notes(path, report.notes, call)
    return report


def name_rescue(error: Damaged, path: Path) -> None:
    """Let the error of a damaged project file name the way to what can still be read."""
    if path.suffix.lower() == PROJECT_SUFFIX:
        error.remedy += "；show 和 convert 加上 --rescue 可以读出还能读的内容"


def say_notes(path: Path, notes: Iterable[Said], call: Namespace) -> None:
    """Say what reading could not place, as `read` does."""
    is_project = path.suffix.lower() == PROJECT_SUFFIX
    for note in notes:
        if not (call.quiet or is_project) or _tells_of_rescue(note):
            speech.message(f"{path}：{note.message}")


def _tells_of_rescue(note: Said) -> bool:
    from reportdesk.project.format.schema import RESCUED

    return note.code == RESCUED
