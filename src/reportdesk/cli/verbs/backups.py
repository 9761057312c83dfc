"""`reportdesk backups`: the versions of a project file that this machine keeps, listed or deleted."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from pathlib import Path

from reportdesk.cli import speech
from reportdesk.cli.status import Status
from reportdesk.project import PROJECT_SUFFIX

SUMMARY = "列出或删除这台电脑上留的备份"


def add_words(parser: ArgumentParser) -> None:
    """Add the command's own words to its parser."""
    parser.add_argument(
        "source", metavar="FILE", type=Path, help=f"年报文件（{PROJECT_SUFFIX}），已经不在了也行"
    )
    parser.add_argument(
        "--delete", action="store_true", help="删除它的全部备份和没保存的内容，年报文件本身不动"
    )


def run(call: Namespace) -> int:
    """List a file's backups, the newest first, or delete them with what was left unsaved."""
    from reportdesk.project.kept.backups import Backups

    backups = Backups()
    if call.delete:
        from reportdesk.project.kept.recovery import Snapshots

        number = backups.delete(call.source) + Snapshots().remove_those_of(call.source)
        if not call.quiet:
            speech.message(f"{call.source}：已删除 {number} 个备份")
        return Status.DONE
    kept = list(backups.of(call.source))
    if not kept and not call.quiet:
        speech.message(f"{call.source}：这台电脑上没有它的备份")
    for backup in kept:
        speech.result(f"{backup.taken:%Y-%m-%d %H:%M:%S}\t{backup.rev}\t{backup.file}")
    return Status.DONE
