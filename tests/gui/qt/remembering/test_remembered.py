"""What windows remember: place, on a screen that exists, pages, folders; and a damaged file."""

import json
import os
from pathlib import Path

import pytest
from PySide6.QtCore import QRect
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from reportdesk.document import Document
from reportdesk.gui.dialogs.outcome import OutcomeDialog
from reportdesk.gui.qt.file_dialogs import ask_open, ask_save, last_folder, note_folder
from reportdesk.gui.qt.remembering import presence
from reportdesk.gui.qt.remembering.presence import answers_at_once
from reportdesk.gui.qt.remembering.remembered import Placement, Remembered, on_a_screen
from reportdesk.gui.window import MainWindow
from tests.gui.clerk import answering, choose_file, press, trigger

SMALL, LARGE = QRect(0, 0, 1366, 728), QRect(1366, 0, 1920, 1040)


@pytest.mark.parametrize(
    ("place", "screens", "expected"),
    [
        (Placement(100, 50, 800, 600), [SMALL], QRect(100, 50, 800, 600)),
        (Placement(1500, 50, 800, 600), [SMALL, LARGE], QRect(1500, 50, 800, 600)),
        (Placement(1500, 50, 800, 600), [SMALL], QRect(283, 64, 800, 600)),
        (Placement(100, 50, 3000, 2000), [SMALL], QRect(100, 50, 1366, 728)),
        (Placement(-700, 50, 800, 600), [SMALL], QRect(283, 64, 800, 600)),
        (Placement(100, 700, 800, 600), [SMALL], QRect(283, 64, 800, 600)),
        (Placement(10, 10, 1, 1), [SMALL], QRect(10, 10, 400, 300)),
        (Placement(10, 10, 500, 400), [], QRect(10, 10, 500, 400)),
    ],
    ids=["there", "second", "gone", "large", "left", "below", "tiny", "none"],
)
def test_a_window_lies_on_a_screen_that_exists(
    place: Placement, screens: list[QRect], expected: QRect
) -> None:
    assert on_a_screen(place, screens) == expected


def test_what_one_window_leaves_the_next_one_finds(qtbot: QtBot, window: MainWindow) -> None:
    window.setGeometry(20, 30, 770, 640)
    window.desk.set_zoom(125)
    window.ui.splitter.setSizes([500, 270])
    sizes = window.ui.splitter.sizes()
    window.close()
    later = MainWindow()
    qtbot.addWidget(later)
    later.windows.show_first(later)
    assert later.desk.zoom == 125
    assert later.geometry().size() == window.geometry().size()
    assert Remembered().panels("desk", 2) == sizes


def test_a_report_opens_on_the_page_where_it_was_left(
    window: MainWindow, saved: Path, tmp_path: Path
) -> None:
    window.open_path(saved)
    window.desk.turn_to(3)
    trigger(window, "close")
    window.open_path(saved)
    assert window.ui.tabs.currentIndex() == 3


@pytest.mark.parametrize(
    "left",
    [
        *("{", "[]", '{"zoom": "large"}', '{"panels": {"desk": 7}}', "\xff\xfe"),
        # More than Qt can count to: each would end the program before its window is there.
        f'{{"panels": {{"desk": [{2**31}, 1]}}}}',
        f'{{"window": {{"x": 0, "y": {-(2**31) - 1}, "width": 800, "height": 600}}}}',
    ],
)
def test_a_damaged_file_is_set_aside(tmp_path: Path, left: str) -> None:
    file = tmp_path / "settings.json"
    file.write_bytes(left.encode("latin-1"))
    remembered = Remembered(file)
    assert "settings.unreadable.json" in remembered.trouble
    assert (tmp_path / "settings.unreadable.json").read_bytes() == left.encode("latin-1")
    assert (remembered.zoom, remembered.window, remembered.panels("desk", 2)) == (100, None, [])


