"""Marks in the window's editor: from a key in 5,000 characters to marks that are right again."""

from __future__ import annotations

import statistics
import time
from collections.abc import Iterator
from dataclasses import replace
from itertools import count

from benchmarks.sample import sample_report
from benchmarks.timing import Line, times_of
from benchmarks.window import let_pass, shown_window, wait_until
from reportdesk.document import Document
from reportdesk.report.edit import enter

RUNS = 30
LENGTH = 5000
SECTION = "overview"
KEY = "requests.received.natural_person"


def lines() -> Iterator[Line]:
    """Times in the window, with its listeners; the sample's words over and over, as dense as reports are."""
    from PySide6.QtCore import Qt
    from PySide6.QtTest import QTest

    window = shown_window()
    document = long_document()
    window.show_document(document)
    window.desk.turn_to(1)
    editor = window.desk.page.editor if window.desk.page else None
    assert editor is not None
    editor.marks.refresh()
    typed, marked = [], []
    refreshed: list[float] = []
    editor.marks.refreshed.connect(lambda: refreshed.append(time.perf_counter()))
    for run in range(RUNS):
        editor.select_span(200 + 60 * run, 200 + 60 * run)
        let_pass(60)
        refreshed.clear()
        start = time.perf_counter()
        QTest.keyClick(editor, Qt.Key.Key_A)
        typed.append(1000 * (time.perf_counter() - start))
        wait_until(lambda: bool(refreshed))
        marked.append(1000 * (refreshed[0] - start))
    yield Line("marks: a key, before repaint", statistics.median(typed), rounds=RUNS)
    yield Line("marks: a key, until the marks are right", statistics.median(marked), rounds=RUNS)
    yield Line("marks: the same, the longest", max(marked), rounds=RUNS)
    numbers = count(3)
    change = times_of(lambda: document.apply(enter(document.report, {KEY: next(numbers)})), RUNS)
    yield Line.of("marks: a cell, before repaint", change)
    window.show_document(None)
    window.close()


def long_document() -> Document:
    """A report with 5,000 characters in section 一."""
    report = sample_report()
    words = "\n".join([report.texts[SECTION]] * 10)[:LENGTH]
    return Document(replace(report, texts={**report.texts, SECTION: words}))
