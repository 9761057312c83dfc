"""What the words around a number mean: the first measure of the template whose labels fit."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from reportdesk.form.formula import Number
from reportdesk.frozen import Frozen
from reportdesk.prose.figures.cutting.tokens import Token
from reportdesk.prose.figures.meaning.reach import Reach
from reportdesk.prose.lexicon.cell_sums import Fills
from reportdesk.prose.lexicon.lexicon import Lexicon
from reportdesk.prose.lexicon.wordings import Measure
from reportdesk.prose.text.numerals import Numeral

#: The topic of numbers that count what no table has.
ELSEWHERE = "elsewhere"


class Wanted(Frozen, frozen=True):
    """What a measure must allow: the unit, zero in words, no number, a claim of 均, words after a number.

    `row` is the kind of the numbers before it that it is the sum of, empty where it is none; `numeral` is
    the number, `grain` the worth of its last digit where it may be rounded.
    """

    unit: str = "count"
    denied: bool = False
    implied: bool = False
    claim: bool = False
    has_all: bool = False
    follows: bool = False
    counter: str = ""
    has_whole: bool = False
    row: str = ""
    numeral: Numeral | None = None
    grain: Number = 0


def topics_of(reach: Reach, lexicon: Lexicon, beside: str) -> tuple[str, ...]:
    """Return the topics of the objects in reach, the nearest first; `beside` where there is none."""
    near = (*reversed(reach.before), *reach.after)
    found = dict.fromkeys(
        topic for token in near if token.label and (topic := lexicon.label(token.label).topic)
    )
    shadowed = {hidden for topic in found for hidden in lexicon.file.shadows.get(topic, ())}
    topics = tuple(topic for topic in found if topic not in shadowed)
    if topics:
        return topics
    own = next(filter(None, (lexicon.topic_by_label.get(token.label, "") for token in near)), "")
    # 复议3件，1件正在办理: what tells of requests may tell of what the sentence is about.
    return tuple(dict.fromkeys(filter(None, (beside, own)))) or ("",)


def measure_of(reach: Reach, topic: str, lexicon: Lexicon, wanted: Wanted) -> Measure | None:
    """Return the first measure that fits the words in reach under a topic."""
    labels = _labels(reach, lexicon)
    if wanted.denied:
        labels |= lexicon.labels_of("negator")
    fitting = (
        measure
        for measure in lexicon.measures_by_topic.get(topic, ())
        if _fits(measure, labels)
        and _allows(measure, wanted, reach)
        and not (wanted.follows and measure.leads and _only_after(measure, reach))
    )
    return next(fitting, None)


def fills_of(tokens: Iterable[Token], topic: str, lexicon: Lexicon) -> Fills:
    """Return what the words in reach put into the slots of a sum."""
    fills: dict[str, tuple[str, ...]] = {}
    for token in tokens:
        label = lexicon.label(token.label) if token.label else None
        if label is not None and label.topic in {"", topic}:
            _add(fills, label.fill)
    return fills


def _allows(measure: Measure, wanted: Wanted, reach: Reach) -> bool:
    if (
        wanted.unit not in {"any", measure.unit}
        or (wanted.counter and wanted.counter in measure.no_units)
        or (measure.after_whole and not wanted.has_whole)
        or measure.claim != wanted.claim
        or measure.of_row not in {"", wanted.row}
        or (measure.clean and not reach.is_clean and not (reach.is_loose and wanted.follows))
    ):
        return False
    if wanted.denied and not measure.denied:
        return False
    return not wanted.implied or (measure.implied and (wanted.has_all or measure.bare))


def _fits(measure: Measure, labels: frozenset[str]) -> bool:
    return (
        not (measure.any and labels.isdisjoint(measure.any))
        and labels.issuperset(measure.all)
        and labels.isdisjoint(measure.none)
        and not (measure.also and labels.isdisjoint(measure.also))
    )


def _only_after(measure: Measure, reach: Reach) -> bool:
    return all(token.label not in measure.any for token in reach.before)


def _labels(reach: Reach, lexicon: Lexicon) -> frozenset[str]:
    """Return the labels in reach; a year before 结转 is last year's, one after it next year's."""
    carried = next((token.start for token in reach.tokens if "carry" in token.roles), None)
    years = [token.start for token in reach.tokens if token.year]
    if carried is None or not years or reach.has("last_year") or reach.has("next_year"):
        return reach.labels
    roles = {"last_year" if year < carried else "next_year" for year in years}
    return reach.labels.union(*(lexicon.labels_of(role) for role in roles))


def _add(fills: dict[str, tuple[str, ...]], more: Mapping[str, tuple[str, ...]]) -> None:
    for slot, values in more.items():
        fills[slot] = tuple(dict.fromkeys((*fills.get(slot, ()), *values)))
