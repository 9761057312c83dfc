"""The edition for a year: the one answer for window, command line, readers and roll-over."""

from __future__ import annotations

from datetime import date

from reportdesk.errors import FormError
from reportdesk.form.families import FAMILY, editions_of
from reportdesk.form.loader import load_edition
from reportdesk.form.model import Form

#: A program is not used longer; a clock beyond is wrong.
_YEARS_OF_USE = 40


def edition_for(year: int, family: str = FAMILY) -> Form:
    """Return the edition that reports for a year use; the nearest one for a year that none is made for.

    Raise FormError where no edition of the family is at hand.
    """
    editions = editions_of(family)
    if not editions:
        raise FormError(f"没有“{family}”这种报告的格式", remedy="请重新安装本软件")
    begun = [edition for edition in editions if edition.first_year <= year]
    return load_edition((begun or editions[:1])[-1].name)


def proposed_year(today: date) -> int:
    """Return the year that reports are written for on a day: the one before."""
    return today.year - 1


def remark_on_clock(today: date, family: str = FAMILY) -> str:
    """Return what is odd about the clock that a year is proposed by; empty where nothing is.

    Reports of the newest edition are written from the year after its first on.
    """
    newest = max(edition.first_year for edition in editions_of(family))
    if newest < today.year <= newest + _YEARS_OF_USE:
        return ""
    return f"这台电脑的日期是{today.year}年{today.month}月{today.day}日，像是不对，请核对年度"


def first_year(family: str = FAMILY) -> int:
    """Return the first year that a family has an edition for."""
    return min(edition.first_year for edition in editions_of(family))
