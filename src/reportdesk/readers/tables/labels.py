"""Labels met in documents, told apart by what they say, whatever their spaces, brackets and numbers."""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from difflib import SequenceMatcher
from functools import lru_cache
from typing import TYPE_CHECKING

from reportdesk.frozen import Frozen
from reportdesk.patterns import late
from reportdesk.readers.tables.traditional import simplified
from reportdesk.report.characters import set_right
from reportdesk.report.numerals import ORDINALS

if TYPE_CHECKING:
    from reportdesk.form.parts import Band, Column

_DROPPED = late(
    r"[\s\u00ad\u200b-\u200f\u2028-\u202e\u2060\ufeff\x00-\x1f、，。；：:;,.“”\"'‘’「」《》<>·•*_\-—–~]+"
)
_NUMERAL = rf"[{ORDINALS}]{{1,3}}"
_ORDINAL = late(
    rf"^(?:[(\[]\s*第?\s*(?:{_NUMERAL}|[0-9]{{1,2}})\s*[)\]]\s*[、.,:]?"
    rf"|第?\s*{_NUMERAL}\s*(?:[、.,:]|部分|\s)"
    r"|[0-9]{1,2}\s*(?:[、.,:)]|(?=[一-龥])))\s*"
)
_BRACKETED = late(rf"\((?!(?:{_NUMERAL}|[0-9]{{1,2}})\))[^()]*\)|\[[^\[\]]*\]|【[^【】]*】")
_UNIT = late(r"(?:单位)?(?:件|条|项|个|次|万元|元|宗)$")
#: Alike from 0 to 1: of five characters one may be another.
_CLOSE_ENOUGH = 0.8
#: By so much the closest must be closer than the next, or either may be meant.
_CLEARLY_BETTER = 0.1
#: Of a shorter label one character is too large a part to be wrong.
_LONG_ENOUGH_CHARACTERS = 4
#: The longest label has 37; what is that much longer is a paragraph.
_LONGEST_CHARACTERS = 200
_MOST_REMEMBERED = 10_000


def _wide(text: str) -> str:
    """Return a text in usual characters of usual width."""
    return unicodedata.normalize("NFKC", simplified(set_right(text)))


@lru_cache(maxsize=4096)
def plain_label(text: str) -> str:
    """Return a text without what never tells labels apart: width, script, spaces, quotes, punctuation."""
    wide = _wide(text).replace("〔", "[").replace("〕", "]")
    return _DROPPED.sub("", wide)


@lru_cache(maxsize=4096)
def bare(text: str) -> str:
    """Return a label without its ordinal, explanations in brackets and unit: only what it names."""
    wide = _wide(text).strip()
    named = _ORDINAL.sub("", wide, count=1)
    short = plain_label(_BRACKETED.sub("", named))
    return _UNIT.sub("", short) or short or plain_label(wide)


@lru_cache(maxsize=4096)
def is_numbered(text: str) -> bool:
    """Tell whether a label begins with an ordinal, as rows of numbers do and columns don't."""
    return bool(_ORDINAL.match(unicodedata.normalize("NFKC", text).strip()))


class LabelMatch(Frozen, frozen=True):
    """The labels that a text can be; `certain` is false where its wording only comes close."""

    labels: frozenset[str]
    certain: bool = True


_NOTHING = LabelMatch(frozenset())


class _Remembered(dict[str, LabelMatch]):
    """What texts were found to be; what was never asked for is found now."""

    def __init__(self, find: Callable[[str], LabelMatch]) -> None:
        self._find = find

    def __missing__(self, text: str) -> LabelMatch:
        if len(self) >= _MOST_REMEMBERED:
            self.clear()
        match = self[text] = self._find(text)
        return match


