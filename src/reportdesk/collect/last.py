"""Last year's sum: from a collection's workbook or file, or from the government's report."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from reportdesk.collect import is_set_file
from reportdesk.collect.collection import Collection
from reportdesk.collect.counting.comparison import LastSum
from reportdesk.collect.kept import FiguresData, read_set
from reportdesk.collect.outgoing.workbook_back import read_back
from reportdesk.errors import FileError
from reportdesk.examined.answer import Figure, number_in, plain
from reportdesk.form.formula import Number
from reportdesk.form.loader import load_edition
from reportdesk.readers.apart.apart import read_apart
from reportdesk.report.last_year import snapshot
from reportdesk.report.model import LastYear, Report
from reportdesk.report.totals import figures


def read_last(path: Path) -> LastSum:
    """Return last year's sum from any file that holds it; raise FileError."""
    if is_set_file(path):
        kept = read_set(path).settings.figures
        if kept is None:
            remedy = "请先在“汇总”里打开它并保存，或用上年的汇总表"
            raise FileError("这个汇总文件里还没有数", where=str(path), remedy=remedy)
        return last_from(kept)
    found = read_back(path) if path.suffix.lower() == ".xlsx" else None
    return last_from(found) if found else LastSum(snapshot(read_apart(path)))


def last_from(kept: FiguresData) -> LastSum:
    """Return the sum of figures that were kept, sums computed."""
    form = load_edition(kept.edition)
    units = {
        name: _known(figures(Report(form, cells=_numbers(cells)))) for name, cells in kept.of_units().items()
    }
    whole = snapshot(Report(form, organ=kept.organ, year=kept.year, cells=_numbers(kept.cells)))
    return LastSum(LastYear(whole.edition, whole.year, whole.organ, whole.cells), units)


def figures_of(collection: Collection) -> FiguresData:
    """Return the figures of a run, to be kept for next year."""
    form, added = collection.form, collection.total.added
    return FiguresData(
        form.edition,
        collection.year,
        collection.organ,
        {cell.key: plain(collection.total.cells.get(cell.key)) for cell in form.entered},
        [state.unit.name for state in added],
        addends_of(collection),
    )


def addends_of(collection: Collection) -> dict[str, list[Figure]]:
    """Return each entered cell's figures in the order of the added units, None for blank."""
    columns = zip(*(state.counted.figures for state in collection.total.added if state.counted), strict=True)
    keys = [cell.key for cell in collection.form.entered]
    return {key: [plain(figure) for figure in column] for key, column in zip(keys, columns, strict=False)}


def _numbers(cells: Mapping[str, Figure]) -> dict[str, Number]:
    return _known({key: number_in(figure) for key, figure in cells.items()})


def _known(cells: Mapping[str, Number | None]) -> dict[str, Number]:
    return {key: figure for key, figure in cells.items() if figure is not None}
