"""The results of formulas stored beside them: previews and Protected View calculate nothing."""

from __future__ import annotations

import re

from reportdesk.form.formula import Number
from reportdesk.patterns import late
from reportdesk.writers.workbook.table import Results

_FORMULA = late(rb'<c r="([A-Z]+[0-9]+)"([^>]*)><f>(.*?)</f><v\s*/?>(?:</v>)?</c>', re.DOTALL)


def with_results(sheet: bytes, results: Results) -> bytes:
    """Return a sheet's XML with the result of each formula; one that shows nothing has an empty text."""

    def stored(found: re.Match[bytes]) -> bytes:
        place = found[1].decode()
        if place not in results:
            return found[0]
        result = results[place]
        kind = b' t="str"' if result is None else b""
        marks = re.sub(rb' t="[^"]*"', b"", found[2]) + kind
        value = b"" if result is None else _result_bytes(result)
        return b'<c r="%s"%s><f>%s</f><v>%s</v></c>' % (found[1], marks, found[3], value)

    return _FORMULA.sub(stored, sheet)


def _result_bytes(result: Number) -> bytes:
    return format(result, "d" if isinstance(result, int) else "f").encode()