class Labels:
    """The labels that a form knows, with their aliases, to be recognised in a document."""

    def __init__(self, spellings: Iterable[tuple[str, Iterable[str]]]) -> None:
        """Take each label with its other spellings."""
        self._known: dict[str, frozenset[str]] = {}
        for label, aliases in spellings:
            for spelling in (label, *aliases):
                for name in (plain_label(spelling), bare(spelling)):
                    self._known[name] = self._known.get(name, frozenset()) | {label}
        long = [name for name in self._known if len(name) >= _LONG_ENOUGH_CHARACTERS]
        self._holding: dict[str, list[str]] = {}
        self._beginning: dict[str, list[str]] = {}
        for name in long:
            self._beginning.setdefault(name[0], []).append(name)
            for character in set(name):
                self._holding.setdefault(character, []).append(name)
        self._all = "\n".join(self._known)
        #: What `find` returns, text by text, to be asked where a call for each text would cost most.
        self.found: Mapping[str, LabelMatch] = _Remembered(self._find)
        #: What `Heads` made of the texts above numbers, with the band that they stand over.
        self.columns: dict[tuple[tuple[str, ...], frozenset[str], int], tuple[Band, Column | None]] = {}

    def find(self, text: str) -> LabelMatch:
        """Return the labels that a text is, but for ordinal, explanation and unit, or comes close to."""
        return self.found[text]

    def __contains__(self, name: str) -> bool:
        """Tell whether a plain text is a label's name, as `plain_label` or `bare` write it."""
        return name in self._known

    @property
    def spellings(self) -> Iterable[tuple[str, frozenset[str]]]:
        """Return all names, as `plain_label` or `bare` write them, with the labels that they name."""
        return self._known.items()

    def holds(self, text: str) -> bool:
        """Tell whether a text stands in a label's name, as a piece of one that is cut does."""
        name = plain_label(text)
        return bool(name) and name in self._all

    def spelled(self, text: str) -> frozenset[str]:
        """Return the labels that a text spells out, with nothing more behind them and nothing less."""
        return self._known.get(plain_label(text), frozenset()) | self._known.get(bare(text), frozenset())

    def _find(self, text: str) -> LabelMatch:
        if len(text) > _LONGEST_CHARACTERS or not _has_words(text):
            return _NOTHING
        known = self.spelled(text)
        if known:
            return LabelMatch(known)
        name = bare(text)
        if len(name) < _LONG_ENOUGH_CHARACTERS:
            return _NOTHING
        return self._led_by(name) or self._cut_short(name) or self._closest(name) or _NOTHING

    def _led_by(self, name: str) -> LabelMatch | None:
        """Recognise a label with an explanation behind it, the longest that leads the text."""
        led = [known for known in self._beginning.get(name[0], ()) if name.startswith(known)]
        return LabelMatch(self._known[max(led, key=len)]) if led else None

    def _cut_short(self, name: str) -> LabelMatch | None:
        """Recognise a label whose rest stands elsewhere, such as on the next page."""
        whole = [known for known in self._beginning.get(name[0], ()) if known.startswith(name)]
        labels = frozenset[str]().union(*(self._known[known] for known in whole))
        return LabelMatch(labels, certain=False) if len(labels) == 1 else None

    def _perhaps_close(self, name: str) -> list[str]:
        """Return, at little cost, the labels that share enough characters with a text to come close to it."""
        shared = Counter(known for character in name for known in self._holding.get(character, ()))
        return [
            known
            for known, number in shared.items()
            if min(number, len(known)) >= _CLOSE_ENOUGH * (len(known) + len(name)) / 2
        ]

    def _closest(self, name: str) -> LabelMatch | None:
        candidates = self._perhaps_close(name)
        if not candidates:
            return None
        ranked: dict[frozenset[str], float] = {}
        matcher = SequenceMatcher(None, "", name, autojunk=False)
        for known in candidates:
            matcher.set_seq1(known)
            if matcher.quick_ratio() >= _CLOSE_ENOUGH:
                labels = self._known[known]
                ranked[labels] = max(ranked.get(labels, 0.0), matcher.ratio())
        best = sorted(ranked.items(), key=lambda item: -item[1])
        if not best or best[0][1] < _CLOSE_ENOUGH:
            return None
        if len(best) > 1 and best[0][1] - best[1][1] < _CLEARLY_BETTER:
            return None
        return LabelMatch(best[0][0], certain=False)


def _has_words(text: str) -> bool:
    return any("一" <= character <= "龥" for character in text)
