"""`reportdesk check`: what is wrong with one report or many."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from reportdesk.cli import speech
from reportdesk.cli.command import name_rescue, read, say_notes
from reportdesk.cli.status import Status
from reportdesk.errors import FileError

if TYPE_CHECKING:
    from reportdesk.examined.answer import Examined, FoundData
    from reportdesk.readers.protocol import Source

#: What the workers do: `examined.job.JOB`, which is loaded while the first of them starts.
_JOB = "reportdesk.examined.job"

SUMMARY = "检查报告，列出问题"


def add_words(parser: ArgumentParser) -> None:
    """Add the command's own words to its parser."""
    parser.add_argument("files", metavar="FILE", type=Path, nargs="+", help="要检查的文件，可以有好几个")
    parser.add_argument("--last", metavar="LAST", type=Path, help="上年的报告，用来核对结转等")
    parser.add_argument("--json", action="store_true", help="输出 JSON，供别的程序用；每个文件一行")


def run(call: Namespace) -> int:
    """Check every file; a file that cannot be read does not keep the others from being checked."""
    from reportdesk.readers.apart.pool import Pool

    worst = Status.DONE
    shows_progress = len(call.files) > 1 and not call.quiet
    with Pool(_JOB) as pool:
        pool.begin(len(call.files), forked=True)
        options = _options(call)
        asked = ((path, partial(_load, path)) for path in call.files)
        for number, (path, answer) in enumerate(pool.answers(asked, options, files=len(call.files)), 1):
            if shows_progress:
                speech.progress(f"{number}/{len(call.files)} {path}")
            worst = max(worst, _print(path, answer, call))
    if shows_progress:
        speech.progress("")
    return worst


def _options(call: Namespace) -> str:
    from reportdesk.examined.job import options_for

    if call.last is None:
        return options_for()
    from reportdesk.report.last_year import snapshot

    last = read(call.last, call)
    return options_for(snapshot(last), form=last.form)


def _load(path: Path) -> Source:
    from reportdesk.readers import load

    return load(path)


def _print(path: Path, answer: bytes | FileError, call: Namespace) -> Status:
    from reportdesk.examined.answer import examined

    try:
        if isinstance(answer, FileError):
            raise answer
        checked = examined(answer, str(path))
    except FileError as error:
        _name_remedies(error, path)
        speech.message(str(error))
        return Status.FILE_TROUBLE
    say_notes(path, checked.notes, call)
    if call.json:
        from reportdesk.project.format.json_text import encode_json

        speech.result(encode_json(as_data(path, checked), compact=len(call.files) > 1).decode())
    else:
        speech.result("\n".join(in_words(path, checked)))
    is_wrong = any(finding.severity == "error" for finding in checked.findings)
    return Status.ERRORS_FOUND if is_wrong else Status.DONE


def _name_remedies(error: FileError, path: Path) -> None:
    """Name the good backup beside a damaged file, for a worker may not look at files, and the rescue."""
    from reportdesk.project.errors import Damaged
    from reportdesk.project.file import name_backup

    if isinstance(error, Damaged):
        name_backup(error, path)
        name_rescue(error, path)


def as_data(path: Path, checked: Examined) -> dict[str, Any]:
    """Return the findings as `check --json` prints them."""
    from msgspec.structs import asdict

    from reportdesk.form.severity import SEVERITIES

    found = [finding.severity for finding in checked.findings]
    return {
        "file": speech.readable(str(path)),
        "counts": {severity: found.count(severity) for severity in SEVERITIES},
        "findings": [asdict(finding) for finding in checked.findings],
        "accepted": [asdict(word.finding) | {"note": word.note} for word in checked.accepted],
    }


def in_words(path: Path, checked: Examined) -> Iterator[str]:
    """Return the lines that tell a clerk what was found, grave findings first."""
    from reportdesk.form.severity import SEVERITIES

    yield speech.one_line(str(path))
    for severity, word in SEVERITIES.items():
        found = [finding for finding in checked.findings if finding.severity == severity]
        if found:
            yield f"{word}（{len(found)}）"
            yield from (f"  {_line(finding)}" for finding in found)
    if checked.accepted:
        yield f"已接受（{len(checked.accepted)}，不计入）"
        yield from (f"  {_line(word.finding)}  说明：{word.note}" for word in checked.accepted)
    if not checked.findings:
        yield "没有发现问题"


def _line(finding: FoundData) -> str:
    return f"{finding.message} [{finding.code}]"
