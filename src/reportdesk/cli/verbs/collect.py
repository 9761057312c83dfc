"""`reportdesk collect`: many reports checked, listed and added up."""

from __future__ import annotations

import time
from argparse import ArgumentParser, ArgumentTypeError, Namespace
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from reportdesk.cli import speech
from reportdesk.cli.command import year
from reportdesk.cli.status import Status
from reportdesk.project import PROJECT_SUFFIX, SET_SUFFIX

if TYPE_CHECKING:
    from reportdesk.collect.collection import Collection

SUMMARY = "汇总许多单位的报告：检查、列出、相加"

#: What is read faster than this is not told file by file: a terminal is slower than the reading.
_STEP_S = 0.2
#: A thousand units find thousands; who wants all asks for --json or the workbook.
_MOST_FINDINGS = 200


def add_words(parser: ArgumentParser) -> None:
    """Add the command's own words to its parser."""
    parser.add_argument(
        "paths", metavar="PATH", type=Path, nargs="+", help=f"文件夹、文件、.zip 或 {SET_SUFFIX}"
    )
    parser.add_argument("--year", metavar="Y", type=year, help="报告年度，默认是多数报告的年度")
    parser.add_argument("--roster", metavar="FILE", type=Path, help="单位名单，.xlsx 或 .csv")
    parser.add_argument("--newest", action="store_true", help="同一单位有几份不同的，以最后写的为准")
    parser.add_argument("--last", metavar="FILE", type=Path, help="上年的汇总表、汇总文件或政府的报告")
    parser.add_argument("--to", metavar="OUT.xlsx", type=_suffixed(".xlsx"), help="写汇总表")
    parser.add_argument(
        "--report", metavar=f"OUT{PROJECT_SUFFIX}", type=_suffixed(PROJECT_SUFFIX), help="写政府自己的报告"
    )
    parser.add_argument("--cells", metavar="OUT.csv", type=_suffixed(".csv"), help="写全部单元格，一行一格")
    parser.add_argument("--letters", metavar="DIR", type=Path, help="写退回修改、催报、通报的文字")
    parser.add_argument("--jobs", metavar="N", type=_jobs, default=0, help="同时读几个文件")
    parser.add_argument("--json", action="store_true", help="输出 JSON，供别的程序用")
    parser.add_argument("--all", action="store_true", help="JSON 里也写各单位的问题")


def run(call: Namespace) -> int:
    """Collect the reports; print the list unless something is written."""
    from reportdesk.collect.outgoing.outputs import Outputs
    from reportdesk.collect.run import Run

    outputs = Outputs(call.to, call.report, call.cells, call.letters, force=call.force)
    run_ = Run.of(call.paths, call.year or 0, call.roster, call.last, newest=call.newest)
    outputs.refuse_existing(run_.sources)
    order = run_.order()
    collected = run_.collect(
        order, jobs=call.jobs, forked=True, besides=outputs.paths, progress=_Progress(call)
    )
    if not call.quiet:
        speech.progress("")
    for path in outputs.write(collected, order.last):
        if not call.quiet:
            speech.message(f"已写入 {path}")
    _print(collected, call, has_outputs=bool(outputs.paths))
    return Status.ERRORS_FOUND if collected.is_wrong else Status.DONE


def _print(collected: Collection, call: Namespace, *, has_outputs: bool) -> None:
    if call.json:
        from reportdesk.collect.outgoing.as_json import collection_data
        from reportdesk.project.format.json_text import encode_json

        data = collection_data(collected, with_findings=call.all)
        speech.result(encode_json(data).decode())
    elif not has_outputs:
        speech.result("\n".join(_listed(collected)))
    elif not call.quiet:
        speech.message(_counted(collected))


def _listed(collected: Collection) -> Iterator[str]:
    """Return the lines for a collector: every unit, stray files, what was found, the counts."""
    from reportdesk.cli.summary import aligned
    from reportdesk.collect.counting.statuses import STATUS_WORDS
    from reportdesk.form.severity import SEVERITIES

    rows, files = [["单位", "类别", "状态", "必改", "需说明"]], ["文件"]
    for state in collected.states:
        counts = [str(state.counted.count(grave)) if state.counted else "" for grave in ("error", "warning")]
        rows.append([state.unit.name, state.unit.group, STATUS_WORDS[state.status], *counts])
        files.append("、".join(speech.one_line(file.name) for file in state.files))
    if collected.states:
        yield from (f"{line}  {names}".rstrip() for line, names in zip(aligned(rows), files, strict=True))
    for stray in collected.strays:
        yield speech.one_line(f"  {stray.file.name}：{stray.message}")
    for severity, word in SEVERITIES.items():
        found = [finding for finding in collected.findings if finding.severity == severity]
        if found:
            yield f"{word}（{len(found)}）"
            yield from (speech.one_line(f"  {one.message} [{one.code}]") for one in found[:_MOST_FINDINGS])
        if len(found) > _MOST_FINDINGS:
            yield f"  ……另有 {len(found) - _MOST_FINDINGS} 条，加 --json 或 --to 可以全部看到"
    yield _counted(collected)


def _counted(collected: Collection) -> str:
    from collections import Counter

    from reportdesk.collect.counting.statuses import STATUS_WORDS

    counts = Counter(state.status for state in collected.states)
    numbers = "，".join(f"{word} {counts[status]}" for status, word in STATUS_WORDS.items() if counts[status])
    year_ = f"{collected.year} 年，" if collected.year else ""
    return f"{year_}{len(collected.states)} 个单位，计入 {len(collected.total.added)} 个" + (
        f"；{numbers}" if numbers else ""
    )


class _Progress:
    """Says on a terminal how many files are done, how fast, and how long the rest will take."""

    def __init__(self, call: Namespace) -> None:
        self._is_quiet = call.quiet
        self._begun = self._said = time.monotonic()

    def __call__(self, done: int, of: int) -> None:
        now = time.monotonic()
        if self._is_quiet or (now - self._said < _STEP_S and done < of):
            return
        self._said = now
        rate = done / max(now - self._begun, 0.001)
        left = f"，每秒 {rate:.0f} 个，还要 {(of - done) / rate:.0f} 秒" if done else ""
        speech.progress(f"读取 {done}/{of}{left}")


def _suffixed(suffix: str) -> Callable[[str], Path]:
    def parse(text: str) -> Path:
        path = Path(text)
        if path.suffix.lower() != suffix:
            raise ArgumentTypeError(f"“{text}”应是 {suffix} 文件")
        return path

    return parse


def _jobs(text: str) -> int:
    if not (text.isascii() and text.isdigit() and 1 <= int(text) <= 64):
        raise ArgumentTypeError(f"“{text}”应是 1 到 64 的整数")
    return int(text)
