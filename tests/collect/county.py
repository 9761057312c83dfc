"""Reports of a made-up county in files of every kind, and a collection of them read in this process."""

import json
import os
from collections.abc import Mapping
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any

from reportdesk.collect.collection import Collection, Order, collect
from reportdesk.collect.incoming.filed import Filed, WordStore, filed_from, unread
from reportdesk.collect.incoming.sources import files_of
from reportdesk.collect.roster.roster import GOVERNMENT, Roster, Unit
from reportdesk.errors import FileError
from reportdesk.examined.job import examine
from reportdesk.form.loader import load_edition
from reportdesk.readers import read_report, read_source
from reportdesk.report.model import Report
from reportdesk.writers import render

SAMPLE = Path(__file__).parents[2] / "docs" / "examples" / "yunxi-2024.json"
GOVERNMENT_NAME = "云溪县人民政府"
RECEIVED = "requests.received.natural_person"
_GRANTED = "requests.granted.natural_person"
FEE = "disclosure.fees.amount"


@cache
def sample() -> Report:
    """The sample, without last year's report: no check may speak of it."""
    return replace(read_report(SAMPLE), last=None, title="", signature_organ="", notes=())


def report_of(
    organ: str, cells: Mapping[str, Any] | None = None, *, year: int = 2024, words: str = "", **changes: Any
) -> Report:
    """A sound report of an organ, some of whose cells are others (None: blank), with words of its own."""
    report = sample()
    figures = {**report.cells, **(cells or {})}
    if figures[RECEIVED] is not None and RECEIVED in (cells or {}):
        # What was received in addition was granted, so that the report still balances.
        figures[_GRANTED] = sample().cells[_GRANTED] + figures[RECEIVED] - sample().cells[RECEIVED]
    texts = dict(report.texts)
    if words:
        texts |= {"overview": words, "problems": f"{words}的问题和改进，与别处都不相同"}
    return replace(
        report,
        organ=organ,
        year=year,
        cells={key: value for key, value in figures.items() if value is not None},
        texts=texts,
        **changes,
    )


def lay_down(path: Path, report: Report, *, written: float = 0) -> Path:
    """Write a report as the kind that the suffix names; `written` is the file's time."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(render(report, path.suffix))
    if written:
        os.utime(path, (written, written))
    return path


def older_edition(organ: str, *, year: int = 2024) -> Report:
    """A report on the tables of 2019."""
    form = load_edition("2019")
    return Report(form, organ=organ, year=year, cells={cell.key: 1 for cell in form.entered})


def unit(name: str, group: str = "部门", **more: Any) -> Unit:
    """A unit of the county."""
    return Unit(name, group=group, **more)


def roster(*units: Unit | str) -> Roster:
    """The roster of some units, with the government to which they report."""
    return Roster(
        (unit(GOVERNMENT_NAME, GOVERNMENT), *(one if isinstance(one, Unit) else unit(one) for one in units))
    )


def filed(*paths: Path, store: WordStore | None = None) -> list[Filed]:
    """The files of some paths, read and checked here: no worker needs to start."""
    kept = store or WordStore()
    made = []
    for file in files_of(paths):
        try:
            source = file.load()
            report = read_source(source).report
            made.append(filed_from(examine(report, source), file.name, file.stem, file.written, kept))
        except FileError as error:
            made.append(unread(error, file.name, file.stem, file.written))
    return made


def collected(*paths: Path, **order: Any) -> Collection:
    """The collection of some paths."""
    store = WordStore()
    return collect(filed(*paths, store=store), Order(**order), store)


def statuses(collection: Collection) -> dict[str, str]:
    """The status of each unit but the government."""
    return {state.unit.name: state.status for state in collection.states if state.unit.group != GOVERNMENT}


def codes(collection: Collection) -> list[str]:
    """The codes of what was found in the collection, the government's absence and alike words apart."""
    return [
        finding.code
        for finding in collection.findings
        if finding.code != "collect.similar"
        and not (finding.code == "collect.missing" and GOVERNMENT_NAME in finding.units)
    ]


def as_json(data: bytes | str) -> Any:
    """What JSON says."""
    return json.loads(data)
