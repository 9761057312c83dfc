"""What `prose.toml` must not say: labels, topics, codes, cells and sub-headings that are not there."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from reportdesk.errors import FormError
from reportdesk.form.model import Form
from reportdesk.form.template import compile_pattern, refuse_broken_message
from reportdesk.prose.lexicon.cell_sums import Fills, expand, slots_of
from reportdesk.prose.lexicon.wordings import ROLES, Clause, Measure, Phrase, ProseFile, Sentence
from reportdesk.prose.lexicon.words import WordLine

_FIGURE = frozenset({"n"})
_YEAR = frozenset({"year"})


def refuse_dangling(form: Form, file: ProseFile, source: Path) -> None:
    """Raise FormError, with file and place, for the first name that nothing has."""
    _refuse_missing_roles(file, f"{source}")
    topics = {label.topic for label in file.label.values() if label.topic}
    _refuse_uncounted(file, f"{source}")
    for by_topic in (file.tells, file.hints, file.shadows):
        _refuse_unknown(by_topic, topics, "主题", f"{source}")
    _refuse_unknown((key for hidden in file.shadows.values() for key in hidden), topics, "主题", f"{source}")
    for by_topic in (file.tells, file.hints):
        named = (key for labels in by_topic.values() for key in labels)
        _refuse_unknown(named, file.label, "词类", f"{source}")
    _refuse_unknown((*file.vetoes, *file.near_vetoes), topics, "主题", f"{source}: vetoes")
    for phrase in file.phrase:
        _refuse_unknown(filter(None, [phrase.label]), file.label, "词类", f"{source}: {phrase.pattern}")
        _refuse_phrase(phrase, f"{source}: {phrase.pattern}")
    codes = {check.code for check in form.checks.rule}
    for measure in (*file.measure, *file.odd.values()):
        _refuse_measure(file, measure, f"{source}: {measure.key}", codes, topics)
    _refuse_sums(form, file, source)
    for sentence in file.sentence:
        _refuse_sentence(form, file, sentence, f"{source}: {sentence.key}", topics)
    if file.promises.section:
        _refuse_unknown(
            [file.promises.section], {one.key for one in form.sections}, "section", f"{source}: promises"
        )
    _refuse_unknown(file.nil.tables, {table.key for table in form.tables}, "table", f"{source}: nil")
    _refuse_unknown(file.nil.sentences, {one.key for one in file.sentence}, "sentence", f"{source}: nil")


def refuse_repeated_words(file: ProseFile, where: str) -> None:
    """Raise FormError for a word that is empty, or that two lines tell."""
    found: dict[str, str] = {}
    for key, label in file.label.items():
        for line in label.words:
            spelled = dict.fromkeys(WordLine.read(line, f"{where}: {key}").words, key)
            twice = "" if "" in spelled else next(iter(spelled.keys() & found.keys()), None)
            if twice is not None and (not twice or found[twice] != key or twice in label.words):
                raise FormError(
                    f"“{twice}”空着，或在 {found.get(twice, key)} 里已经有了", where=f"{where}: {key}"
                )
            found |= spelled


def _refuse_uncounted(file: ProseFile, where: str) -> None:
    """Refuse a topic under which nothing counts: most likely one that is spelled in two ways."""
    counted = {measure.topic for measure in file.measure}
    for key, label in file.label.items():
        if label.topic and counted and counted.isdisjoint({"", label.topic}):
            raise FormError(f"主题“{label.topic}”没有一个 measure", where=f"{where}: {key}")


def _refuse_phrase(phrase: Phrase, where: str) -> None:
    pattern = compile_pattern(phrase.pattern, where)
    if pattern.match("") or not phrase.first:
        raise FormError("pattern 不能配上空文字，first 不能空着", where=where)
    if bool(phrase.label) == bool(phrase.role):
        raise FormError("role 和 label 要写一个，只能写一个", where=where)


def _refuse_missing_roles(file: ProseFile, where: str) -> None:
    """Refuse a file that counts something, but lacks words that reading a number takes for granted."""
    known = {role for label in file.label.values() for role in label.roles}
    for role in ROLES if file.measure else ():
        if role not in known:
            raise FormError(f"没有一个词类的 role 是“{role}”，读不准文字里的数", where=where)


def _refuse_measure(file: ProseFile, measure: Measure, where: str, codes: set[str], topics: set[str]) -> None:
    _refuse_unknown(measure.labels, file.label, "词类", where)
    _refuse_unknown(filter(None, [measure.code, measure.zero_code]), codes, "检查项", where)
    _refuse_unknown(filter(None, [measure.topic]), topics, "主题", where)
    if measure.beside is not None:
        _refuse_measure(file, measure.beside, where, codes, topics)


def _refuse_sums(form: Form, file: ProseFile, source: Path) -> None:
    """Refuse sums of what is no cell, whatever stands in their slots; each is looked at once."""
    tried: set[str] = set()
    for key, wordings in _sums(*file.measure, *file.odd.values()):
        for wording in wordings:
            if wording not in tried:
                tried.add(wording)
                for fills in _all_fills(file, wording, f"{source}: {key}"):
                    expand(form, wording, fills, f"{source}: {key}")


def _sums(*measures: Measure) -> Iterator[tuple[str, tuple[str, ...]]]:
    for measure in measures:
        yield measure.key, measure.sums + measure.of_which + measure.when_all + measure.held
        if measure.beside is not None:
            yield from _sums(measure.beside)


def _all_fills(file: ProseFile, wording: str, where: str) -> Iterator[Fills]:
    slots = slots_of(wording, where)
    _refuse_unknown(slots, file.defaults, "defaults", where)
    tried: set[tuple[tuple[str, ...], ...]] = set()
    for fill in ({}, *(label.fill for label in file.label.values() if label.fill)):
        fills = {**file.defaults, **fill}
        of_slots = tuple(fills[slot] for slot in slots)
        if of_slots not in tried:
            tried.add(of_slots)
            yield fills


def _refuse_sentence(form: Form, file: ProseFile, sentence: Sentence, where: str, topics: set[str]) -> None:
    _refuse_unknown([sentence.section], {section.key for section in form.sections}, "section", where)
    subheads = form.section(sentence.section).subheads
    _refuse_unknown(filter(None, [sentence.subhead]), subheads, "小标题", where)
    _refuse_unknown(sentence.about, topics, "主题", where)
    for words in (sentence.lead, sentence.none):
        refuse_broken_message(words, where, _YEAR)
    refuse_broken_message(sentence.some, where, _YEAR | _FIGURE)
    compile_pattern(sentence.words, where)
    for clause in sentence.clause:
        _refuse_clause(form, file, clause, where)


def _refuse_clause(form: Form, file: ProseFile, clause: Clause, where: str) -> None:
    refuse_broken_message(clause.some, where, _FIGURE)
    expand(form, clause.sum, file.defaults, where)
    for part in clause.of:
        _refuse_clause(form, file, part, where)


def _refuse_unknown(names: Iterable[str], known: Iterable[str], what: str, where: str) -> None:
    for name in names:
        if name not in known:
            raise FormError(f"没有{what}“{name}”", where=where)
