"""Tidying a report's words: proposals to take one by one or all, as one Edit; paragraphs stay apart."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator

from reportdesk.frozen import Frozen
from reportdesk.prose.sentences.tidying import WordSlip, mended, slips_in
from reportdesk.report.edit import Edit, edit_entries
from reportdesk.report.entries import Entry
from reportdesk.report.model import Report


class Proposal(Frozen, frozen=True):
    """A change to the words at `span` of a section, [start, end): what stands there, what would, and why."""

    section: str
    span: tuple[int, int]
    before: str
    after: str
    reason: str


def proposals(report: Report) -> tuple[Proposal, ...]:
    """Return what can be tidied in every text, in printed order."""
    return tuple(
        Proposal(key, (slip.start, slip.end), slip.before, slip.after, slip.reason)
        for key in report.form.text_keys
        for slip in slips_in(report.texts.get(key, ""))
    )


def tidy(report: Report, chosen: Iterable[Proposal], *, name: str = "整理文字") -> Edit:
    """Make one edit of some proposals; raise ValueError for one that the words no longer fit.

    A tidied paragraph that came from last year unconfirmed is still unconfirmed.
    """
    by_section: defaultdict[str, list[WordSlip]] = defaultdict(list)
    for proposal in chosen:
        text = report.texts.get(proposal.section, "")
        if text[slice(*proposal.span)] != proposal.before:
            raise ValueError(f"{proposal.section}{proposal.span} is not {proposal.before!r}")
        by_section[proposal.section].append(
            WordSlip(*proposal.span, proposal.before, proposal.after, proposal.reason)
        )
    return edit_entries(report, name, _entries(report, by_section))


def _entries(report: Report, by_section: dict[str, list[WordSlip]]) -> Iterator[Entry]:
    for section, slips in by_section.items():
        before = report.texts[section]
        after = mended(before, tuple(slips))
        yield "texts", section, after or None
        inherited = report.inherited.get(section)
        if inherited:
            new = dict(zip(before.split("\n"), after.split("\n"), strict=True))
            yield "inherited", section, tuple(new.get(paragraph, paragraph) for paragraph in inherited)
