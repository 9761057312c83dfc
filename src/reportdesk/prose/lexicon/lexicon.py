"""The words by which figures are told, ready for use, as `prose.toml` has them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

from reportdesk.errors import FormError
from reportdesk.form.model import Form
from reportdesk.form.template import decode
from reportdesk.prose.lexicon.cell_sums import CellSum, Fills, expand
from reportdesk.prose.lexicon.soundness import refuse_dangling
from reportdesk.prose.lexicon.wordings import Label, Measure, ProseFile


@dataclass(frozen=True, eq=False)
class Lexicon:
    """The words of one form, ready for use: longest first by their first character."""

    form: Form
    file: ProseFile
    by_first: Mapping[str, tuple[tuple[str, str], ...]]
    roles_by_label: Mapping[str, frozenset[str]]
    topic_by_label: Mapping[str, str]
    hinted_topic_by_label: Mapping[str, str]

    @property
    def where(self) -> str:
        """Return the file that says it all."""
        return str(self.form.folder / "prose.toml")

    def label(self, key: str) -> Label:
        """Return what the words of a label mean."""
        return self.file.label[key]

    def roles(self, key: str) -> frozenset[str]:
        """Return what the words of a label do."""
        return self.roles_by_label[key]

    def labels_of(self, role: str) -> frozenset[str]:
        """Return the labels whose words have a role."""
        return frozenset(key for key, roles in self.roles_by_label.items() if role in roles)

    def sums(self, measure: Measure, fills: Fills, *, of_which: bool, of_all: bool) -> tuple[CellSum, ...]:
        """Return the sums of cells of a measure in the order in which to try them."""
        wordings = measure.sums
        wordings += measure.of_which if of_which else ()
        wordings += measure.when_all if of_all else ()
        chosen = {**self.file.defaults, **fills}
        slots = tuple(chosen.items())
        return tuple(_expanded(self.form, wording, slots, self.where) for wording in wordings)


@lru_cache(maxsize=4096)
def _expanded(
    form: Form, wording: str, slots: tuple[tuple[str, tuple[str, ...]], ...], where: str
) -> CellSum:
    return expand(form, wording, dict(slots), where)


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
    told = _topics_by_label(file.tells)
    roles = {key: label.roles for key, label in file.label.items()}
    return Lexicon(form, file, longest_first, roles, told, told | _topics_by_label(file.hints))


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
