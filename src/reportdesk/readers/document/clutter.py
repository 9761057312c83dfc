"""Lines that a web site or an office program puts around a report and that are not of it."""

from __future__ import annotations

import re

from reportdesk.patterns import late
from reportdesk.report.fingerprint import without_printed

_BOOKMARK = late(r"\[bookmark\s*:[^\]]*\]", re.IGNORECASE)
#: What pages and programs put around a report is short; a longer line is the report's own.
_LONGEST_CHARACTERS = 160
#: Without a colon behind it such a word begins a line of the report's own more often than not.
_LONGEST_BUTTON_CHARACTERS = 12
_SENTENCE = late(r"[。；！？]")

#: Never part of a report, wherever it stands.
_ANYWHERE = late(
    r"^[\[【(（<]*\s*(?:"
    r"(?:我要)?打印(?:本[页文]|此页)?|关闭(?:本[页文]|窗口|此页)?|返回(?:顶部|首页|上一页|列表)|分享(?:到|至)?|收藏|纠错|"
    r"浏览(?:次数|量)?\s*[:：]|浏览次数|阅读(?:次数|量)?\s*[:：]|点击(?:次数|量|数|率)?\s*[:：]|访问(?:次数|量)\s*[:：]|"
    r"字\s*[号体]\s*(?:大小)?\s*[:：\[【(（]|[\[【]?\s*大\s*中\s*小|扫一扫|用微信扫|"
    r"上一[篇条页]|下一[篇条页]|相关(?:链接|文章|附件|信息|阅读)|版权所有|网站地图|网站标识码|公网安备|"
    r"您?(?:现在|当前)?的?位置\s*[:：]|当前(?:的)?位置|首页\s*[>＞»/|]|.{0,12}ICP备|主办(?:单位)?\s*[:：]|承办(?:单位)?\s*[:：]|"
    r"技术支持\s*[:：]|责任编辑\s*[:：]|编辑\s*[:：]|审核\s*[:：]"
    r")",
)

#: What a site says about a page above it; within a report such words may be the report's own.
_FIELD = late(
    r"(?:"
    r"索\s*引\s*号|发文(?:机关|单位|字号|日期)|(?:信息|文章|稿件|发布|内容)?来\s*源|"
    r"(?:发布|发表|更新|成文|生成|公开|发文|创建|添加|录入|上传)(?:日期|时间)|发布(?:机构|单位|人|者)|"
    r"公开(?:方式|形式|范围|责任部门|主体|类别|目录)|主题(?:分类|词)|分类|文\s*号|文件编号|名\s*称|标\s*题|体裁|"
    r"有效性|效力|时效|作\s*者|日\s*期|时\s*间|制发(?:机关|日期)|信息分类|组配分类|关键[词字]|内容概述|公文种类|废止日期|"
    r"(?:责任)?编辑|审核|(?:浏览|阅读|点击|访问)(?:次数|人数|量|数|率)?|(?:选择)?(?:阅读)?字\s*[号体](?:大小)?|打印|分享|收藏|"
    r"视力保护色|保护视力色|语音播报"
    r")\s*[:：]"
)
#: A moment, an address of a site, or a counter, with which such a line may begin.
_BEGINS = late(
    r"^(?:(?:https?://)?www\.[\w.-]+|https?://\S+|[(（\[【]?(?:19|20)[0-9]{2}\s*[-年./]\s*[0-9]{1,2}\s*[-月./]\s*[0-9]{1,2}\s*日?)"
)
_MOMENT = late(
    r"[(（\[【]?(?:19|20)[0-9]{2}\s*[-年./]\s*[0-9]{1,2}\s*[-月./]\s*[0-9]{1,2}\s*日?\s*[0-9]{1,2}[:：][0-9]{2}"
    r"(?:[:：][0-9]{2})?[)）\]】]?"
)
_SITE = late(r"(?:https?://)?www\.[\w.-]+(?:/\S*)?|https?://\S+", re.IGNORECASE)
_FOOT = late(
    r"版权所有|ICP备|公网安备|网站标识码|主办单位?\s*[:：]|网站地图|上一[篇条]\s*[:：]|下一[篇条]\s*[:：]"
)
_PAGE_NUMBER = late(
    r"第?\s*[0-9]{1,3}\s*页(?:\s*[,，/]?\s*共\s*[0-9]{1,3}\s*页)?|[-—–―－·~～]\s*[0-9]{1,3}\s*[-—–―－·~～]|"
    r"Page\s+[0-9]{1,3}(?:\s+of\s+[0-9]{1,3})?"
)


def without_bookmarks(text: str) -> str:
    """Return a text without the bookmarks that some conversions leave in it."""
    return _BOOKMARK.sub("", text) if "[" in text else text


def is_clutter(text: str, *, above: bool) -> bool:
    """Tell whether a line is not of the report; `above` says that it stands before the first heading."""
    line = text.strip()
    if not line or len(line) > _LONGEST_CHARACTERS or _SENTENCE.search(line):
        return False
    if _ANYWHERE.match(line) and (
        len(line) <= _LONGEST_BUTTON_CHARACTERS or re.search(r"[:：\]】>＞]|ICP备", line)
    ):
        return True
    return above and _is_about_the_page(line)


def _is_about_the_page(line: str) -> bool:
    bare = line.lstrip("[【(（< \u3000")
    if _FIELD.match(bare) or _MOMENT.fullmatch(line) or _SITE.fullmatch(line):
        return True
    return bool(_BEGINS.match(bare) and _FIELD.search(bare)) or len(_FIELD.findall(bare)) > 1


def is_foot(text: str) -> bool:
    """Tell whether a line begins what a site puts under every page."""
    line = text.strip()
    return (
        bool(line)
        and len(line) <= _LONGEST_CHARACTERS
        and bool(_FOOT.search(line))
        and not line.endswith("。")
    )


def is_page_number(text: str) -> bool:
    """Tell whether a line is nothing but a page number, as — 3 —, with our fingerprint or without."""
    line = without_printed(text.strip())
    return bool(_PAGE_NUMBER.fullmatch(line)) or (not line and line != text.strip())
