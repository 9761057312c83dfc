"""One thing of this machine that was looked at: how it is, what that means to a clerk, what to do."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

ItemState = Literal["good", "remark", "trouble", "unknown"]

STATE_WORDS: dict[ItemState, str] = {
    "good": "正常",
    "remark": "注意",
    "trouble": "有问题",
    "unknown": "没有查成",
}


@dataclass(frozen=True, slots=True)
class Item:
    """What was found of one thing; `found` are lines for whoever looks after the machine.

    `meaning` says to a clerk what it means, `remedy` what to do; both may be empty.
    """

    code: str
    title: str
    state: ItemState
    found: tuple[str, ...] = ()
    meaning: str = ""
    remedy: str = ""
