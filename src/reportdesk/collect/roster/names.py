"""Names of organs compared: widths, spaces, brackets set aside; the forms that leave the region out."""

from __future__ import annotations

import unicodedata
from functools import lru_cache

from reportdesk.patterns import late

_SET_ASIDE = late(r"[\s\u200b\ufeff()\[\]{}<>《》〈〉【】〔〕「」『』“”\"'‘’·・._\-—–]+")
#: 云溪县 in 云溪县档案局, 保定市 in 保定市满城区…; 城市 in 城市管理局 is too short to be a region.
_REGION = late(
    r"(?:[^局厅委办院处]{2,}?|.(?=县))(?P<kind>省|自治区|自治州|自治县|自治旗|市|县|地区|区|州|盟|旗)(?=.)"
)
_YEAR = late(r"(?:19|20)\d{2}年?度?")
#: What a file's name says beside the organ.
_TITLE = late(
    r"(?:政府)?信息公开(?:工作)?(?:年度)?(?:报告|年报)|工作年度报告|年度报告|年报|报告"
    r"|(?:最终|修改|修订|正式|更新|定稿|终稿)+(?:版|稿)?|定稿|终稿|副本|v\d+|第?[0-9]+[稿版]"
)
_NUMBERING = late(r"^[0-9、,，]+|[0-9、,，]+$")


@lru_cache(maxsize=65536)
def plain_name(name: str) -> str:
    """Return a name as it is compared: 人民政府 and 政府 are one word."""
    plain = _SET_ASIDE.sub("", unicodedata.normalize("NFKC", name)).lower()
    return plain.replace("人民政府", "政府")


@lru_cache(maxsize=65536)
def short_names(name: str) -> frozenset[str]:
    """Return a name's forms without the region in front: 县档案局 and 档案局 for 云溪县档案局."""
    rest = plain_name(name)
    found: set[str] = set()
    while match := _REGION.match(rest):
        bare = rest[match.end() :]
        found |= {match["kind"] + bare, bare}
        rest = bare
    return frozenset(short for short in found if len(short) > 1)


def name_in_file(stem: str) -> str:
    """Return what a file's name says of its organ: year, title and numbering set aside, as compared."""
    plain = plain_name(stem)
    bare = _NUMBERING.sub("", _TITLE.sub("", _YEAR.sub("", plain)))
    return bare or plain
