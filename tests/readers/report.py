"""How documents are read, in cells right, wrong and blank: `.venv/bin/python -m tests.readers.report`."""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from reportdesk.errors import FileError
from reportdesk.readers import read_report
from reportdesk.report.model import Report
from reportdesk.report.totals import figures, printed
from tests.readers.collection import COLLECTION, Document


@dataclass(frozen=True)
class Score:
    """The cells of one document: right, wrong, and blank where a figure was, named in a note."""

    name: str
    right: int
    blank: int
    wrong: tuple[str, ...]

    @property
    def cells(self) -> int:
        """All cells."""
        return self.right + self.blank + len(self.wrong)


def read(document: Document, folder: Path) -> Report:
    """The report that is read from a document."""
    path = folder / f"{document.name}{document.suffix}"
    path.write_bytes(document.data)
    return read_report(path)


@cache
def read_of(name: str) -> tuple[Document, Report]:
    """A document of the collection and what is read from it, made and read once for all that look at it."""
    document = COLLECTION[name]()
    with tempfile.TemporaryDirectory() as folder:
        return document, read(document, Path(folder))


def score(document: Document, report: Report) -> Score:
    """Compare every cell with what a perfect reader would make of it; a blank nobody named is wrong."""
    noted = {key for note in report.notes for key in note.cells}
    found = printed(report, figures(report)) if report.form is document.paper.form else {}
    right, blank, wrong = 0, 0, []
    for key, wanted in document.paper.expected.items():
        figure = found.get(key)
        if figure == wanted and (wanted is not None or key not in document.paper.noted or key in noted):
            right += 1
        elif figure is None and key in noted:
            blank += 1
        else:
            wrong.append(f"{key}: {wanted} read as {figure}")
    return Score(document.name, right, blank, tuple(wrong))


def scores() -> Iterator[Score]:
    """The scores of the whole collection."""
    for name in COLLECTION:
        try:
            yield score(*read_of(name))
        except FileError as error:
            cells = COLLECTION[name]().paper.expected
            yield Score(name, 0, 0, tuple(f"{key}: {error}" for key in cells))


def main() -> int:
    """Print a line for each document, and the whole; 1 if anything is wrong."""
    listed = list(scores())
    for one in listed:
        print(f"{one.name:60} {one.right:4} right {one.blank:4} blank {len(one.wrong):4} wrong")  # noqa: T201
        for wrong in one.wrong[:3]:
            print(f"    {wrong}")  # noqa: T201
    cells = sum(one.cells for one in listed)
    right, wrong = sum(one.right for one in listed), sum(len(one.wrong) for one in listed)
    share = 100 * right / cells
    print(f"{len(listed)} documents: {right} of {cells} cells right ({share:.2f} %), {wrong} wrong")  # noqa: T201
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
