"""Reading a sentence group by group: numbers, zeros in words, and what 均 or a bare result implies."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

import msgspec

from reportdesk.form.formula import Number
from reportdesk.prose.figures.cutting.groups import Group
from reportdesk.prose.figures.cutting.tokens import Token, span_of
from reportdesk.prose.figures.meaning.counting import counts, grain_of, why_no_figure, worth
from reportdesk.prose.figures.meaning.measures import Wanted, fills_of, measure_of, topics_of
from reportdesk.prose.figures.meaning.mentions import Mention
from reportdesk.prose.figures.meaning.reach import (
    Reach,
    after_negator,
    around_number,
    around_word,
    denies_all,
    loosely_after_negator,
    loosely_around,
    of_group,
)
from reportdesk.prose.figures.meaning.silence import Silence, Why, why_unread
from reportdesk.prose.figures.reading.context import Context
from reportdesk.prose.figures.reading.doubt import is_in_doubt
from reportdesk.prose.figures.reading.listing import (
    Listed,
    Whole,
    is_continued,
    is_of_a_part,
    kind_of_row,
    reports_on,
)
from reportdesk.prose.figures.reading.sharing import Turns, denied_apart, denied_first, joint_of
from reportdesk.prose.lexicon.lexicon import Lexicon
from reportdesk.prose.text.numerals import Numeral


class SentenceReader(msgspec.Struct):
    """Reads the groups of a sentence in order; `left` says of numbers that were left alone why they were."""

    lexicon: Lexicon
    silence: Silence
    context: Context
    left: dict[int, Why] = msgspec.field(default_factory=dict)
    _verbs: tuple[Token, ...] = ()
    _verbs_outside: tuple[Token, ...] = ()
    _bracket: int = 0
    _is_new_clause: bool = False
    _turns: Turns = msgspec.field(default_factory=Turns)

    def read(self, group: Group) -> Iterator[Mention]:
        """Yield what a group says, and remember what the next groups need."""
        if group.after_kind != "list":
            self._turns.waiting = []
        self._is_new_clause = group.after_kind == "clause"
        if group.bracket != self._bracket:
            # 规章（新制定5件，废止4件），规范性文件9件: what was done in brackets was done there.
            self._verbs, self._bracket = self._verbs_outside, group.bracket
        self.context.enter(group)
        has_told, is_part = bool(self.context.wholes), self.context.is_part
        why = self.silence.of(group, has_told=has_told, is_part=is_part)
        if why is not None:
            self._leave_alone(group, why)
        elif group.has_number:
            yield from self._numbers(group)
        elif group.has("negator"):
            yield from self._zeros(group)
        else:
            yield from self._implied(group)
        self.context.leave(group, leads_away=self.silence.leads_away(group))
        if not group.depth:
            self._verbs_outside = self._verbs

    def _leave_alone(self, group: Group, why: Why) -> None:
        for token in group.tokens:
            if token.numeral is not None:
                self.left[token.start] = why
                self.context.mark_unread(group, why)
                if counts(token.numeral, self.lexicon.file.units):
                    self.context.listed.append(Listed(token, token.numeral.value, why=why.kind))

    def _numbers(self, group: Group) -> Iterator[Mention]:
        for place, token in enumerate(group.tokens):
            if token.numeral is None:
                continue
            before = self.context.whole
            found = self._of_number(group, place, token, token.numeral)
            yield from found
            self._remember(group, token, found)
            if found and before is not None and before.value == found[0].value:
                yield from self._claims(group)

    def _remember(self, group: Group, token: Token, found: Sequence[Mention]) -> None:
        """Remember a number, told or not; one that nobody knows may begin another topic."""
        context, numeral = self.context, token.numeral
        is_counted = numeral is not None and counts(numeral, self.lexicon.file.units)
        context.mark_unread(group, None if found else self.left[token.start])
        if numeral is not None and (found or is_counted):
            context.count(token, numeral.value, found[0] if found else None)
        if found or not is_counted or context.is_part or context.is_lost:
            return
        if self.left[token.start].kind in {"unknown", "nothing"}:
            context.is_lost = bool(context.last_topic(group)) or group.has("verb")

    def _of_number(self, group: Group, place: int, token: Token, numeral: Numeral) -> list[Mention]:
        units = self.lexicon.file.units
        reach = around_number(group, place, self._heading_of(group))
        is_denied = reach.has("negator")
        why = why_no_figure(group, place, units)
        if why is not None or (is_denied and numeral.value != 1):
            self.left[token.start] = why or Why("denied", *span_of(reach.tokens))
            return []
        money = units.money.get(numeral.unit, 0)
        value = 0 if is_denied else worth(numeral.value, money)
        wanted = Wanted(
            "money" if money else "any" if value == 0 else "count",
            denied=is_denied,
            follows=not is_denied and value != 0,
            counter=numeral.unit,
            has_whole=bool(self.context.wholes),
            row=kind_of_row(self.context.listed, value) if value and reach.has("sum") else "",
            numeral=None if is_denied else numeral,
            grain=grain_of(numeral, money),
        )
        span = (token.start, token.end)
        is_alone = reach.has("in_turn") and not is_continued(group, self.silence.groups)
        loose = loosely_around(group, place)
        for tried in self._turns.reaches(reach, loose, self.context, self._verbs, is_alone=is_alone):
            found = [one for each in tried for one in self._mentions(group, each, wanted, value, span)]
            if found:
                is_all = value == 0 or len(tried) > 1 or found[0].measure.beside is not None
                return found if is_all else found[:1]
        self.left[token.start] = why_unread(group, reach)
        return []

    def _heading_of(self, group: Group) -> Group | None:
        """Return the words that a number whose own tell nothing may take over from the group before it."""
        names_a_year = group.has("this_year") or any(token.year for token in group.tokens)
        return self.context.heading or (self.context.parallel if names_a_year else None)

    def _zeros(self, group: Group) -> Iterator[Mention]:
        wanted = Wanted("any", denied=True)
        of_all = self.context.objects(group.tokens)
        for place, token in enumerate(group.tokens):
            if "negator" not in token.roles or denies_all(group.tokens[place : place + 2]):
                continue
            loose = loosely_after_negator(group, place)
            for reach in (after_negator(group, place, self.context.heading), loose):
                if reach.has("rest") or reach.has("timely") or not reach.tokens:
                    continue
                span = span_of((token, *(near for near in reach.after if "filler" not in near.roles)))
                own = self.context.objects(reach.tokens)
                apart = [*denied_apart(reach, own, of_all), *denied_first(reach, own)]
                mentions = (one for each in apart for one in self._mentions(group, each, wanted, 0, span))
                # 无提起诉讼后败诉的: what is denied stands farther on.
                found = {one.sums: one for one in mentions if loose.labels.isdisjoint(one.measure.none)}
                yield from joint_of(tuple(found.values()))
                if found:
                    break

    def _implied(self, group: Group) -> Iterator[Mention]:
        context, reach = self.context, of_group(group)
        is_report = not context.wholes and reports_on(context.whole_before, group, self.silence.groups)
        wholes = context.spoken_of(group, is_report=is_report)
        if group.has("carry") or is_of_a_part(group, self.silence.groups, context.listed):
            # 均已答复或依法结转: not all are concluded.
            return
        if not wholes or group.has("about") or self.silence.beside(reach) is not None:
            yield from self._claims(group)
            return
        is_next = context.is_at_whole and (group.is_clean or group.has("done"))
        wanted = Wanted(implied=True, has_all=group.has("all") or wholes[-1].value == 1)
        for whole in wholes if is_next or is_report or group.has("all") else ():
            value = context.rest_of(whole) if group.has("rest") else context.all_of(whole)
            if value is not None and topics_of(reach, self.lexicon, whole.topic) == (whole.topic,):
                yield from self._mentions(group, reach, wanted, value, group.telling_span(), whole)
        if not group.has("rest"):
            yield from self._claims(group)

    def _claims(self, group: Group) -> Iterator[Mention]:
        """Yield what 均 or 全部 says of itself: nothing is left."""
        if not (self.context.is_own_topic or group.is_clean) or group.has("negator"):
            return
        if self.left and self.context.whole is None:
            # 信函2件、邮件1件，均已答复: all of what, nobody knows.
            return
        place = next((place for place, token in enumerate(group.tokens) if "all" in token.roles), None)
        if place is not None:
            reach = around_word(group, place)
            yield from self._mentions(group, reach, Wanted(claim=True), 0, group.telling_span(place))

    def _mentions(
        self,
        group: Group,
        reach: Reach,
        wanted: Wanted,
        value: Number,
        span: tuple[int, int],
        whole: Whole | None = None,
    ) -> Iterator[Mention]:
        context = self.context
        is_silent = self.silence.beside(reach) is not None
        beside = whole.topic if whole else context.topic or context.last_topic(group)
        for topic in topics_of(reach, self.lexicon, beside):
            measure = measure_of(reach, topic, self.lexicon, wanted)
            if measure is None or self.silence.vetoes(topic, group, span[1]) is not None:
                continue
            speaks_of_it = context.is_at_whole or whole is context.whole_before
            if wanted.implied and not (speaks_of_it or measure.whole or reach.has("rest")):
                continue
            if is_silent and not (wanted.denied and measure.loose):
                continue
            if measure.past:
                context.year = context.year_before
            fills = fills_of(reach.tokens, topic, self.lexicon)
            if not fills and group.last_number >= 0:
                # 规范性文件立6废2: the object may stand farther back.
                named = [one for one in context.objects(group.tokens) if one.end <= span[0]]
                fills = fills_of(named[-1:], topic, self.lexicon)
            year = 0 if reach.has("carry") or measure.past else context.year
            mention = Mention(
                measure,
                context.sums(measure, topic, fills, whole, of_all=reach.has("all")),
                value,
                *span,
                wanted.numeral,
                wanted.grain,
                year,
                is_doubtful=self.silence.is_doubtful
                or is_in_doubt(measure, reach, topic, wanted, context, is_new_clause=self._is_new_clause),
                is_part=(context.is_part or group.depth > 0) and not group.has("besides"),
                held=self.lexicon.expanded(measure.held, fills) if measure.held else (),
            )
            if mention.is_doubtful and reach.is_loose and not wanted.implied:
                context.is_lost = True
                context.part_off(measure)
            elif not (wanted.implied or wanted.claim):
                # What all of them were answered is said of all applicants, whoever is named.
                context.tell(mention, () if measure.kind else tuple(fills.items()), topic)
                self._verbs = tuple(word for word in reach.tokens if "verb" in word.roles)
            yield mention
            if measure.beside is not None:
                sums = context.sums(measure.beside, topic, fills, whole, of_all=reach.has("all"))
                yield replace(mention, measure=measure.beside, sums=sums)
