"""`reportdesk convert`: read any readable kind, write the kind of the other file's suffix."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from pathlib import Path
from typing import TYPE_CHECKING

from reportdesk.cli import speech
from reportdesk.cli.command import read, writable, write
from reportdesk.cli.status import Status
from reportdesk.project import PROJECT_SUFFIX

if TYPE_CHECKING:
    from reportdesk.writers.protocol import Carries

#: Kinds that have everything in them, always or if asked.
_CAN_CARRY = (".docx", PROJECT_SUFFIX, ".json")

SUMMARY = "读入一种文件，写成另一种"


def add_words(parser: ArgumentParser) -> None:
    """Add the command's own words to its parser."""
    parser.add_argument("source", metavar="IN", type=Path, help="要读的文件，凡能读的都行")
    parser.add_argument("out", metavar="OUT", type=writable, help="要写的文件，按后缀决定格式")
    kinds = parser.add_mutually_exclusive_group()
    everything = "Word 文件带上全部数据，交给接着编报的人（不加时只带印出来的）"
    kinds.add_argument("--with-everything", action="store_true", help=everything)
    kinds.add_argument("--public", action="store_true", help="只写看得见的内容，用来公开发布")
    charsets = ("utf-8", "gb18030")
    parser.add_argument("--charset", choices=charsets, default=charsets[0], help="网页的编码，默认 utf-8")
    parser.add_argument("--embed-json", action="store_true", help="网页里带上印出来的数据（JSON）")
    parser.add_argument("--rescue", action="store_true", help="从损坏的 .rdesk 里抢救能读出的内容")


def run(call: Namespace) -> int:
    """Read one file and write the other."""
    from reportdesk.export import refuse_existing
    from reportdesk.writers.html import HtmlWriter

    if call.with_everything and call.out.suffix.lower() not in _CAN_CARRY:
        speech.message(f"reportdesk convert：--with-everything 只用于 .docx，{call.out.name} 不是")
        return Status.BAD_CALL
    refuse_existing(call.out, force=call.force)
    carries: Carries = "everything" if call.with_everything else "nothing" if call.public else "printed"
    page = HtmlWriter(call.charset, with_data=call.embed_json)
    write(read(call.source, call), call.out, call, carries, page)
    return Status.DONE
