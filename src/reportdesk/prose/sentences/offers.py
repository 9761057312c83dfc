"""Sentences that follow the figures: offered, and written as plain text where they belong."""

from __future__ import annotations

from collections.abc import Mapping

from reportdesk.form.formula import Number
from reportdesk.frozen import Frozen
from reportdesk.prose.lexicon.lexicon import load_lexicon
from reportdesk.prose.lexicon.wordings import Sentence
from reportdesk.prose.sentences.placing import placed
from reportdesk.prose.sentences.telling import first_blank, told_by
from reportdesk.report.edit import Edit, edit_entries
from reportdesk.report.facts import Facts
from reportdesk.report.model import Report


class Offer(Frozen, frozen=True):
    """A sentence on offer for a section; `text` is empty while cells are blank.

    `asks_amount` tells that it may also be made for an amount in 元, which no cell holds.
    """

    key: str
    name: str
    section: str
    subhead: str
    text: str
    asks_amount: bool


def offers(report: Report, figures: Mapping[str, Number | None]) -> tuple[Offer, ...]:
    """Return every sentence of the form, as the figures give it."""
    seen = Facts(report, figures)
    return tuple(
        Offer(one.key, one.name, one.section, one.subhead, told_by(seen, one) or "", bool(one.some))
        for one in load_lexicon(report.form).file.sentence
    )


def offered(
    report: Report, figures: Mapping[str, Number | None], key: str, amount: Number | None = None
) -> str | None:
    """Return one sentence, for an amount in 元 if it asks for one; None where cells are blank.

    Raise KeyError for a sentence that the form does not have.
    """
    return told_by(Facts(report, figures), sentence_of(report, key), amount)


def blank_for(report: Report, figures: Mapping[str, Number | None], key: str) -> str:
    """Return the key of the first blank cell that a sentence needs, empty where there is none.

    Raise KeyError for a sentence that the form does not have.
    """
    return first_blank(Facts(report, figures), sentence_of(report, key))


def write_sentence(
    report: Report, figures: Mapping[str, Number | None], key: str, amount: Number | None = None
) -> Edit:
    """Make an edit that writes a sentence where it belongs, in the place of one that tells the same.

    It changes nothing where cells are blank; raise KeyError for a sentence that the form does not have.
    """
    sentence = sentence_of(report, key)
    words = told_by(Facts(report, figures), sentence, amount)
    before = report.texts.get(sentence.section, "")
    after = placed(report.form, sentence, before, words) if words else before
    return edit_entries(report, f"写入{sentence.name}的句子", [("texts", sentence.section, after or None)])


def sentence_of(report: Report, key: str) -> Sentence:
    """Return a sentence of the report's form; raise KeyError for one that it does not have."""
    for sentence in load_lexicon(report.form).file.sentence:
        if sentence.key == key:
            return sentence
    raise KeyError(key)
