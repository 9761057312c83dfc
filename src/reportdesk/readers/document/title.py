"""The title of a report over one to three lines: whose it is, and for which year."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from reportdesk.form.model import Form

#: A title stands in no more lines than these.
MOST_TITLE_LINES = 4
_LONGEST_ORGAN = 40
_CLOSE_ENOUGH = 0.55
_DIGITS = dict(zip("〇零○Ｏ一二三四五六七八九", "0000123456789", strict=True))
_YEAR = r"(?P<year>(?:19|20)[0-9]{2}|[〇零○一二三四五六七八九]{4})"
_TITLE = re.compile(rf"^(?P<organ>.*?)(?:关于)?{_YEAR}(?P<rest>年.*)$")
_NO_ORGAN = re.compile(r"[,，。:：;；>＞|《》、!?？]|^附件|^现|^根据|^按照")
_PERIOD = re.compile(r"((?:19|20)[0-9]{2})年1月1日起?(?:至|到|-|—|－|~)+(?:(?:19|20)[0-9]{2}年)?12月31日")


@dataclass(frozen=True, slots=True)
class Title:
    """A title that was found: its words, and what they say; `places` are the lines that it takes."""

    text: str
    organ: str
    year: int
    places: frozenset[int]


def find_title(lines: Sequence[str], form: Form, signed: str = "") -> Title | None:
    """Find the title among the lines above the first heading, the last one where it is repeated.

    `signed` is who signs the report: the title reaches as far up as that name does.
    """
    found = [
        title for end in range(len(lines)) if (title := _ending_at(lines, end, form, signed)) is not None
    ]
    with_organ = [title for title in found if title.organ]
    chosen = (with_organ or found)[-1:]
    return chosen[0] if chosen else None


def read_prescribed(printed: str, form: Form) -> tuple[str, int] | None:
    """Return organ and year of a title printed exactly as the form makes it, whatever the organ is called."""
    before, _, behind = form.title.partition("{organ}")
    between, _, after = behind.partition("{year}")
    pattern = "(.*)".join(map(re.escape, (before, between))) + f"([0-9]{{4}}){re.escape(after)}"
    found = re.fullmatch(pattern, printed, re.DOTALL)
    return (found[1], int(found[2])) if found else None


def period_year(text: str) -> int:
    """Return the year of a period from 1 January to 31 December that a text names, 0 if none or several."""
    years = set(_PERIOD.findall(re.sub(r"\s+", "", unicodedata.normalize("NFKC", text))))
    return int(years.pop()) if len(years) == 1 else 0


def _ending_at(lines: Sequence[str], end: int, form: Form, signed: str) -> Title | None:
    """Return the title that ends in a line; it takes more lines above until it has the organ."""
    if not lines[end].strip():
        return None
    filled = [place for place in range(end + 1) if lines[place].strip()][-MOST_TITLE_LINES:]
    readings = [
        _parse("".join(lines[place].strip() for place in filled[first:]), frozenset(filled[first:]), form)
        for first in range(len(filled) - 1, -1, -1)
    ]
    titles = [title for title in readings if title is not None]
    by_name = [title for title in titles if signed and title.organ == signed]
    with_organ = [title for title in titles if title.organ]
    return next(iter([*by_name, *with_organ, *titles]), None)


def _parse(text: str, places: frozenset[int], form: Form) -> Title | None:
    printed = re.sub(r"\s+", "", text)
    narrow = "".join(map(_narrow, printed))
    prescribed = re.sub(r"\s+", "", form.title.partition("{year}")[2])
    found = _TITLE.match(narrow)
    if found is None or not _is_alike(found["rest"], prescribed):
        found = _year_last(narrow, prescribed)
    if found is None:
        return None
    organ = found["organ"]
    if len(organ) > _LONGEST_ORGAN or _NO_ORGAN.search(organ):
        return None
    year = int("".join(_DIGITS.get(digit, digit) for digit in found["year"]))
    return Title(printed, printed[: len(organ)], year, places)


def _narrow(character: str) -> str:
    """Return a full-width character as the common one; one for one, so that places stay."""
    common = unicodedata.normalize("NFKC", character)
    return common if len(common) == 1 else character


def _year_last(narrow: str, prescribed: str) -> re.Match[str] | None:
    """Match a title whose year stands in brackets behind it."""
    words = re.escape(prescribed.removeprefix("年")[:4])
    pattern = re.compile(rf"^(?P<organ>.*?)(?P<rest>{words}[^()]*)\(?{_YEAR}年度?\)?$")
    found = pattern.match(narrow)
    return found if found is not None and _is_alike(found["rest"], prescribed) else None


def _is_alike(rest: str, prescribed: str) -> bool:
    """Tell whether the words behind the year come close to what the notice prescribes, to the last word."""
    if rest[-2:] != prescribed[-2:]:
        return False
    return SequenceMatcher(None, rest, prescribed, autojunk=False).ratio() >= _CLOSE_ENOUGH
