"""`reportdesk sheet`: the head's page, what was checked and what changed, for whoever signs."""

from __future__ import annotations

from argparse import ArgumentParser, ArgumentTypeError, Namespace
from pathlib import Path

from reportdesk import __version__
from reportdesk.cli import speech
from reportdesk.cli.command import read
from reportdesk.cli.status import Status

SUMMARY = "生成领导签发用的核验单"


def add_words(parser: ArgumentParser) -> None:
    """Add the command's own words to its parser."""
    parser.add_argument("source", metavar="FILE", type=Path, help="要核验的报告，凡能读的都行")
    parser.add_argument("out", metavar="OUT", type=word_file, help="要写的 .docx")


def word_file(text: str) -> Path:
    """Parse the name of a Word file to write; raise ArgumentTypeError for another kind."""
    if Path(text).suffix.lower() != ".docx":
        raise ArgumentTypeError(f"{text}：只能写 .docx")
    return Path(text)


def run(call: Namespace) -> int:
    """Read a report and write its page."""
    from reportdesk.export import refuse_existing
    from reportdesk.papers.head_page import head_page, head_page_bytes
    from reportdesk.project.disk.safe_write import safe_write

    refuse_existing(call.out, force=call.force, sources=(call.source,))
    page = head_page(read(call.source, call))
    safe_write(call.out, head_page_bytes(page, __version__))
    if not call.quiet:
        speech.message(f"已写入 {call.out}，指纹 {page.fingerprint}")
    return Status.DONE
