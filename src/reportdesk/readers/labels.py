"""Labels met in documents, told apart by what they say, whatever their spaces, brackets and numbers."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import lru_cache

_DROPPED = re.compile(
    r"[\s\u00ad\u200b-\u200f\u2028-\u202e\u2060\ufeff\x00-\x1f、，。；：:;,.“”\"'‘’「」《》<>·•*_\-—–~]+"
)
_NUMERAL = r"[一二三四五六七八九十]{1,3}"
_ORDINAL = re.compile(
    rf"^(?:[(\[]\s*第?\s*(?:{_NUMERAL}|[0-9]{{1,2}})\s*[)\]]\s*[、.,:]?"
    rf"|第?\s*{_NUMERAL}\s*(?:[、.,:]|部分|\s)"
    r"|[0-9]{1,2}\s*(?:[、.,:)]|(?=[一-龥])))\s*"
)
_BRACKETED = re.compile(r"\([^()]*\)|\[[^\[\]]*\]|【[^【】]*】")
_UNIT = re.compile(r"(?:单位)?(?:件|条|项|个|次|万元|元|宗)$")
_CLOSE_ENOUGH = 0.8
_CLEARLY_BETTER = 0.1
_LONG_ENOUGH = 4


@lru_cache(maxsize=4096)
def plain(text: str) -> str:
    """Return a text without what never tells labels apart: width, white space, quotes and punctuation."""
    wide = unicodedata.normalize("NFKC", text).replace("〔", "[").replace("〕", "]")
    return _DROPPED.sub("", wide)


@lru_cache(maxsize=4096)
def bare(text: str) -> str:
    """Return a label without its ordinal, explanations in brackets and unit: only what it names."""
    wide = unicodedata.normalize("NFKC", text).strip()
    named = _ORDINAL.sub("", wide, count=1)
    short = plain(_BRACKETED.sub("", named))
    return _UNIT.sub("", short) or short or plain(wide)


@dataclass(frozen=True, slots=True)
class Match:
    """A label recognised in a text; `certain` is false where the wording only comes close."""

    label: str
    certain: bool = True


class Labels:
    """The labels that a part of a form knows, with their aliases, to be recognised in a document."""

    def __init__(self, spellings: Iterable[tuple[str, Iterable[str]]]) -> None:
        """Take each label with its other spellings."""
        self._exact: dict[str, str] = {}
        self._bare: dict[str, str] = {}
        for label, aliases in spellings:
            for spelling in (label, *aliases):
                self._exact.setdefault(plain(spelling), label)
                self._bare.setdefault(bare(spelling), label)
        self._seen: dict[str, Match | None] = {}

    def find(self, text: str) -> Match | None:
        """Return the label that a text is, but for ordinal, explanation and unit, or comes close to."""
        if text not in self._seen:
            self._seen[text] = self._find(text)
        return self._seen[text]

    def _find(self, text: str) -> Match | None:
        exact = self._exact.get(plain(text))
        if exact is not None:
            return Match(exact)
        name = bare(text)
        if not name or name.isdigit():
            return None
        if name in self._bare:
            return Match(self._bare[name])
        return self._led_by(name) or self._closest(name)

    def _led_by(self, name: str) -> Match | None:
        """Recognise a label with an explanation behind it, the longest that leads the text."""
        led = [known for known in self._bare if len(known) >= _LONG_ENOUGH and name.startswith(known)]
        return Match(self._bare[max(led, key=len)]) if led else None

    def _closest(self, name: str) -> Match | None:
        if len(name) < _LONG_ENOUGH:
            return None
        ranked: dict[str, float] = {}
        for known, label in self._bare.items():
            if len(known) >= _LONG_ENOUGH:
                likeness = SequenceMatcher(None, known, name, autojunk=False)
                if likeness.quick_ratio() >= _CLOSE_ENOUGH:
                    ranked[label] = max(ranked.get(label, 0.0), likeness.ratio())
        best = sorted(ranked.items(), key=lambda item: -item[1])[:2]
        if not best or best[0][1] < _CLOSE_ENOUGH:
            return None
        if len(best) == 2 and best[0][1] - best[1][1] < _CLEARLY_BETTER:
            return None
        return Match(best[0][0], certain=False)
