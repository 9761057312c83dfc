"""`reportdesk convert`: read any readable kind, write the kind of the other file's suffix."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from pathlib import Path
from typing import TYPE_CHECKING

from reportdesk.cli import speech
from reportdesk.cli.command import read, writable, write
from reportdesk.cli.status import Status
from reportdesk.cli.verbs.chart import listed
from reportdesk.project import PROJECT_SUFFIX

if TYPE_CHECKING:
    from reportdesk.writers.protocol import Carries
    from reportdesk.writers.word.charts import DrawnCard

#: What each option is for; a project file and data have everything in them in any case.
_ONLY_FOR = {
    "--with-everything": (".docx", PROJECT_SUFFIX, ".json"),
    "--layout": (".docx", ".pdf"),
    "--fingerprint": (".docx", ".pdf"),
    "--charts": (".html", ".docx"),
    "--corrected-from": (".html",),
}

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
    parser.add_argument("--layout", metavar="NAME", default="", help="Word 版式，如 9704、compact 或本单位的")
    parser.add_argument("--fingerprint", action="store_true", help="在 Word 和 PDF 的页脚印上指纹")
    parser.add_argument("--charts", action="store_true", help="网页或 Word 后面附上图解")
    parser.add_argument("--cards", metavar="LIST", type=listed, default=(), help="图解只画这些卡片，逗号隔开")
    parser.add_argument("--theme", metavar="NAME", default="", help="图解的配色，如 blue、red、green、ink")
    parser.add_argument(
        "--corrected-from", metavar="OLD", type=Path, help="网页里标出比公布的 OLD 更正的地方"
    )
    parser.add_argument("--rescue", action="store_true", help=f"从损坏的 {PROJECT_SUFFIX} 里抢救能读出的内容")


def run(call: Namespace) -> int:
    """Read one file and write the other."""
    from reportdesk.cli.painting import pdf_writer, rasteriser
    from reportdesk.export import refuse_existing
    from reportdesk.writers.charts.pictures import pictures_of
    from reportdesk.writers.html import HtmlWriter
    from reportdesk.writers.word.writer import WordWriter

    suffix = call.out.suffix.lower()
    for option, kinds in _ONLY_FOR.items():
        given = getattr(call, option.removeprefix("--").replace("-", "_"))
        if given not in {None, False, ""} and suffix not in kinds:
            speech.message(f"reportdesk convert：{option} 只用于 {'、'.join(kinds)}，{call.out.name} 不是")
            return Status.BAD_CALL
    refuse_existing(call.out, force=call.force, sources=(call.corrected_from,))
    report = read(call.source, call)
    published = read(call.corrected_from, call) if call.corrected_from else None
    pictures = pictures_of(report, call.cards, call.theme) if call.charts else None
    carries: Carries = "everything" if call.with_everything else "nothing" if call.public else "printed"
    page = HtmlWriter(call.charset, call.embed_json, pictures, published)
    drawn: tuple[DrawnCard, ...] = ()
    if pictures and suffix == WordWriter.suffix:
        # Late: it brings along what writes Word files.
        from reportdesk.writers.word.charts import drawn_cards

        drawn = drawn_cards(pictures, rasteriser())
    word = WordWriter(carries, call.layout, call.fingerprint, drawn)
    write(report, call.out, call, carries, (page, word, pdf_writer(word)))
    return Status.DONE
