"""What a run writes: everything is made before anything is written, each file whole or not at all."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from reportdesk.collect.collection import Collection
from reportdesk.collect.counting.comparison import LastSum
from reportdesk.collect.outgoing.cells_csv import cells_csv
from reportdesk.collect.outgoing.government import write_government_report
from reportdesk.collect.outgoing.letters import letters_of
from reportdesk.collect.outgoing.workbook import collection_workbook
from reportdesk.export import refuse_existing, refuse_filled_folder
from reportdesk.project.disk.safe_write import safe_write
from reportdesk.project.errors import Missing, cannot_write


@dataclass(frozen=True, slots=True)
class Outputs:
    """Where a run writes; None for what nobody asked for. `force` allows to overwrite."""

    workbook: Path | None = None
    report: Path | None = None
    cells: Path | None = None
    letters: Path | None = None
    force: bool = False

    @property
    def paths(self) -> tuple[Path, ...]:
        """Return all that is written."""
        every = (self.workbook, self.report, self.cells, self.letters)
        return tuple(path for path in every if path is not None)

    def refuse_existing(self, sources: Iterable[Path | None] = ()) -> None:
        """Raise AlreadyThere for what would be overwritten; a report that is there is brought up to date.

        The `sources`, what is collected, roster and last year's sum, are never overwritten. A folder that is
        not there is told before anything is read, too: raise Missing.
        """
        for path in (self.workbook, self.report, self.cells):
            if path is not None and not path.absolute().parent.is_dir():
                what = f"没有“{path.absolute().parent}”这个文件夹，写不了"
                raise Missing(what, where=str(path), remedy="请先建好文件夹，或换一个位置")
        sources = tuple(sources)
        for path in (self.workbook, self.cells):
            if path is not None:
                refuse_existing(path, force=self.force, sources=sources)
        if self.report is not None:
            refuse_existing(self.report, force=True, sources=sources)
        if self.letters is not None:
            refuse_filled_folder(self.letters, force=self.force)

    def write(self, collection: Collection, last: LastSum | None = None) -> Iterator[Path]:
        """Write everything, yielding each path as it is done; raise FileError."""
        workbook = collection_workbook(collection) if self.workbook else b""
        letters = list(letters_of(collection)) if self.letters else []
        if self.workbook:
            safe_write(self.workbook, workbook)
            yield self.workbook
        if self.report:
            write_government_report(collection, self.report, last)
            yield self.report
        if self.cells:
            safe_write(self.cells, cells_csv(collection))
            yield self.cells
        if self.letters:
            _make(self.letters)
            for name, data in letters:
                safe_write(self.letters / name, data, keep_backup=False)
            yield self.letters


def _make(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise cannot_write(error, folder) from error
