"""The title of a report over one to four lines: whose it is, and for which year."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher

from reportdesk.form.model import Form
from reportdesk.frozen import Frozen
from reportdesk.patterns import late
from reportdesk.readers.document.organs import LONGEST_ORGAN, looks_like_organ, unspaced
from reportdesk.readers.tables.traditional import simplified
from reportdesk.report.years import YEAR, year_of

#: A title stands in no more lines than these.
MOST_TITLE_LINES = 4
#: It is looked for in so many lines above the first heading: nothing as long stands between the two.
_MOST_LINES = 500
#: And has no more characters.
_LONGEST_TITLE_CHARACTERS = 120
#: Alike from 0 to 1, without organ and year: 信息公开年报, the shortest that offices write, is so by 0.67.
_CLOSE_ENOUGH = 0.55
#: What says no year must come closer: 信息公开年度报告 has 0.8, 政府信息公开工作总结 0.73.
_CLOSE_WITHOUT_YEAR = 0.8
#: What a title may end in beside its prescribed end.
_OTHER_ENDINGS = ("年报",)
_WRAPPED = late(r"^[《“\"【]+(.*?)[》”\"】]+$")
_YEAR = late(rf"[(\[〔]?(?<![0-9])(?P<year>{YEAR})(?:年(?!报)(?:年?度|年(?!报))*|(?=[)\]〕]|$|年报))[)\]〕]?")
_NO_ORGAN = late(r"[,，。:：;；>＞|《》、!?？]|^附件|^现|^根据|^按照")
_ABOUT = "关于"
_JOINERS = late(r"(?:关于|的|年度|政务)+$")
_BEHIND = late(rf"(?<=[告报])[(\[【](?![^()\[\]]*{YEAR})[^()\[\]【】]{{1,10}}[)\]】]$")
_SHARED = "人民"
_PERIOD = late(r"((?:19|20)[0-9]{2})年1月1日起?(?:至|到|-|—|－|~)+(?:(?:19|20)[0-9]{2}年)?12月31日")


class Title(Frozen, frozen=True):
    """A title that was found: its words, and what they say; `places` are the lines that it takes.

    The year is 0 where the title says none.
    """

    text: str
    organ: str
    year: int
    places: frozenset[int]


def find_title(lines: Sequence[str], form: Form, signed: str = "") -> Title | None:
    """Find the title among the lines above the first heading, the last one where it is repeated.

    `signed` is who signs the report: the title reaches as far up as that name does.
    """
    filled = [place for place, line in enumerate(lines) if line.strip()][-_MOST_LINES:]
    windows = (filled[max(0, last - MOST_TITLE_LINES) : last] for last in range(1, len(filled) + 1))
    found = [title for window in windows if (title := _ending_at(lines, window, form, signed)) is not None]
    dated = [title for title in found if title.year]
    with_organ = [title for title in dated if title.organ]
    chosen = (with_organ or dated or found)[-1:]
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


def announced_year(text: str, form: Form) -> int:
    """Return the year of the report that a text announces in a title's words, 0 if of none or several."""
    narrow = simplified("".join(map(_narrow, re.sub(r"\s+", "", text))))
    core = _core(form)
    found = re.findall(rf"({YEAR})年度?(?:{re.escape(core[:-4])}|{re.escape(core[:6])})", narrow)
    years = {year_of(year) for year in found}
    return years.pop() if len(years) == 1 else 0


def _ending_at(lines: Sequence[str], filled: Sequence[int], form: Form, signed: str) -> Title | None:
    """Return the title that ends in a line; it takes more lines above until it has the organ."""
    titles = list(_readings(lines, filled, form, signed))
    dated = [title for title in titles if title.year]
    by_name = [title for title in dated if signed and title.organ == signed]
    with_organ = [title for title in dated if title.organ]
    return next(iter([*by_name, *with_organ, *dated, *titles]), None)


def _readings(lines: Sequence[str], filled: Sequence[int], form: Form, signed: str) -> Iterator[Title]:
    """Yield what the last lines say as a title, from the last one alone to all of them."""
    for first in range(len(filled) - 1, -1, -1):
        text = "".join(lines[place].strip() for place in filled[first:])
        if len(text) > _LONGEST_TITLE_CHARACTERS:
            return
        title = _parse(text, frozenset(filled[first:]), form)
        if title is not None and (title.organ == signed or _may_begin(lines[filled[first]], title)):
            yield title


def _may_begin(line: str, title: Title) -> bool:
    """Tell whether a line can begin a title: one that is all of the organ's name must look like a name."""
    text = unspaced(line)
    return len(title.places) == 1 or text != title.organ or looks_like_organ(text)


def _parse(text: str, places: frozenset[int], form: Form) -> Title | None:
    printed = re.sub(r"\s+", "", text)
    narrow = simplified("".join(map(_narrow, printed)))
    if wrapped := _WRAPPED.match(narrow):
        start = wrapped.start(1)
        printed, narrow = printed[start : wrapped.end(1)], wrapped[1]
    if (behind := _BEHIND.search(narrow)) is not None:
        narrow = narrow[: behind.start()]
    for found in _YEAR.finditer(narrow):
        without = narrow[: found.start()] + narrow[found.end() :]
        organ = _organ_in(without, form, _CLOSE_ENOUGH)
        if organ is not None:
            named = (printed[: found.start()] + printed[found.end() :])[organ]
            return Title(printed, named, year_of(found["year"]), places)
    organ = None if _YEAR.search(narrow) else _organ_in(narrow, form, _CLOSE_WITHOUT_YEAR)
    return Title(printed, printed[organ], 0, places) if organ and looks_like_organ(printed[organ]) else None


def _organ_in(words: str, form: Form, close: float) -> slice | None:
    """Return where the organ stands before the words that a title is made of; None where these are absent."""
    core = _core(form)
    starts = (words.find(core[:4]), words.find(core[2:6]))
    start = next((start for start in starts if start >= 0), -1)
    if start < 0 or not _is_alike(words[start:], core, close):
        return None
    if words[:start].endswith(_SHARED):
        start += 2
    begin = len(_ABOUT) if words[:start].startswith(_ABOUT) else 0
    organ = _JOINERS.sub("", words[begin:start])
    if len(organ) > LONGEST_ORGAN or _NO_ORGAN.search(organ):
        return None
    return slice(begin, begin + len(organ))


def _core(form: Form) -> str:
    """Return the prescribed words of a title, without organ and year."""
    return re.sub(r"\s+|\{organ\}|\{year\}年?", "", form.title)


def _narrow(character: str) -> str:
    """Return a full-width character as the common one; one for one, so that places stay."""
    common = unicodedata.normalize("NFKC", character)
    return common if len(common) == 1 else character


def _is_alike(rest: str, prescribed: str, close: float) -> bool:
    """Tell whether the words behind the organ come close to what the notice prescribes, to the last word."""
    if not rest.endswith((prescribed[-2:], *_OTHER_ENDINGS)):
        return False
    return SequenceMatcher(None, rest, prescribed, autojunk=False).ratio() >= close
