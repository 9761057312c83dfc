"""Reading a sentence group by group: numbers, zeros in words, and what 均 or a bare result implies."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from decimal import Decimal

from reportdesk.form.formula import Number
from reportdesk.prose.figures.groups import Group
from reportdesk.prose.figures.meaning import ELSEWHERE, Wanted, fills_of, measure_of, topics_of
from reportdesk.prose.figures.mentions import LAST_YEAR, Mention
from reportdesk.prose.figures.reach import Reach, after_negator, around_number, around_word, of_group
from reportdesk.prose.figures.tokens import Token
from reportdesk.prose.lexicon.cell_sums import Fills
from reportdesk.prose.lexicon.lexicon import Lexicon
from reportdesk.prose.text.numerals import Numeral


@dataclass(frozen=True, slots=True)
class _Whole:
    """The number that 均, 全部 or a bare result speaks of."""

    value: Number
    topic: str
    fills: Fills


@dataclass(slots=True)
class SentenceReader:
    """Remembers, from group to group, the topic, the year meant, the last whole, and what is being listed."""

    lexicon: Lexicon
    vetoed: frozenset[str]
    topic: str
    _is_own_topic: bool = False
    _year: int = 0
    _whole: _Whole | None = None
    _is_part: bool = False
    _lists_asides: bool = False
    _is_bracketed: bool = False
    _is_of_others: bool = False
    _is_lost: bool = False
    _topic_fills: Fills = field(default_factory=dict)
    _heading: Group | None = None

    def read(self, group: Group) -> Iterator[Mention]:
        """Yield what a group says, and remember what the next groups need."""
        self._enter(group)
        if self._is_silent(group):
            self._pass_by(group)
        elif group.has_number:
            yield from self._numbers(group)
        elif group.has("negator"):
            yield from self._zeros(group)
        else:
            yield from self._implied(group)
        self._leave(group)

    def _enter(self, group: Group) -> None:
        if group.after is not None and group.after.kind == "clause":
            self._is_part = self._lists_asides = False
        self._is_part = self._is_part or group.has("of_which")
        self._is_bracketed = group.depth > 0
        self._is_lost = False
        if group.has("carry") or group.has("compare"):
            return
        if group.has("this_year"):
            self._year = 0
        if group.has("last_year"):
            self._year = LAST_YEAR
        self._year = next((token.year for token in group.tokens if token.year), self._year)

    def _is_silent(self, group: Group) -> bool:
        self._is_of_others = self._is_of_others or group.has("others")
        if self._is_of_others or group.has("aside") or group.has("compare"):
            return True
        if group.has("channel") and not group.has("every_channel"):
            return True
        return self._is_part and self._lists_asides and not group.has("verb")

    def _pass_by(self, group: Group) -> None:
        """Leave a group alone, and the list under it."""
        if group.has("aside"):
            self._lists_asides = self._lists_asides or group.has_number

    def _leave(self, group: Group) -> None:
        if self._is_lost or (group.has("aside") and group.has("verb")):
            self.topic, self._topic_fills = ELSEWHERE, {}
        elif topic := self._last_topic(group):
            self.topic, self._is_own_topic = topic, True
            objects = [
                token for token in group.tokens if token.label and self.lexicon.label(token.label).topic
            ]
            self._topic_fills = fills_of(objects, topic, self.lexicon)
        self._heading = None if group.has_number or group.has("negator") else group

    def _last_topic(self, group: Group) -> str:
        topics = (self.lexicon.label(token.label).topic for token in reversed(group.tokens) if token.label)
        return next(filter(None, topics), "")

    def _numbers(self, group: Group) -> Iterator[Mention]:
        for place, token in enumerate(group.tokens):
            if token.numeral is None:
                continue
            before = self._whole
            found = self._of_number(group, place, token, token.numeral)
            yield from found
            if found and before is not None and before.value == found[0].value:
                yield from self._claims(group)
            elif not found and not self._is_part:
                self._is_lost = self._is_lost or self._counts_something_else(group, token.numeral)

    def _counts_something_else(self, group: Group, numeral: Numeral) -> bool:
        """Tell whether a number of the kind that is compared counts what nobody here knows."""
        if not self._is_figure(numeral, stands_alone=False):
            return False
        return (group.has("verb") and not group.is_clean) or bool(self._last_topic(group))

    def _of_number(self, group: Group, place: int, token: Token, numeral: Numeral) -> list[Mention]:
        reach = around_number(group, place, self._heading)
        is_denied = reach.has("negator")
        stands_alone = token is group.tokens[-1] and not numeral.unit
        if (
            not self._is_figure(numeral, stands_alone)
            or reach.has("about")
            or (is_denied and numeral.value != 1)
        ):
            return []
        money = self.lexicon.file.units.money.get(numeral.unit, 0)
        value = 0 if is_denied else _worth(numeral.value, money)
        grain = _worth(numeral.grain, money) if numeral.is_rounded or money else 0
        unit = "any" if value == 0 else "money" if money else "count"
        wanted = Wanted(unit, denied=is_denied, follows=not is_denied and value != 0)
        found = [
            replace(mention, numeral=None if is_denied else numeral, grain=grain)
            for mention in self._mentions(reach, wanted, value, (token.start, token.end))
        ]
        return found if value == 0 else found[:1]

    def _is_figure(self, numeral: Numeral, stands_alone: bool) -> bool:
        """Tell whether a number is exact and counts: it has a unit, stands before a stop, or is 零."""
        units = self.lexicon.file.units
        counts = bool(numeral.unit) and (numeral.unit in units.count or numeral.unit in units.money)
        is_nought = numeral.notation == "chinese" and numeral.value == 0
        return not numeral.is_about and (counts or stands_alone or is_nought)

    def _zeros(self, group: Group) -> Iterator[Mention]:
        for place, token in enumerate(group.tokens):
            if "negator" not in token.roles:
                continue
            reach = after_negator(group, place, self._heading)
            if not reach.has("rest") and not reach.has("timely"):
                span = _span((token, *(near for near in reach.after if "filler" not in near.roles)))
                yield from self._mentions(reach, Wanted("any", denied=True), 0, span)

    def _implied(self, group: Group) -> Iterator[Mention]:
        whole, reach = self._whole, of_group(group)
        if whole is not None and group.is_clean and not group.has("rest") and not group.has("about"):
            wanted = Wanted(implied=True, has_all=group.has("all"))
            if topics_of(reach, self.lexicon, whole.topic) == (whole.topic,):
                yield from self._mentions(reach, wanted, whole.value, _core(group), whole)
        yield from self._claims(group)

    def _claims(self, group: Group) -> Iterator[Mention]:
        """Yield what 均 or 全部 says of itself: nothing is left."""
        if not (self._is_own_topic or group.is_clean) or group.has("negator"):
            return
        place = next((place for place, token in enumerate(group.tokens) if "all" in token.roles), None)
        if place is not None:
            reach = around_word(group, place)
            yield from self._mentions(reach, Wanted(claim=True), 0, _core(group, place))

    def _mentions(
        self, reach: Reach, wanted: Wanted, value: Number, span: tuple[int, int], whole: _Whole | None = None
    ) -> Iterator[Mention]:
        if reach.has("aside") or reach.has("compare"):
            return
        for topic in topics_of(reach, self.lexicon, whole.topic if whole else self.topic):
            measure = measure_of(reach, topic, self.lexicon, wanted)
            if measure is None or topic in self.vetoed or not self._is_sure(reach, topic):
                continue
            beside = whole.fills if whole else self._topic_fills if topic == self.topic else {}
            fills = {**beside, **fills_of(reach.tokens, topic, self.lexicon)}
            sums = self.lexicon.sums(measure, fills, of_which=self._is_part, of_all=reach.has("all"))
            if not (wanted.implied or wanted.claim):
                if measure.whole or not self._is_bracketed:
                    self._whole = _Whole(value, topic, fills) if measure.whole else None
                self._is_own_topic = True
            year = 0 if reach.has("carry") else self._year
            yield Mention(measure, sums, value, *span, year=year)

    def _is_sure(self, reach: Reach, topic: str) -> bool:
        """Tell whether this sentence names the topic; one from the sentence before needs known words only."""
        named = any(self.lexicon.label(token.label).topic == topic for token in reach.tokens if token.label)
        told = any(self.lexicon.topic_by_label.get(token.label) == topic for token in reach.tokens)
        return named or told or self._is_own_topic or reach.is_clean


def _worth(value: Number, units: int) -> Number:
    """Return a value in the form's unit; `units` is how many make one, 0 for a count."""
    return value if not units else Decimal(value) / units


def _span(tokens: Sequence[Token]) -> tuple[int, int]:
    return tokens[0].start, tokens[-1].end


def _core(group: Group, place: int = 0) -> tuple[int, int]:
    """Return where the telling words of a group stand, from a place on: fillers at both ends left out."""
    telling = [token for token in group.tokens[place:] if "filler" not in token.roles]
    return _span(telling or group.tokens)
