"""`reportdesk roll`: the report for the next year, started from last year's."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from pathlib import Path

from reportdesk.cli import speech
from reportdesk.cli.command import read, writable, write, year
from reportdesk.cli.status import Status
from reportdesk.errors import ReportDeskError
from reportdesk.project import PROJECT_SUFFIX

SUMMARY = "从上年的报告开始今年的报告"


def add_words(parser: ArgumentParser) -> None:
    """Add the command's own words to its parser."""
    parser.add_argument("last", metavar="LAST", type=Path, help="上年的报告，凡能读的都行")
    parser.add_argument("out", metavar="OUT", type=writable, help=f"要写的文件，通常是 {PROJECT_SUFFIX}")
    parser.add_argument("--year", metavar="Y", type=year, help="报告年度，默认是上年的后一年")


def run(call: Namespace) -> int:
    """Roll last year's report over, write it, and list what was changed in its words."""
    from reportdesk.export import refuse_existing
    from reportdesk.rollover import roll

    refuse_existing(call.out, force=call.force, sources=(call.last,))
    last = read(call.last, call)
    try:
        rolled = roll(last, call.year)
    except ReportDeskError as error:
        error.where = error.where or str(call.last)
        raise
    write(rolled.report, call.out, call, "everything")
    if not call.quiet:
        for note in rolled.report.notes:
            speech.message(f"{call.out}：{note.message}")
    for change in rolled.changes:
        speech.result(str(change))
    return Status.DONE
