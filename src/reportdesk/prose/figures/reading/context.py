"""What is remembered from group to group of a sentence: topic, year, the last wholes, what is listed."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from reportdesk.form.formula import Number
from reportdesk.prose.figures.cutting.groups import Group
from reportdesk.prose.figures.cutting.tokens import Token
from reportdesk.prose.figures.meaning.headings import heading_of, words_of_another_year
from reportdesk.prose.figures.meaning.measures import ELSEWHERE, fills_of
from reportdesk.prose.figures.meaning.mentions import LAST_YEAR, Mention
from reportdesk.prose.figures.meaning.silence import Why, WhyKind
from reportdesk.prose.figures.reading.listing import Listed, Whole
from reportdesk.prose.lexicon.cell_sums import CellSum, Fills
from reportdesk.prose.lexicon.lexicon import Lexicon
from reportdesk.prose.lexicon.wordings import Measure

#: Objects told before, of which a result may still be told: 复议5件、诉讼4件，维持3件.
_EARLIER_OBJECTS = 3
#: Numbers that stand beside a whole, not for it: 收到12件，较上年减少3件，其中…
_BESIDE_THE_WHOLE: frozenset[WhyKind] = frozenset({"compare", "about", "channel", "unit", "denied", "apart"})


class Context(msgspec.Struct):
    """The topic with its objects, the year meant, the wholes, and whether parts of one are being listed.

    `is_doubtful` tells that something else was counted since the topic was named, `is_at_whole` that the
    last figure was a whole, `is_unread` that nobody knows the last number. `parted` is the result whose
    askers are told, `listed` all numbers that count, with what was told of them.
    """

    lexicon: Lexicon
    topic: str
    whole_before: Whole | None = None
    is_own_topic: bool = False
    is_doubtful: bool = False
    is_lost: bool = False
    is_part: bool = False
    is_part_of_unread: bool = False
    is_at_whole: bool = False
    year: int = 0
    year_before: int = 0
    wholes: list[Whole] = msgspec.field(default_factory=list)
    heading: Group | None = None
    parallel: Group | None = None
    parted: Measure | None = None
    sure_whole: Whole | None = None
    listed: list[Listed] = msgspec.field(default_factory=list)
    _last: Measure | None = None
    is_unread: bool = False
    _is_of_askers: bool = False
    _is_bracketed: bool = False
    _is_beside: bool = False
    _outside: tuple[int, bool, str, Fills] = (0, False, "", {})
    _fills: Fills = msgspec.field(default_factory=dict)
    _earlier_fills: list[Fills] = msgspec.field(default_factory=list)
    _counted: list[Number] = msgspec.field(default_factory=list)
    _put_off: list[Number] = msgspec.field(default_factory=list)
    _looked_at: Group | None = None
    _its_topic: str = ""

    def __post_init__(self) -> None:
        """Take what stands before the first bracket for what stands outside of it."""
        self._outside = self.year, self.is_part, self.topic, self._fills

    @property
    def whole(self) -> Whole | None:
        """Return the last whole."""
        return self.wholes[-1] if self.wholes else None

    def enter(self, group: Group) -> None:
        """Take in what a group says before it is read: a new clause, parts of a whole, a year."""
        if group.after_kind == "clause":
            self.is_part = self._is_beside = False
            if self._is_of_askers:
                self._fills, self._is_of_askers = {}, False
            self.heading = None
        if group.after_kind == "clause" or (self._is_bracketed and not group.depth):
            self.parted = None
        if group.has("of_which") or group.has("among") or (group.depth and not self._is_bracketed):
            self.parted = self._last if self._last is not None and self._last.is_result else None
        if self._is_bracketed and not group.depth:
            self.year, self.is_part, self.topic, self._fills = self._outside
        self.is_part_of_unread = self.is_part_of_unread and self.is_part
        if group.has("of_which"):
            self.is_part, self.is_part_of_unread = True, self.is_unread
        self._is_bracketed = group.depth > 0
        self.is_lost = False
        self.year_before = self.year
        if not (group.has("carry") or group.has("compare")):
            self._enter_year(group)

    def measures(self, measure: Measure) -> list[Measure]:
        """Return what a measure may mean here, the surest first."""
        if measure.kind != "applicant" or self.parted is None:
            return [measure]
        # 公开5件（自然人4件…）: who asked for what was granted, not for all.
        return [self.parted, measure] if self.parted.is_total else [self.parted]

    def _enter_year(self, group: Group) -> None:
        if group.has("this_year"):
            self.year = 0
        if group.has("last_year"):
            self.year = LAST_YEAR
        self.year = next((token.year for token in group.tokens if token.year), self.year)

    def leave(self, group: Group, *, leads_away: bool) -> None:
        """Remember what the groups after a group that was read may go on about."""
        if self.is_lost:
            self.is_doubtful = True
        elif leads_away:
            self.is_doubtful = True
            self.topic, self._fills, self.wholes = ELSEWHERE, {}, []
        elif (topic := self.last_topic(group)) and not group.has("content"):
            self._turn_to(topic, group)
        if group.tokens[-1].roles & {"among"} and (askers := self.askers(group.tokens)):
            # 个人申请9件中，予以公开5件: results of theirs.
            self._fills, self._is_of_askers = fills_of(askers, self.topic, self.lexicon), True
        self.heading = heading_of(group)
        self.parallel = words_of_another_year(group)
        if not group.depth:
            self._outside = self.year, self.is_part, self.topic, self._fills

    def _turn_to(self, topic: str, group: Group) -> None:
        if topic != self.topic:
            self._fills, self._earlier_fills = {}, []
        elif self._fills and self.is_own_topic:
            earlier = [one for one in self._earlier_fills if one != self._fills]
            self._earlier_fills = [*earlier[-_EARLIER_OBJECTS:], self._fills]
        self.topic, self.is_own_topic, self.is_doubtful = topic, True, False
        self._fills = fills_of(self.objects(group.tokens), topic, self.lexicon)

    def objects(self, tokens: Sequence[Token]) -> list[Token]:
        """Return the words among some that have a topic."""
        return [token for token in tokens if token.label and self.lexicon.label(token.label).topic]

    def askers(self, tokens: Sequence[Token]) -> list[Token]:
        """Return the words among some that tell who asks: they fill a slot and are no object."""
        labels = ((token, self.lexicon.label(token.label)) for token in tokens if token.label)
        return [token for token, label in labels if label.fill and not label.topic]

    def last_topic(self, group: Group) -> str:
        """Return the topic of the last object of a group, empty without any."""
        if self._looked_at is not group:
            objects = self.objects(group.tokens)
            self._looked_at = group
            self._its_topic = self.lexicon.label(objects[-1].label).topic if objects else ""
        return self._its_topic

    def mark_unread(self, group: Group, why: Why | None) -> None:
        """Remember whether the number that 其中 may part is one that nobody here knows."""
        if not group.depth and (why is None or why.kind not in _BESIDE_THE_WHOLE):
            self.is_unread = why is not None and not self.last_topic(group)

    def count(self, token: Token, value: Number, mention: Mention | None) -> None:
        """Remember a number that counts: told since the last whole, and whether it is put off."""
        self.listed.append(Listed(token, value, mention))
        if mention is not None and mention.measure.whole and not self.is_part:
            self._counted, self._put_off = [], []
        elif mention is not None and mention.measure.put_off:
            self._put_off.append(mention.value)
        elif mention is None or (mention.measure.is_result and not mention.year):
            self._counted.append(value)

    def tell(self, mention: Mention, slots: tuple[tuple[str, tuple[str, ...]], ...], topic: str) -> None:
        """Remember a figure that is sure: 均 may speak of a whole."""
        measure = mention.measure
        self.sure_whole = Whole(mention.value, topic, slots)
        self.part_off(measure)
        self.is_at_whole = measure.whole
        self.is_own_topic = True
        if measure.whole and mention.value:
            whole = Whole(mention.value, topic, slots)
            if not (self.is_part and self._is_in_last(whole)):
                self._add(whole)
        elif not measure.whole and not self._is_bracketed:
            self._is_beside = False

    def part_off(self, measure: Measure) -> None:
        """Remember the result whose askers may be told next."""
        if measure.kind != "applicant":
            self._last = measure

    def _is_in_last(self, whole: Whole) -> bool:
        """Tell whether a whole is part of the last one: 收到12件，其中收到信函1件."""
        last = self.whole
        return (
            last is not None
            and (last.topic, last.slots) == (whole.topic, whole.slots)
            and last.value > whole.value
        )

    def _add(self, whole: Whole) -> None:
        """Add a whole; wholes of different things (复议3件、诉讼1件) stand side by side."""
        same = [other for other in self.wholes if other.topic == whole.topic and other.slots != whole.slots]
        beside = same[-_EARLIER_OBJECTS:] if whole.slots and self._is_beside and not self.is_part else []
        self.wholes = [*beside, whole]
        self._is_beside = True

    def spoken_of(self, group: Group, *, is_report: bool = False) -> list[Whole]:
        """Return the wholes of which a group without a number speaks: of several things if 均 stands by.

        One that `is_report` tells what came of the whole of the sentence before.
        """
        if group.is_split and not self.is_at_whole:
            return []
        if group.depth and group.after_kind == "open" and self.sure_whole is not None:
            # 不予公开7件（均属于行政查询事项）: all of these.
            return [self.sure_whole]
        if self.wholes:
            return self.wholes if group.has("all") else self.wholes[-1:]
        is_of_before = self.whole_before is not None and (is_report or group.has("all"))
        return [self.whole_before] if self.whole_before is not None and is_of_before else []

    def rest_of(self, whole: Whole) -> Number | None:
        """Return what is left of a whole where nothing but what was put off is taken from it."""
        left = whole.value - sum(self._put_off)
        return left if self._put_off and not self._counted and left >= 0 else None

    def all_of(self, whole: Whole) -> Number | None:
        """Return what 均 speaks of: the whole, unless some of it was put off."""
        return None if any(self._put_off) and not self._is_bracketed else whole.value

    def fills_before(self, topic: str) -> list[Fills]:
        """Return what the objects told before put into slots, the last first."""
        return [self._fills, *self._earlier_fills] if topic == self.topic else [{}]

    def sums(
        self, measure: Measure, topic: str, fills: Fills, whole: Whole | None, *, of_all: bool
    ) -> tuple[CellSum, ...]:
        """Return the sums of cells that may be meant: of what is told here, else of what was told before."""
        before = [whole.fills] if whole is not None else self.fills_before(topic)
        found = (
            cell_sum
            for beside in before
            for one in self.measures(measure)
            for cell_sum in self.lexicon.sums(one, {**beside, **fills}, of_which=self.is_part, of_all=of_all)
        )
        return tuple(dict.fromkeys(found))
