"""A defect of the program: keep the report, say where the trace lies, offer to save elsewhere."""

from __future__ import annotations

import sys
import traceback
from collections.abc import Callable, Sequence
from datetime import datetime
from pathlib import Path
from types import TracebackType
from typing import NamedTuple

from PySide6.QtWidgets import QWidget

from reportdesk import __version__
from reportdesk.errors import ReportDeskError
from reportdesk.gui.qt import questions
from reportdesk.logbook import log_error, log_file
from reportdesk.profile import make_private, open_private


class Rescue(NamedTuple):
    """How the report of a window is kept: a snapshot, and a save elsewhere if there is a report at all."""

    window: QWidget
    has_report: Callable[[], bool]
    keep_now: Callable[[], object]
    save_as: Callable[[], object]


class CrashHandler:
    """Meets every unexpected exception: the window and its report stay open."""

    def __init__(self) -> None:
        """Meet nothing before it is installed; there is no window yet."""
        self._rescues: Callable[[], Sequence[Rescue]] = tuple
        self._is_telling = False

    def install(self) -> None:
        """From now on meet every unexpected exception."""
        sys.excepthook = self._meet

    def guard(self, rescues: Callable[[], Sequence[Rescue]]) -> None:
        """Keep the reports of all windows before anything is said, in the first of them."""
        self._rescues = rescues

    def _meet(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, error, trace)
            return
        self.meet(error)

    def meet(self, error: BaseException) -> None:
        """Write down where a defect is, keep the report, and tell the clerk."""
        where = write_trace(error)
        log_error("defect", error)
        rescues = self._rescues()
        for rescue in rescues:
            _keep(rescue)
        if self._is_telling:
            return
        self._is_telling = True
        try:
            _tell(error, next(iter(rescues), None), where)
        finally:
            self._is_telling = False


def _keep(rescue: Rescue) -> None:
    """Take a snapshot of the report, whatever state the program is in."""
    try:
        rescue.keep_now()
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
        with open(path, "a", encoding="utf-8", opener=open_private) as log:
            log.write(trace_of(error))
    except OSError:
        return None
    return path


def _tell(error: BaseException, rescue: Rescue | None, where: Path | None) -> None:
    if isinstance(error, ReportDeskError):
        # Nobody who asked for it was ready to hear it; it says all the same what to do.
        questions.tell_error(rescue.window if rescue else None, error)
        return
    written = f"出错的位置记在 {where}，不含年报内容，可以发给维护的人。" if where else ""
    if rescue is None or not rescue.has_report():
        questions.tell(rescue.window if rescue else None, "程序出了错", written)
        return
    details = "\n".join(filter(None, ("填写的内容都还在。请先另存一份再继续。", written)))
    if questions.ask(rescue.window, "程序出了错", details, "另存一份…", stay="继续", go_is_safe=True):
        try:
            rescue.save_as()
        except ReportDeskError as refusal:
            questions.tell_error(rescue.window, refusal)
