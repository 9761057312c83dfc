"""Traditional characters of labels and headings as simplified ones, one for one, so that places stay.

Only what labels, headings and titles of the forms are written with is known here; words of a report are never
changed. Where programs that convert whole files put other words, such as 資訊 for 信息, those are known too.
"""

from __future__ import annotations

from reportdesk.patterns import late

_PAIRS = (
    "萬万個个為为爲为舉举業业會会體体關关內内決决況况減减製制辦办務务動动單单發发後后國国處处復复複复覆复審审對对"
    "屬属開开強强當当總总執执護护報报據据損损數数無无條条構构機机權权沒没濟济現现確确祕秘穩稳類类糾纠納纳組组織织經经"
    "結结繼继續续維维繳缴罰罚獲获補补規规認认議议計计許许訟讼訪访訴诉詢询說说請请購购費费轉转過过這这進进採采門门問问"
    "題题項项額额區区範范廢废號号於于實实應应責责準准監监種种級级資资訊讯檔档專专與与縣县鄉乡鎮镇廳厅團团爾尔寧宁龍龙"
    "東东雲云溫温陽阳濱滨貴贵廣广長长從从變变點点時时間间節节聯联繫系係系統统產产營营價价創创將将屆届島岛嶺岭灣湾蘇苏"
    "衛卫財财稅税農农漁渔環环質质檢检驗验測测標标傳传電电視视圖图書书館馆醫医藥药勞劳養养險险銀银運运輸输車车鐵铁"
)
_SIMPLIFIED = {ord(_PAIRS[at]): _PAIRS[at + 1] for at in range(0, len(_PAIRS), 2)}
#: 覆 is written in simplified texts too, as in 覆盖.
_TRADITIONAL = frozenset(_PAIRS[::2]) - {"覆"}
#: Words that conversions put for others, in simplified characters and of the same length.
_OTHER_WORDS = (
    (late("资讯"), "信息"),
    (late("(?<=规范性)档案"), "文件"),
    (late("专案(?=数量|数)"), "项目"),
)


def simplified(text: str) -> str:
    """Return a text in the words and characters of the forms' labels, as long as it was."""
    if _TRADITIONAL.isdisjoint(text):
        return text
    common = text.translate(_SIMPLIFIED)
    for words, usual in _OTHER_WORDS:
        common = words.sub(usual, common)
    return common
