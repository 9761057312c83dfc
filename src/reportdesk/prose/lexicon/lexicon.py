"""The words by which figures are told, ready for use, as `prose.toml` has them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

from reportdesk.errors import FormError
from reportdesk.form.model import Form
from reportdesk.form.template import decode
from reportdesk.prose.figures.readings import Fills, Reading, expand
from reportdesk.prose.lexicon.soundness import refuse_dangling
from reportdesk.prose.lexicon.wordings import Label, Measure, ProseFile


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
        slots = tuple(chosen.items())
        return tuple(_expanded(self.form, reading, slots, self.where) for reading in told)


@lru_cache(maxsize=4096)
def _expanded(
    form: Form, reading: str, slots: tuple[tuple[str, tuple[str, ...]], ...], where: str
) -> Reading:
    return expand(form, reading, dict(slots), where)


@lru_cache(maxsize=8)
def load_lexicon(form: Form) -> Lexicon:
    """Return the words of a form; a form without `prose.toml` has none; raise FormError for a slip in it."""
    source = form.folder / "prose.toml"
    file = decode(source, ProseFile, optional=True)
    refuse_dangling(form, file, source)
    by_first: defaultdict[str, list[tuple[str, str]]] = defaultdict(list)
    for word, key in _words(file, str(source)):
        by_first[word[0]].append((word, key))
    longest_first = {
        first: tuple(sorted(words, key=lambda word: -len(word[0]))) for first, words in by_first.items()
    }
    told_by = _topics_by_label(file.tells)
    return Lexicon(form, file, longest_first, told_by, told_by | _topics_by_label(file.hints))


def _words(file: ProseFile, where: str) -> Iterator[tuple[str, str]]:
    seen: dict[str, str] = {}
    for key, label in file.label.items():
        for word in label.words:
            if not word or word in seen:
                before = seen.get(word, key)
                raise FormError(f"“{word}”空着，或在 {before} 里已经有了", where=f"{where}: {key}")
            seen[word] = key
            yield word, key


def _topics_by_label(told: Mapping[str, tuple[str, ...]]) -> dict[str, str]:
    return {label: topic for topic, labels in told.items() for label in labels}
