"""Text in whatever encoding a file came: GB 2312 and its successors, UTF-8 or UTF-16, said or unsaid."""

from __future__ import annotations

import codecs
import re

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_CHINESE = re.compile(r"^(?:gb[_-]?2312|gbk|gb18030|x-gbk|cp936|ms936|hz-gb.*)", re.IGNORECASE)
_SAMPLE_BYTES = 4096
#: What Chinese texts are written in: ASCII, punctuation, ideographs, full-width forms.
_USUAL = re.compile(
    "[\t\n\r\f\x20-\x7e\u00a0\u00b7\u2010-\u203b\u2460-\u249b\u2500-\u257f\u3000-\u303f\u4e00-\u9fff\uff00-\uffef]"
)
_MOSTLY_USUAL = 0.9


def decode_text(data: bytes, said: str = "") -> str:
    """Return bytes as text; `said` is the encoding that the file claims, believed only if it fits."""
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return data[len(mark) :].decode(encoding, errors="replace")
    for encoding in (_known(said), _by_nuls(data), "utf-8", "gb18030"):
        if encoding:
            try:
                return data.decode(encoding)
            except UnicodeDecodeError:
                continue
    return data.decode(_known(said) or "gb18030", errors="replace")


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
