"""`reportdesk correct`: the correction notice for a report that was published."""

from __future__ import annotations

from argparse import ArgumentParser, ArgumentTypeError, Namespace
from pathlib import Path

from reportdesk.cli import speech
from reportdesk.cli.command import read
from reportdesk.cli.status import Status
from reportdesk.cli.verbs.sheet import word_file

SUMMARY = "比较公布的报告和更正后的报告，生成更正说明"


def add_words(parser: ArgumentParser) -> None:
    """Add the command's own words to its parser."""
    parser.add_argument("old", metavar="OLD", type=Path, help="公布出去的报告，凡能读的都行")
    parser.add_argument("new", metavar="NEW", type=Path, help="更正后的报告")
    parser.add_argument("out", metavar="OUT", type=word_file, help="要写的 .docx")
    parser.add_argument("--reason", metavar="TEXT", default="", help="更正原因，不写就留空")
    parser.add_argument("--date", metavar="DAY", type=day, help="落款日期，不写就留空")
    parser.add_argument("--whole", action="store_true", help="后面附上更正后的报告全文")


def day(text: str) -> str:
    """Parse a day from the words of a call, as ISO; raise ArgumentTypeError."""
    from reportdesk.report.dates import parse_day

    found = parse_day(text)
    if found is None:
        raise ArgumentTypeError(f"认不出“{text}”是哪一天，请写成 2025-01-08 这样")
    return found


def run(call: Namespace) -> int:
    """Read both reports and write the notice."""
    from reportdesk.errors import ReportDeskError
    from reportdesk.export import refuse_existing
    from reportdesk.papers.correction import correction_bytes
    from reportdesk.project.disk.safe_write import safe_write

    refuse_existing(call.out, force=call.force, sources=(call.old, call.new))
    old, new = read(call.old, call), read(call.new, call)
    try:
        data = correction_bytes(old, new, reason=call.reason, day=call.date or "", whole=call.whole)
    except ReportDeskError as error:
        error.where = error.where or f"{call.old}、{call.new}"
        raise
    safe_write(call.out, data)
    if not call.quiet:
        speech.message(f"已写入 {call.out}")
    return Status.DONE
