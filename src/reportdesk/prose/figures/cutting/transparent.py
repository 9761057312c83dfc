"""What stands between and says nothing: brackets without a number, examples and modifiers of an object."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import zip_longest

from reportdesk.prose.figures.cutting.tokens import Token, tokens_in
from reportdesk.prose.lexicon.lexicon import Lexicon

_FILLER = frozenset({"filler"})
#: Roles of words that may stand in a modifier, and how many pieces one has at most.
_MODIFIER = frozenset({"filler", "verb", "etc", "content"})
#: Words before 的 that are looked back over.
_MOST_MODIFIERS = 12


def telling_tokens(sentence: str, lexicon: Lexicon) -> Iterator[Token]:
    """Yield the tokens of a sentence, what says nothing between them left out."""
    tokens: Sequence[Token] = tuple(tokens_in(sentence, lexicon))
    if any(token.kind == "unknown" for token in tokens):
        tokens = _without_modifiers(sentence, _without_examples(tokens, lexicon), lexicon)
    return _without_asides(tokens)


def _without_asides(sentence: Sequence[Token]) -> Iterator[Token]:
    """Leave out brackets in which no number stands, unless they end the group."""
    ends = _aside_ends(sentence)
    place = 0
    while place < len(sentence):
        if place in ends:
            place = ends[place]
        else:
            yield sentence[place]
            place += 1


def _aside_ends(sentence: Sequence[Token]) -> dict[int, int]:
    """Return where brackets without a number end, by where they open."""
    found: dict[int, int] = {}
    opened: int | None = None
    for place, token in enumerate(sentence):
        if token.kind == "open":
            opened = place
        elif token.kind == "number":
            opened = None
        elif token.kind == "close" and opened is not None:
            follows = sentence[place + 1].kind if place + 1 < len(sentence) else "stop"
            if follows in {"word", "number", "unknown", "year"}:
                found[opened] = place + 1
            opened = None
    return found


def _without_examples(tokens: Sequence[Token], lexicon: Lexicon) -> list[Token]:
    """Leave out what nobody knows before 等 and an object: 登记费等行政事业性收费."""
    kept: list[Token] = []
    for token, follows in zip_longest(tokens, tokens[1:]):
        if "etc" in token.roles and follows is not None and lexicon.topic_of(follows.label):
            while kept and (kept[-1].kind == "unknown" or _is_between(kept)):
                kept.pop()
        kept.append(token)
    return kept


def _without_modifiers(sentence: str, tokens: Sequence[Token], lexicon: Lexicon) -> list[Token]:
    """Leave out what nobody knows between a verb and its object: 收到涉及征地、物业的信息公开申请.

    The object says itself that it is about disclosure: a bare 申请 may be for anything.
    """
    left: set[int] = set()
    for place, token in enumerate(tokens[1:], start=1):
        before = tokens[place - 1]
        if not token.label or not lexicon.topic_of(token.label):
            continue
        if sentence[before.start : before.end] != "的" or "公开" not in sentence[token.start : token.end]:
            continue
        unknown: set[int] = set()
        for at in range(place - 2, max(-1, place - 2 - _MOST_MODIFIERS), -1):
            if tokens[at].kind == "unknown":
                unknown.add(at)
            elif "verb" in tokens[at].roles and unknown:
                left |= unknown
            elif tokens[at].kind != "list" and not tokens[at].roles & _MODIFIER:
                break
    return [token for place, token in enumerate(tokens) if place not in left]


def _is_between(tokens: Sequence[Token]) -> bool:
    """Tell whether the last token says nothing and stands after what nobody knows: 登记 in 不动产登记费."""
    return len(tokens) > 1 and tokens[-1].roles == _FILLER and tokens[-2].kind == "unknown"
