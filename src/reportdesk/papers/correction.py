"""更正说明: what a published report said and what it says now, place by place."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from reportdesk.errors import ReportDeskError
from reportdesk.form.model import Form
from reportdesk.report.align import changed_spans
from reportdesk.report.compare import Difference, compare
from reportdesk.report.dates import day_in_words
from reportdesk.report.model import Report
from reportdesk.report.shown import compact

#: Characters shown before and behind what was changed in a sentence.
_AROUND_CHARACTERS = 16
#: Changes closer than this are shown as one.
_TOGETHER_CHARACTERS = 12
#: Beyond, two paragraphs are shown by their beginnings; comparing them letter by letter has no end.
_LONGEST_CHARACTERS = 5_000
_FOLLOWS = "合计，随之变动"
_NOTHING = "（无）"


@dataclass(frozen=True, slots=True)
class Correction:
    """One place: what stood there, what stands there now, and a remark where it follows from others."""

    place: str
    before: str
    after: str
    remark: str = ""


def corrections(published: Report, corrected: Report) -> tuple[Correction, ...]:
    """Return what is printed otherwise, in printed order; raise ReportDeskError where nothing is."""
    if published.form is not corrected.form:
        problem = (
            f"两份报告的表格不同（{published.form.edition} 版和 {corrected.form.edition} 版），比不出更正"
        )
        raise ReportDeskError(problem, remedy="请选同一年的两份报告")
    differences = compare(published, corrected)
    if not differences:
        raise ReportDeskError("两份报告印出来没有不同，没有要更正的", remedy="请看看是不是选错了文件")
    changed = frozenset(one.key for one in differences if one.kind == "cell")
    return tuple(one for found in differences for one in _of(found, published.form, changed))


def correction_bytes(
    published: Report, corrected: Report, *, reason: str = "", day: str = "", whole: bool = False
) -> bytes:
    """Return the notice as a Word file, the corrected report behind it if `whole`; raise ReportDeskError."""
    from reportdesk.papers.loose_paper import LoosePaper

    found = corrections(published, corrected)
    title = compact(published.printed_title)
    name = f"关于《{title}》的更正说明"
    paper = LoosePaper(corrected.form, name, corrected.organ, whole=corrected if whole else None)
    paper.title("更正说明")
    paper.words(f"《{title}》公布后，经核对，有 {len(found)} 处需要更正，现说明如下：")
    rows = [("序号", "位置", "原为", "更正为", "备注")]
    rows += [(str(n), one.place, one.before, one.after, one.remark) for n, one in enumerate(found, 1)]
    paper.table(rows, (4, 16, 16, 16, 8))
    paper.words(f"更正原因：{reason or '＿＿＿＿＿＿＿＿＿＿'}")
    if whole:
        paper.words("更正后的报告全文附后。")
    paper.signature(corrected.printed_signature, day_in_words(day) or "　　　　年　　月　　日")
    if whole:
        paper.new_page()
    return paper.saved()


def _of(found: Difference, form: Form, changed: frozenset[str]) -> Iterator[Correction]:
    place = found.place(form)
    if found.kind == "words" and found.hunk is not None:
        place = f"{place}第 {found.hunk.start + 1} 段"
        for before, after in excerpts(found.before, found.after):
            yield Correction(place, before or _NOTHING, after or _NOTHING)
        return
    follows = found.kind == "cell" and _has_part_among(form, found.key, changed)
    unit = form.cells[found.key].unit if found.kind == "cell" else ""
    before, after = (f"{said} {unit}".strip() if said else "空白" for said in (found.before, found.after))
    yield Correction(place, before, after, _FOLLOWS if follows else "")


def _has_part_among(form: Form, key: str, changed: frozenset[str]) -> bool:
    """Tell whether a sum follows from a figure that was corrected itself."""
    return any(part in changed or _has_part_among(form, part, changed) for _, part in form.cells[key].parts)


def excerpts(before: str, after: str) -> tuple[tuple[str, str], ...]:
    """Return what differs between two texts, each change with the words around it."""
    if not before or not after or max(len(before), len(after)) > _LONGEST_CHARACTERS:
        return ((_short(before), _short(after)),)
    spans = changed_spans(before, after, _TOGETHER_CHARACTERS)
    return tuple((_around(before, a, b), _around(after, c, d)) for a, b, c, d in spans)


def _around(text: str, start: int, end: int) -> str:
    first, last = max(0, start - _AROUND_CHARACTERS), min(len(text), end + _AROUND_CHARACTERS)
    words = text[first:last].replace("\n", " ")
    return f"{'…' if first else ''}{words}{'…' if last < len(text) else ''}"


def _short(text: str) -> str:
    longest = 8 * _AROUND_CHARACTERS
    return text if len(text) <= longest else f"{text[:longest]}…"
