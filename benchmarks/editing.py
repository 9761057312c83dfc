"""One edit: sums and touched checks in the document, and the whole way from the grid's model."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from itertools import count

from benchmarks.sample import sample_report
from benchmarks.timing import Line, times_of
from reportdesk.checks.engine import Checker
from reportdesk.document import Document
from reportdesk.report.edit import enter, fill_blanks, write_text
from reportdesk.report.facts import facts_of
from reportdesk.report.model import Report

RUNS = 500
FEW = 25
KEY = "requests.received.natural_person"


def lines() -> Iterator[Line]:
    """Times from an edit to the last listener, before any repaint."""
    document = Document(sample_report())
    numbers = count(1)
    fresh = times_of(lambda: Checker(document.form).run(facts_of(document.report)), FEW)
    checker = Checker(document.form)
    every = times_of(lambda: checker.run(facts_of(document.report)), FEW)
    assert document.findings is not None
    one = times_of(lambda: document.apply(enter(document.report, {KEY: next(numbers)})), RUNS)
    yield Line.of("checks: made ready and all run", fresh)
    yield Line.of("checks: all run", every)
    yield Line.of("edit: one cell, sums, touched checks", one, "all checks", every)
    text = document.report.texts["overview"]

    def press() -> None:
        document.apply(write_text(document.report, "overview", f"{text}{next(numbers)}"))

    yield Line.of("edit: one key in a narrative, recorded", times_of(press, FEW), "all checks", every)
    examined = times_of(lambda: (press(), document.findings), FEW)
    yield Line.of("edit: one key in a narrative, touched checks", examined, "all checks", every)
    yield Line.of("edit: fill every blank of an empty report", times_of(fill_everything, FEW))
    yield from grid_lines(document)


def fill_everything() -> None:
    """Fill the blanks of an empty report as one step."""
    document = Document(Report(sample_report().form, organ="云溪县档案局", year=2024))
    assert document.findings
    document.apply(fill_blanks(document.report, document.form.cells))


def grid_lines(document: Document) -> Iterator[Line]:
    """Times of setData: the program's model beside one of Qt's that keeps text and nothing else."""
    if sys.platform == "linux" and not {"DISPLAY", "WAYLAND_DISPLAY"} & set(os.environ):
        os.environ["QT_QPA_PLATFORM"] = "offscreen"
    from PySide6.QtGui import QStandardItemModel

    from reportdesk.gui.app import make_application
    from reportdesk.gui.grid.model import GridModel

    make_application()
    numbers = count(1)
    plain = QStandardItemModel(28, 10)
    least = times_of(lambda: plain.setData(plain.index(0, 0), str(next(numbers))), RUNS)
    model = GridModel(document, document.form.cells[KEY].table)
    index = model.index_of(KEY)
    own = times_of(lambda: model.setData(index, str(next(numbers))), RUNS)
    yield Line.of("edit: GridModel.setData, sums, touched checks", own, "QStandardItemModel", least)
