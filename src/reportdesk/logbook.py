"""The program's log in the profile: what happened, in codes and numbers, never in words of a report.

Whatever is logged goes through `log`, which lets codes, numbers and truth values through and nothing else;
of any other text only the length is written. An exception is told by its class and by where it came from.
"""

from __future__ import annotations

import logging
import sys
import traceback
from io import TextIOWrapper
from pathlib import Path

from reportdesk import __version__
from reportdesk.patterns import late
from reportdesk.profile import PRIVATE_FILE, make_private, open_private, profile_folder

_CODE = late(r"\.?[A-Za-z][A-Za-z0-9_.:-]{0,59}")
#: With the files before it the log stays at a megabyte.
_LARGEST_BYTES = 256 * 1024
_MOST_FILES = 3
_LOG = logging.getLogger("reportdesk")

Fact = int | float | bool | str | None


def log_file(folder: Path | None = None) -> Path:
    """Return where the log lies."""
    return (folder or profile_folder()) / "log" / "reportdesk.log"


def start_log(folder: Path | None = None) -> Path | None:
    """Begin to write the log, in the user's profile by default; return it, None if it can't be written."""
    # Late: it brings sockets and queues along, and the window is shown before the log begins.
    from logging.handlers import RotatingFileHandler

    class _PrivateFile(RotatingFileHandler):
        """Opens each file of the log so that nobody else may read it."""

        def _open(self) -> TextIOWrapper:
            opened = open(  # noqa: SIM115 - with an opener, and closed by the handler
                self.baseFilename, self.mode, encoding=self.encoding, errors=self.errors, opener=open_private
            )
            assert isinstance(opened, TextIOWrapper)
            return opened

        def handleError(self, record: logging.LogRecord) -> None:
            """Lose the line where the disk is full; nobody reads of it in the terminal."""

    stop_log()
    file = log_file(folder)
    try:
        make_private(file.parent)
        file.touch(PRIVATE_FILE)
        file.chmod(PRIVATE_FILE)
        handler = _PrivateFile(
            file, maxBytes=_LARGEST_BYTES, backupCount=_MOST_FILES, encoding="ascii", errors="replace"
        )
    except OSError:
        return None
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(message)s"))
    _LOG.addHandler(handler)
    _LOG.setLevel(logging.INFO)
    _LOG.propagate = False
    log("start", version=__version__, platform=sys.platform)
    return file


def stop_log() -> None:
    """Close the log."""
    for handler in _LOG.handlers[:]:
        _LOG.removeHandler(handler)
        handler.close()


def log(event: str, **facts: Fact) -> None:
    """Write an event with its facts."""
    _LOG.info(" ".join([_safe(event), *(f"{name}={_safe(fact)}" for name, fact in facts.items())]))


def log_error(event: str, error: BaseException) -> None:
    """Write what went wrong: the error's class, those of its causes, and where it came from."""
    causes: list[str] = []
    cause: BaseException | None = error
    while cause is not None and len(causes) < 5:
        number = getattr(cause, "errno", None)
        causes.append(f"{type(cause).__name__}{f'({number})' if isinstance(number, int) else ''}")
        cause = cause.__cause__ or cause.__context__
    frames = traceback.extract_tb(error.__traceback__)[-12:]
    trail = " ".join(f"{Path(frame.filename).name}:{frame.lineno}" for frame in frames)
    _LOG.error("%s %s at %s", _safe(event), " < ".join(causes), trail or "-")


def _safe(fact: Fact) -> str:
    if fact is None or isinstance(fact, int | float):
        return str(fact)
    return fact if _CODE.fullmatch(fact) or fact == __version__ else f"<{len(fact)}>"
