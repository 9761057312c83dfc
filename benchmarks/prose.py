"""How well the words of a report are compared with its tables: precision and recall on labelled sentences.

Run `.venv/bin/python -m benchmarks.prose`, with `--misses` for the sentences that were read wrongly. For each
sentence: tables that agree must give no finding; with one stated figure changed the right finding; figures
that are none of the tables' must give none, whatever the tables hold.
"""

from __future__ import annotations

import argparse
from collections import Counter
from dataclasses import dataclass, field

from benchmarks.labelled import (
    Sentence,
    agreeing,
    differing,
    disagreeing,
    findings,
    read,
    right_ones,
    unrelated,
)

SETS = {
    "seen": "read while the rules were written",
    "tuning": "tuned on",
    "round_1": "measured once before it was tuned on",
    "round_2": "measured once before it was tuned on",
    "round_3": "measured once before it was tuned on",
    "round_4": "measured once before it was tuned on",
    "round_5": "measured once before it was tuned on",
}


@dataclass
class Score:
    """Findings that were right and wrong, and figures whose change was found and missed, by code."""

    right: Counter[str] = field(default_factory=Counter)
    wrong: Counter[str] = field(default_factory=Counter)
    found: Counter[str] = field(default_factory=Counter)
    missed: Counter[str] = field(default_factory=Counter)
    notes: list[str] = field(default_factory=list)

    def precision(self, code: str | None = None) -> float:
        """Return the share of findings that were right; 1 where there are none."""
        return _share(_count(self.right, code), _count(self.wrong, code))

    def recall(self, code: str | None = None) -> float:
        """Return the share of changes that were found; 1 where there are none."""
        return _share(_count(self.found, code), _count(self.missed, code))


def _count(counter: Counter[str], code: str | None) -> int:
    return counter.total() if code is None else counter[code]


def _share(good: int, bad: int) -> float:
    return good / (good + bad) if good + bad else 1.0


def score(sentences: tuple[Sentence, ...]) -> Score:
    """Try every sentence with tables that agree, that do not, and that are about something else."""
    total = Score()
    for sentence in sentences:
        _try_agreeing(sentence, total)
        _try_disagreeing(sentence, total)
        if sentence.has_others and not (sentence.says or sentence.facts):
            _try_unrelated(sentence, total)
    return total


def _try_agreeing(sentence: Sentence, total: Score) -> None:
    for finding in findings(agreeing(sentence)):
        total.wrong[finding.code] += 1
        total.notes.append(f"wrong   {finding.code} “{finding.quote}”: {sentence.text}")


def _try_disagreeing(sentence: Sentence, total: Score) -> None:
    right = agreeing(sentence)
    for stated in sentence.says:
        for by in (1, -1) if stated.value > 0 else (1,):
            wrong = disagreeing(sentence, stated, by)
            found = findings(wrong)
            true = right_ones(found, differing(right, wrong))
            total.right.update(finding.code for finding in true)
            total.wrong.update(finding.code for finding in found if finding not in true)
            is_found = any(not stated.keys.isdisjoint(finding.cells) for finding in true)
            (total.found if is_found else total.missed)[stated.code] += 1
            if not is_found:
                total.notes.append(f"missed  {stated.code} {stated.value}{by:+}: {sentence.text}")


def _try_unrelated(sentence: Sentence, total: Score) -> None:
    for value in (0, 1, 3):
        for finding in findings(unrelated(sentence, value)):
            total.wrong[finding.code] += 1
            total.notes.append(f"wrong   {finding.code} “{finding.quote}”: {sentence.text}")


def main() -> None:
    """Print precision and recall of every set and code."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--misses", action="store_true", help="show what was read wrongly")
    parser.add_argument("sets", nargs="*", default=list(SETS), help=", ".join(SETS))
    options = parser.parse_args()
    for name in options.sets:
        sentences = read(name)
        total = score(sentences)
        print(f"{name} ({SETS[name]}): {len(sentences)} sentences")
        print(f"  {'all':20} precision {total.precision():.3f}  recall {total.recall():.3f}")
        for code in sorted({*total.right, *total.wrong, *total.found, *total.missed}):
            line = f"precision {total.precision(code):.3f}  recall {total.recall(code):.3f}"
            counts = f"{total.found[code]}/{total.found[code] + total.missed[code]}"
            print(f"  {code:20} {line}  {counts}")
        if options.misses:
            print(*dict.fromkeys(total.notes), sep="\n")


if __name__ == "__main__":
    main()
