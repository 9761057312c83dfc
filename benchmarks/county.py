"""Thousands of reports of made-up units, each with words of its own: half .docx, the rest mixed."""

from __future__ import annotations

import io
import random
import zipfile
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from pathlib import Path

from benchmarks.sample import sample_report
from reportdesk.form.spans import lay_out
from reportdesk.project.format.project_bytes import encode_project
from reportdesk.report.model import Report
from reportdesk.report.totals import figures
from reportdesk.writers import render

#: The kinds in the order in which units get them.
KINDS = (".docx", ".html", ".docx", ".xlsx", ".docx", ".rdesk", ".docx", ".txt")

_ORGAN, _OVERVIEW, _PROBLEMS = "云溪县零零零零零局", "概况占位文字", "问题占位文字"
_VOCABULARY = (
    "公开信息平台建设管理制度健全完善解读回应群众关切主动依申请答复规范期限服务大厅政务网站栏目更新及时准确"
    "业务培训队伍考核监督保障审查机制文件清理发布渠道拓展社会评议意见采纳落实整改质量提升数据共享便民"
)


def lay_out_county(folder: Path, number: int, characters: int) -> None:
    """Write reports with about so many characters of prose each; those that lie there already stay."""
    folder.mkdir(parents=True, exist_ok=True)
    for place in range(number):
        kind = KINDS[place % len(KINDS)]
        path = folder / f"{place:05d}{kind}"
        if not path.exists():
            path.write_bytes(_file(kind, f"云溪县{_numeral(place)}局", place, characters))


def _numeral(place: int) -> str:
    return "".join("零一二三四五六七八九"[int(digit)] for digit in f"{place:05d}")


def _prose(place: int, characters: int) -> str:
    chosen = random.Random(place)
    words = "".join(chosen.choice(_VOCABULARY) for _ in range(characters))
    return "".join(f"{words[start : start + 20]}，" for start in range(0, characters, 20)).rstrip("，") + "。"


def _file(kind: str, organ: str, place: int, characters: int) -> bytes:
    words = {
        _ORGAN: organ,
        _OVERVIEW: _prose(place, characters * 2 // 3),
        _PROBLEMS: "存在的主要问题：" + _prose(-place - 1, characters // 3) + "改进情况：已经安排。",
    }
    if kind == ".rdesk":
        texts = dict(_blank().texts) | {"overview": words[_OVERVIEW], "problems": words[_PROBLEMS]}
        return encode_project(replace(_blank(), organ=organ, texts=texts), rev=1)
    data = _rendered(kind)
    if not data.startswith(b"PK"):
        return _replaced(data, words)
    written = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(data)) as source,
        zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED) as target,
    ):
        for name in source.namelist():
            target.writestr(name, _replaced(source.read(name), words))
    return written.getvalue()


def _replaced(data: bytes, words: dict[str, str]) -> bytes:
    for mark, text in words.items():
        for encoding in ("utf-8", "ascii"):
            before, after = (one.encode(encoding, "xmlcharrefreplace") for one in (mark, text))
            data = data.replace(before, after)
    return data


@cache
def _blank() -> Report:
    report = sample_report()
    texts = {**report.texts, "overview": _OVERVIEW, "problems": _PROBLEMS}
    return replace(report, organ=_ORGAN, title="", signature_organ="", texts=texts, last=None, notes=())


@cache
def _rendered(kind: str) -> bytes:
    """The file of a kind with marks for what differs; a Word file as an office's own, without our data."""
    if kind == ".txt":
        return "\n".join(_lines()).encode()
    return render(_blank(), kind, "nothing" if kind == ".docx" else "printed")


def _lines() -> Iterator[str]:
    """The report as somebody copied it from a page: cells apart by tabs."""
    report = _blank()
    shown = figures(report)
    yield report.printed_title
    for section in report.form.sections:
        yield section.heading
        yield report.texts.get(section.key, "")
        if section.table:
            sheet = lay_out(report.form.table(section.table))
            for row in range(sheet.rows):
                boxes = [box for box in sheet.boxes if box.row == row]
                yield "\t".join(
                    report.form.cells[box.key].kind.show(shown[box.key]) if box.key else box.text
                    for box in boxes
                )
    yield report.organ
    yield "2025年1月20日"
