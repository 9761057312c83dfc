"""The words by which figures are told, read from `prose.toml`; what is unknown or dangling is refused."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from msgspec import Struct

from reportdesk.checks.prose.readings import Fills, Reading, expand, slots_of
from reportdesk.errors import FormError
from reportdesk.form.model import Form
from reportdesk.form.template import decode

#: What a word does beside naming something; see `prose.toml`.
Role = Literal[
    "filler",
    "verb",
    "negator",
    "all",
    "rest",
    "of_which",
    "about",
    "compare",
    "channel",
    "every_channel",
    "aside",
    "elsewhere",
]


class _Data(Struct, frozen=True, forbid_unknown_fields=True):
    """A part of the file; unknown names are refused."""


class Label(_Data, frozen=True):
    """Words that mean the same; an object has a `topic`, and `fill` chooses among cells."""

    words: tuple[str, ...]
    topic: str = ""
    role: Role | Literal[""] = ""
    fill: dict[str, tuple[str, ...]] = {}


class Measure(_Data, frozen=True):
    """What a number can count: the labels that tell it, and the readings to try against the tables.

    `any`, `all` and `none` are labels within reach of the number.
    `clean` asks that no unknown word stands before the number, `denied` allows zero said in words,
    `implied` a word without a number after a `whole` one (“均维持”), `bare` also without 均 or 全部.
    `when_all` readings are tried too where 均 or 全部 stands by. A `claim` is what 均 or 全部 itself says.
    `zero_code` is the code where one side alone is 0.
    """

    key: str
    code: str
    name: str
    readings: tuple[str, ...]
    zero_code: str = ""
    topic: str = ""
    any: tuple[str, ...] = ()
    all: tuple[str, ...] = ()
    none: tuple[str, ...] = ()
    of_which: tuple[str, ...] = ()
    when_all: tuple[str, ...] = ()
    unit: Literal["count", "money"] = "count"
    clean: bool = False
    denied: bool = False
    implied: bool = False
    bare: bool = False
    whole: bool = False
    claim: bool = False

    @property
    def labels(self) -> tuple[str, ...]:
        """Return every label that the measure names."""
        return self.any + self.all + self.none


class Units(_Data, frozen=True):
    """Counters of one character each, and units of money with how many of them make one of the form's."""

    count: str = ""
    money: dict[str, int] = {}


class ProseFile(_Data, frozen=True):
    """The whole of `prose.toml` that numbers need; the rest of the file is other modules'."""

    units: Units = Units()
    defaults: dict[str, tuple[str, ...]] = {}
    label: dict[str, Label] = {}
    measure: tuple[Measure, ...] = ()
    vetoes: dict[str, tuple[str, ...]] = {}
    shadows: dict[str, tuple[str, ...]] = {}
    tells: dict[str, tuple[str, ...]] = {}
    hints: dict[str, tuple[str, ...]] = {}


@dataclass(frozen=True, eq=False)
class Lexicon:
    """The words of one form, ready for use: longest first by their first character."""

    form: Form
    file: ProseFile
    by_first: Mapping[str, tuple[tuple[str, str], ...]]
    told_by: Mapping[str, str]
    hinted_by: Mapping[str, str]

    @property
    def where(self) -> str:
        """Return the file that says it all."""
        return str(self.form.folder / "prose.toml")

    def label(self, key: str) -> Label:
        """Return what the words of a label mean."""
        return self.file.label[key]

    def readings(
        self, measure: Measure, fills: Fills, *, of_which: bool, of_all: bool
    ) -> tuple[Reading, ...]:
        """Return the readings of a measure in the order in which to try them."""
        told = measure.readings
        told += measure.of_which if of_which else ()
        told += measure.when_all if of_all else ()
        chosen = {**self.file.defaults, **fills}
        return tuple(expand(self.form, reading, chosen, self.where) for reading in told)


@lru_cache(maxsize=8)
def load_lexicon(form: Form) -> Lexicon:
    """Return the words of a form; a form without `prose.toml` has none; raise FormError for a slip in it."""
    source = form.folder / "prose.toml"
    file = decode(source, ProseFile, optional=True)
    by_first: defaultdict[str, list[tuple[str, str]]] = defaultdict(list)
    for word, key in _words(file, str(source)):
        by_first[word[0]].append((word, key))
    longest_first = {
        first: tuple(sorted(words, key=lambda word: -len(word[0]))) for first, words in by_first.items()
    }
    told_by = _topics_by_label(file, file.tells, str(source))
    hinted_by = told_by | _topics_by_label(file, file.hints, str(source))
    lexicon = Lexicon(form, file, longest_first, told_by, hinted_by)
    for measure in file.measure:
        _refuse_dangling(lexicon, measure)
    return lexicon


def _words(file: ProseFile, where: str) -> Iterator[tuple[str, str]]:
    seen: dict[str, str] = {}
    for key, label in file.label.items():
        for word in label.words:
            if not word or word in seen:
                before = seen.get(word, key)
                raise FormError(f"“{word}”空着，或在 {before} 里已经有了", where=f"{where}: {key}")
            seen[word] = key
            yield word, key


def _topics_by_label(file: ProseFile, told: Mapping[str, tuple[str, ...]], where: str) -> dict[str, str]:
    known = {topic for label in file.label.values() if (topic := label.topic)}
    found = {label: topic for topic, labels in told.items() for label in labels}
    for name in (*(told.keys() - known), *(found.keys() - file.label.keys())):
        raise FormError(f"没有词类或主题“{name}”", where=where)
    return found


def _refuse_dangling(lexicon: Lexicon, measure: Measure) -> None:
    where = f"{lexicon.where}: {measure.key}"
    for key in measure.labels:
        if key not in lexicon.file.label:
            raise FormError(f"没有词类“{key}”", where=where)
    if measure.code not in {check.code for check in lexicon.form.checks.rule}:
        raise FormError(f"没有检查项“{measure.code}”", where=where)
    for reading in (*measure.readings, *measure.of_which, *measure.when_all):
        for fills in _all_fills(lexicon.file, reading, where):
            expand(lexicon.form, reading, fills, where)


def _all_fills(file: ProseFile, reading: str, where: str) -> Iterator[Fills]:
    missing = slots_of(reading) - set(file.defaults)
    if missing:
        raise FormError(f"“{{{missing.pop()}}}”没有 defaults", where=where)
    yield file.defaults
    for label in file.label.values():
        if slots_of(reading) & set(label.fill):
            yield {**file.defaults, **label.fill}
