"""Chinese numerals: which characters stand for which figure, read and written in this one place.

Years are written figure by figure (二〇二五), counts by tens (二十八, 一千零二十六). For the zero of a year
people type whatever looks like one: a circle, a letter, a digit.
"""

from __future__ import annotations

#: The figures 0 to 9 as a year prints them.
FIGURES = "〇一二三四五六七八九"
#: What the ordinal of a heading is made of, for the brackets of a pattern: 一、 （三） 第十二
ORDINALS = FIGURES[1:] + "十"
#: What people type for the zero of a year; 0 itself as in 二0二五.
ZEROES = "〇零○◯⭕ＯOｏo０0"
_COUNTED = "零一二三四五六七八九"
_VALUES = {figure: value for value, figure in enumerate(_COUNTED)} | {"〇": 0, "两": 2}
_STEPS = {"十": 10, "百": 100, "千": 1000}
#: What may stand behind a number and multiplies it.
SCALES = {"万": 10_000, "亿": 100_000_000}
#: Above every step: each step must be below the one before it.
_NO_STEP = 10_000
_TO_DIGITS = str.maketrans(
    dict.fromkeys(ZEROES, "0")
    | {figure: str(value) for value, figure in enumerate(FIGURES)}
    | {chr(0xFF10 + value): str(value) for value in range(10)}
)
_TO_FIGURES = str.maketrans("0123456789", FIGURES)
#: 廿 and 卅 are 二十 and 三十 in one character.
_SHORT_TENS = str.maketrans({"廿": "二十", "卅": "三十"})

#: Every character of a number written by tens, for the brackets of a pattern.
COUNTING = "".join(_VALUES) + "".join(_STEPS)


def figures_to_digits(written: str) -> str:
    """Return a number written figure by figure in plain digits: 二Ｏ二五 gives 2025; other signs stay."""
    return written.translate(_TO_DIGITS)


def digits_to_figures(digits: str) -> str:
    """Return plain digits figure by figure in Chinese: 2025 gives 二〇二五."""
    return digits.translate(_TO_FIGURES)


def number_of(written: str) -> int | None:
    """Return a small number such as a day of the month: 8, ８, 八, 十八, 廿八; None for what is none."""
    counted = chinese_value(written.translate(_SHORT_TENS))
    if counted is not None:
        return counted
    digits = figures_to_digits(written)
    return int(digits) if digits.isascii() and digits.isdecimal() else None


def chinese_value(written: str) -> int | None:
    """Return the value of a Chinese numeral such as 一千零二十六; None where it is none."""
    total = section = 0
    last_step = _NO_STEP
    pending: int | None = None
    for figure in written:
        if figure in _VALUES:
            if pending not in (None, 0):
                return None
            pending = _VALUES[figure]
        elif figure in _STEPS and _STEPS[figure] < last_step:
            last_step = _STEPS[figure]
            section += (pending or 1) * last_step
            pending = None
        elif figure in SCALES:
            total += (section + (pending or 0)) * SCALES[figure]
            section, pending, last_step = 0, None, _NO_STEP
        else:
            return None
    return total + section + (pending or 0) if written else None


def write_chinese(value: int) -> str:
    """Write a count below 100,000,000 in Chinese numerals, as 一千零二十六."""
    if value < 10_000:
        written = _section(value)
        return written.removeprefix("一") if 10 <= value < 20 else written or _COUNTED[0]
    rest = value % 10_000
    link = "零" if 0 < rest < 1_000 else ""
    return f"{write_chinese(value // 10_000)}万{link}{_section(rest)}"


def _section(value: int) -> str:
    """Write up to four digits, nothing for 0."""
    written = ""
    for step, mark in ((1000, "千"), (100, "百"), (10, "十"), (1, "")):
        figure = value // step % 10
        if figure:
            written += _COUNTED[figure] + mark
        elif written and not written.endswith("零") and value % step:
            written += "零"
    return written
