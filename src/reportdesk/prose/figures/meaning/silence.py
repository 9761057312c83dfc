"""What tells that a number is none of the tables': a comparison, one way of asking, another body."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Literal

import msgspec

from reportdesk.frozen import Frozen
from reportdesk.prose.figures.cutting.groups import Group
from reportdesk.prose.figures.cutting.tokens import Token
from reportdesk.prose.figures.meaning.reach import Reach
from reportdesk.prose.lexicon.lexicon import Lexicon

#: Why a number is left alone: a word beside it or before it in the sentence, or what is wanting.
WhyKind = Literal[
    "unit",
    "about",
    "compare",
    "channel",
    "apart",
    "aside",
    "content",
    "others",
    "name",
    "scope",
    "elsewhere",
    "onward",
    "denied",
    "veto",
    "unknown",
    "nothing",
]


#: How far back a list may go on about what stands before it.
_CONTINUED_GROUPS = 12
_BESIDE: tuple[WhyKind, ...] = ("apart", "compare")


class Why(Frozen, frozen=True):
    """Why a number is left alone, and the words at [start, end) of the sentence that say so."""

    kind: WhyKind
    start: int
    end: int


def why_unread(group: Group, reach: Reach) -> Why:
    """Return why a number fits no figure: a word of its group that nobody knows, or nothing at all."""
    strange = next((token for token in group.tokens if token.kind == "unknown"), None)
    if strange is not None and not reach.is_clean:
        return Why("unknown", strange.start, strange.end)
    return Why("nothing", *group.span)


class Silence(msgspec.Struct):
    """Looks at the groups of a sentence one after another, and remembers what silences those that follow.

    `goes_on` tells that the sentence before ended with what is none of the tables'.
    """

    lexicon: Lexicon
    sentence: str
    groups: Sequence[Group]
    goes_on: bool = False
    is_doubtful: bool = False
    _rest: Why | None = None
    _has_others: bool = False
    _rest_of_part: bool = False
    _bracket: int = 0
    _is_led: bool = False
    _in_bracket: Why | None = None
    _asides: Why | None = None
    _vetoed: dict[str, Why] = msgspec.field(default_factory=dict)

    def __post_init__(self) -> None:
        """Find what silences the whole sentence, and the signs that veto a topic in it."""
        self._rest = next(
            filter(None, (_first(group, "elsewhere") for group in self.groups if not group.depth)), None
        )
        if self.goes_on and "of_which" in self.groups[0].tokens[0].roles:
            # Half a year's figures stood before; what follows 其中 is part of them.
            self._rest = Why("scope", self.groups[0].tokens[0].start, self.groups[0].tokens[0].end)
        # 市本级96件，各县区1210件: one office beside the others.
        self._has_others = any(
            group.has("others") and not group.depth and (group.has_number or group.has("rest"))
            for group in self.groups
        )
        self._vetoed = dict(_vetoes(self.sentence, self.groups, self.lexicon.file.vetoes))

    @property
    def is_elsewhere(self) -> bool:
        """Tell whether the sentence ended with what is none of the tables'."""
        return self._rest is not None

    def of(self, group: Group, *, has_told: bool, is_part: bool) -> Why | None:
        """Return why the numbers of a group are none of the tables'; remember it for the list under it."""
        if group.after is not None and group.after.kind == "clause":
            self._asides = None
        if why := self._of_others(group, has_told=has_told, is_part=is_part):
            return why
        if why := _first(group, "apart"):
            return why
        if why := _first(group, "content"):
            self._asides = why
            return why
        if (why := _aside(group.tokens)) and (group.has_number or not group.has("negator")):
            if group.has_number:
                self._asides = why
            return why
        if group.tokens[0].roles & {"compare"} or (group.has("compare") and not group.has_number):
            return _first(group, "compare")
        if why := self._one_way(group):
            return why
        tells = any(token.label in self.lexicon.topic_by_label for token in group.tokens)
        return self._asides if is_part and not group.has("verb") and not tells else None

    def _of_others(self, group: Group, *, has_told: bool, is_part: bool) -> Why | None:
        """Return the words that tell of other bodies or years; in brackets they silence those alone."""
        if self._rest is not None and self._rest_of_part and group.after_kind == "clause":
            self._rest, self._rest_of_part = None, False
        if self._rest is not None:
            return self._rest
        if self._bracket and group.bracket == self._bracket:
            return self._in_bracket
        why = _first(group, "onward")
        is_listed = group.has("of_which") or self._is_led
        self._is_led = all("of_which" in token.roles for token in group.tokens)
        if why is None and (self._has_others or is_listed or (has_told and group.after_kind == "clause")):
            why = _first(group, "scope")
        if why is None and is_part and has_told and not group.has("verb"):
            # 其中市住建局96件: an office among those that make up the whole.
            why = _first(group, "name")
        if why is None and (others := _first(group, "others")):
            # 各部门共收到: the sum of all; alone, or after what the office itself has, it is theirs.
            if not has_told and group.has("sum"):
                self.is_doubtful = True
            else:
                why = others
        if why is not None and group.depth:
            self._bracket, self._in_bracket = group.bracket, why
        elif why is not None:
            self._rest, self._rest_of_part = why, is_part
        return why

    def beside(self, reach: Reach) -> Why | None:
        """Return the word in reach of a number that silences it."""
        found = _aside(reach.tokens)
        kinds = (
            Why(kind, token.start, token.end)
            for token in reach.tokens
            if not token.roles.isdisjoint(_BESIDE)
            for kind in _BESIDE
            if kind in token.roles
        )
        return found or next(kinds, None)

    def leads_away(self, group: Group) -> bool:
        """Tell whether a group begins to speak of something else."""
        # 平均答复时间2个工作日 goes on about the same.
        is_beside = group.has("content") or group.has("compare")
        return group.has("aside") and group.has("verb") and not is_beside

    def vetoes(self, topic: str, group: Group, end: int) -> Why | None:
        """Return the sign that a topic is another's: in the sentence, or near a number before its `end`."""
        if topic in self._vetoed:
            return self._vetoed[topic]
        signs = self.lexicon.file.near_vetoes.get(topic, ())
        return next(_near_signs(self.sentence, self.groups, group, signs, end), None)

    def _one_way(self, group: Group) -> Why | None:
        """Return the way of asking that a group is about; several with 共 or 均 are all there are."""
        ways = [token for token in group.tokens if "channel" in token.roles]
        # 已邮件回复: how they were answered; 均为网络申请并按时答复: all of them.
        is_of_whole = group.has("done") or group.has("all")
        is_answer = is_of_whole and group.has("verb") and not group.has_number
        if not ways or group.has("every_channel") or group.has("made") or is_answer:
            return None
        is_denial = group.has("negator") and not group.has_number
        if len(ways) > 1 and (group.has("sum") or group.has("all") or is_denial):
            return None
        return Why("channel", ways[0].start, ways[0].end)


