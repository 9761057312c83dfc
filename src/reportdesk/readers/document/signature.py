"""落款: the organ that signs and the date of signing, at the end of a report."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

_LOOKED_AT = 8
_LONGEST_ORGAN = 40
_NUMERALS = "〇零○一二三四五六七八九十"
_DATE = re.compile(
    rf"^[(（]?\s*(?P<year>(?:19|20)[0-9]{{2}}|[{_NUMERALS}]{{4}})\s*[年./-]\s*"
    rf"(?P<month>[0-9]{{1,2}}|[{_NUMERALS}]{{1,2}})\s*[月./-]\s*"
    rf"(?P<day>[0-9]{{1,2}}|[{_NUMERALS}]{{1,3}})\s*日?\s*[)）]?$"
)
_ORGAN = re.compile(
    r"^[\w（）()·、\s]{2,40}(?:局|委|委员会|办|办公室|厅|院|所|中心|政府|处|署|镇|乡|街道|会|馆|站|队|校|司|部|室|集团|公司|社|台|园区|开发区|管委会)$"
)


@dataclass(frozen=True, slots=True)
class Signature:
    """Who signed and when; `places` are the lines that say so. The date is 2024-01-08, or empty."""

    organ: str
    date: str
    places: frozenset[int]


def find_signature(lines: Sequence[str], organ: str) -> Signature | None:
    """Find 落款 in the last lines: a date under an organ's name, a date alone, or the title's organ alone."""
    filled = [place for place, line in enumerate(lines) if line.strip()][-_LOOKED_AT:]
    for index in range(len(filled) - 1, -1, -1):
        line = lines[filled[index]]
        organ_before, day = _split(line)
        if day:
            places = {filled[index]}
            if not organ_before and index > 0 and _is_organ(lines[filled[index - 1]], organ):
                organ_before = lines[filled[index - 1]].strip()
                places.add(filled[index - 1])
            return Signature(_compact(organ_before), day, frozenset(places))
    if filled and organ and _compact(lines[filled[-1]]) == organ:
        return Signature(organ, "", frozenset(filled[-1:]))
    return None


def parse_date(text: str) -> str:
    """Return a printed date as 2024-01-08, "" if the text is none."""
    found = _DATE.match(unicodedata.normalize("NFKC", text.strip()))
    if found is None:
        return ""
    try:
        return date(_year(found["year"]), _number(found["month"]), _number(found["day"])).isoformat()
    except ValueError:
        return ""


def _split(line: str) -> tuple[str, str]:
    """Return the organ and the date of one line that holds both, or a date alone."""
    text = line.strip()
    if day := parse_date(text):
        return "", day
    pieces = re.split(r"\s{2,}|\t|\u3000| ", text)
    for cut in range(1, len(pieces)):
        organ, day = "".join(pieces[:cut]), parse_date("".join(pieces[cut:]))
        if day and _is_organ(organ, ""):
            return organ, day
    return "", ""


def _is_organ(line: str, organ: str) -> bool:
    text = line.strip()
    if organ and _compact(text) == organ:
        return True
    return len(text) <= _LONGEST_ORGAN and bool(_ORGAN.match(text))


def _compact(text: str) -> str:
    return re.sub(r"\s+", "", text)


def _year(text: str) -> int:
    return int(text) if text.isdecimal() else int("".join(str(_digit(one)) for one in text))


def _number(text: str) -> int:
    """Read 8, 八, 十, 十八, 二十, 二十八."""
    if text.isdecimal():
        return int(text)
    tens, ten, ones = text.partition("十")
    if not ten:
        return int("".join(str(_digit(one)) for one in text))
    return (_digit(tens) if tens else 1) * 10 + (_digit(ones) if ones else 0)


def _digit(text: str) -> int:
    return max(_NUMERALS.index(text) - 2, 0)
