"""A key in a text of 5,000 characters, and in one paragraph of several lengths: recorded, then examined."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import count

from benchmarks.labelled import FORM, read, unrelated
from benchmarks.timing import Line, times_of
from reportdesk.document import Document
from reportdesk.report.edit import enter, write_text

RUNS = 50
LENGTH = 5000
#: Characters of one paragraph, with the rounds that they get.
PARAGRAPHS = {1000: 25, 5000: 15, 20000: 7}
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
    yield Line.of("key: in 5,000 characters, recorded", times_of(lambda: _type(document, next(places)), RUNS))
    keys = times_of(lambda: (_type(document, next(places)), _look(document)), RUNS)
    yield Line.of("key: in 5,000 characters, to the last finding", keys)
    figures = count(4)
    cells = times_of(lambda: (_change(document, next(figures)), _look(document)), RUNS)
    yield Line.of("cell: beside 5,000 characters, to the last finding", cells)
    for length, rounds in PARAGRAPHS.items():
        recorded = times_of(typing_into(one_paragraph(length), examined=False), rounds)
        yield Line.of(f"key: in one paragraph of {length:,} characters, recorded", recorded)
        times = times_of(typing_into(one_paragraph(length)), rounds)
        yield Line.of(f"key: in one paragraph of {length:,} characters, to the last finding", times)


def one_paragraph(length: int) -> str:
    """Return labelled sentences over and over, in one paragraph."""
    words = "".join(sentence.text.replace("\n", "") for sentence in read("tuning"))
    return (words * (length // len(words) + 1))[:length]


def typing_into(text: str, *, examined: bool = True) -> Callable[[], None]:
    """Return what types a character into a text, each time further on, and asks for findings if wanted."""
    document = Document(unrelated(read("tuning")[0], 3))
    document.apply(write_text(document.report, SECTION, text))
    assert document.findings is not None
    places = count(40, max(1, len(text) // 60))

    def press() -> None:
        _type(document, next(places) % len(text))
        if examined:
            assert document.findings is not None

    return press


def _type(document: Document, place: int) -> None:
    text = document.report.texts[SECTION]
    document.apply(write_text(document.report, SECTION, f"{text[:place]}好{text[place:]}"))


def _look(document: Document) -> None:
    assert document.findings is not None


def _change(document: Document, figure: int) -> None:
    document.apply(enter(document.report, {FORM.entered[-1].key: figure}))
