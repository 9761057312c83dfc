"""`reportdesk chart`: the public's picture of a report, as files in a folder."""

from __future__ import annotations

from argparse import ArgumentParser, ArgumentTypeError, Namespace
from pathlib import Path
from typing import TYPE_CHECKING

from reportdesk.cli import speech
from reportdesk.cli.command import read
from reportdesk.cli.status import Status

if TYPE_CHECKING:
    from reportdesk.papers.chart_files import Rasteriser
    from reportdesk.report.model import Report

SUMMARY = "画给公众看的图解：长图和卡片，SVG 和 PNG"

#: Four times the size of the screen's is what a poster is printed from; the bytes grow with its square.
_LARGEST_SCALE = 4


def add_words(parser: ArgumentParser) -> None:
    """Add the command's own words to its parser."""
    parser.add_argument("source", metavar="FILE", type=Path, help="要画的报告，凡能读的都行")
    parser.add_argument("folder", metavar="DIR", type=Path, help="图片写到哪个文件夹")
    last = "上年的报告，报告里没有带上年的数时用"
    parser.add_argument("--last", metavar="LAST", type=Path, help=last)
    parser.add_argument("--cards", metavar="LIST", type=listed, default=(), help="只画这些卡片，用逗号隔开")
    parser.add_argument("--theme", metavar="NAME", default="", help="配色，如 blue、red、green、ink")
    parser.add_argument("--scale", metavar="N", type=_scale, default=2, help="PNG 放大几倍，1 到 4，默认 2")
    parser.add_argument("--svg", action="store_true", help="只写 SVG，不画 PNG")
    parser.add_argument("--json", action="store_true", help="把图里的数输出成 JSON，供别的程序用")


def listed(text: str) -> tuple[str, ...]:
    """Parse names separated by commas."""
    return tuple(name.strip() for name in text.replace("，", ",").split(",") if name.strip())


def run(call: Namespace) -> int:
    """Draw the cards and write them; say what the picture cannot tell."""
    from reportdesk.export import refuse_filled_folder
    from reportdesk.papers.chart_files import chart_files, write_chart_files
    from reportdesk.writers.charts.pictures import pictures_of

    refuse_filled_folder(call.folder, force=call.force)
    report = _beside_last_year(call)
    pictures = pictures_of(report, call.cards, call.theme)
    files = list(chart_files(report, pictures, None if call.svg else _painter(), call.scale))
    write_chart_files(call.folder, files)
    if not call.quiet:
        speech.message(f"已写入 {call.folder}：{'、'.join(name for name, _ in files)}")
        _warn(report)
    if call.json:
        speech.result(dict(files)["chart.json"].decode().rstrip("\n"))
    return Status.DONE


def _beside_last_year(call: Namespace) -> Report:
    """Read the report, with last year's figures where the call names them."""
    from dataclasses import replace

    from reportdesk.report.last_year import snapshot

    report = read(call.source, call)
    return replace(report, last=snapshot(read(call.last, call))) if call.last else report


def _painter() -> Rasteriser | None:
    """Return what paints PNG; where nothing does, the drawings are all there is, and that is said."""
    from reportdesk.cli.painting import rasteriser
    from reportdesk.errors import ReportDeskError

    try:
        return rasteriser()
    except ReportDeskError as error:
        speech.message(f"只写了 SVG。{error}")
        return None


def _warn(report: Report) -> None:
    """Say that a report has errors: the picture would carry them to the public."""
    from reportdesk.checks.engine import Checker
    from reportdesk.report.facts import facts_of

    errors = [
        finding for finding in Checker(report.form).run(facts_of(report)) if finding.severity == "error"
    ]
    if errors:
        speech.message(f"图按表里的数画；报告还有 {len(errors)} 处必改的问题，见 reportdesk check")


def _scale(text: str) -> int:
    if not (text.isascii() and text.isdigit() and 1 <= int(text) <= _LARGEST_SCALE):
        raise ArgumentTypeError(f"“{text}”应是 1 到 {_LARGEST_SCALE} 的整数")
    return int(text)
