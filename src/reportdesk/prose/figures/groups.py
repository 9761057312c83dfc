"""Groups of tokens: what stands between two stops, the unit in which a number finds its meaning."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from reportdesk.prose.figures.tokens import Token


@dataclass(slots=True)
class Group:
    """Tokens between two stops; `after` is the stop before it, `depth` how many brackets are open."""

    tokens: list[Token] = field(default_factory=list)
    after: Token | None = None
    depth: int = 0

    @property
    def has_number(self) -> bool:
        """Tell whether a number stands in it."""
        return any(token.kind == "number" for token in self.tokens)

    @property
    def is_clean(self) -> bool:
        """Tell whether every word in it is known."""
        return all(token.kind != "unknown" for token in self.tokens)

    def has(self, role: str) -> bool:
        """Tell whether a word with that role stands in it."""
        return any(role in token.roles for token in self.tokens)

    @property
    def span(self) -> tuple[int, int]:
        """Return its [start, end) in the paragraph."""
        return self.tokens[0].start, self.tokens[-1].end


def sentences_in(tokens: Iterable[Token]) -> Iterator[list[Group]]:
    """Yield the groups of each sentence; brackets without a number do not cut a group in two."""
    sentence: list[Token] = []
    for token in tokens:
        if token.kind == "stop":
            yield _groups(sentence)
            sentence = []
        else:
            sentence.append(token)
    yield _groups(sentence)


def _groups(sentence: Sequence[Token]) -> list[Group]:
    groups = [Group()]
    depth = 0
    for token in _without_asides(sentence):
        if token.kind in {"comma", "clause", "list", "open", "close"}:
            depth = max(0, depth + (token.kind == "open") - (token.kind == "close"))
            groups.append(Group(after=token, depth=depth))
        else:
            groups[-1].tokens.append(token)
    return _joined(group for group in groups if group.tokens)


def _without_asides(sentence: Sequence[Token]) -> Iterator[Token]:
    """Leave out brackets in which no number stands, unless they end the group."""
    place = 0
    while place < len(sentence):
        end = _aside_end(sentence, place)
        if end is None:
            yield sentence[place]
            place += 1
        else:
            place = end


def _aside_end(sentence: Sequence[Token], place: int) -> int | None:
    if sentence[place].kind != "open":
        return None
    for end in range(place + 1, len(sentence)):
        kind = sentence[end].kind
        if kind in {"number", "open"}:
            return None
        if kind == "close":
            follows = sentence[end + 1].kind if end + 1 < len(sentence) else "stop"
            return end + 1 if follows in {"word", "number", "unknown", "year"} else None
    return None


def _joined(groups: Iterable[Group]) -> list[Group]:
    """Join what 、 lists with the group after it, as in 行政复议、行政诉讼3件; each number keeps its own."""
    joined: list[Group] = []
    for group in groups:
        if joined and _continues(joined[-1], group):
            joined[-1].tokens.extend(group.tokens)
        else:
            joined.append(group)
    return joined


def _continues(before: Group, group: Group) -> bool:
    if group.after is None or group.after.kind != "list" or before.depth != group.depth:
        return False
    if before.has_number or group.has("negator"):
        return False
    return not (before.has("negator") and group.has_number)
