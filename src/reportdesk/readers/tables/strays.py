"""Words above numbers that look like labels of columns, but are none of the form's."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reportdesk.form.parts import Band
from reportdesk.patterns import late
from reportdesk.readers.tables.heads import Heads, known_head
from reportdesk.readers.tables.labels import plain_label
from reportdesk.report.numerals import ORDINALS

#: Labels of columns are short; a remark that stands beside a label is longer.
LONGEST_HEAD = 16
#: What stands over numbers of rows, and what the corner over labels of rows is called.
_NUMBERING = late(r"序号?|编号|行次|行号")
_CORNER = late(r"项目|指标|名称|内容|类别|类型|种类|分类|事项|情况|申请")
#: What a column without a name is called by its number, such as 数据3 or 第3列.
_NUMBERED = late(
    rf"(?:数据|数值|数字|列|栏|第)[0-9{ORDINALS}]{{1,2}}[列栏]?|column[0-9]{{1,2}}", re.IGNORECASE
)


def strays(heads: Heads, band: Band) -> list[str]:
    """Return the words above that look like labels of columns and are none of the band's."""
    if not any(heads.sequences(band)):
        return []
    return [text for row in heads.rows for text in _strays_in(row, heads, band)]


def _strays_in(row: int, heads: Heads, band: Band) -> Iterator[str]:
    """Yield such words of a row; the first is the corner's, and so is the second behind 序号."""
    texts = heads.texts(row)
    corners = 1 + bool(texts and _NUMBERING.fullmatch(plain_label(texts[0])))
    if row != heads.rows[0] or len(texts) <= len(heads.sequences(band)[0]):
        corners = 0
    yield from (text for text in texts[corners:] if _is_stray(text, heads, band))


def has_odd_corner(heads: Heads, band: Band) -> bool:
    """Tell whether the first word above may be a column's as well as the corner's."""
    texts = heads.texts(heads.rows[0]) if heads.rows else []
    if texts and _NUMBERING.fullmatch(plain_label(texts[0])):
        return len(texts) == 1 or not _CORNER.search(plain_label(texts[1]))
    return bool(texts) and _is_stray(texts[0], heads, band) and not _CORNER.search(plain_label(texts[0]))


def _is_stray(text: str, heads: Heads, band: Band) -> bool:
    name = plain_label(text)
    if not name or len(name) > LONGEST_HEAD or _NUMBERED.fullmatch(name):
        return False
    return not (known_head(heads.labels, text) or heads.labels.holds(text) or heads.names_path(text, band))
