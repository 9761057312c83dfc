"""Groups of tokens: what stands between two stops, the unit in which a number finds its meaning."""

from __future__ import annotations

from collections.abc import Iterable

import msgspec

from reportdesk.prose.figures.cutting.tokens import Token, TokenKind, span_of
from reportdesk.prose.figures.cutting.transparent import telling_tokens
from reportdesk.prose.lexicon.lexicon import Lexicon
from reportdesk.prose.text.remembered import MOST_SENTENCE_CHARACTERS, keeping

_CUTS: frozenset[TokenKind] = frozenset({"comma", "colon", "clause", "list", "open", "close"})
#: Roles that tell nothing of what a number counts.
SAYS_NOTHING = frozenset({"filler", "of_which", "all", "rest", "about", "each", "in_turn", "sum"})


class Group(msgspec.Struct):
    """Tokens between two stops; `after` is the stop before it, `depth` how many brackets are open.

    `bracket` is the number of the bracket in which it stands, 0 outside of all. `is_split` tells that no stop
    stands before it, but 均 after a number, `has_number` that a number stands in it, `is_clean` that every
    word in it is known.
    """

    tokens: list[Token] = msgspec.field(default_factory=list)
    after: Token | None = None
    depth: int = 0
    bracket: int = 0
    is_split: bool = False
    has_number: bool = False
    is_clean: bool = True
    _roles: set[str] = msgspec.field(default_factory=set)

    def __post_init__(self) -> None:
        """Take in the tokens that it begins with."""
        given, self.tokens = self.tokens, []
        self.add(given)

    def add(self, tokens: Iterable[Token]) -> None:
        """Add tokens at its end."""
        for token in tokens:
            self.tokens.append(token)
            self._roles |= token.roles
            self.has_number |= token.kind == "number"
            self.is_clean &= token.kind != "unknown"

    @property
    def after_kind(self) -> TokenKind:
        """Return the kind of the stop before it."""
        return self.after.kind if self.after is not None else "stop"

    def has_number_before(self, place: int) -> bool:
        """Tell whether a number that is no percentage stands before the token at a place."""
        numerals = (token.numeral for token in self.tokens[:place])
        return any(numeral is not None and numeral.unit not in "%％" for numeral in numerals)

    @property
    def last_number(self) -> int:
        """Return the place of its last number among its tokens, -1 without any."""
        tokens = self.tokens
        return next((at for at in range(len(tokens) - 1, -1, -1) if tokens[at].kind == "number"), -1)

    @property
    def says_nothing(self) -> bool:
        """Tell whether no word in it tells what is counted."""
        return all(
            token.kind in {"number", "year"} or (token.kind == "word" and token.roles & SAYS_NOTHING)
            for token in self.tokens
        )

    def has(self, role: str) -> bool:
        """Tell whether a word with that role stands in it."""
        return role in self._roles

    @property
    def span(self) -> tuple[int, int]:
        """Return its [start, end) in the sentence."""
        return span_of(self.tokens)

    def telling_span(self, place: int = 0) -> tuple[int, int]:
        """Return where its telling words stand, from a token on: fillers at both ends left out."""
        telling = [token for token in self.tokens[place:] if token.kind != "unknown"]
        return span_of([token for token in telling if "filler" not in token.roles] or self.tokens)


# Asked for a few times while a paragraph is read, and no more once what is made of them is remembered: a
# sentence's tokens take six kilobytes.
@keeping(MOST_SENTENCE_CHARACTERS // 5)
def groups_in(sentence: str, lexicon: Lexicon) -> tuple[Group, ...]:
    """Return the groups of a sentence; brackets without a number do not cut a group in two.

    They are shared by all who read the sentence: nobody may change them.
    """
    groups = [Group()]
    depth = bracket = opened = 0
    for token in telling_tokens(sentence, lexicon):
        if token.kind in _CUTS:
            depth = max(0, depth + (token.kind == "open") - (token.kind == "close"))
            opened += token.kind == "open"
            bracket = opened if depth else 0
            groups.append(Group(after=token, depth=depth, bracket=bracket))
        elif token.kind != "stop":
            if _begins_anew(token, groups[-1]):
                # 处罚5件均已公示 is 处罚5件，均已公示.
                comma = Token("comma", token.start, token.start)
                groups.append(
                    Group(after=comma, depth=depth, bracket=groups[-1].bracket, is_split="all" in token.roles)
                )
            groups[-1].add([token])
    return tuple(_joined((group for group in groups if group.tokens), lexicon))


def _begins_anew(token: Token, group: Group) -> bool:
    """Tell whether a word speaks of another number than the one before it: 均, or 外 after 除6件结转."""
    if group.has("rest") or not group.has_number:
        return False
    return ("all" in token.roles and group.tokens[-1].kind == "number") or "rest" in token.roles


def _joined(groups: Iterable[Group], lexicon: Lexicon) -> list[Group]:
    """Join what 、 lists with the group after it, as in 行政复议、行政诉讼3件; each number keeps its own.

    A number whose group tells nothing of it is joined with what follows: 2件正在审理，尚未审结.
    """
    joined: list[Group] = []
    for group in groups:
        if joined and (
            _continues(joined[-1], group)
            or _explains(joined[-1], group)
            or _denies_on(joined[-1], group, lexicon)
        ):
            joined[-1].add(group.tokens)
        else:
            joined.append(group)
    return joined


def _continues(before: Group, group: Group) -> bool:
    if group.after is None or group.after.kind != "list" or before.depth != group.depth:
        return False
    if before.has_number:
        return False
    if group.has("negator"):
        # 未制定、未废止规范性文件: what is denied stands at the end.
        return before.has("negator") and "verb" in before.tokens[-1].roles
    return not (before.has("negator") and group.has_number)


def _denies_on(before: Group, group: Group, lexicon: Lexicon) -> bool:
    """Tell whether a group goes on with what is denied: 未发生行政复议，提起行政诉讼情况."""
    if group.after_kind != "comma" or before.depth != group.depth or not before.has("negator"):
        return False
    says_else = any(
        group.has(role) for role in ("negator", "all", "of_which", "compare", "this_year", "aside")
    )
    if says_else or before.has_number or group.has_number or not group.is_clean:
        return False
    topics = {lexicon.topic_of(token.label) for token in before.tokens} - {""}
    own = {lexicon.topic_of(token.label) for token in group.tokens} - {""}
    return len(own) == 1 and own == topics


def _explains(before: Group, group: Group) -> bool:
    """Tell whether a group without a number says what the number before it counts."""
    if group.after is None or group.after.kind != "comma" or before.depth != group.depth:
        return False
    if group.has_number or group.has("negator") or group.has("all") or group.has("of_which"):
        return False
    numbers = [token for token in before.tokens if token.kind == "number"]
    return len(numbers) == 1 and before.says_nothing
