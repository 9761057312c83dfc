"""A defect of the program costs no work and gives nothing of the report away."""

import sys
from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog, QMessageBox

from reportdesk.document import Document
from reportdesk.errors import FormError
from reportdesk.gui.app import rescue_of
from reportdesk.gui.qt.crash import CrashHandler, write_trace
from reportdesk.gui.window import MainWindow
from reportdesk.project.file import read_project
from tests.gui.clerk import answering, box_says, choose_file, press

SECRET = "举报人张某"


@pytest.fixture
def defect(window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> ValueError:
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    handler = CrashHandler()
    handler.install()
    handler.guard(lambda: [rescue_of(window)])
    with pytest.raises(ValueError, match=SECRET) as caught:
        int(SECRET)
    return caught.value


def meet(error: ValueError) -> None:
    sys.excepthook(type(error), error, error.__traceback__)


def test_the_report_stays_and_may_be_saved_elsewhere(
    window: MainWindow, sample: Document, tmp_path: Path, defect: ValueError
) -> None:
    window.show_document(sample)
    target = tmp_path / "抢救.rdesk"
    with answering(QMessageBox, press("另存一份…")) as boxes, answering(QFileDialog, choose_file(target)):
        meet(defect)
        assert "都还在" in box_says(boxes[0])
    assert window.document is sample
    assert read_project(target).report.cells == sample.report.cells


@pytest.mark.usefixtures("defect")
def test_what_can_be_told_is_told_and_is_no_defect(window: MainWindow, sample: Document) -> None:
    window.show_document(sample)
    error = FormError("格式不对", where="form.toml", remedy="请改正")
    with answering(QMessageBox, press("知道了")) as boxes:
        sys.excepthook(FormError, error, None)
    assert boxes[0].text() == "格式不对"
    assert "请改正" in boxes[0].informativeText()
    assert window.document is sample


def test_the_trace_names_the_place_and_quotes_nothing(window: MainWindow, defect: ValueError) -> None:
    with answering(QMessageBox, press("知道了")):
        meet(defect)
    path = write_trace(defect)
    assert path is not None
    trace = path.read_text(encoding="utf-8")
    assert ".py:" in trace
    assert "ValueError" in trace
    assert SECRET not in trace
