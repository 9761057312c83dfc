"""Findings that share a cause, together: one wrong figure is one thing to deal with, not five."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

import msgspec

from reportdesk.checks.causes.equations import Equation, equations_in_words, equations_of
from reportdesk.checks.causes.slips import Slip, SlipKind, slips_behind, spoils
from reportdesk.checks.check import Check
from reportdesk.checks.finding import Finding
from reportdesk.form.formula import Number
from reportdesk.form.severity import SEVERITIES
from reportdesk.frozen import Frozen
from reportdesk.report.facts import Facts

#: More slips than these that explain as much are no more than guesses.
_MOST_CAUSES = 2
#: As many findings of one check in one table or section are folded into one line.
_LEAST_ALIKE = 4
#: A group of more findings than these tells of one figure, and is not folded with others.
_MOST_FOLDED = 2
_GRAVITY = {severity: number for number, severity in enumerate(SEVERITIES)}


class CauseGroup(Frozen, frozen=True):
    """Findings to be dealt with at once, the one that says most first.

    `causes` are slips that may be behind them, the likeliest first; none where nothing is clear. Each would
    explain `explained` of the findings. `is_alike` says that they are no more than of one check and one
    place: each may have a cause of its own.
    """

    findings: tuple[Finding, ...]
    causes: tuple[Slip, ...] = ()
    explained: int = 0
    is_alike: bool = False

    @property
    def first(self) -> Finding:
        """Return the finding that stands for the group."""
        return self.findings[0]

    @property
    def cells(self) -> tuple[str, ...]:
        """Return all cells concerned, those that may be wrong first."""
        suspects = (key for cause in self.causes for key in cause.keys)
        return tuple(dict.fromkeys((*suspects, *(key for one in self.findings for key in one.cells))))


def groups_of(
    checks: Iterable[Check],
    facts: Facts,
    findings: Sequence[Finding],
    is_open: Callable[[Finding], bool] = lambda _: True,
) -> tuple[CauseGroup, ...]:
    """Return findings as groups, in the findings' order; each that is open stands in one group.

    Those that are not have a say in what belongs together, so that a word on one group changes no other.
    """
    groups = _Grouping(checks, facts, findings).groups()
    left = [_of_open(group, is_open) for group in groups]
    order = {id(finding): number for number, finding in enumerate(findings)}
    shown = sorted(
        (group for group in left if group.findings),
        key=lambda group: min(order[id(one)] for one in group.findings),
    )
    return tuple(_folded(facts, shown))


def _of_open(group: CauseGroup, is_open: Callable[[Finding], bool]) -> CauseGroup:
    return replace(group, findings=tuple(finding for finding in group.findings if is_open(finding)))


class _Explained(msgspec.Struct):
    """Equations that one slip explains, by their subjects; `slip` stands for all that explain as much.

    It explains `alone` of them without the help of others.
    """

    subjects: list[str]
    slip: Slip | None = None
    causes: tuple[Slip, ...] = ()
    alone: int = 0


class _Grouping(msgspec.Struct):
    checks: Iterable[Check]
    facts: Facts
    findings: Sequence[Finding]
    _explained: list[_Explained] = msgspec.field(default_factory=list)

    def groups(self) -> Iterator[CauseGroup]:
        by_subject = {finding.subject: finding for finding in self.findings}
        equations = list(equations_of(self.checks, self.facts)) if self._has_figures() else []
        failing = [one for one in equations if not one.holds and one.subject in by_subject]
        failing.sort(key=lambda equation: len(equation.shares))
        self._explain(failing, [one for one in equations if one.holds])
        shares = {equation.subject: len(equation.shares) for equation in failing}
        taken = {subject for explained in self._explained for subject in explained.subjects}
        for explained in self._explained:
            members = [by_subject[subject] for subject in explained.subjects]
            about = self._about_suspects(explained.causes, taken)
            own = {finding.subject for finding in members[: explained.alone]}
            members = sorted(
                (*members, *about), key=lambda one: (one.subject not in own, *_rank(one, shares))
            )
            taken.update(one.subject for one in about)
            yield CauseGroup(tuple(members), explained.causes, explained.alone)
        yield from self._alike_in_words([one for one in self.findings if one.subject not in taken])

    def _has_figures(self) -> bool:
        return any(one.difference is not None and one.section is None for one in self.findings)

    def _explain(self, failing: list[Equation], holding: list[Equation]) -> None:
        words = list(equations_in_words(self.findings, self.facts)) if failing else []
        left = list(failing)
        while left:
            explained = self._follows(left[0]) or self._explanation(left[0], [*left, *words], holding)
            gone = set(explained.subjects)
            left = [equation for equation in left if equation.subject not in gone]
            words = [equation for equation in words if equation.subject not in gone]

    def _follows(self, equation: Equation) -> _Explained | None:
        """Put an equation to what is explained already, if several slips together explain it too."""
        moves: dict[str, Number] = defaultdict(int)
        for explained in self._explained:
            for key, move in explained.slip.moves.items() if explained.slip else ():
                moves[key] += move
        if not any(key in equation.shares for key in moves):
            return None
        if not equation.is_met(equation.after(moves)):
            return None
        most = max(self._explained, key=lambda one: _weight(equation, one.slip))
        if self._is_graver(equation.subject, most.subjects):
            # It would stand for the others, with a cause that is only one of several.
            self._explained.append(_Explained([equation.subject]))
        else:
            most.subjects.append(equation.subject)
        return _Explained([equation.subject])

    def _is_graver(self, subject: str, others: Sequence[str]) -> bool:
        gravity = {finding.subject: _GRAVITY[finding.severity] for finding in self.findings}
        return gravity[subject] < min(gravity[other] for other in others)

    def _explanation(
        self, equation: Equation, open_ones: list[Equation], holding: list[Equation]
    ) -> _Explained:
        """Explain an equation by the slip that explains most beside it and breaks nothing."""
        found = [
            (slip, subjects)
            for slip in slips_behind(equation, self.facts)
            # Two figures at once explain any one equation.
            if len(subjects := _explains(slip, open_ones)) >= len(slip.keys)
        ]
        sound = [(slip, subjects) for slip, subjects in found if not spoils(slip, holding)]
        most = max((len(subjects) for _, subjects in sound or found), default=0)
        best = [(slip, subjects) for slip, subjects in sound or found if len(subjects) == most]
        if not best:
            explained = _Explained([equation.subject])
        else:
            slip, subjects = min(best, key=lambda one: one[0].kind)
            causes = [other for other, theirs in best if theirs == subjects]
            explained = _Explained(subjects, slip, _likely(causes) if sound else (), len(subjects))
        self._explained.append(explained)
        return explained

    def _about_suspects(self, causes: Sequence[Slip], taken: Collection[str]) -> list[Finding]:
        """Return what else was found of the one figure that may be wrong: its change from last year."""
        suspects = causes[0].keys if len(causes) == 1 else ()
        return [
            one
            for one in self.findings
            if one.section is None
            and not one.is_unwritten
            and one.subject not in taken
            and one.cells[:1]
            and one.cells[0] in suspects
        ]

    def _alike_in_words(self, left: list[Finding]) -> Iterator[CauseGroup]:
        """Yield findings one by one; those that tell the same number of the same cells together."""
        alike: dict[object, list[Finding]] = {}
        for one in left:
            is_number = one.section is not None and one.cells and one.left is not None
            alike.setdefault((one.cells, one.left) if is_number else one.subject, []).append(one)
        yield from (CauseGroup(tuple(findings)) for findings in alike.values())


def _explains(slip: Slip, equations: Iterable[Equation]) -> list[str]:
    moves = slip.moves
    return [
        equation.subject
        for equation in equations
        if any(key in equation.shares for key in moves) and equation.is_met(equation.after(moves))
    ]


def _weight(equation: Equation, slip: Slip | None) -> float:
    """Return by how much a slip moves an equation."""
    moves = slip.moves.items() if slip else ()
    return max((abs(float(equation.shares.get(key, 0) * move)) for key, move in moves), default=0.0)


def _rank(finding: Finding, shares: Mapping[str, int]) -> tuple[int, float]:
    """Order the findings of a group: grave ones first, then those that few figures take part in."""
    return _GRAVITY[finding.severity], shares.get(finding.subject, float("inf"))


def _likely(slips: Sequence[Slip]) -> tuple[Slip, ...]:
    """Return the slips worth naming, the likeliest first: telling ones before those that merely fit."""
    telling = [slip for slip in slips if slip.kind is not SlipKind.FIGURE]
    named = sorted(telling or slips, key=lambda slip: slip.kind)
    return tuple(named) if len(named) <= _MOST_CAUSES else ()


def _folded(facts: Facts, groups: Sequence[CauseGroup]) -> Iterator[CauseGroup]:
    """Yield groups; small ones of one check in one table or section together where there are many."""
    alike: dict[tuple[str, str], list[CauseGroup]] = defaultdict(list)
    for group in groups:
        if place := _kind_and_place(facts, group):
            alike[place].append(group)
    many = {place: found for place, found in alike.items() if len(found) >= _LEAST_ALIKE}
    for group in groups:
        place = _kind_and_place(facts, group)
        if place not in many:
            yield group
        elif many[place][0] is group:
            findings = (one for member in many[place] for one in member.findings)
            yield CauseGroup(tuple(findings), is_alike=True)


def _kind_and_place(facts: Facts, group: CauseGroup) -> tuple[str, str] | None:
    """Return what a group may be folded by; None where it says more than others of its kind."""
    first = group.first
    if first.is_unwritten or first.field is not None or len(group.findings) > _MOST_FOLDED:
        return None
    cell = facts.form.cells[first.cells[0]] if first.cells and first.section is None else None
    return first.code, cell.table if cell else first.section or ""
