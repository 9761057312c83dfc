"""`reportdesk doctor`: what of this machine matters for the program, on a page to send away."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace

from reportdesk.cli import speech
from reportdesk.cli.status import Status

SUMMARY = "检查这台电脑：字体、办公软件、输入法、权限、备份、版本"


def add_words(parser: ArgumentParser) -> None:
    """Add the command's own words to its parser."""
    parser.add_argument("--json", action="store_true", help="输出 JSON")


def run(call: Namespace) -> int:
    """Print the page; it is done whatever was found."""
    from reportdesk.doctor.examination import examine_machine
    from reportdesk.doctor.page import page_data, page_text

    items = examine_machine()
    if call.json:
        import json

        speech.result(json.dumps(page_data(items), ensure_ascii=False, indent=2))
    else:
        speech.result(page_text(items).rstrip("\n"))
    return Status.DONE
