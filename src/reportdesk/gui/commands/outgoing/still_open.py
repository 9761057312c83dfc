"""What a clerk has not dealt with yet, in a few lines: said before an export, which it never forbids."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from reportdesk.agenda import missing_fields
from reportdesk.checks.rules.texts import period_year, text_stale_year
from reportdesk.form.severity import SEVERITIES
from reportdesk.gui.editor.mark_list import text_marks
from reportdesk.report.progress import progress_of

if TYPE_CHECKING:
    from reportdesk.document import Document

_YEARS = frozenset({text_stale_year.RULE.code, period_year.RULE.code})


def what_is_open(document: Document) -> tuple[str, ...]:
    """Return a line each for open findings, blanks, what was taken over, and what is left of last year."""
    return tuple(
        filter(
            None,
            (
                *_findings(document),
                _unwritten(document),
                _blank(document),
                _taken_over(document),
                _left(document),
            ),
        )
    )


def _findings(document: Document) -> Iterator[str]:
    found = [group.first for group in document.groups if not group.first.is_unwritten]
    severities = [finding.severity for finding in found]
    said = [f"{word} {severities.count(name)} 处" for name, word in SEVERITIES.items() if name in severities]
    years = sum(finding.code in _YEARS for finding in found)
    if said:
        yield f"待处理的问题：{'，'.join(said)}" + (f"（其中年份不对 {years} 处）" if years else "")


def _unwritten(document: Document) -> str:
    """Name the words and the fields that nobody has written; blank cells are counted by themselves."""
    lacking = [*missing_fields(document.report), *document.open_findings]
    said = [
        _words_of(document, finding.section) if finding.section else finding.message
        for finding in lacking
        if finding.is_unwritten and not finding.cells
    ]
    return f"还没有写：{'、'.join(dict.fromkeys(said))}" if said else ""


def _words_of(document: Document, section: str) -> str:
    heading = document.form.heading_of(section)
    is_begun = bool(document.report.texts.get(section, "").strip())
    return f"{heading}（有小标题下面没有文字）" if is_begun else heading


def _blank(document: Document) -> str:
    blank = progress_of(document.report, document.figures).blank
    return f"空着的格子：{blank} 格" if blank else ""


def _taken_over(document: Document) -> str:
    report = document.report
    paragraphs = sum(
        report.is_inherited(section, paragraph)
        for section in report.inherited
        for paragraph in report.paragraphs(section)
    )
    cells = len(report.unconfirmed)
    said = [f"{cells} 格" if cells else "", f"{paragraphs} 段文字" if paragraphs else ""]
    return f"沿用上年、还没有确认：{'，'.join(filter(None, said))}" if any(said) else ""


def _left(document: Document) -> str:
    marks = (mark for key in document.form.text_keys for mark in text_marks(document, key))
    number = sum(mark.look == "left" for mark in marks)
    return f"文字里与上年相同、表格里没有的数字：{number} 处" if number else ""
