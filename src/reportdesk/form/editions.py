"""The edition for a year: the one answer for window, command line, readers and roll-over."""

from __future__ import annotations

from reportdesk.errors import FormError
from reportdesk.form.families import FAMILY, editions_of
from reportdesk.form.loader import load_edition
from reportdesk.form.model import Form


def edition_for(year: int, family: str = FAMILY) -> Form:
    """Return the edition that reports for a year use; the nearest one for a year that none is made for.

    Raise FormError where no edition of the family is at hand.
    """
    editions = editions_of(family)
    if not editions:
        raise FormError(f"没有“{family}”这种报告的格式", remedy="请重新安装本软件")
    begun = [edition for edition in editions if edition.first_year <= year]
    return load_edition((begun or editions[:1])[-1].name)


def first_year(family: str = FAMILY) -> int:
    """Return the first year that a family has an edition for."""
    return min(edition.first_year for edition in editions_of(family))
