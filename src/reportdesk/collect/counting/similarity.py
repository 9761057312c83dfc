"""Which units' words are alike, found through an index of sketches, never by comparing each with each."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from threading import Lock

from reportdesk.checks.rules.texts.text_similar import Similarity
from reportdesk.collect.counting.findings import CollectionFinding, found
from reportdesk.collect.counting.statuses import UnitState
from reportdesk.collect.incoming.filed import WordStore
from reportdesk.form.model import Form
from reportdesk.prose.text.likeness import likeness
from reportdesk.prose.text.sketch import BINS, bands

_CODE = "text.similar"
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


class Likeness:
    """Finds alike units again and again: what was compared is known while its files are among the units."""

    def __init__(self, store: WordStore) -> None:
        """Compare words that lie in a store."""
        self._store = store
        self._known: dict[tuple[str, float], _Section] = {}
        self._lock = Lock()

    def pairs(self, form: Form, states: Sequence[UnitState]) -> list[Alike]:
        """Return the pairs of units whose words of a section are so alike that the form calls it copied.

        Each stands once, equal texts with the first of them; any thread may ask.
        """
        limits = form.checks.options_of(_CODE, Similarity)
        if limits is None:
            return []
        wanted = [(section, limits.least) for section in limits.sections]
        with self._lock:
            self._known = {key: self._known.get(key) or _Section(*key, self._store) for key in wanted}
            return [pair for section in self._known.values() for pair in section.pairs(states)]


#: Where a text lies in the store: another text lies elsewhere.
_Place = tuple[int, int]
_Band = tuple[int, ...]


@dataclass
class _Section:
    """One section of all units; places of units in their order stand for them."""

    section: str
    least: float
    store: WordStore
    _asked: tuple[_Place | None, ...] = ()
    _found: tuple[tuple[int, int, float], ...] = ()
    _bands: dict[_Place, tuple[_Band, ...]] = field(default_factory=dict)
    _compared: dict[tuple[_Place, _Place], float] = field(default_factory=dict)

    def pairs(self, states: Sequence[UnitState]) -> Iterator[Alike]:
        """Yield the pairs; nothing is looked for again while all units have the words they had."""
        places = tuple(self._place(state) for state in states)
        if places != self._asked:
            self._found = tuple(self._look(states, places))
            self._asked = places
        for one, other, likeness_ in self._found:
            yield Alike(self.section, states[one], states[other], likeness_)

    def _place(self, state: UnitState) -> _Place | None:
        filed = state.counted
        return filed.words.get(self.section) if filed and self.section in filed.sketches else None

    def _look(
        self, states: Sequence[UnitState], places: Sequence[_Place | None]
    ) -> Iterator[tuple[int, int, float]]:
        """Yield the pairs by number; bands and comparisons of texts that stayed are taken as known."""
        bands_, compared = self._bands, self._compared
        self._bands, self._compared = {}, {}
        firsts = list(self._equal(states, places).values())
        for group in firsts:
            yield from ((group[0], other, 1.0) for other in group[1:])
        index: dict[_Band, list[int]] = defaultdict(list)
        for group in firsts:
            number, place = group[0], places[group[0]]
            assert place is not None
            own = self._bands[place] = bands_.get(place) or tuple(bands(self._marks(states[number])))
            met: set[int] = set()
            for band in own:
                met.update(index[band][-_MOST_NEIGHBOURS:])
                index[band].append(number)
            for other in sorted(met):
                likeness_ = self._likeness(states[other], states[number], compared)
                if likeness_ >= self.least:
                    yield other, number, likeness_

    def _equal(self, states: Sequence[UnitState], places: Sequence[_Place | None]) -> dict[bytes, list[int]]:
        """Return the units whose sketches are the same, together: their texts differ in digits at most."""
        groups: dict[bytes, list[int]] = defaultdict(list)
        for number, (state, place) in enumerate(zip(states, places, strict=True)):
            if place is not None and state.counted is not None:
                groups[state.counted.sketches[self.section].tobytes()].append(number)
        return groups

    def _marks(self, state: UnitState) -> Sequence[int]:
        return state.counted.sketches[self.section] if state.counted else ()

    def _likeness(
        self, one: UnitState, other: UnitState, known: Mapping[tuple[_Place, _Place], float]
    ) -> float:
        common = sum(a == b for a, b in zip(self._marks(one), self._marks(other), strict=True))
        places = self._place(one), self._place(other)
        if common < _LEAST_COMMON * BINS or places[0] is None or places[1] is None:
            return 0.0
        pair = places[0], places[1]
        known_pair = known.get(pair)
        if known_pair is None:
            known_pair = likeness(self.store.get(pair[0]), self.store.get(pair[1]))
        self._compared[pair] = known_pair
        return known_pair


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
            alike = f"“{heading}”有 {pair.likeness:.0%} 相同（年份、数字不计）"
            message = f"{one.unit.name}和{other.unit.name}的{alike}"
            files = [state.counted.name for state in (one, other) if state.counted]
            yield found("collect.similar", message, units=[one.unit.name, other.unit.name], files=files)
