"""Sentences with labels of what they state, and reports whose tables agree with them or do not."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from decimal import Decimal
from fnmatch import fnmatchcase
from functools import lru_cache
from pathlib import Path
from typing import Any

from reportdesk.checks.engine import Checker
from reportdesk.checks.finding import Finding
from reportdesk.checks.rules.texts import text_figures
from reportdesk.form.checklist import Checks
from reportdesk.form.formula import Number
from reportdesk.form.loader import load_edition
from reportdesk.form.model import Form
from reportdesk.report.facts import facts_of
from reportdesk.report.model import Report

FOLDER = Path(__file__).resolve().parent.parent / "tests" / "data" / "prose"
FORM = load_edition("2021")
#: The codes of findings that compare words with cells.
CODES = frozenset(rule.code for rule in text_figures.RULES)


@dataclass(frozen=True)
class Stated:
    """What a sentence says of some cells: the sum of their figures, and the code where it is wrong."""

    keys: frozenset[str]
    value: Number
    code: str

    @property
    def leaves(self) -> tuple[str, ...]:
        """Return the entered cells that make up the figure, in printed order."""
        found = {leaf for key in self.keys for leaf in _leaves(FORM, key)}
        return tuple(key for key in FORM.cells if key in found)


@dataclass(frozen=True)
class Sentence:
    """A labelled sentence: what it states of the tables, and whether it has figures that are not theirs.

    `facts` it may be taken to state, or not: the tables agree with them, and nothing is expected.
    """

    text: str
    year: int
    section: str
    says: tuple[Stated, ...]
    facts: tuple[Stated, ...]
    has_others: bool


def read(name: str) -> tuple[Sentence, ...]:
    """Read one labelled set, such as `tuning`."""
    lines = (FOLDER / f"{name}.jsonl").read_text(encoding="utf-8").splitlines()
    return tuple(_sentence(json.loads(line)) for line in lines)


def _sentence(data: dict[str, Any]) -> Sentence:
    says, facts = (
        tuple(Stated(frozenset(_keys(one["cells"])), _number(one["value"]), one["code"]) for one in listed)
        for listed in (data["says"], data.get("facts", []))
    )
    return Sentence(
        data["text"], data.get("year", 2024), data.get("section", "overview"), says, facts, bool(data["not"])
    )


def _keys(expression: str) -> Iterator[str]:
    for pattern in expression.split(" + "):
        matched = [key for key in FORM.cells if fnmatchcase(key, pattern)]
        if not matched:
            raise ValueError(f"no cell {pattern!r}")
        yield from matched


def _number(value: float) -> Number:
    return value if isinstance(value, int) else Decimal(str(value))


@lru_cache(maxsize=1024)
def _leaves(form: Form, key: str) -> frozenset[str]:
    parts = form.cells[key].parts
    return frozenset(leaf for _, part in parts for leaf in _leaves(form, part)) if parts else frozenset({key})


def agreeing(sentence: Sentence) -> Report:
    """Return a report with the sentence as its words and tables that agree; all other cells are 0."""
    cells: dict[str, Number] = {cell.key: 0 for cell in FORM.entered}
    settled: set[str] = set()
    for stated in sorted((*sentence.says, *sentence.facts), key=lambda stated: len(stated.leaves)):
        rest = stated.value - sum(cells[leaf] for leaf in stated.leaves)
        free = next((leaf for leaf in stated.leaves if leaf not in settled), None)
        if rest and (free is None or rest < 0):
            raise ValueError(f"the labels contradict each other: {sentence.text}")
        if rest and free:
            cells[free] += rest
        settled.update(stated.leaves)
    return _report(sentence, cells)


def disagreeing(sentence: Sentence, stated: Stated, by: int) -> Report:
    """Return the agreeing report with one stated figure changed, sums of it included."""
    report = agreeing(sentence)
    finer = {
        leaf for other in sentence.says if set(other.leaves) < set(stated.leaves) for leaf in other.leaves
    }
    leaves = sorted(stated.leaves, key=lambda leaf: (leaf in finer, report.cells[leaf] + by < 0))
    changed = next(leaf for leaf in leaves if report.cells[leaf] + by >= 0)
    return replace(report, cells={**report.cells, changed: report.cells[changed] + by})


def unrelated(sentence: Sentence, value: int) -> Report:
    """Return a report with the sentence as its words and one value in every cell."""
    return _report(sentence, {cell.key: value for cell in FORM.entered})


def _report(sentence: Sentence, cells: dict[str, Number]) -> Report:
    return Report(FORM, "云溪县档案局", sentence.year, cells=cells, texts={sentence.section: sentence.text})


def findings(report: Report) -> tuple[Finding, ...]:
    """Return the findings that compare the report's words with its cells."""
    return tuple(finding for finding in _checker().run(facts_of(report)) if finding.code in CODES)


@lru_cache(maxsize=1)
def _checker() -> Checker:
    return checker_of(FORM, CODES.__contains__)


def checker_of(form: Form, is_wanted: Callable[[str], bool]) -> Checker:
    """Return a checker that makes only those checks of a form whose code is wanted: of hundreds a few."""
    sums, relations, rules = (
        tuple(check for check in checks if is_wanted(check.code))
        for checks in (form.checks.sum, form.checks.relation, form.checks.rule)
    )
    return Checker(replace(form, checks=Checks(sums, relations, rules, form.checks.groups)))


def differing(before: Report, after: Report) -> frozenset[str]:
    """Return the cells whose figure is not the same in both, sums too."""
    old, new = facts_of(before), facts_of(after)
    return frozenset(key for key in FORM.cells if old.figure(key) != new.figure(key))


def right_ones(found: Iterable[Finding], changed: frozenset[str]) -> list[Finding]:
    """Return those findings that are about a changed cell."""
    return [finding for finding in found if not changed.isdisjoint(finding.cells)]