def _aside(tokens: Sequence[Token]) -> Why | None:
    """Return the first word of another thing; in a reason (因征求意见而延期) it is no other thing."""
    if not any("aside" in token.roles for token in tokens):
        return None
    causes = [token.start for token in tokens if "cause" in token.roles]
    verbs = [token.start for token in tokens if "verb" in token.roles]
    for token in tokens:
        is_reason = bool(causes and verbs) and causes[0] < token.start < verbs[-1]
        if "aside" in token.roles and not is_reason:
            return Why("aside", token.start, token.end)
    return None


def _first(group: Group, role: WhyKind) -> Why | None:
    if not group.has(role):
        return None
    return next((Why(role, token.start, token.end) for token in group.tokens if role in token.roles), None)


def _vetoes(
    sentence: str, groups: Sequence[Group], vetoes: dict[str, tuple[str, ...]]
) -> Iterator[tuple[str, Why]]:
    longer = [token for group in groups for token in group.tokens if token.label]
    for topic, signs in vetoes.items():
        for sign in signs:
            place = sentence.find(sign)
            # 正在审理 is a result, 审理 a court's work.
            if place >= 0 and not any(
                token.start <= place
                and place + len(sign) <= token.end
                and token.end - token.start > len(sign)
                for token in longer
            ):
                yield topic, Why("veto", place, place + len(sign))
                break


def _near_signs(
    sentence: str, groups: Sequence[Group], group: Group, signs: tuple[str, ...], limit: int
) -> Iterator[Why]:
    """Yield the signs in a group, and in those before it that it continues: it has no verb of its own."""
    place = next((at for at, other in enumerate(groups) if other is group), 0)
    first = max(0, place - _CONTINUED_GROUPS)
    while True:
        start, end = groups[place].span[0], min(groups[place].span[1], limit)
        for sign in signs:
            found = sentence.find(sign, start, end)
            if found >= 0:
                yield Why("veto", found, found + len(sign))
        if place == first or groups[place].has("verb") or groups[place].after_kind == "clause":
            return
        place -= 1
