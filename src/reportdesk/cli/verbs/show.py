"""`reportdesk show`: what is in a file, for people, or as JSON for programs."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from pathlib import Path
from typing import TYPE_CHECKING

from reportdesk.cli import speech
from reportdesk.cli.command import read
from reportdesk.cli.status import Status
from reportdesk.project import PROJECT_SUFFIX

if TYPE_CHECKING:
    from reportdesk.report.model import Report

SUMMARY = "显示文件里的报告"


def add_words(parser: ArgumentParser) -> None:
    """Add the command's own words to its parser."""
    parser.add_argument("source", metavar="FILE", type=Path, help="要读的文件，凡能读的都行")
    parser.add_argument("--json", action="store_true", help="输出 JSON，供别的程序用")
    parser.add_argument("--fingerprint", metavar="CODE", help="核对纸上印的指纹是不是这个文件的")
    parser.add_argument("--rescue", action="store_true", help=f"从损坏的 {PROJECT_SUFFIX} 里抢救能读出的内容")


def run(call: Namespace) -> int:
    """Print a report."""
    report = read(call.source, call)
    if call.fingerprint is not None:
        return _compare(call.fingerprint, report)
    if call.json:
        from reportdesk.project.format.report_json import encode_report

        speech.result(encode_report(report).decode().rstrip("\n"))
    else:
        from reportdesk.cli.summary import summary_of

        speech.result("\n".join(summary_of(report)))
    return Status.DONE


def _compare(printed: str, report: Report) -> int:
    """Say whether a fingerprint on paper is this report's, however it was typed."""
    from reportdesk.report.fingerprint import fingerprint, is_same

    own = fingerprint(report)
    same = is_same(printed, own)
    speech.result(f"指纹相符：{own}" if same else f"指纹不符：这个文件是 {own}，数或文字和纸上的不一样")
    return Status.DONE if same else Status.ERRORS_FOUND
