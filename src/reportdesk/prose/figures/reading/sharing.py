"""Words that share: one number for several objects, a list of numbers for a list of objects, one denial."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import msgspec

from reportdesk.prose.figures.cutting.tokens import Token
from reportdesk.prose.figures.meaning.mentions import Mention
from reportdesk.prose.figures.meaning.reach import Reach
from reportdesk.prose.figures.reading.context import Context


class Turns(msgspec.Struct):
    """Objects that wait for their number: 复议、诉讼分别为3件、2件."""

    waiting: list[Token] = msgspec.field(default_factory=list)

    def reaches(
        self, reach: Reach, loose: Reach, context: Context, verbs: Sequence[Token], *, is_alone: bool
    ) -> Iterator[list[Reach]]:
        """Yield what may belong to a number, the surest first; several reaches count alike (各1件).

        `verbs` are those of the number before; a number that `is_alone` is said of each object.
        """
        if self.waiting and not reach.tokens:
            turn = self.waiting.pop(0)
            # 被纠正的复议、诉讼分别有4件、1件: what was done to the first was done to all.
            yield [reach.led_by([*(verbs if context.objects([turn]) else ()), turn])]
            return
        objects = context.objects(reach.tokens)
        apart, turns = shared_by(reach, objects or context.askers(reach.tokens), is_alone=is_alone)
        self.waiting = turns or self.waiting
        yield apart
        if verbs and objects and not reach.has("verb"):
            yield [reach.led_by(verbs)]
        if loose.tokens != reach.tokens:
            yield [loose]


def shared_by(reach: Reach, objects: Sequence[Token], *, is_alone: bool) -> tuple[list[Reach], list[Token]]:
    """Return a reach for each object or verb that shares a number (各, 均为), and those to come (分别).

    Where the number `is_alone`, 分别为0件 is said of each.
    """
    named = [word for word in objects if word in reach.before]
    if len(named) < 2:
        named = [word for word in reach.before if "verb" in word.roles and word.label]
    apart = _one_a_label(named)
    if len(apart) < 2:
        return [reach], []
    if reach.has("in_turn") and not is_alone:
        return [reach.only(apart[0], named)], apart[1:]
    if reach.has("each") or is_alone or (reach.has("all") and "verb" in apart[0].roles):
        return [reach.only(word, named) for word in apart], []
    return [reach], []


def denied_apart(reach: Reach, own: Sequence[Token], of_group: Sequence[Token]) -> list[Reach]:
    """Return a reach for each verb that is denied (未制定、废止), with the object that they share.

    `own` are the objects in reach, `of_group` those of the whole group, for where none is in reach.
    """
    verbs = _one_a_label([word for word in reach.tokens if "verb" in word.roles])
    if not verbs or (len(verbs) == 1 and own):
        return [reach]
    objects = own or of_group
    others = tuple(word for word in reach.tokens if "verb" not in word.roles and word not in objects)
    led = [Reach((), (verb, *others, *objects), reach.is_clean, reach.is_loose) for verb in verbs]
    return [reach, *led]


def denied_first(reach: Reach, objects: Sequence[Token]) -> list[Reach]:
    """Return the reach of the first of several objects that stands in a list of its own: 未收到申请、复议."""
    if len(objects) < 2 or objects[0] not in reach.after:
        return []
    place = reach.after.index(objects[0])
    upto, follows = reach.after[: place + 1], reach.after[place + 1]
    is_cause = any("cause" in token.roles for token in upto)
    is_led = place == 0 or any("verb" in token.roles for token in upto)
    if follows.start == objects[0].end or is_cause or not is_led or "verb" in follows.roles:
        return []
    return [Reach(reach.before, upto, reach.is_clean, reach.is_loose)]


def _one_a_label(words: Sequence[Token]) -> list[Token]:
    return list({word.label: word for word in words}.values())


def joint_of(found: Sequence[Mention]) -> Sequence[Mention]:
    """Return what is denied of two sides at once (未收到和处理), without what each verb denies alone."""
    joint = next((one.measure for one in found if one.measure.beside is not None), None)
    if joint is None:
        return found
    return [one for one in found if one.measure is joint or one.measure is joint.beside]
