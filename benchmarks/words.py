"""A keystroke in a text of 5,000 characters: every check of words, and the marks of the editor."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import count

from benchmarks.labelled import FORM, read, unrelated
from benchmarks.timing import Line, median_of
from reportdesk.document import Document
from reportdesk.report.edit import enter, write_text

RUNS = 50
LENGTH = 5000
SECTION = "overview"


def long_text() -> str:
    """Return 5,000 characters of labelled sentences, six to a paragraph: far denser than any report."""
    sentences = [sentence.text for sentence in read("tuning")]
    paragraphs = ["".join(sentences[place : place + 6]) for place in range(0, len(sentences), 6)]
    return "\n".join(paragraphs)[:LENGTH]


def lines() -> Iterator[Line]:
    """Times from an edit to the last finding."""
    sentence = read("tuning")[0]
    document = Document(unrelated(sentence, 3))
    document.apply(write_text(document.report, SECTION, long_text()))
    assert document.findings
    places = count(400, 60)
    yield Line("a character typed into them", median_of(lambda: _type(document, next(places)), RUNS))
    figures = count(4)
    yield Line("a cell changed beside them", median_of(lambda: _change(document, next(figures)), RUNS))


def _type(document: Document, place: int) -> None:
    text = document.report.texts[SECTION]
    document.apply(write_text(document.report, SECTION, f"{text[:place]}好{text[place:]}"))


def _change(document: Document, figure: int) -> None:
    document.apply(enter(document.report, {FORM.entered[-1].key: figure}))
