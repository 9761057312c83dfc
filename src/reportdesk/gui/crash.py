"""A defect of the program: keep the report, say where the trace lies, offer to save elsewhere."""

from __future__ import annotations

import sys
import traceback
from datetime import datetime
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING

from reportdesk import __version__
from reportdesk.errors import ReportDeskError
from reportdesk.gui.qt import questions
from reportdesk.logbook import log_error, log_file
from reportdesk.profile import make_private, open_private

if TYPE_CHECKING:
    from reportdesk.gui.shell import Shell


def install(window: Shell) -> None:
    """From now on meet every unexpected exception: the window and its report stay open."""
    is_telling = False

    def meet(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        nonlocal is_telling
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, error, trace)
            return
        where = write_trace(error)
        log_error("defect", error)
        _keep(window)
        if is_telling:
            return
        is_telling = True
        try:
            _tell(window, where)
        finally:
            is_telling = False

    sys.excepthook = meet


def _keep(window: Shell) -> None:
    """Take a snapshot of the report, whatever state the program is in."""
    try:
        window.keeping.keep_now()
    except Exception as error:
        log_error("defect.keep", error)


def trace_of(error: BaseException) -> str:
    """Return where an exception came from, never its words, which may quote a report."""
    now = datetime.now().astimezone()
    lines = [f"{now:%Y-%m-%d %H:%M:%S} reportdesk {__version__} Python {sys.version.split()[0]}"]
    frames = traceback.extract_tb(error.__traceback__)
    lines += [f"  {frame.filename}:{frame.lineno} {frame.name}" for frame in frames]
    lines.append(type(error).__name__)
    return "\n".join(lines) + "\n\n"


def write_trace(error: BaseException) -> Path | None:
    """Add an exception's trace to the log in the clerk's profile; return the log, None if there is none."""
    path = log_file().with_name("defects.txt")
    try:
        make_private(path.parent)
        with open(path, "a", encoding="utf-8", opener=open_private) as log:  # noqa: PTH123 - opener
            log.write(trace_of(error))
    except OSError:
        return None
    return path


def _tell(window: Shell, where: Path | None) -> None:
    details = "填写的内容都还在。请先另存一份再继续。"
    if where:
        details += f"\n出错的位置记在 {where}，不含年报内容，可以发给维护的人。"
    if window.document is None:
        questions.tell(window, "程序出了错", details)
    elif questions.ask(window, "程序出了错", details, "另存一份…", stay="继续"):
        try:
            window.save_as()
        except ReportDeskError as error:
            questions.tell_error(window, error)
