"""A table pasted from a page, from Word and from our workbook: seconds, actions, and figures that land right.

`QT_QPA_PLATFORM=offscreen .venv/bin/python benchmarks/pasting.py`. An action is a key pressed or a question
answered; seconds are the program's own, from the key that turns to the page to the figures shown.
"""

from __future__ import annotations

import sys
import tempfile
from io import BytesIO
from pathlib import Path
from time import perf_counter

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from openpyxl import load_workbook
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog

from benchmarks.clipboards import PROGRAMS, Copied, copied
from reportdesk.document import Document
from reportdesk.gui.app import make_application
from reportdesk.gui.commands.files.opening import read_document
from reportdesk.gui.grid.pasting.clipboard import write_block
from reportdesk.gui.qt.remembering.recent import RecentFiles
from reportdesk.gui.window import MainWindow
from reportdesk.report.model import Report
from reportdesk.writers import render

ROOT = Path(__file__).resolve().parents[1]
CONTROL = Qt.KeyboardModifier.ControlModifier


def main() -> int:
    """Print a line for each program and table."""
    app = make_application()
    sample = read_document(ROOT / "docs" / "examples" / "yunxi-2024.json")
    print(f"{'copied from':22} {'table':6} {'seconds':>8} {'actions':>8} {'right':>10} {'wrong':>6}")
    for program in [*PROGRAMS, "our workbook"]:
        for number, table in enumerate(sample.form.tables):
            block = _workbook(sample, number) if program == "our workbook" else None
            lies = block or copied(sample.form, table.key, sample.figures, program)
            print(_line(app, sample, program, table.key, lies))
    return 0


def _workbook(sample: Document, number: int) -> Copied:
    book = load_workbook(BytesIO(render(sample.report, ".xlsx")), data_only=True)
    sheet = [name for name in book.sheetnames if name.startswith("表")][number]
    rows = book[sheet].iter_rows(values_only=True)
    return Copied(write_block([["" if said is None else str(said) for said in row] for row in rows]), "")


def _line(app: QApplication, sample: Document, program: str, table: str, lies: Copied) -> str:
    with tempfile.TemporaryDirectory() as folder:
        window = MainWindow(RecentFiles(Path(folder) / "recent.json"))
        window.resize(1366, 740)
        window.show()
        window.show_document(Document(Report(sample.form, organ="云溪县档案局", year=2024)))
        app.processEvents()
        data = QMimeData()
        data.setText(lies.text)
        data.setHtml(lies.html) if lies.html else None
        QGuiApplication.clipboard().setMimeData(data)
        tabs = window.desk.tabs
        number, page = next((n, tab.page) for n, tab in enumerate(tabs) if tab.page.table_key == table)
        begun = perf_counter()
        window.desk.turn_to(number)
        assert page.table is not None
        QTest.keyClick(page.table.cells, Qt.Key.Key_V, CONTROL)
        app.processEvents()
        taken = perf_counter() - begun
        actions = 2 + sum(dialog.isVisible() for dialog in window.findChildren(QDialog))
        assert window.document is not None
        got = window.document.report.cells
        wanted = {
            cell.key: sample.figures[cell.key] for cell in sample.form.cells_of(table) if not cell.is_derived
        }
        right = sum(got.get(key) == figure for key, figure in wanted.items())
        wrong = sum(wanted.get(key) != figure for key, figure in got.items())
        window.show_document(None)
        window.close()
    return f"{program:22} {table[:6]:6} {taken:8.2f} {actions:8} {right:5}/{len(wanted):<4} {wrong:6}"


if __name__ == "__main__":
    sys.exit(main())
