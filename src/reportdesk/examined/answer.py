"""What comes back of a file that was read and checked: who, when, figures, words to compare, findings."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from decimal import Decimal
from typing import TYPE_CHECKING

import msgspec

from reportdesk.errors import FileError
from reportdesk.form.severity import SeverityName

if TYPE_CHECKING:
    from reportdesk.checks.finding import Finding
    from reportdesk.form.formula import Number

Figure = int | str | None


class FoundData(msgspec.Struct, frozen=True):
    """A finding as `check --json` prints it: counts are integers, amounts strings, no digit is lost."""

    code: str
    severity: SeverityName
    message: str
    cells: list[str]
    left: Figure
    right: Figure
    difference: Figure
    section: str | None
    span: tuple[int, int] | None


class AcceptedData(msgspec.Struct, frozen=True):
    """A finding that the clerk accepted, with the word on it."""

    finding: FoundData
    note: str


class SaidData(msgspec.Struct, frozen=True):
    """A note of the reader."""

    code: str
    message: str


class Examined(msgspec.Struct, frozen=True):
    """What a file says: who and when, figures of the entered cells in the form's order, and findings.

    `words` is a digest of the figures and words that show. `texts` and `sketches` have, by section, the words
    that offices must not copy and what `prose.text.sketch` makes of them. `rev` is a project file's
    revision, 0 for other kinds; `written` the time that the package tells (ISO, UTC), "" where it tells none.
    """

    edition: str
    organ: str
    year: int
    level: str
    cells: list[Figure] = []
    stated: dict[str, Figure] = {}
    invalid: list[str] = []
    words: str = ""
    texts: dict[str, str] = {}
    sketches: dict[str, list[int]] = {}
    rev: int = 0
    written: str = ""
    notes: list[SaidData] = []
    findings: list[FoundData] = []
    accepted: list[AcceptedData] = []


def examined(answer: bytes, where: str) -> Examined:
    """Return what a worker's answer says; raise FileError where it is none."""
    try:
        return msgspec.json.decode(answer, type=Examined)
    except msgspec.MsgspecError as error:
        raise FileError("读取文件的程序没有说清读到了什么，已中止", where=where) from error


def findings_from(found: Iterable[FoundData]) -> Iterator[Finding]:
    """Yield findings as the checks made them, without what tells one acceptance from another."""
    from reportdesk.checks.finding import Finding

    for one in found:
        figures = (number_in(one.left), number_in(one.right), number_in(one.difference))
        yield Finding(one.code, one.severity, one.message, tuple(one.cells), *figures, one.section, one.span)


def number_in(figure: Figure) -> Number | None:
    """Return the figure (件 or 万元) that was written so; the reverse of `plain`."""
    return Decimal(figure) if isinstance(figure, str) else figure


def plain(figure: Number | None) -> Figure:
    """Return a figure as `show --json` prints it: an amount is a string."""
    return format(figure, "f") if isinstance(figure, Decimal) else figure
