"""What a window and a file must show of a document, found out anew and held against what is there."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

from PySide6.QtWidgets import QApplication

from reportdesk.checks.engine import Checker
from reportdesk.document import Document
from reportdesk.gui.grid.state import cell_findings, state_of
from reportdesk.gui.window import MainWindow
from reportdesk.project.file import read_project
from reportdesk.project.format.report_json import report_data
from reportdesk.report.facts import facts_of
from reportdesk.report.model import Report
from reportdesk.report.totals import figures


def faults_of_figures(document: Document) -> Iterator[str]:
    """Yields where a running sum is not what the entered cells give."""
    anew = figures(document.report)
    for key, figure in anew.items():
        if document.figures.get(key) != figure:
            yield f"figure of {key}: {document.figures.get(key)} is {figure}"


def faults_of_findings(document: Document, checker: Checker) -> Iterator[str]:
    """Yields findings that only running them all again gives, and those that it does not give any more."""
    kept, anew = document.findings, checker.run(facts_of(document.report))
    if kept != anew:
        for finding in {*kept} ^ {*anew}:
            yield f"finding {finding.code} {finding.subject}: {'stale' if finding in kept else 'missing'}"
        if {*kept} == {*anew}:
            yield "findings in another order"


def faults_of_pages(window: MainWindow) -> Iterator[str]:
    """Yields where a grid or an editor shows something else than a window opened anew would."""
    document = window.document
    assert document is not None
    report = document.report
    anew = Document(report)
    assert anew.findings is not None
    found = cell_findings(anew)
    for page in window.desk.made_pages:
        if page.table is not None:
            grid = page.table.cells.grid
            for cell in report.form.cells_of(page.table_key):
                shows, is_now = grid.state(cell.key), state_of(anew, cell.key, found)
                if shows != is_now:
                    yield f"grid {cell.key}: shows {shows}, is {is_now}"
        if page.editor is not None:
            words, is_now = page.editor._text(), report.texts.get(page.editor.section, "")
            if words != is_now:
                yield f"editor {page.editor.section}: {words!r} is {is_now!r}"


def faults_of_panel(window: MainWindow) -> Iterator[str]:
    """Yields where the title or the actions say something else than the document."""
    QApplication.processEvents()
    document = window.document
    assert document is not None
    if window.isWindowModified() != document.is_dirty:
        yield f"the title says {window.isWindowModified()}, unsaved is {document.is_dirty}"
    undo, redo = document.history.done, document.history.undone
    if (window.ui.action_undo.isEnabled(), window.ui.action_redo.isEnabled()) != (bool(undo), bool(redo)):
        yield "undo and redo can be chosen otherwise than the history says"


def faults_of_file(path: Path, report: Report) -> Iterator[str]:
    """Yields where a saved file holds something else than the report."""
    if read_project(path).report != report:
        yield f"the file {path.name} holds another report"


def faults_of_command_line(path: Path, document: Document) -> Iterator[str]:
    """Yields where the command line, in a process of its own, finds something else in the file."""
    call = [sys.executable, "-m", "reportdesk"]
    shown = subprocess.run([*call, "show", path, "--json"], capture_output=True, check=False, timeout=300)
    if json.loads(shown.stdout) != json.loads(json.dumps(report_data(document.report), default=str)):
        yield "show --json prints another report"
    checked = subprocess.run([*call, "check", path, "--json"], capture_output=True, check=False, timeout=300)
    if checked.returncode not in {0, 1}:
        yield f"check ends with {checked.returncode}: {checked.stderr.decode()}"
        return
    said = json.loads(checked.stdout)
    there = sorted((found["code"], found["message"]) for found in said["findings"])
    here = sorted((found.code, found.message) for found in document.open_findings)
    if there != here:
        yield f"check finds otherwise: {set(there) ^ set(here)}"
    if len(said["accepted"]) != len(document.findings) - len(document.open_findings):
        yield "check counts other acceptances"
