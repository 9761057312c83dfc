"""How the program starts: ready for Chinese input, speaking Chinese, loading only what it needs."""

import json
import os
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QSessionManager
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMessageBox

from reportdesk.document import Document
from reportdesk.gui.qt.remembering.recent import RecentFile, RecentFiles
from reportdesk.gui.window import MainWindow
from reportdesk.project.disk.lock import lock_file
from reportdesk.project.kept.snapshot import read_snapshot
from tests.gui.clerk import RECEIVED, answering, press, snapshot_files

ROOT = Path(__file__).resolve().parents[2]


def run(code: str, **environment: str) -> str:
    known = {**os.environ, "QT_QPA_PLATFORM": "offscreen", **environment}
    ran = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True, env=known, timeout=60
    )
    return ran.stdout.strip()


START = "from reportdesk.gui.app import make_application; app = make_application(); "


#: What reads, checks and shows a report: whoever only looks at the first screen waits for none of it.
OF_REPORTS = ["agenda", "checks", "collect", "document", "examined", "form.model", "prose", "readers"]
OF_REPORTS += ["report", "writers", "project.file", "project.kept.snapshot", "gui.desk.begin.agenda_page"]
OF_REPORTS += ["gui.desk.pages.basics", "gui.dialogs", "gui.editor", "gui.findings.overview", "gui.grid"]
OF_REPORTS += [
    "gui.preview",
    "gui.review",
    "gui.findings.model",
    "gui.forms.findings",
    "gui.desk.side.addends_table",
]
OF_REPORTS += ["gui.forms.guidance", "gui.help.pages", "gui.qt.keyboard.fcitx.bridge", "office"]


def test_the_first_screen_is_painted_before_what_reads_and_shows_reports_is_loaded() -> None:
    code = START + (
        "from reportdesk.gui.window import MainWindow; window = MainWindow(); window.show();"
        "app.processEvents(); import sys; print(*sys.modules)"
    )
    loaded = run(code).split()
    assert "reportdesk.gui.desk.begin.welcome" in loaded
    assert {"docxtpl", "docx", "openpyxl", "lxml", "msgspec", "tomllib", "socket"}.isdisjoint(loaded)
    assert sum(name.startswith("reportdesk") for name in loaded) <= 135
    assert [name for name in OF_REPORTS if f"reportdesk.{name}" in loaded] == []
    assert [name for name in OF_REPORTS if find_spec(f"reportdesk.{name}") is None] == []


#: Tells of which classes of Qt the names are known: the binding makes them class by class, which takes time.
TELL_KINDS = """
import enum, sys
def tell_kinds():
    found, left = set(), [enum.Enum]
    while left:
        kinds = left.pop().__subclasses__()
        left += kinds
        found |= {kind.__qualname__.split(".")[0] for kind in kinds if kind.__module__.startswith("PySide6")}
    print(*found)
"""


def test_the_first_screen_is_painted_before_kinds_that_it_does_not_show_are_known(tmp_path: Path) -> None:
    used = [{"path": "/nowhere/年报.rdesk", "organ": "云溪县档案局", "year": 2024}]
    (tmp_path / "recent.json").write_text(json.dumps(used), encoding="utf-8")
    code = (
        f"{TELL_KINDS}\n{START}from reportdesk.gui.window import MainWindow; window = MainWindow()\n"
        "window.show(); app.processEvents(); tell_kinds()\n"
        "assert window.welcome.ui.recent.count() == 1\n"
        "window.ui.toolbar.show(); app.processEvents(); tell_kinds()"
    )
    first, with_bar = run(code, REPORTDESK_PROFILE=str(tmp_path)).splitlines()
    of_dialogs = {"QMessageBox", "QFileDialog", "QProgressDialog", "QStandardPaths", "QUrl"}
    assert {"Qt", "QListView"} <= set(first.split())
    assert {"QStyle", "QAbstractSlider", "QTextCursor", *of_dialogs}.isdisjoint(first.split())
    # Of what stands between two buttons of the bar the binding knows no kind: it would try them all.
    assert {"QWizard", "QCalendarWidget", "QMdiArea"}.isdisjoint(with_bar.split())


def test_the_first_page_is_painted_before_what_understands_words_is_loaded() -> None:
    code = START + (
        "from reportdesk.document import Document; from reportdesk.form.loader import load_edition;"
        "from reportdesk.report.model import Report;"
        "from reportdesk.gui.desk.pages.all_pages import tabs_of;"
        "tab = tabs_of(Document(Report(load_edition('2021'), organ='云溪县档案局', year=2024)))[0];"
        f"tab.show(); tab.grab(); import sys; print(*sys.modules)\n{TELL_KINDS}\ntell_kinds()"
    )
    loaded, kinds = map(str.split, run(code).splitlines())
    assert "reportdesk.gui.editor" in loaded
    assert {"reportdesk.prose", "reportdesk.checks.rules", "reportdesk.gui.grid", "lxml"}.isdisjoint(loaded)
    assert "reportdesk.gui.desk.pages.calendar" not in loaded
    # The editor's viewport is a widget of ours: to know Qt's own, the binding would try all kinds.
    assert "QTextCursor" in kinds
    assert {"QWizard", "QCalendarWidget", "QMdiArea"}.isdisjoint(kinds)


