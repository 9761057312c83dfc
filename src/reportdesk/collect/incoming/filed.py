"""What a collection keeps of a file that was read: figures, digests, findings; its words lie in a store."""

from __future__ import annotations

import tempfile
import weakref
import zlib
from array import array
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache
from pathlib import PurePath
from threading import Lock
from typing import Literal

from reportdesk.errors import FileError
from reportdesk.examined.answer import Examined, Figure, FoundData, number_in
from reportdesk.form.formula import Number
from reportdesk.form.loader import load_edition
from reportdesk.form.model import Form
from reportdesk.readers.found.refusals import NotAReport
from reportdesk.report.years import years_in

FileStatus = Literal["read", "unreadable", "not_a_report"]

#: So many bytes of words stay in memory; more lie in a file without a name, which ends with the program.
_IN_MEMORY_BYTES = 8 * 1024 * 1024


@dataclass(frozen=True, slots=True)
class Filed:
    """A file of the collection.

    `figures` are those of the entered cells (件 or 万元) in the order of the edition's form, None for blank.
    `year` is what the report tells, else what the file's name does, 0 where neither does. `written` is the
    time of the file (s since 1970), `dated` the one inside the package (ISO, UTC). `sketches` and `words`
    have, by section, what finds alike texts and where in the store the words are. `tells_year` is false where
    the year is but that of the file's name.
    """

    name: str
    stem: str
    written: float
    status: FileStatus = "read"
    problem: str = ""
    edition: str = ""
    organ: str = ""
    year: int = 0
    figures: tuple[Number | None, ...] = ()
    stated: Mapping[str, Figure] = field(default_factory=dict)
    digest: str = ""
    rev: int = 0
    dated: str = ""
    findings: tuple[FoundData, ...] = ()
    accepted: int = 0
    sketches: Mapping[str, array[int]] = field(default_factory=dict)
    words: Mapping[str, tuple[int, int]] = field(default_factory=dict)
    tells_year: bool = True

    def named(self, name: str, stem: str, written: float) -> Filed:
        """Return the same report as it lies elsewhere, under another name perhaps."""
        year = self.year if self.tells_year else _year_in(stem)
        return replace(self, name=name, stem=stem, written=written, year=year)

    @property
    def short(self) -> str:
        """Return the file's own name with its suffix, as messages say it."""
        return PurePath(self.name.replace("\\", "/")).name

    @property
    def form(self) -> Form:
        """Return the form of the edition whose tables the file has."""
        return load_edition(self.edition)

    def count(self, severity: str) -> int:
        """Return how many findings are of a severity."""
        return sum(finding.severity == severity for finding in self.findings)

    def cells(self) -> Iterator[tuple[str, Number | None]]:
        """Yield the entered cells by key, in the form's order."""
        yield from zip(entered_keys(self.edition), self.figures, strict=True)


@lru_cache(maxsize=8)
def entered_keys(edition: str) -> tuple[str, ...]:
    """Return the keys of an edition's entered cells in the form's order."""
    return tuple(cell.key for cell in load_edition(edition).entered)


class WordStore:
    """The words of all files, compressed, out of the way; read back for the few that are alike.

    Any thread may ask: files are read in one while decisions are made in another.
    """

    def __init__(self) -> None:
        """Begin empty."""
        self._file = tempfile.SpooledTemporaryFile(max_size=_IN_MEMORY_BYTES)  # noqa: SIM115
        self._end = 0
        self._lock = Lock()
        weakref.finalize(self, self._file.close)

    def put(self, text: str) -> tuple[int, int]:
        """Keep a text; return where it is."""
        data = zlib.compress(text.encode("utf-8", "surrogatepass"), 1)
        with self._lock:
            self._file.seek(self._end)
            self._file.write(data)
            place = self._end, len(data)
            self._end += len(data)
        return place

    def get(self, place: tuple[int, int]) -> str:
        """Return the text that was put there."""
        with self._lock:
            self._file.seek(place[0])
            data = self._file.read(place[1])
        return zlib.decompress(data).decode("utf-8", "surrogatepass")


def filed_from(answer: Examined, name: str, stem: str, written: float, store: WordStore) -> Filed:
    """Return what is kept of a file that was read and checked."""
    return Filed(
        name,
        stem,
        written,
        edition=answer.edition,
        organ=answer.organ,
        year=answer.year or _year_in(stem),
        figures=_figures(answer.edition, answer.cells),
        stated=answer.stated,
        digest=answer.words,
        rev=answer.rev,
        dated=answer.written,
        findings=tuple(answer.findings),
        accepted=len(answer.accepted),
        sketches={key: array("I", marks) for key, marks in answer.sketches.items()},
        words={key: store.put(text) for key, text in answer.texts.items()},
        tells_year=bool(answer.year),
    )


def unread(error: FileError, name: str, stem: str, written: float) -> Filed:
    """Return what is kept of a file that could not be read."""
    status: FileStatus = "not_a_report" if isinstance(error, NotAReport) else "unreadable"
    problem = f"{error.what}。{error.remedy}" if error.remedy else error.what
    return Filed(name, stem, written, status, problem)


def _figures(edition: str, cells: Sequence[Figure]) -> tuple[Number | None, ...]:
    if len(cells) != len(entered_keys(edition)):
        raise FileError("读取文件的程序说的格数不对，已中止")
    return tuple(map(number_in, cells))


def _year_in(stem: str) -> int:
    named = {found.year for found in years_in(stem)}
    return named.pop() if len(named) == 1 else 0
