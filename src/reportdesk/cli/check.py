"""`reportdesk check`: what is wrong with one report or many."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from reportdesk.cli import speech
from reportdesk.cli.command import read
from reportdesk.cli.status import Status
from reportdesk.errors import ReportDeskError

if TYPE_CHECKING:
    from reportdesk.checks.finding import Finding
    from reportdesk.report.model import Acceptance, LastYear, Report

SUMMARY = "检查报告，列出问题"


@dataclass(frozen=True, slots=True)
class Checked:
    """A file with its findings: those still open, and those that the clerk accepted, each with the word."""

    path: Path
    report: Report
    findings: tuple[Finding, ...]
    accepted: tuple[tuple[Finding, Acceptance], ...]


def add_words(parser: ArgumentParser) -> None:
    """Add the command's own words to its parser."""
    parser.add_argument("files", metavar="FILE", type=Path, nargs="+", help="要检查的文件，可以有好几个")
    parser.add_argument("--last", metavar="LAST", type=Path, help="上年的报告，用来核对结转等")
    parser.add_argument("--json", action="store_true", help="输出 JSON，供别的程序用；每个文件一行")


def run(call: Namespace) -> int:
    """Check every file; a file that cannot be read does not keep the others from being checked."""
    from reportdesk.report.last_year import snapshot

    last = snapshot(read(call.last, call)) if call.last else None
    worst = Status.DONE
    for number, path in enumerate(call.files, 1):
        if len(call.files) > 1 and not call.quiet:
            speech.progress(f"{number}/{len(call.files)} {path}")
        worst = max(worst, _check_and_print(path, last, call))
    if len(call.files) > 1 and not call.quiet:
        speech.progress("")
    return worst


def check_report(path: Path, report: Report) -> Checked:
    """Run all checks on a report that was read from a file."""
    from reportdesk.checks.engine import Checker
    from reportdesk.checks.finding import acceptance_of
    from reportdesk.report.facts import facts_of

    found = Checker(report.form).run(facts_of(report))
    words = [(finding, acceptance_of(report, finding)) for finding in found]
    return Checked(
        path,
        report,
        tuple(finding for finding, word in words if word is None),
        tuple((finding, word) for finding, word in words if word is not None),
    )


def _check_and_print(path: Path, last: LastYear | None, call: Namespace) -> Status:
    try:
        report = read(path, call)
    except ReportDeskError as error:
        speech.message(str(error))
        return Status.FILE_TROUBLE
    checked = check_report(path, replace(report, last=last) if last else report)
    if call.json:
        from reportdesk.project.format.json_text import encode_json

        speech.result(encode_json(as_data(checked), compact=len(call.files) > 1).decode())
    else:
        speech.result("\n".join(in_words(checked)))
    is_wrong = any(finding.severity == "error" for finding in checked.findings)
    return Status.ERRORS_FOUND if is_wrong else Status.DONE


def as_data(checked: Checked) -> dict[str, Any]:
    """Return the findings as `check --json` prints them."""
    from reportdesk.checks.finding import SEVERITIES

    found = [finding.severity for finding in checked.findings]
    return {
        "file": speech.readable(str(checked.path)),
        "counts": {severity: found.count(severity) for severity in SEVERITIES},
        "findings": [_finding_data(finding) for finding in checked.findings],
        "accepted": [_finding_data(finding) | {"note": word.note} for finding, word in checked.accepted],
    }


def _finding_data(finding: Finding) -> dict[str, Any]:
    return {
        "code": finding.code,
        "severity": finding.severity,
        "message": finding.message,
        "cells": list(finding.cells),
        "left": _number(finding.left),
        "right": _number(finding.right),
        "difference": _number(finding.difference),
        "section": finding.section,
        "span": list(finding.span) if finding.span else None,
    }


def _number(figure: object) -> int | str | None:
    """Return a figure as in `show --json`: an amount is a string, so that no digit is lost."""
    return figure if figure is None or isinstance(figure, int) else format(figure, "f")


def in_words(checked: Checked) -> Iterator[str]:
    """Return the lines that tell a clerk what was found, grave findings first."""
    from reportdesk.checks.finding import SEVERITIES

    yield speech.one_line(str(checked.path))
    for severity, word in SEVERITIES.items():
        found = [finding for finding in checked.findings if finding.severity == severity]
        if found:
            yield f"{word}（{len(found)}）"
            yield from (f"  {_line(finding)}" for finding in found)
    if checked.accepted:
        yield f"已接受（{len(checked.accepted)}，不计入）"
        yield from (f"  {_line(finding)}  说明：{word.note}" for finding, word in checked.accepted)
    if not checked.findings:
        yield "没有发现问题"


def _line(finding: Finding) -> str:
    return f"{finding.message} [{finding.code}]"
