"""`reportdesk convert`: read any readable kind, write the kind of the other file's suffix."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from pathlib import Path

from reportdesk.cli.command import read, writable, write
from reportdesk.cli.status import Status

SUMMARY = "读入一种文件，写成另一种"


def add_words(parser: ArgumentParser) -> None:
    """Add the command's own words to its parser."""
    parser.add_argument("source", metavar="IN", type=Path, help="要读的文件，凡能读的都行")
    parser.add_argument("out", metavar="OUT", type=writable, help="要写的文件，按后缀决定格式")
    parser.add_argument("--rescue", action="store_true", help="从损坏的 .rdesk 里抢救能读出的内容")


def run(call: Namespace) -> int:
    """Read one file and write the other."""
    from reportdesk.export import refuse_existing

    refuse_existing(call.out, force=call.force)
    write(read(call.source, call), call.out, call)
    return Status.DONE
