"""What an empty section begins with: its sub-headings, the sentences that follow the figures, an example."""

from __future__ import annotations

from collections.abc import Mapping

from reportdesk.form.formula import Number
from reportdesk.prose.lexicon.lexicon import load_lexicon
from reportdesk.prose.lexicon.wordings import Sentence
from reportdesk.prose.sentences.placing import placed
from reportdesk.prose.sentences.telling import told_by
from reportdesk.prose.text.subheads import skeleton_of
from reportdesk.report.edit import Edit, edit_entries
from reportdesk.report.facts import Facts
from reportdesk.report.model import Report


def begin_section(report: Report, figures: Mapping[str, Number | None], section: str) -> Edit:
    """Make an edit that writes a section's sub-headings, with what the figures say under each.

    It changes nothing where somebody has written; raise KeyError for a section that the form does not have.
    """
    text = report.texts.get(section, "")
    if not text.strip():
        text = skeleton_of(report.form.section(section).subheads)
        for sentence, words in sentences_for(report, figures, section):
            text = placed(report.form, sentence, text, words)
    return edit_entries(report, "放入小标题", [("texts", section, text or None)])


def sentences_for(
    report: Report, figures: Mapping[str, Number | None], section: str
) -> list[tuple[Sentence, str]]:
    """Return the sentences of a section that the figures give, each with its words.

    Those about an amount that no cell holds are left to the clerk.
    """
    facts = Facts(report, figures)
    offered = [
        (one, told_by(facts, one) or "")
        for one in load_lexicon(report.form).file.sentence
        if one.section == section and one.clause
    ]
    return [(one, words) for one, words in offered if words]


def example_of(report: Report, section: str) -> str:
    """Return an example of what a section says, with this report's organ and year; empty without one."""
    example = report.form.section(section).example
    return example.format(organ=report.organ or "本机关", year=report.year or "")
