"""Words that a number whose own tell nothing takes over from the group before it."""

from __future__ import annotations

from itertools import takewhile

from reportdesk.prose.figures.cutting.groups import Group
from reportdesk.prose.figures.cutting.tokens import Token

_COMPARES = frozenset({"compare", "last_year"})


def heading_of(group: Group) -> Group | None:
    """Return the words of a group that the number after it may count: 申请总量与上年持平，仍为9件."""
    if group.has_number or any(group.has(role) for role in ("negator", "all", "content")):
        return None
    if not group.has("compare"):
        return group
    if not (group.has("last_year") or group.has("since_last") or any(token.year for token in group.tokens)):
        return None
    named = takewhile(lambda token: not (token.year or token.roles & _COMPARES), group.tokens)
    return _group_of_words(group, list(named))


def words_of_another_year(group: Group) -> Group | None:
    """Return the words before the number of a group that tells of a year: 去年收到29件，今年17件."""
    first = next((place for place, token in enumerate(group.tokens) if token.kind == "number"), 0)
    is_of_a_year = any(token.year or "last_year" in token.roles for token in group.tokens[:first])
    if not is_of_a_year or group.has("compare") or group.has("carry"):
        return None
    return _group_of_words(group, [token for token in group.tokens[:first] if "last_year" not in token.roles])


def _group_of_words(group: Group, tokens: list[Token]) -> Group | None:
    return Group(tokens, group.after, group.depth, group.bracket) if tokens else None
