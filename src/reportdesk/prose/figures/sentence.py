"""Reading a sentence group by group: numbers, zeros in words, and what 均 or a bare result implies."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from decimal import Decimal

from reportdesk.form.formula import Number
from reportdesk.prose.figures.groups import Group
from reportdesk.prose.figures.meaning import ELSEWHERE, Wanted, fills_of, measure_of, topics_of
from reportdesk.prose.figures.mentions import LAST_YEAR, Mention
from reportdesk.prose.figures.reach import (
    Reach,
    after_negator,
    around_number,
    around_word,
    loosely_after_negator,
    loosely_around,
    of_group,
)
from reportdesk.prose.figures.silence import Silence, Why, WhyKind
from reportdesk.prose.figures.tokens import Token
from reportdesk.prose.lexicon.cell_sums import CellSum, Fills
from reportdesk.prose.lexicon.lexicon import Lexicon
from reportdesk.prose.lexicon.wordings import Measure
from reportdesk.prose.text.numerals import Numeral


@dataclass(frozen=True, slots=True)
class Whole:
    """The number that 均, 全部 or a bare result speaks of, in this sentence or the one before."""

    value: Number
    topic: str
    slots: tuple[tuple[str, tuple[str, ...]], ...]

    @property
    def fills(self) -> Fills:
        """Return what it puts into the slots of a sum."""
        return dict(self.slots)


@dataclass(slots=True)
class SentenceReader:
    """Remembers, from group to group, the topic, the year meant, the last whole, and what is being listed.

    `left` says of numbers that were left alone why they were.
    """

    lexicon: Lexicon
    silence: Silence
    topic: str
    whole_before: Whole | None = None
    left: dict[int, Why] = field(default_factory=dict)
    _is_own_topic: bool = False
    _year: int = 0
    _year_outside: int = 0
    _year_before: int = 0
    _wholes: list[Whole] = field(default_factory=list)
    _is_part: bool = False
    _is_bracketed: bool = False
    _is_doubtful: bool = False
    _is_lost: bool = False
    _is_at_whole: bool = False
    _is_beside: bool = False
    _topic_fills: Fills = field(default_factory=dict)
    _earlier_fills: list[Fills] = field(default_factory=list)
    _heading: Group | None = None
    _verbs: tuple[Token, ...] = ()
    _turns: list[Token] = field(default_factory=list)
    listed: list[tuple[Number, Mention | None]] = field(default_factory=list)
    _counted: list[Number] = field(default_factory=list)
    _put_off: list[Number] = field(default_factory=list)

    @property
    def whole(self) -> Whole | None:
        """Return the last whole, for the sentence after."""
        return self._wholes[-1] if self._wholes else None

    def read(self, group: Group) -> Iterator[Mention]:
        """Yield what a group says, and remember what the next groups need."""
        self._enter(group)
        why = self.silence.of(group, has_told=bool(self._wholes), is_part=self._is_part)
        if why is not None:
            self._leave_alone(group, why)
        elif group.has_number:
            yield from self._numbers(group)
        elif group.has("negator"):
            yield from self._zeros(group)
        else:
            yield from self._implied(group)
        self._leave(group)

    def _enter(self, group: Group) -> None:
        if group.after_kind == "clause":
            self._is_part = False
            self._heading = None
        if self._is_bracketed and not group.depth:
            self._year = self._year_outside
        self._is_part = self._is_part or group.has("of_which")
        self._is_bracketed = group.depth > 0
        self._is_lost = False
        self._year_before = self._year
        if group.after_kind != "list":
            self._turns = []
        if group.has("carry") or group.has("compare"):
            return
        if group.has("this_year"):
            self._year = 0
        if group.has("last_year"):
            self._year = LAST_YEAR
        self._year = next((token.year for token in group.tokens if token.year), self._year)

    def _leave_alone(self, group: Group, why: Why) -> None:
        for token in group.tokens:
            if token.numeral is not None:
                self.left[token.start] = why
                if why.kind != "channel" and self._is_figure(token.numeral, stands_alone=False):
                    self.listed.append((token.numeral.value, None))

    def _leave(self, group: Group) -> None:
        if self._is_lost or self.silence.leads_away(group):
            self._is_doubtful = True
            if not self._is_lost:
                self.topic, self._topic_fills, self._wholes = ELSEWHERE, {}, []
        elif topic := self._last_topic(group):
            if topic != self.topic:
                self._topic_fills, self._earlier_fills = {}, []
            self.topic, self._is_own_topic = topic, True
            self._is_doubtful = False
            objects = [
                token for token in group.tokens if token.label and self.lexicon.label(token.label).topic
            ]
            if self._topic_fills and self._is_own_topic:
                self._earlier_fills.append(self._topic_fills)
            self._topic_fills = fills_of(objects, topic, self.lexicon)
        says_more = group.has_number or group.has("negator") or group.has("compare")
        self._heading = None if says_more else group
        if not group.depth:
            self._year_outside = self._year

    def _last_topic(self, group: Group) -> str:
        topics = (self.lexicon.label(token.label).topic for token in reversed(group.tokens) if token.label)
        return next(filter(None, topics), "")

    def _numbers(self, group: Group) -> Iterator[Mention]:
        for place, token in enumerate(group.tokens):
            if token.numeral is None:
                continue
            before = self.whole
            found = self._of_number(group, place, token, token.numeral)
            yield from found
            self._count(found, token.numeral)
            if found and before is not None and before.value == found[0].value:
                yield from self._claims(group)
            elif not found and not self._is_part and self.left[token.start].kind in {"unknown", "nothing"}:
                self._is_lost = self._is_lost or self._counts_something_else(group, token.numeral)

    def _count(self, found: list[Mention], numeral: Numeral) -> None:
        """Remember which numbers were told since the last whole, and which of them are put off."""
        if found or self._is_figure(numeral, stands_alone=False):
            self.listed.append((numeral.value, found[0] if found else None))
        if found and found[0].measure.whole and not self._is_part:
            self._counted, self._put_off = [], []
        elif found and found[0].measure.put_off:
            self._put_off.append(found[0].value)
        elif not (found and found[0].year) and self._is_figure(numeral, stands_alone=False):
            self._counted.append(numeral.value)

    def _counts_something_else(self, group: Group, numeral: Numeral) -> bool:
        """Tell whether a number of the kind that is compared counts what nobody here knows."""
        if not self._is_figure(numeral, stands_alone=False):
            return False
        return group.has("verb") or bool(self._last_topic(group))

    def _of_number(self, group: Group, place: int, token: Token, numeral: Numeral) -> list[Mention]:
        reach = around_number(group, place, self._heading)
        loose = loosely_around(group, place)
        is_denied = reach.has("negator")
        why = self._why_no_figure(group, place, numeral)
        if why is not None or (is_denied and numeral.value != 1):
            self.left[token.start] = why or Why("denied", *_span(reach.tokens))
            return []
        money = self.lexicon.file.units.money.get(numeral.unit, 0)
        value = 0 if is_denied else _worth(numeral.value, money)
        unit = "any" if value == 0 else "money" if money else "count"
        wanted = Wanted(unit, denied=is_denied, follows=not is_denied and value != 0, counter=numeral.unit)
        span = (token.start, token.end)
        for tried in self._reaches(reach, loose):
            mentions = (one for each in tried for one in self._mentions(group, each, wanted, value, span))
            found = [self._written(one, numeral, money, is_denied) for one in mentions]
            if found:
                return found if value == 0 or len(tried) > 1 else found[:1]
        self.left[token.start] = self._why_unread(group, reach)
        return []

    def _reaches(self, reach: Reach, loose: Reach) -> Iterator[list[Reach]]:
        """Yield what may belong to a number, the surest first; several reaches count alike (各1件)."""
        if self._turns and reach.tokens == ():
            yield [reach.led_by([self._turns.pop(0)])]
            return
        parted = self._parted(reach)
        yield parted
        if self._verbs and self._objects(reach) and not any("verb" in word.roles for word in reach.tokens):
            yield [reach.led_by(self._verbs)]
        if loose.tokens != reach.tokens:
            yield [loose]

    def _parted(self, reach: Reach) -> list[Reach]:
        """Return a reach for each object or verb that shares a number (各, 均为) or a list of them (分别)."""
        told = [word for word in self._objects(reach) if word in reach.before]
        if len(told) < 2:
            told = [word for word in reach.before if "verb" in word.roles and word.label]
        apart = list({word.label: word for word in told}.values())
        if len(apart) < 2:
            return [reach]
        if reach.has("in_turn"):
            self._turns = apart[1:]
            return [reach.only(apart[0], told)]
        if reach.has("each") or (reach.has("all") and "verb" in apart[0].roles):
            return [reach.only(word, told) for word in apart]
        return [reach]

    def _objects(self, reach: Reach) -> list[Token]:
        return [word for word in reach.tokens if word.label and self.lexicon.label(word.label).topic]

    def _written(self, mention: Mention, numeral: Numeral, money: int, is_denied: bool) -> Mention:
        grain = _worth(numeral.grain, money) if numeral.is_rounded or money else 0
        return replace(mention, numeral=None if is_denied else numeral, grain=grain)

    def _why_no_figure(self, group: Group, place: int, numeral: Numeral) -> Why | None:
        """Return why a number is none that could be a cell's; None if it may be."""
        token = group.tokens[place]
        follows = group.tokens[place + 1] if place + 1 < len(group.tokens) else None
        stands_alone = (follows is None or "of_which" in follows.roles) and (
            not numeral.unit or follows is not None
        )
        if not self._is_figure(numeral, stands_alone):
            kind: WhyKind = "about" if numeral.is_about else "unit"
            return Why(kind, token.start, token.end)
        if numeral.scale != 1 and numeral.unit in self.lexicon.file.units.count:
            return Why("about", token.start, token.end)
        for word in (*group.tokens[max(0, place - 1) : place], *group.tokens[place + 1 : place + 2]):
            if "about" in word.roles:
                return Why("about", word.start, word.end)
        return None

    def _is_figure(self, numeral: Numeral, stands_alone: bool) -> bool:
        """Tell whether a number is exact and counts: it has a unit, stands before a stop, or is 零."""
        units = self.lexicon.file.units
        counts = bool(numeral.unit) and (numeral.unit in units.count or numeral.unit in units.money)
        is_nought = numeral.notation == "chinese" and numeral.value == 0
        return not numeral.is_about and (counts or stands_alone or is_nought)

    def _why_unread(self, group: Group, reach: Reach) -> Why:
        strange = next((token for token in group.tokens if token.kind == "unknown"), None)
        if strange is not None and not reach.is_clean:
            return Why("unknown", strange.start, strange.end)
        return Why("nothing", *group.span)

    def _zeros(self, group: Group) -> Iterator[Mention]:
        for place, token in enumerate(group.tokens):
            if "negator" not in token.roles:
                continue
            for reach in (after_negator(group, place, self._heading), loosely_after_negator(group, place)):
                if reach.has("rest") or reach.has("timely") or not reach.tokens:
                    continue
                span = _span((token, *(near for near in reach.after if "filler" not in near.roles)))
                wanted = Wanted("any", denied=True)
                apart = self._verbs_apart(reach, group)
                mentions = (one for each in apart for one in self._mentions(group, each, wanted, 0, span))
                found = {one.sums: one for one in mentions}
                yield from found.values()
                if found:
                    break

    def _verbs_apart(self, reach: Reach, group: Group) -> list[Reach]:
        """Return a reach for each verb that is denied (未制定、废止), with the object that they share."""
        if not reach.has("verb"):
            return [reach]
        verbs = list({word.label: word for word in reach.tokens if "verb" in word.roles}.values())
        objects = self._objects(reach) or self._objects(of_group(group))
        others = tuple(word for word in reach.tokens if "verb" not in word.roles and word not in objects)
        led = [Reach((), (verb, *others, *objects), reach.is_clean, reach.is_loose) for verb in verbs]
        return [reach, *led] if len(verbs) > 1 else [reach] if self._objects(reach) else [reach, *led]

    def _implied(self, group: Group) -> Iterator[Mention]:
        wholes, reach = self._spoken_of(group), of_group(group)
        if not wholes or group.has("about") or self.silence.beside(reach) is not None:
            yield from self._claims(group)
            return
        is_told = (group.is_clean and self._is_at_whole) or group.has("all")
        wanted = Wanted(implied=True, has_all=group.has("all"))
        for whole in wholes if is_told else ():
            value = self._rest(whole) if group.has("rest") else whole.value
            if value is not None and topics_of(reach, self.lexicon, whole.topic) == (whole.topic,):
                yield from self._mentions(group, reach, wanted, value, _core(group), whole)
        if not group.has("rest"):
            yield from self._claims(group)

    def _spoken_of(self, group: Group) -> list[Whole]:
        """Return the wholes of which a group without a number speaks: of several things if 均 stands by."""
        if group.is_split and not self._is_at_whole:
            return []
        if not self._wholes:
            speaks_back = group.has("all") and self.whole_before is not None
            return [self.whole_before] if speaks_back and self.whole_before else []
        return self._wholes if group.has("all") else self._wholes[-1:]

    def _rest(self, whole: Whole) -> Number | None:
        """Return what is left of a whole where nothing but what was put off is taken from it."""
        left = whole.value - sum(self._put_off)
        return left if self._put_off and not self._counted and left >= 0 else None

    def _claims(self, group: Group) -> Iterator[Mention]:
        """Yield what 均 or 全部 says of itself: nothing is left."""
        if not (self._is_own_topic or group.is_clean) or group.has("negator"):
            return
        if self.left and self.whole is None:
            # 信函2件、邮件1件，均已答复: all of what, nobody knows.
            return
        place = next((place for place, token in enumerate(group.tokens) if "all" in token.roles), None)
        if place is not None:
            reach = around_word(group, place)
            yield from self._mentions(group, reach, Wanted(claim=True), 0, _core(group, place))

    def _mentions(
        self,
        group: Group,
        reach: Reach,
        wanted: Wanted,
        value: Number,
        span: tuple[int, int],
        whole: Whole | None = None,
    ) -> Iterator[Mention]:
        is_silent = self.silence.beside(reach) is not None
        for topic in topics_of(reach, self.lexicon, whole.topic if whole else self.topic):
            measure = measure_of(reach, topic, self.lexicon, wanted)
            if measure is None or self.silence.vetoes(topic, group, span[1]) is not None:
                continue
            if wanted.implied and not (self._is_at_whole or measure.whole or reach.has("rest")):
                continue
            if is_silent and not (wanted.denied and measure.loose):
                continue
            fills = fills_of(reach.tokens, topic, self.lexicon)
            sums = self._sums(measure, reach, topic, fills, whole)
            is_doubtful = self._is_in_doubt(measure, reach, topic, wanted)
            if measure.past:
                self._year = self._year_before
            if is_doubtful and reach.is_loose:
                self._is_lost = True
            elif not (wanted.implied or wanted.claim):
                self._is_at_whole = measure.whole
                if not measure.whole and not self._is_bracketed:
                    self._is_beside = False
                if measure.whole and not wanted.denied:
                    # What all of them were answered is said of all applicants, whoever is named.
                    slots = () if measure.kind else tuple(fills.items())
                    self._add_whole(Whole(value, topic, slots))
                self._is_own_topic = True
                self._verbs = tuple(word for word in reach.tokens if "verb" in word.roles)
            year = 0 if reach.has("carry") or measure.past else self._year
            yield Mention(measure, sums, value, *span, year=year, is_doubtful=is_doubtful)

    def _add_whole(self, whole: Whole) -> None:
        """Remember a whole; wholes of different things (复议3件、诉讼1件) stand side by side."""
        same = [other for other in self._wholes if other.topic == whole.topic and other.slots != whole.slots]
        self._wholes = [*(same if whole.slots and self._is_beside and not self._is_part else []), whole]
        self._is_beside = True

    def _sums(
        self, measure: Measure, reach: Reach, topic: str, fills: Fills, whole: Whole | None
    ) -> tuple[CellSum, ...]:
        """Return the sums of cells that may be meant: of what is told here, else of what was told before."""
        if whole is not None:
            before = [whole.fills]
        elif topic == self.topic:
            before = [self._topic_fills, *self._earlier_fills]
        else:
            before = [{}]
        found = (
            cell_sum
            for beside in before
            for cell_sum in self.lexicon.sums(
                measure, {**beside, **fills}, of_which=self._is_part, of_all=reach.has("all")
            )
        )
        return tuple(dict.fromkeys(found))

    def _is_in_doubt(self, measure: Measure, reach: Reach, topic: str, wanted: Wanted) -> bool:
        """Tell whether a figure counts only where its neighbours agree with the tables."""
        if measure.doubtful or self.silence.is_doubtful:
            return True
        if reach.is_loose and not (wanted.denied and measure.loose):
            return True
        named = any(self.lexicon.label(token.label).topic == topic for token in reach.tokens if token.label)
        told = any(self.lexicon.topic_by_label.get(token.label) == topic for token in reach.tokens)
        if self._is_doubtful and not (named or (told and wanted.denied)):
            return True
        return not (named or told or self._is_own_topic or reach.is_clean)


def _worth(value: Number, units: int) -> Number:
    """Return a value in the form's unit; `units` is how many make one, 0 for a count."""
    return value if not units else Decimal(value) / units


def _span(tokens: Sequence[Token]) -> tuple[int, int]:
    return tokens[0].start, tokens[-1].end


def _core(group: Group, place: int = 0) -> tuple[int, int]:
    """Return where the telling words of a group stand, from a place on: fillers at both ends left out."""
    telling = [
        token for token in group.tokens[place:] if token.kind != "unknown" and "filler" not in token.roles
    ]
    return _span(telling or group.tokens)
