"""Where a sentence belongs in a text: in the place of what it replaces, else under its sub-heading."""

from __future__ import annotations

import re

from reportdesk.form.model import Form
from reportdesk.prose.figures.reading.paragraph import mentions_in
from reportdesk.prose.lexicon.lexicon import load_lexicon
from reportdesk.prose.lexicon.wordings import Sentence
from reportdesk.prose.text.clauses import sentences_of
from reportdesk.prose.text.subheads import find_subheads, skeleton_of, spellings_of
from reportdesk.report.paragraphs import paragraphs_of

_Span = tuple[int, int]


def placed(form: Form, sentence: Sentence, text: str, words: str) -> str:
    """Return a section's text with a sentence in it.

    It takes the place of the first sentence under its sub-heading that tells the same; others that do are
    taken out. Where there is none it ends the last paragraph there, or begins one. An empty section gets its
    sub-headings first.
    """
    if sentence.subhead and not text.strip():
        text = skeleton_of(form.section(sentence.section).subheads)
    start, end = _body(form, sentence, text)
    same = [(start + a, start + b) for a, b in _telling_the_same(form, sentence, text[start:end])]
    if not same:
        return _added(text, start, end, words)
    for first, last in reversed(same[1:]):
        text = text[:first] + text[last:]
    first, last = same[0]
    return text[:first] + words + text[last:]


def _body(form: Form, sentence: Sentence, text: str) -> _Span:
    """Return where the words under the sentence's sub-heading stand; the whole text if there is none."""
    if not sentence.subhead:
        return 0, len(text)
    section = form.section(sentence.section)
    found = find_subheads(text, section.subheads, spellings_of(form))
    places = {subhead.name: number for number, subhead in enumerate(found)}
    number = places.get(sentence.subhead)
    if number is None:
        return 0, len(text)
    after = found[number + 1].span[0] if number + 1 < len(found) else len(text)
    return found[number].span[1], after


def _telling_the_same(form: Form, sentence: Sentence, body: str) -> list[_Span]:
    lexicon = load_lexicon(form)
    topics = set(sentence.about)
    places = [
        start + mention.start
        for start, paragraph in paragraphs_of(body)
        for mention in mentions_in(paragraph, lexicon)
        if mention.measure.topic in topics
    ]
    words = re.compile(sentence.words) if sentence.words else None
    return [
        (start, end)
        for start, end in sentences_of(body)
        if any(start <= place < end for place in places) or (words and words.search(body, start, end))
    ]


def _added(text: str, start: int, end: int, words: str) -> str:
    body = text[start:end]
    written = body.rstrip()
    if not re.search(r"\w", body):
        return f"{text[:start]}{'' if not text[:start] else chr(10)}{words}{_rest(text, end)}"
    link = "" if written[-1] in "。！？；" else "。"
    return f"{text[:start]}{written}{link}{words}{_rest(text, end)}"


def _rest(text: str, end: int) -> str:
    rest = text[end:]
    return f"\n{rest}" if rest else ""
