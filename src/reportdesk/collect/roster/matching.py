"""Whose file this is: the organ that was read, then the file's name, each by full name, alias, short name."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

from reportdesk.collect.roster.names import (
    name_in_file,
    names_with_region,
    pieces_of_name,
    plain_name,
    short_names,
    town_names,
)
from reportdesk.collect.roster.roster import Unit


@dataclass(frozen=True, slots=True)
class UnitMatch:
    """The unit that a file belongs to; without one, the units between which nothing is guessed."""

    unit: Unit | None = None
    candidates: tuple[Unit, ...] = ()


@dataclass
class Register:
    """The units by their names, for matching."""

    _full: dict[str, list[Unit]] = field(default_factory=lambda: defaultdict(list))
    _alias: dict[str, list[Unit]] = field(default_factory=lambda: defaultdict(list))
    _short: dict[str, list[Unit]] = field(default_factory=lambda: defaultdict(list))

    @classmethod
    def of(cls, units: Iterable[Unit]) -> Register:
        """Make the register of some units."""
        made = cls()
        for unit in units:
            made.add(unit)
        return made

    def add(self, unit: Unit) -> None:
        """Enter a unit under its name, its aliases and its short names."""
        self._full[plain_name(unit.name)].append(unit)
        for alias in unit.aliases:
            self._alias[plain_name(alias)].append(unit)
        shorts = {*short_names(unit.name), *town_names(unit.name)}
        for alias in unit.aliases:
            shorts |= names_with_region(unit.name, alias)
        for short in sorted(shorts):
            self._short[short].append(unit)

    def match(self, organ: str, stem: str) -> UnitMatch:
        """Return whose file it is that names an organ ("" for none) and is called `stem`."""
        by_organ = self._named(plain_name(organ), short_names(organ)) if organ else UnitMatch()
        if by_organ.unit:
            return by_organ
        by_file = self._by_file(stem)
        if by_organ.candidates:
            return by_file if by_file.unit in by_organ.candidates else by_organ
        return by_file

    def _by_file(self, stem: str) -> UnitMatch:
        exact = self._named(plain_name(stem), short_names(stem))
        if exact.unit or exact.candidates:
            return exact
        bare = name_in_file(stem)
        whole = self._named(bare, short_names(bare))
        return whole if whole.unit or whole.candidates else self._by_pieces(stem)

    def _by_pieces(self, stem: str) -> UnitMatch:
        """Return the unit that a part of a file's name is: 教育局_张某_0115; several are candidates."""
        matches = [self._named(piece, short_names(piece)) for piece in pieces_of_name(stem)]
        found = {unit.name: unit for one in matches for unit in (one.unit, *one.candidates) if unit}
        return _match_of(list(found.values()))

    def _named(self, plain: str, shorts: frozenset[str]) -> UnitMatch:
        steps: tuple[Callable[[], list[Unit]], ...] = (
            lambda: self._full.get(plain, []),
            lambda: self._alias.get(plain, []),
            lambda: self._short.get(plain, []),
            # A roster may itself leave the region out.
            lambda: [unit for short in shorts for unit in self._full.get(short, ())],
        )
        for step in steps:
            if found := list({unit.name: unit for unit in step()}.values()):
                return _match_of(found)
        return UnitMatch()


def _match_of(found: list[Unit]) -> UnitMatch:
    return UnitMatch(found[0]) if len(found) == 1 else UnitMatch(candidates=tuple(found))
