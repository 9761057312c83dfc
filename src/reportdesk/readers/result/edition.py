"""Which edition of the form a document is of: the one whose labels it prints, whatever its year."""

from __future__ import annotations

from collections.abc import Callable

from reportdesk.errors import FileError
from reportdesk.form.editions import edition_for
from reportdesk.form.families import FAMILY, editions_of
from reportdesk.form.loader import load_edition
from reportdesk.form.model import Form
from reportdesk.readers.tables.placed import Placed


def best_edition(place: Callable[[Form], Placed], year_of: Callable[[Placed], int]) -> Placed:
    """Place a document in every edition and return how it stands in the one whose labels it prints.

    Where both editions have the labels, the one counts that has a place for more of the figures. Where that
    does not decide either, as where no table is left, the year does, and without a year the newest edition.
    Raise FileError where no edition is at hand.
    """
    tried: list[Placed] = []
    for edition in reversed(editions_of(FAMILY)):
        placed = place(load_edition(edition.name))
        if placed.is_complete:
            return placed
        tried.append(placed)
    if not tried:
        raise FileError("没有可用的报告格式", remedy="请重新安装本软件")
    standing = [(len(placed.said()), placed.filled) for placed in tried]
    equal = [placed for placed, stands in zip(tried, standing, strict=True) if stands == max(standing)]
    return equal[0] if len(equal) == 1 else _by_year(equal, year_of)


def _by_year(equal: list[Placed], year_of: Callable[[Placed], int]) -> Placed:
    year = year_of(equal[0])
    wanted = edition_for(year).edition if year else ""
    return next((placed for placed in equal if placed.wording.form.edition == wanted), equal[0])
