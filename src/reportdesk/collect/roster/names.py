"""Names of organs compared: widths, spaces, brackets set aside; the forms that leave the region out."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

_SET_ASIDE = re.compile(r"[\s\u200b\ufeff()\[\]{}<>《》〈〉【】〔〕「」『』“”\"'‘’·・._\-—–]+")
#: 云溪县 in 云溪县档案局, 保定市 in 保定市满城区…; 城市 in 城市管理局 is too short to be a region.
_REGION = re.compile(
    r"(?:[^局厅委办院处]{2,}?|.(?=县))(?P<kind>省|自治区|自治州|自治县|自治旗|市|县|地区|区|州|盟|旗)(?=.)"
)
_YEAR = re.compile(r"(?:19|20)\d{2}年?度?")
#: What a file's name says beside the organ.
_TITLE = re.compile(
    r"(?:关于)?(?:政府信息公开|信息公开|政务公开)(?:工作)?(?:年度)?(?:报告|年报)|工作年度报告|年度报告|年报|报告"
    r"|(?:最终|最新|修改|修订|正式|更新|定稿|终稿|盖章|签字|上报|报送)+(?:版|稿|后|件)?|[终初新][版稿]?$"
    r"|副本|拷贝|附件\d*|v\d+|第?[0-9]+[稿版]"
)
_DAY = re.compile(r"(?:(?:19|20)\d{2}年?)?(?:\d{1,2}月\d{1,2}[日号]|\d{4,8}$)")
_PIECES = re.compile(r"[\s_\-—–:：()（）\[\]【】〔〕]+")
#: What a town is called in short: 石桥镇 for 石桥镇政府, 城南街道 for 城南街道办事处.
_TOWN = re.compile(r"(?P<town>.+[镇乡]|.+街道)(?:政府|办事处)")
_NUMBERING = re.compile(r"^[0-9、,，]+|[0-9、,，]+$")


#: Characters: no organ is called more, and what is tried grows with the square of them.
_LONGEST_NAME_CHARACTERS = 200


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
    if len(rest) > _LONGEST_NAME_CHARACTERS:
        return frozenset()
    while match := _REGION.match(rest):
        bare = rest[match.end() :]
        found |= {match["kind"] + bare, bare}
        rest = bare
    return frozenset(short for short in found if len(short) > 1)


def town_names(name: str) -> frozenset[str]:
    """Return a town's names as people say them, without 人民政府 and with or without the region."""
    forms = {plain_name(name), *short_names(name)}
    return frozenset(town["town"] for form in forms if (town := _TOWN.fullmatch(form)))


def names_with_region(name: str, alias: str) -> frozenset[str]:
    """Return an alias with its unit's region, and short: 云溪县水利局 for 水利局 of 云溪县水务局."""
    shorts = short_names(name)
    bare, said = min(shorts, key=len, default=""), plain_name(alias)
    regions = {form.removesuffix(bare) for form in (plain_name(name), *shorts) if bare} - {""}
    return frozenset({region + said for region in regions} | short_names(alias))


def name_in_file(stem: str) -> str:
    """Return what a file's name says of its organ: year, title and numbering set aside, as compared."""
    plain = plain_name(stem)
    bare = _NUMBERING.sub("", _TITLE.sub("", _YEAR.sub("", _DAY.sub("", plain))))
    return bare or plain


def pieces_of_name(stem: str) -> tuple[str, ...]:
    """Return a file's name cut at dashes, brackets, spaces, as compared; () where it is one piece."""
    parts = [part for part in _PIECES.split(stem) if part]
    return tuple(dict.fromkeys(name_in_file(part) for part in parts)) if len(parts) > 1 else ()