def test_strange_values_do_no_harm(tmp_path: Path) -> None:
    file = tmp_path / "settings.json"
    file.write_text(
        json.dumps({"zoom": 10**9, "panels": {"desk": [0, 0]}, "folders": {"open": "a\0b"}, "later": [1]})
    )
    remembered = Remembered(file)
    assert (remembered.trouble, remembered.zoom) == ("", 400)
    assert remembered.panels("desk", 2) == []
    assert remembered.folder("open") is None


@pytest.mark.skipif(os.name == "nt", reason="pipes of POSIX")
def test_a_pipe_in_its_place_holds_nothing_up(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "settings.json")
    assert "读不了" in Remembered(tmp_path / "settings.json").trouble


def test_two_programs_do_not_undo_each_others_notes(tmp_path: Path) -> None:
    one, other = Remembered(tmp_path / "s.json"), Remembered(tmp_path / "s.json")
    one.note_folder("open", tmp_path / "a")
    other.note_page(tmp_path / "x.rdesk", "requests")
    one.note_window(Placement(1, 2, 3, 4), {}, 110)
    again = Remembered(tmp_path / "s.json")
    assert again.folder("open") == tmp_path / "a"
    assert again.page(tmp_path / "x.rdesk") == "requests"
    assert again.zoom == 110


def test_pages_of_many_reports_do_not_pile_up(tmp_path: Path) -> None:
    remembered = Remembered(tmp_path / "s.json")
    for number in range(60):
        remembered.note_page(Path(f"/{number}.rdesk"), "basics")
    assert remembered.page(Path("/59.rdesk")) == "basics"
    assert remembered.page(Path("/5.rdesk")) == ""


def test_dialogs_begin_where_the_last_file_of_the_kind_was(
    window: MainWindow, sample: Document, tmp_path: Path
) -> None:
    for name in ("收", "发"):
        (tmp_path / name).mkdir()
    (tmp_path / "收" / "x.docx").touch()
    with answering(QFileDialog, choose_file(tmp_path / "收" / "x.docx")):
        ask_open(window, "打开")
    with answering(QFileDialog, choose_file(tmp_path / "发" / "y.docx")):
        ask_save(window, "导出", sample, ".docx")
    met: list[str] = []

    def note(dialog: QFileDialog) -> None:
        met.append(dialog.directory().absolutePath())
        dialog.reject()

    for ask in (lambda: ask_open(window, "打开"), lambda: ask_save(window, "导出", sample, ".docx")):
        with answering(QFileDialog, note):
            ask()
    assert met == [str(tmp_path / "收"), str(tmp_path / "发")]


def test_a_report_begun_from_last_years_is_saved_beside_it(
    window: MainWindow, saved: Path, tmp_path: Path
) -> None:
    folder = tmp_path / "年报"
    folder.mkdir()
    last = saved.rename(folder / saved.name)
    with answering(OutcomeDialog, press("知道了")):
        window.commands.begin.roll_path(last)

    def look(dialog: QFileDialog) -> None:
        assert dialog.directory().absolutePath() == str(folder)
        dialog.reject()

    with answering(QFileDialog, look):
        trigger(window, "save")


def test_a_folder_whose_disk_does_not_answer_is_not_waited_for(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    from threading import Event

    answered = Event()
    assert answers_at_once(tmp_path)
    monkeypatch.setattr(presence, "_MOMENT_S", 0.01)
    monkeypatch.setattr(presence, "_is_folder", lambda _: answered.wait(60))
    assert not answers_at_once(tmp_path)
    answered.set()


def test_a_collections_dialogs_begin_beside_its_file_or_where_the_last_one_was(tmp_path: Path) -> None:
    (tmp_path / "收").mkdir()
    note_folder("collect", tmp_path / "收")
    assert last_folder("collect") == tmp_path / "收"
    assert last_folder("collect", tmp_path) == tmp_path
    assert last_folder("collect", tmp_path / "不在") == tmp_path / "收"
    assert last_folder("roster").is_absolute()
