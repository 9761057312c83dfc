"""Families of forms: the editions of one report over the years, told by the heads of their files alone."""

from __future__ import annotations

from functools import lru_cache
from itertools import pairwise
from pathlib import Path

import msgspec

from reportdesk.errors import FormError
from reportdesk.form.prepared import prepared_part
from reportdesk.form.template import decode
from reportdesk.frozen import Frozen
from reportdesk.patterns import late
from reportdesk.resources import edition_names, templates_root

#: The report that this program is for; other families are used only where one is asked for by name.
FAMILY = "disclosure"
_NAME = late(r"[a-z0-9][a-z0-9_-]*")


class _Head(msgspec.Struct, frozen=True):
    """What of a `form.toml` says where the edition belongs; the rest is of no concern here."""

    edition: str
    first_year: int
    last_year: int | None = None
    family: str = ""


class Edition(Frozen, frozen=True):
    """An edition at hand: its name, its family, and the years (both included) of its reports."""

    name: str
    family: str
    first_year: int
    last_year: int | None


def editions_of(family: str = FAMILY) -> tuple[Edition, ...]:
    """Return the editions of a family at hand, oldest first; raise FormError where two claim one year."""
    root = templates_root()
    members = tuple(edition for edition in _at_hand(root) if edition.family == family)
    for earlier, later in pairwise(members):
        if earlier.last_year is None or earlier.last_year >= later.first_year:
            raise FormError(
                f"“{earlier.name}”版和“{later.name}”版同属“{family}”，都管 {later.first_year} 年的报告",
                where=str(root / later.name / "form.toml"),
                remedy="请用 first_year 和 last_year 把年份分开；另一种报告请写另一个 family",
            )
    return members


def known_editions() -> tuple[str, ...]:
    """Return the names of all editions at hand: other families first, then this one's, the newest last."""
    own = tuple(edition.name for edition in editions_of())
    return (*(edition.name for edition in _at_hand(templates_root()) if edition.name not in own), *own)


def family_of(edition: str, family: str, where: str) -> str:
    """Return the family that a form names, or the edition itself; raise FormError for what is no name."""
    if family and not _NAME.fullmatch(family):
        raise FormError(f"family“{family}”只能用小写字母、数字、下划线和连字符", where=where)
    return family or edition


@lru_cache(maxsize=8)
def _at_hand(root: Path) -> tuple[Edition, ...]:
    found = []
    for name in edition_names(root):
        source = root / name / "form.toml"
        head = prepared_part(source, _Head) or decode(source, _Head)
        family = family_of(name, head.family, str(source))
        found.append(Edition(name, family, head.first_year, head.last_year))
    return tuple(sorted(found, key=lambda edition: (edition.first_year, edition.name)))
