"""A finding: one thing that is wrong, or may be, with a report."""

from __future__ import annotations

from dataclasses import replace

from reportdesk.form.formula import Number
from reportdesk.form.severity import SeverityName
from reportdesk.frozen import Frozen
from reportdesk.report.entries import FieldName
from reportdesk.report.model import Acceptance, Report


class Finding(Frozen, frozen=True):
    """What is wrong and where; `left` and `right` are the figures compared (件 or 万元).

    `cells` are keys, the one to go to first. For the words of a report, `section` is the section's key and
    `span` the [start, end) of the place in that section's text. `field` names the field of the report that
    is meant, such as `title`. `difference` is left minus right. `basis` stands for all that was looked at:
    every figure, or the words. `mark` tells it from others of its code and quote in the section: it stands
    for the sentence and the place in it. `end_mark` is what that sentence ends with, None without one.
    `former_basis` is what files of before had, without the sentence.
    `is_unwritten` says that nothing is wrong yet: nobody has written there.
    """

    code: str
    severity: SeverityName
    message: str
    cells: tuple[str, ...] = ()
    left: Number | None = None
    right: Number | None = None
    difference: Number | None = None
    section: str | None = None
    span: tuple[int, int] | None = None
    quote: str = ""
    field: FieldName | None = None
    basis: str = ""
    mark: str = ""
    end_mark: str | None = None
    former_basis: str = ""
    is_unwritten: bool = False

    @property
    def subject(self) -> str:
        """Return what the finding is about, the same while its place is: a cell, or section and sentence."""
        if not self.mark:
            return self.former_subject
        cell = self.cells[0] if self.cells else ""
        return f"{self.code}:{self.section}#{self.mark}:{cell}:{self.quote}"

    @property
    def former_subject(self) -> str:
        """Return the subject by which files of before name it, alike for every place of one quote."""
        place = self.cells[0] if self.cells else self.section or self.field or ""
        return f"{self.code}:{place}:{self.quote}"

    @property
    def figures(self) -> str:
        """Return what was compared, so that an acceptance can tell whether it still holds."""
        return f"{_figure_in_words(self.left)}/{_figure_in_words(self.right)}/{self.basis}"

    @property
    def former_figures(self) -> str:
        """Return what was compared as files of before say it."""
        return (
            f"{_figure_in_words(self.left)}/{_figure_in_words(self.right)}/{self.former_basis or self.basis}"
        )


def unwritten(finding: Finding) -> Finding:
    """Return a finding as one about what nobody has written yet."""
    return replace(finding, is_unwritten=True)


def _figure_in_words(figure: Number | None) -> str:
    return "" if figure is None else str(figure)


def acceptance_of(report: Report, finding: Finding) -> Acceptance | None:
    """Return the clerk's word on a finding if it still holds: the same subject with the same figures.

    A word of before says nothing of the mark with which its sentence ends, and holds with any.
    """
    word = report.accepted.get(finding.subject)
    if word is None or word.figures != finding.figures:
        return None
    return word if word.end_mark in {None, finding.end_mark} else None
