"""What a file holds that its reader does not see, as a list for whoever is about to publish it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

#: What each kind of trace is called.
KINDS = {
    "data": "附带的数据",
    "author": "作者、单位或使用者",
    "time": "编辑时间、次数",
    "comment": "批注",
    "revision": "修订痕迹",
    "hidden": "隐藏的内容",
    "faint": "几乎看不见的文字",
    "bookmark": "书签",
    "picture": "照片里的拍摄信息",
    "identifier": "编辑过程的编号",
    "path": "电脑里的路径",
    "link": "指向别处的链接",
    "fetched": "打开时从别处取来的内容",
    "embedded": "嵌入的文件或对象",
    "script": "会运行的代码",
}
#: Characters; more is not read in a list.
_LONGEST_DETAIL_CHARACTERS = 80


@dataclass(frozen=True, slots=True)
class Trace:
    """Things of one kind in one part of a file: what they say, shortly, and how many there are."""

    kind: str
    part: str
    detail: str
    count: int = 1

    def __str__(self) -> str:
        """Say what it is, what it says, and where."""
        number = f" {self.count} 处" if self.count > 1 else ""
        said = f"：{self.detail}" if self.detail else ""
        return f"{KINDS[self.kind]}{number}{said}（{self.part}）"


def gathered(found: Iterable[tuple[str, str, str]]) -> tuple[Trace, ...]:
    """Return (kind, part, detail) as traces, in the order of their kinds, one for a kind and part."""
    by_place: dict[tuple[str, str], list[str]] = {}
    for kind, part, detail in found:
        by_place.setdefault((kind, part), []).append(" ".join(detail.split()))
    order = list(KINDS)
    return tuple(
        Trace(kind, part, _shortened(details), len(details))
        for (kind, part), details in sorted(by_place.items(), key=lambda item: order.index(item[0][0]))
    )


def _shortened(details: list[str]) -> str:
    said = "；".join(dict.fromkeys(filter(None, details)))
    return said if len(said) <= _LONGEST_DETAIL_CHARACTERS else f"{said[:_LONGEST_DETAIL_CHARACTERS]}…"
