"""How the name of an organ looks, where nothing but its look tells that a line is one."""

from __future__ import annotations

from reportdesk.patterns import late

#: Longer than any organ's name in full.
LONGEST_ORGAN = 40
_ENDINGS = (
    "局|委|委员会|办|办公室|办事处|厅|院|所|中心|政府|处|署|镇|乡|街道|会|馆|站|队|校|司|部|室|集团|公司|社|台|"
    "园区|开发区|高新区|新区|示范区|管委会|县|市|区|州|盟|旗|省|学|行|庭|库|基地|机构"
)
_ORGAN = late(rf"[\w（）()·、\s]{{1,38}}(?:{_ENDINGS})(?:[（(][^（()）]{{1,12}}[)）])?")
#: No organ's name has these words; a note above a title has.
_NO_NAME = late(r"内部|资料|注意|文件$|公开$|打印|附件|公告|通知|[0-9]{4}年")


def looks_like_organ(line: str) -> bool:
    """Tell whether a line by itself may be the name of an organ."""
    text = line.strip()
    return len(text) <= LONGEST_ORGAN and bool(_ORGAN.fullmatch(text)) and not _NO_NAME.search(text)


def unspaced(text: str) -> str:
    """Return a name without white space."""
    return "".join(text.split())
