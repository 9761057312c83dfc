"""What is marked in a section's words, each mark with what it says and what can be done about it."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import TYPE_CHECKING, Literal

from reportdesk.changed_span import changed_span
from reportdesk.checks.finding import Finding, acceptance_of
from reportdesk.frozen import Frozen
from reportdesk.report.edit import Edit, edit_entries

if TYPE_CHECKING:
    from reportdesk.document import Document
    from reportdesk.form.formula import Number
    from reportdesk.form.severity import SeverityName
    from reportdesk.prose.figures.compared.leftover import LeftNumber
    from reportdesk.prose.figures.compared.marks import Mark
    from reportdesk.report.entries import Entry

#: How a mark looks: a number that agrees, words that a finding is about, one accepted, one of last year's.
MarkLook = Literal["agrees", "wrong", "accepted", "left"]

# A finding about more words than these is about the whole text, and is said in the findings panel only.
_LONGEST_CHARACTERS = 80


class TextMark(Frozen, frozen=True):
    """A mark at [start, end) of a text, in characters; `words` say why, `brief` in one line.

    `cells` can be gone to; `figure` is the tables' and `replacement` what would make the number agree.
    """

    start: int
    end: int
    look: MarkLook
    words: str
    brief: str = ""
    severity: SeverityName = "warning"
    cells: tuple[str, ...] = ()
    replacement: str = ""
    finding: Finding | None = None


def text_marks(document: Document, section: str) -> list[TextMark]:
    """Return all marks of a section's words (or the introduction's) in order, none over another."""
    *_, found = marking(document, section)
    return found


def marking(document: Document, section: str) -> Iterator[list[TextMark]]:
    """Find the marks of a section's words in small steps: yield none after each, all of them in the end."""
    # Late, as below: the first page is painted before what understands words is loaded.
    from reportdesk.checks.examined_text import examined_part
    from reportdesk.prose.figures.compared.leftover import left_numbers
    from reportdesk.prose.figures.compared.marks import marks

    about = _Findings(document, section)
    report = document.report
    words = examined_part(report.texts.get(section, ""))
    found = []
    for mark in marks(report, document.figures, section, words=words):
        found.append(_compared(document, mark, about))
        yield []
    found.sort(key=lambda mark: (mark.start, mark.end))
    wrong = [mark for mark in found if mark.look != "agrees"]
    agreeing = [mark for mark in found if mark.look == "agrees"]
    over: list[TextMark] = []
    for left in left_numbers(report, section, words=words):
        over += map(_left_over, left)
        yield []
    length = len(report.texts.get(section, ""))
    yield _apart((*wrong, *about.others(), *agreeing, *over), length)


def edit_to_take(document: Document, findings: Iterable[Finding]) -> tuple[Edit, list[Finding]]:
    """Return the step by which numbers in words become the tables', and the findings that it leaves."""
    wanted = {finding.subject: finding for finding in findings}
    texts: dict[str, str] = {}
    for section in dict.fromkeys(finding.section for finding in wanted.values() if finding.section):
        text = document.report.texts.get(section, "")
        for mark in reversed(text_marks(document, section)):
            subject = mark.finding.subject if mark.finding else ""
            if mark.replacement and subject in wanted:
                del wanted[subject]
                text = text[: mark.start] + mark.replacement + text[mark.end :]
        texts[section] = text
    entries: list[Entry] = [("texts", section, text) for section, text in texts.items()]
    return edit_entries(document.report, "采用表中数字", entries), list(wanted.values())


def moved(shown: Iterable[TextMark], before: str, after: str) -> list[TextMark]:
    """Return marks where they stand after an edit; one whose words were written over is left out."""
    start, end, words = changed_span(before, after)
    gain = len(words) - (end - start)
    kept = []
    for mark in shown:
        if mark.end <= start:
            kept.append(mark)
        elif mark.start >= end:
            kept.append(replace(mark, start=mark.start + gain, end=mark.end + gain))
        elif mark.start < start and end < mark.end:
            kept.append(replace(mark, end=mark.end + gain))
    return kept


class _Findings:
    """The findings about a section's words, found by their code and place."""

    def __init__(self, document: Document, section: str) -> None:
        self._report = document.report
        self._text = document.report.texts.get(section, "")
        self._by_code: defaultdict[str, list[tuple[int, int, Finding]]] = defaultdict(list)
        for finding in document.findings:
            if finding.section == section and finding.span is not None:
                self._by_code[finding.code].append((*finding.span, finding))
        for spans in self._by_code.values():
            spans.sort(key=lambda entry: entry[:2])
        self._taken: set[int] = set()

    def take(self, code: str, start: int, end: int) -> Finding | None:
        """Return the finding of a code around a place; it is not among the others then."""
        spans = self._by_code.get(code, [])
        place = bisect_right(spans, start, key=lambda entry: entry[0])
        for first, last, finding in reversed(spans[:place]):
            if first <= start and end <= last:
                self._taken.add(id(finding))
                return finding
        return None

    def others(self) -> Iterator[TextMark]:
        """Yield marks for the findings that no number told; those about a whole text have none."""
        for spans in self._by_code.values():
            for start, end, finding in spans:
                if not finding.is_unwritten and id(finding) not in self._taken and self._is_local(start, end):
                    yield self.mark(finding, start, end, finding.message)

    def mark(self, finding: Finding, start: int, end: int, brief: str, replacement: str = "") -> TextMark:
        """Make the mark of a finding, accepted or not."""
        word = acceptance_of(self._report, finding)
        words = f"{finding.message}\n已说明：{word.note}" if word else finding.message
        look: MarkLook = "accepted" if word else "wrong"
        return TextMark(start, end, look, words, brief, finding.severity, finding.cells, replacement, finding)

    def _is_local(self, start: int, end: int) -> bool:
        return start < end <= start + _LONGEST_CHARACTERS and "\n" not in self._text[start:end]


def _compared(document: Document, mark: Mark, about: _Findings) -> TextMark:
    figure = f"{mark.place}：{_shown(document, mark, mark.figure)}"
    if mark.state == "agrees":
        return TextMark(
            mark.start, mark.end, "agrees", f"与表格一致\n{figure}", f"与{figure} 一致", cells=mark.cells
        )
    finding = about.take(mark.code, mark.start, mark.end)
    if finding is None:
        return TextMark(
            mark.start, mark.end, "wrong", figure, figure, cells=mark.cells, replacement=mark.replacement
        )
    found = about.mark(finding, mark.start, mark.end, figure, mark.replacement)
    return replace(found, words=f"{figure}\n{found.words}", cells=mark.cells)


def _shown(document: Document, mark: Mark, figure: Number) -> str:
    cell = document.form.cells[mark.cells[0]]
    return f"{cell.kind.show(figure)} {cell.unit}"


def _left_over(left: LeftNumber) -> TextMark:
    brief = f"上年的年报里也是“{left.quote}”，请核对今年是不是这个数"
    return TextMark(left.start, left.end, "left", brief, brief)


def _apart(found: Iterable[TextMark], length: int) -> list[TextMark]:
    """Return marks in order of place; of two that would overlap the one found first stays."""
    taken = bytearray(length)
    kept = []
    for mark in found:
        if not taken.count(1, mark.start, mark.end):
            taken[mark.start : mark.end] = b"\1" * (mark.end - mark.start)
            kept.append(mark)
    return sorted(kept, key=lambda mark: mark.start)
