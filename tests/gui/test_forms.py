"""The compiled forms are what pyside6-uic makes of the Designer files, without what it imports in vain."""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import PySide6
import pytest
from PySide6.QtCore import QLibraryInfo
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QAbstractButton, QLabel, QLineEdit, QMenu

from reportdesk.document import Document
from reportdesk.gui.dialogs.new_report import NewReportDialog
from reportdesk.gui.dialogs.words.find import FindDialog
from reportdesk.gui.look.icons import icon, icon_names
from reportdesk.gui.window import MainWindow

ROOT = Path(__file__).resolve().parents[2]
DRAWN = sorted((ROOT / "ui").glob("*.ui"))
COMPILED = ROOT / "src" / "reportdesk" / "gui" / "forms"


@pytest.fixture(scope="module")
def compiled(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What pyside6-uic makes of every drawing, by the compiler it calls, without vain imports."""
    programs = QLibraryInfo.path(QLibraryInfo.LibraryPath.LibraryExecutablesPath)
    compiler = shutil.which("uic", path=f"{programs}{os.pathsep}{Path(PySide6.__file__).parent}")
    assert compiler is not None
    folder = tmp_path_factory.mktemp("forms")
    for drawn in DRAWN:
        words = [compiler, "-g", "python", drawn, "-o", folder / f"{drawn.stem}.py"]
        subprocess.run(words, capture_output=True, check=True, timeout=60)
    linter = Path(sys.executable).with_name("ruff")
    options = ["--isolated", "--select=F401", "--fix", "--quiet", "--no-cache"]
    subprocess.run([linter, "check", *options, folder], capture_output=True, check=True, timeout=60)
    return folder


@pytest.mark.parametrize("drawn", DRAWN, ids=lambda path: path.stem)
def test_a_compiled_form_is_what_its_drawing_gives(drawn: Path, compiled: Path) -> None:
    made = (compiled / f"{drawn.stem}.py").read_text(encoding="utf-8")
    assert (COMPILED / f"{drawn.stem}.py").read_text(encoding="utf-8") == made


def test_no_form_is_compiled_from_nothing() -> None:
    assert {path.stem for path in COMPILED.glob("*.py")} - {"__init__"} == {path.stem for path in DRAWN}


def test_nothing_that_a_clerk_reads_is_english(window: MainWindow, sample: Document) -> None:
    window.show_document(sample)
    shown = [window, FindDialog(sample, window), NewReportDialog(parent=window)]
    said: list[str] = []
    for root in shown:
        for kind in (QLabel, QAbstractButton):
            said += [widget.text() for widget in root.findChildren(kind)]
        said += [action.text() + action.toolTip() for action in root.findChildren(QAction)]
        said += [menu.title() for menu in root.findChildren(QMenu)]
        said += [field.placeholderText() for field in root.findChildren(QLineEdit)]
    words = {word for text in said for word in re.findall(r"[A-Za-z]{3,}", text)}
    programs = {"Word", "Excel", "PDF", "LibreOffice", "JSON"}
    assert words <= programs | {"Ctrl", "Shift", "Alt", "Return", "Enter", "Del", "PgUp", "PgDown"}


def test_the_window_has_a_sign_of_its_own(window: MainWindow) -> None:
    picture = window.windowIcon().pixmap(32).toImage()
    shown = {picture.pixelColor(x, y).name() for x in range(32) for y in range(32)}
    assert len(shown) > 5


def test_every_icon_is_drawn(window: MainWindow) -> None:
    assert {"new", "open", "save", "undo", "redo"} <= set(icon_names())
    for name in icon_names():
        picture = icon(name, window.palette()).pixmap(20).toImage()
        assert any(picture.pixelColor(x, y).alpha() for x in range(20) for y in range(20)), name
