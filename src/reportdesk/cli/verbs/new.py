"""`reportdesk new`: a blank report."""

from __future__ import annotations

from argparse import ArgumentParser, ArgumentTypeError, Namespace

from reportdesk.cli import speech
from reportdesk.cli.command import writable, write, year
from reportdesk.cli.status import Status
from reportdesk.project import PROJECT_SUFFIX
from reportdesk.resources import edition_names

SUMMARY = "新建一份空白报告"
#: Characters; the window's field takes as many.
LONGEST_ORGAN = 120


def add_words(parser: ArgumentParser) -> None:
    """Add the command's own words to its parser."""
    parser.add_argument("out", metavar="OUT", type=writable, help=f"要写的文件，通常是 {PROJECT_SUFFIX}")
    parser.add_argument("--organ", metavar="NAME", type=organ, required=True, help="机关全称")
    parser.add_argument("--year", metavar="Y", type=year, required=True, help="报告年度，四位数字")
    parser.add_argument(
        "--edition", metavar="EDITION", choices=edition_names(), help="报告格式的版本，默认用那一年的"
    )


def organ(text: str) -> str:
    """Parse the name of an organ from the words of a call; raise ArgumentTypeError."""
    text = speech.readable(text)
    if not text.strip() or not text.isprintable():
        raise ArgumentTypeError("机关名称应为一行文字")
    if len(text.strip()) > LONGEST_ORGAN:
        raise ArgumentTypeError(f"机关名称最多 {LONGEST_ORGAN} 个字")
    return text.strip()


def run(call: Namespace) -> int:
    """Write a blank report."""
    from reportdesk.form.editions import edition_for
    from reportdesk.form.loader import load_edition
    from reportdesk.report.model import Report

    form = load_edition(call.edition) if call.edition else edition_for(call.year)
    write(Report(form, organ=call.organ, year=call.year), call.out, call)
    return Status.DONE
