"""`reportdesk inspect`: what a file holds that its reader does not see, and a copy without it."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from pathlib import Path

from reportdesk.cli import speech
from reportdesk.cli.status import Status

SUMMARY = "列出文件里看不见的内容，写一份干净的副本"


def add_words(parser: ArgumentParser) -> None:
    """Add the command's own words to its parser."""
    parser.add_argument("file", metavar="FILE", type=Path, help="要检查的 .docx、.xlsx、.html 或 .pdf")
    parser.add_argument("--clean", metavar="OUT", type=Path, help="写一份去掉了这些内容的副本")
    parser.add_argument("--json", action="store_true", help="输出 JSON，供别的程序用")


def run(call: Namespace) -> int:
    """List what is not seen; write the copy and say what is left in it."""
    from reportdesk.export import refuse_existing
    from reportdesk.inspection.job import ApartInspection
    from reportdesk.project.disk.safe_write import safe_write

    if call.clean:
        if _kind(call.clean) != _kind(call.file):
            speech.message(f"reportdesk inspect：{call.clean} 应和 {call.file.name} 是同一种文件")
            return Status.BAD_CALL
        refuse_existing(call.clean, force=call.force)
    looked = ApartInspection(call.file).result()
    found, left = looked.traces, None
    if call.clean:
        safe_write(call.clean, looked.clean)
        left = looked.left
        if not call.quiet:
            speech.message(f"已写入 {call.clean}")
    if call.json:
        from dataclasses import asdict

        from reportdesk.project.format.json_text import encode_json

        data = {"file": speech.readable(str(call.file)), "traces": [asdict(trace) for trace in found]}
        if left is not None:
            data["left"] = [asdict(trace) for trace in left]
        speech.result(encode_json(data).decode())
    else:
        speech.result("\n".join(map(str, found)) or "没有看不见的内容")
        if left:
            speech.result(
                "\n".join(("副本里还留着（去掉会改动看得见的内容，请自己处理）：", *map(str, left)))
            )
    return Status.DONE


def _kind(path: Path) -> str:
    suffix = path.suffix.lower()
    return ".html" if suffix == ".htm" else suffix
