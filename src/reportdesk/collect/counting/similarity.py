"""Which units' words are alike, found through an index of sketches, never by comparing each with each."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from reportdesk.checks.rules.texts.text_similar import Similarity
from reportdesk.collect.counting.findings import CollectionFinding, found
from reportdesk.collect.counting.statuses import UnitState
from reportdesk.collect.incoming.filed import WordStore
from reportdesk.form.model import Form
from reportdesk.prose.text.likeness import likeness
from reportdesk.prose.text.sketch import BINS, bands

_CODE = "text.similar"
_LEAST = 0.8
#: A text is compared with so many neighbours of a band at most: what all write alike is no pair of two.
_MOST_NEIGHBOURS = 12
#: Texts whose sketches have less in common than this are not 80 % alike (estimate of the share of pairs that
#: two such texts share is 0.67, give or take 0.05).
_LEAST_COMMON = 0.5
#: So many pairs of one section are told one by one; a larger crowd is told as one.
_MOST_PAIRS = 200


@dataclass(frozen=True, slots=True)
class Alike:
    """Two units (by name, with their files) whose words of a section are alike, from 0 to 1."""

    section: str
    one: UnitState
    other: UnitState
    likeness: float


def alike_units(form: Form, states: Sequence[UnitState], store: WordStore) -> list[Alike]:
    """Return the pairs of units whose words of a section are so alike that the form calls it copied."""
    limits = form.checks.options_of(_CODE, Similarity)
    if limits is None:
        return []
    return [
        pair for section in limits.sections for pair in _Section(section, limits.least, store).pairs(states)
    ]


@dataclass
class _Section:
    section: str
    least: float
    store: WordStore

    def pairs(self, states: Sequence[UnitState]) -> Iterator[Alike]:
        """Yield the pairs, each once; of many equal texts each is paired with the first."""
        crowd = self._equal(states)
        firsts = list(crowd.values())
        for group in firsts:
            yield from (Alike(self.section, group[0], other, 1.0) for other in group[1:])
        index: dict[tuple[int, ...], list[int]] = defaultdict(list)
        for number, group in enumerate(firsts):
            met: set[int] = set()
            for band in bands(self._marks(group[0])):
                met.update(index[band][-_MOST_NEIGHBOURS:])
                index[band].append(number)
            for other in sorted(met):
                yield from self._compared(firsts[other][0], group[0])

    def _equal(self, states: Sequence[UnitState]) -> dict[bytes, list[UnitState]]:
        """Return the units whose sketches are the same, together: their texts differ in digits at most."""
        groups: dict[bytes, list[UnitState]] = defaultdict(list)
        for state in states:
            if state.counted and self.section in state.counted.sketches:
                groups[state.counted.sketches[self.section].tobytes()].append(state)
        return groups

    def _marks(self, state: UnitState) -> Sequence[int]:
        return state.counted.sketches[self.section] if state.counted else ()

    def _compared(self, one: UnitState, other: UnitState) -> Iterator[Alike]:
        common = sum(a == b for a, b in zip(self._marks(one), self._marks(other), strict=True))
        if common < _LEAST_COMMON * BINS:
            return
        alike = likeness(self._text(one), self._text(other))
        if alike >= self.least:
            yield Alike(self.section, one, other, alike)

    def _text(self, state: UnitState) -> str:
        return self.store.get(state.counted.words[self.section]) if state.counted else ""


def alike_findings(form: Form, pairs: Sequence[Alike]) -> Iterator[CollectionFinding]:
    """Yield a finding for each pair, for a section with very many one that names all units."""
    for section in dict.fromkeys(pair.section for pair in pairs):
        heading = form.heading_of(section)
        own = [pair for pair in pairs if pair.section == section]
        if len(own) > _MOST_PAIRS:
            units = tuple(dict.fromkeys(state.unit.name for pair in own for state in (pair.one, pair.other)))
            message = f"{len(units)} 个单位的“{heading}”彼此雷同（年份、数字不计），像是同一个底稿"
            yield found("collect.similar", message, units=units)
            continue
        for pair in own:
            one, other = pair.one, pair.other
            told = f"“{heading}”有 {pair.likeness:.0%} 相同（年份、数字不计）"
            message = f"{one.unit.name}和{other.unit.name}的{told}"
            files = [state.counted.name for state in (one, other) if state.counted]
            yield found("collect.similar", message, units=[one.unit.name, other.unit.name], files=files)
