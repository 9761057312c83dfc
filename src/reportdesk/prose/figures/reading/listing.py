"""What a sentence has counted so far, and what it leaves to the next: wholes, numbers, a topic."""

from __future__ import annotations

from collections.abc import Sequence

from reportdesk.form.formula import Number
from reportdesk.frozen import Frozen
from reportdesk.prose.figures.cutting.groups import Group
from reportdesk.prose.figures.cutting.tokens import Token
from reportdesk.prose.figures.meaning.mentions import Mention
from reportdesk.prose.figures.meaning.silence import WhyKind
from reportdesk.prose.lexicon.cell_sums import Fills


class Whole(Frozen, frozen=True):
    """The number that 均, 全部 or a bare result speaks of, in this sentence or the one before."""

    value: Number
    topic: str
    slots: tuple[tuple[str, tuple[str, ...]], ...]

    @property
    def fills(self) -> Fills:
        """Return what it puts into the slots of a sum."""
        return dict(self.slots)


class Listed(Frozen, frozen=True):
    """A number that counts, and what was told of it, if it was read; else why it was not."""

    token: Token
    value: Number
    mention: Mention | None = None
    why: WhyKind | None = None

    @property
    def kind(self) -> str:
        """Return the kind of list it is part of, or why it was left alone; empty where nobody knows."""
        return self.mention.measure.kind or "told" if self.mention is not None else self.why or ""


class Before(Frozen, frozen=True):
    """What the sentences before leave to the next: a topic, the last whole, whether they told of others.

    `is_unread` tells that nobody knows their last number, which 其中 may part.
    """

    topic: str = ""
    whole: Whole | None = None
    is_elsewhere: bool = False
    is_unread: bool = False


def reports_on(whole: Whole | None, group: Group, groups: Sequence[Group]) -> bool:
    """Tell whether a group of a sentence says what came of the whole of the one before: 1件。…，已答复."""
    if whole is None or group.depth or not (group.has("done") and group.has("verb") and group.is_clean):
        return False
    before = groups[: next((at for at, one in enumerate(groups) if one is group), 0)]
    if any(one.has_number or one.has("of_which") for one in before):
        return False
    return whole.value == 1 or all(one.has("content") for one in before)


def is_of_a_part(group: Group, groups: Sequence[Group], listed: Sequence[Listed]) -> bool:
    """Tell whether a group speaks of the number before it alone, which nobody read as a figure.

    It stands in brackets (网上2件（均已答复）), or each way of asking has a result of its own after ；.
    """
    if not listed or listed[-1].mention is not None:
        return False
    if group.depth and group.after_kind == "open":
        return True
    place = next((at for at, one in enumerate(groups) if one is group), len(groups))
    follows = next((one for one in groups[place + 1 :] if one.after_kind == "clause"), None)
    return listed[-1].kind == "channel" and follows is not None and follows.has("channel")


def is_continued(group: Group, groups: Sequence[Group]) -> bool:
    """Tell whether numbers follow a group of a sentence after 、: 分别为3件、2件."""
    place = next((at for at, other in enumerate(groups) if other is group), len(groups))
    return any(one.after_kind == "list" and one.has_number for one in groups[place + 1 : place + 2])


def kind_of_row(listed: Sequence[Listed], total: Number) -> str:
    """Return of what kind the last numbers are that add up to a total, empty where none do."""
    added: Number = 0
    kinds: set[str] = set()
    for number, one in enumerate(reversed(listed), start=1):
        added += one.value
        kinds.add(one.kind)
        if added > total or len(kinds) > 1:
            return ""
        if added == total and number > 1 and one.value:
            return one.kind
    return ""