def test_qts_own_words_are_chinese(qapp: QApplication) -> None:
    assert QCoreApplication.translate("QPlatformTheme", "Cancel") == "取消"
    assert QCoreApplication.translate("QFileDialog", "Look in:") == "查找范围："


def test_pictures_of_every_tab_need_no_display(tmp_path: Path) -> None:
    sample = ROOT / "docs" / "examples" / "yunxi-2024.json"
    command = [sys.executable, "-m", "reportdesk.gui.tools.pictures", sample, tmp_path]
    ran = subprocess.run(
        command,
        capture_output=True,
        text=True,
        check=True,
        env={**os.environ, "DISPLAY": ""},
        timeout=60,
    )
    assert ran.stdout.split() == [str(tmp_path / f"{number}.png") for number in range(8)]
    sizes = {path.stat().st_size for path in tmp_path.glob("*.png")}
    assert len(sizes) == 8
    assert min(sizes) > 10_000
    assert sorted(path.name for path in tmp_path.iterdir()) == [f"{number}.png" for number in range(8)]


def test_pictures_of_no_report_say_what_is_wrong(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "reportdesk.gui.tools.pictures", tmp_path / "gone.rdesk", tmp_path]
    ran = subprocess.run(command, capture_output=True, text=True, check=False, timeout=60)
    assert ran.returncode == 3
    assert "gone.rdesk" in ran.stderr


def test_recent_reports_are_remembered_newest_first(tmp_path: Path) -> None:
    recent = RecentFiles(tmp_path / "recent.json")
    for number in range(15):
        recent.add(tmp_path / f"{number}.rdesk", "云溪县档案局", 2000 + number)
    recent.add(tmp_path / "14.rdesk", "云溪县统计局", 2014)
    again = RecentFiles(tmp_path / "recent.json").entries
    assert len(again) == 12
    assert again[0] == RecentFile(tmp_path / "14.rdesk", "云溪县统计局", 2014)
    assert again[1].year == 2013


@pytest.mark.parametrize("content", ["", "{", "[1]", '[{"path": 1}]', "null"])
def test_a_broken_list_of_recent_reports_is_an_empty_one(tmp_path: Path, content: str) -> None:
    (tmp_path / "recent.json").write_text(content, encoding="utf-8")
    assert RecentFiles(tmp_path / "recent.json").entries == []


class _Session:
    """A desktop that ends the session; Qt makes no session manager of its own without one."""

    def __init__(self, *, may_ask: bool = True) -> None:
        self.said: list[str] = []
        self.may_ask = may_ask

    def allowsInteraction(self) -> bool:
        return self.may_ask

    def release(self) -> None:
        self.said.append("release")

    def cancel(self) -> None:
        self.said.append("cancel")


@pytest.mark.parametrize(("answer", "said"), [("取消", ["release", "cancel"]), ("不保存", ["release"])])
def test_the_end_of_the_session_asks_about_unsaved_work(
    window: MainWindow, sample: Document, answer: str, said: list[str]
) -> None:
    window.show_document(sample)
    session = _Session()
    assert {"allowsInteraction", "release", "cancel"} <= set(dir(QSessionManager))
    with answering(QMessageBox, press(answer)):
        window.end_session(session)  # type: ignore[arg-type]
    assert session.said == said


def test_the_end_of_a_session_that_may_not_ask_keeps_what_is_typed(window: MainWindow, saved: Path) -> None:
    window.commands.files.open_path(saved)
    window.desk.turn_to(3)
    assert window.desk.page is not None
    table = window.desk.page.table
    assert table is not None
    table.go_to(RECEIVED)
    QTest.keyClick(table.cells, Qt.Key.Key_8)
    session = _Session(may_ask=False)
    window.end_session(session)  # type: ignore[arg-type]
    assert session.said == []
    (snapshot,) = snapshot_files()
    assert read_snapshot(snapshot).report.cells[RECEIVED] == 8
    assert not lock_file(saved).exists()


def test_icons_are_drawn_when_a_menu_opens(window: MainWindow) -> None:
    assert window.ui.action_open.icon().isNull()
    window.ui.menu_file.aboutToShow.emit()
    assert not window.ui.action_open.icon().isNull()


def test_icons_are_drawn_when_a_report_comes(window: MainWindow, blank: Document) -> None:
    window.show_document(blank)
    assert not window.ui.action_preview.icon().isNull()
