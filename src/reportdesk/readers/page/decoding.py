"""Text in whatever encoding a file came: GB 2312 and its successors, UTF-8 or UTF-16, said or unsaid."""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator

from reportdesk.patterns import late

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_CHINESE = late(r"^(?:gb[_-]?2312|gbk|gb18030|x-gbk|cp936|ms936|hz-gb.*)", re.IGNORECASE)
_TRADITIONAL = late(r"^(?:x-)?(?:big[_-]?5.*|cp950|ms950)$", re.IGNORECASE)
#: Big5 with all that grew from it.
_BIG5 = "big5hkscs"
_IDEOGRAPH = late("[\u4e00-\u9fff]")
#: Characters that make up a fifth of any text of an office, in simplified and in traditional writing.
_COMMON = frozenset(
    "的一是在不了有和人中大为為上个個国國以要年工作行政府信息資訊公开開申请請法规規报報告机機关關处處理数數据據第条條项項"
    "本其他部门門单單位件总總计計情况況服务務管信主动動结結"
)
#: A share of common characters: Big5 is rare, and short texts make sense in both by chance.
_CLEARLY = 0.1
_LONG_SAMPLE_BYTES = 65_536
_SAMPLE_BYTES = 4096
#: What Chinese texts are written in: ASCII, punctuation, ideographs, full-width forms.
_USUAL = late(
    "[\t\n\r\f\x20-\x7e\u00a0\u00b7\u2010-\u203b\u2460-\u249b\u2500-\u257f\u3000-\u303f\u4e00-\u9fff\uff00-\uffef]"
)
#: The rest are rare characters and a sign here and there.
_MOSTLY_USUAL = 0.9


def decode_text(data: bytes, said: str = "") -> str:
    """Return bytes as text; `said` is the encoding that the file claims, believed only if it fits."""
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return data[len(mark) :].decode(encoding, errors="replace")
    for encoding in _guesses(data, said):
        if encoding:
            try:
                return data.decode(encoding)
            except UnicodeDecodeError:
                continue
    return data.decode(_known(said) or "gb18030", errors="replace")


def _guesses(data: bytes, said: str) -> Iterator[str]:
    """Yield encodings to try, "" where nothing tells one; each is worked out when the ones before failed."""
    yield _known(said)
    yield _by_nuls(data)
    yield "utf-8"
    yield _chinese(data)


def _chinese(data: bytes) -> str:
    """Tell Big5 from GB by which of them makes common characters of the bytes."""
    sample = data[:_LONG_SAMPLE_BYTES]
    shares = {name: _common_share(sample.decode(name, errors="ignore")) for name in ("gb18030", _BIG5)}
    return _BIG5 if shares[_BIG5] > shares["gb18030"] + _CLEARLY else "gb18030"


def _common_share(text: str) -> float:
    chinese = _IDEOGRAPH.findall(text)
    return sum(character in _COMMON for character in chinese) / max(len(chinese), 1)


def is_text(data: bytes) -> bool:
    """Tell whether bytes are text at all."""
    sample = data[: _SAMPLE_BYTES * 2]
    if any(sample.startswith(mark) for mark, _ in _MARKS) or _by_nuls(sample):
        return True
    return b"\0" not in sample and not re.search(rb"[\x01-\x08\x0e-\x1a\x1c-\x1f]", sample)


def _known(said: str) -> str:
    """Return the encoding to use for a claimed one; whoever says GB 2312 means all that grew from it."""
    name = said.strip().strip("\"'")
    if _CHINESE.match(name):
        return "gb18030"
    if _TRADITIONAL.match(name):
        return _BIG5
    try:
        return codecs.lookup(name).name if name else ""
    except LookupError:
        return ""


def _by_nuls(data: bytes) -> str:
    """Tell UTF-16 without a mark: no other text has zero bytes, and in this one it makes sense."""
    sample = data[:_SAMPLE_BYTES]
    if b"\0" not in data[: 2 * _SAMPLE_BYTES]:
        return ""
    for encoding in ("utf-16-le", "utf-16-be"):
        text = sample[: len(sample) // 2 * 2].decode(encoding, errors="replace")
        if len(_USUAL.findall(text)) >= _MOSTLY_USUAL * len(text):
            return encoding
    return ""
