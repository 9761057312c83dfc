"""How to export, asked in one window: only what goes with the kind of file is shown and told."""

import shutil
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from reportdesk.document import Document
from reportdesk.gui.dialogs.export_options import ExportOptionsDialog
from reportdesk.writers.layouts.layout_file import layout_file, own_layouts_folder


@pytest.fixture
def dialog(
    qtbot: QtBot, sample: Document, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> ExportOptionsDialog:
    monkeypatch.setenv("REPORTDESK_PROFILE", str(tmp_path / "profile"))
    own_layouts_folder().mkdir(parents=True)
    shutil.copy(layout_file(sample.report.form, "report.docx"), own_layouts_folder() / "市局版式.docx")
    shown = ExportOptionsDialog(sample.report.form)
    qtbot.addWidget(shown)
    shown.show()
    return shown


def kind(dialog: ExportOptionsDialog, suffix: str) -> None:
    dialog.ui.kind.setCurrentIndex(dialog.ui.kind.findData(suffix))


def test_nothing_is_chosen_that_the_blue_button_would_not_do(dialog: ExportOptionsDialog) -> None:
    options = dialog.options
    assert (options.suffix, options.layout, options.carries) == (".docx", "9704", "printed")
    assert not any((options.fingerprint, options.charts, options.with_data, options.corrected))


def test_layouts_are_listed_with_the_offices_own(dialog: ExportOptionsDialog) -> None:
    box = dialog.ui.layout_choice
    assert [box.itemText(place) for place in range(box.count())] == [
        *("公文（GB/T 9704）", "紧凑（省纸，不留空页）", "市局版式")
    ]
    assert str(own_layouts_folder()) in dialog.ui.remark.text()


@pytest.mark.parametrize(
    ("suffix", "shown", "hidden"),
    [
        (
            ".docx",
            ("layout_choice", "carries", "fingerprint", "charts"),
            ("charset", "with_data", "corrected"),
        ),
        (
            ".pdf",
            ("layout_choice", "fingerprint"),
            ("carries", "charts", "charset", "with_data", "corrected"),
        ),
        (
            ".html",
            ("charset", "with_data", "corrected", "charts"),
            ("layout_choice", "carries", "fingerprint"),
        ),
    ],
)
def test_what_does_not_go_with_the_kind_is_neither_shown_nor_told(
    dialog: ExportOptionsDialog, suffix: str, shown: tuple[str, ...], hidden: tuple[str, ...]
) -> None:
    for box in (dialog.ui.fingerprint, dialog.ui.charts, dialog.ui.with_data, dialog.ui.corrected):
        box.setChecked(True)
    kind(dialog, suffix)
    assert all(getattr(dialog.ui, name).isVisible() for name in shown)
    assert not any(getattr(dialog.ui, name).isVisible() for name in hidden)
    options = dialog.options
    chosen = {name for name in ("fingerprint", "charts", "with_data", "corrected") if getattr(options, name)}
    assert chosen == set(shown) & {"fingerprint", "charts", "with_data", "corrected"}


def test_colours_are_asked_for_only_where_something_is_drawn(dialog: ExportOptionsDialog) -> None:
    assert not dialog.ui.theme.isVisible()
    dialog.ui.charts.setChecked(True)
    assert dialog.ui.theme.isVisible()
    kind(dialog, ".pdf")
    assert not dialog.ui.theme.isVisible()


def test_an_offices_layout_encoding_and_colours_are_chosen_once(
    dialog: ExportOptionsDialog, qtbot: QtBot, sample: Document
) -> None:
    dialog.ui.layout_choice.setCurrentIndex(2)
    dialog.ui.charset.setCurrentIndex(1)
    dialog.ui.theme.setCurrentIndex(1)
    dialog.ui.fingerprint.setChecked(True)
    dialog.accept()
    later = ExportOptionsDialog(sample.report.form)
    qtbot.addWidget(later)
    assert later.options.layout == "市局版式"
    assert (later.ui.charset.currentData(), later.ui.theme.currentData()) == ("gb18030", "red")
    assert not later.options.fingerprint, "off unless it is asked for each time"
    (own_layouts_folder() / "市局版式.docx").unlink()
    without = ExportOptionsDialog(sample.report.form)
    qtbot.addWidget(without)
    assert without.options.layout == "9704"
