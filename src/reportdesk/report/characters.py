"""Characters that only look like the usual ones, as PDFs give them: radicals and compatibility ideographs.

⾏⾃⼈ are Kangxi radicals, ⻓⻔ radicals of the supplement, 﨑 is a compatibility ideograph. On paper nobody
sees the difference; no search, no comparison and no font of a government desktop finds the word again.
Facts: Unicode's decompositions, and EquivalentUnifiedIdeograph for the supplement, which has none.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Mapping
from functools import lru_cache

from reportdesk.patterns import late

_ODD = late("[\u2e80-\u2fdf\uf900-\ufaff\U0002f800-\U0002fa1f]")
#: Radicals of the supplement, each with the ideograph that it is the shape of.
_SUPPLEMENT = (
    "⺁厂⺂乛⺃乚⺄乙⺅亻⺆冂⺇几⺈刀⺉刂⺊卜⺋㔾⺌小⺍小⺎尢⺏尢⺐尢⺑尣⺒巳⺓幺⺔彑⺕彐⺖忄⺗心⺘扌⺙攵⺛旡⺜日⺝月⺞歺⺟母"
    "⺠民⺡氵⺢氺⺣灬⺤爫⺥爫⺦丬⺧牛⺨犭⺩王⺪疋⺫目⺬示⺭礻⺮竹⺯糹⺰纟⺱罓⺲罒⺳罓⺴罓⺵网⺶羊⺷羊⺸羊⺹耂⺺肀⺻聿⺼肉⺽臼"
    "⺾艹⺿艹⻀艹⻁虎⻂衤⻃覀⻄西⻅见⻆角⻇角⻈讠⻉贝⻊足⻋车⻌辶⻍辶⻎辶⻏阝⻐钅⻑長⻒镸⻓长⻔门⻕阜⻖阝⻗雨⻘青⻙韦⻚页⻛风"
    "⻜飞⻝食⻞飠⻟飠⻠饣⻡首⻢马⻣骨⻤鬼⻥鱼⻦鸟⻧卤⻨麦⻩黄⻪黾⻫斉⻬齐⻭歯⻮齿⻯竜⻰龙⻱龜⻲亀⻳龟"
)
#: Ideographs among the compatibility ones that Unicode decomposes into none.
_VARIANTS = {"\ufa11": "崎"}


def set_right(text: str) -> str:
    """Return a text with the usual characters where such ones stand; every other character stays."""
    return text.translate(_usual()) if _ODD.search(text) else text


def odd_characters(text: str) -> Iterator[tuple[int, str]]:
    """Yield the place of every character that `set_right` changes, and the usual one for it."""
    usual = _usual() if _ODD.search(text) else {}
    for found in _ODD.finditer(text):
        if (right := usual.get(ord(found[0]))) is not None:
            yield found.start(), right


@lru_cache(maxsize=1)
def _usual() -> Mapping[int, str]:
    pairs = zip(_SUPPLEMENT[::2], _SUPPLEMENT[1::2], strict=True)
    table = {ord(radical): usual for radical, usual in (*pairs, *_VARIANTS.items())}
    for block in (range(0x2F00, 0x2FD6), range(0xF900, 0xFB00), range(0x2F800, 0x2FA1E)):
        for code in block:
            usual = unicodedata.normalize("NFKC", chr(code))
            if len(usual) == 1 and usual != chr(code):
                table[code] = usual
    return table
