"""Why a worker gave no reading, each told apart: nobody waits, a limit, an end, a defect of the program."""

from __future__ import annotations

from reportdesk.errors import FileError

#: What a clerk can do about a file that cannot be read.
REMEDY = "请用 Word、WPS 或 Excel 打开后另存一份，再读"


class ReadingCancelled(FileError):
    """Nobody wants to wait for the file any more."""


class TooMuch(FileError):
    """The file takes more memory or time than a file may."""


class WorkerEnded(FileError):
    """The worker ended by itself while it read the file, against no limit."""


class ReaderDefect(FileError):
    """The program's own code failed on the file; the log says where."""
