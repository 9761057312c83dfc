"""The fingerprint of a report: eight characters that tell whether a paper is this file's."""

from __future__ import annotations

import base64
import json
from hashlib import sha256
from unicodedata import normalize

from reportdesk.patterns import late
from reportdesk.report.model import Report
from reportdesk.report.shown import compact, shown

#: What is taken for a letter of the fingerprint when it is read off paper: its alphabet has no 0, 1 or 8.
_MISREAD = str.maketrans("018", "OIB")
#: Of 32 characters each: two reports of one organ are alike once in a million million.
_CHARACTERS = 8
#: As it stands in a footer; no gap is gone through twice, however long it is.
_PRINTED = late(r"(?<!\s)\s*指纹\s*[A-Z2-7]{8}\s*")


def fingerprint(report: Report) -> str:
    """Return eight characters over what a report says: title, figures and words, not layout or signature.

    Spaces, blank lines and where paragraphs break do not count, so that a copy typed anew has the same.
    """
    seen = shown(report)
    words = [compact("".join(paragraphs)) for paragraphs in seen.paragraphs.values()]
    printed = json.dumps(
        [report.form.edition, seen.title, list(seen.figures.items()), words], ensure_ascii=True
    )
    return base64.b32encode(sha256(printed.encode()).digest()).decode()[:_CHARACTERS]


def without_printed(line: str) -> str:
    """Return a line of a footer without the fingerprint printed in it."""
    return _PRINTED.sub("", line)


def is_same(printed: str, own: str) -> bool:
    """Tell whether a fingerprint read off paper is this one, whatever its spaces, case and width."""
    typed = "".join(normalize("NFKC", printed).split()).upper().replace("-", "")
    return typed.translate(_MISREAD) == own
