"""The sheet of words in a workbook of our own: 项目 and 内容, one paragraph in a row."""

from __future__ import annotations

from collections.abc import Sequence

from reportdesk.readers.found.blocks import ListedWords

_HEAD = ("项目", "内容")
_FIELDS = ("版本", "年度", "单位名称", "单位层级", "标题", "落款单位", "落款日期")


def listed_words(rows: Sequence[tuple[str, str]]) -> ListedWords | None:
    """Return the words of a sheet that is ours, by its first rows; None for any other sheet."""
    names = tuple(label for label, _ in rows[1 : 1 + len(_FIELDS)])
    if not rows or rows[0] != _HEAD or names != _FIELDS:
        return None
    paragraphs: list[tuple[str, str]] = []
    for label, text in rows[1 + len(_FIELDS) :]:
        if label or not paragraphs:
            paragraphs.append((label, text))
        else:
            paragraphs[-1] = (paragraphs[-1][0], paragraphs[-1][1] + text)
    return ListedWords(dict(rows[1 : 1 + len(_FIELDS)]), tuple(paragraphs))
