"""On a small screen nothing that one needs vanishes, and nothing changes by the way."""

import json
from itertools import product
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QWheelEvent
from PySide6.QtWidgets import QApplication, QComboBox, QSpinBox, QToolButton, QWidget
from pytestqt.qtbot import QtBot

from reportdesk.document import Document
from reportdesk.gui.dialogs.new_report import NewReportDialog
from reportdesk.gui.qt.remembering.recent import RecentFiles
from reportdesk.gui.window import MainWindow


def test_the_window_can_be_as_small_as_a_screen_at_150_percent(
    qtbot: QtBot, tmp_path: Path, sample: Document
) -> None:
    """768 points at 150 % are 512, less title and task bar; width 1366 are 910."""
    file = tmp_path / "recent.json"
    used = [
        {"path": f"/nowhere/{year}.rdesk", "organ": "云溪县档案局", "year": year}
        for year in range(2018, 2024)
    ]
    file.write_text(json.dumps(used), encoding="utf-8")
    window = MainWindow(RecentFiles(file))
    qtbot.addWidget(window, before_close_func=lambda shown: shown.show_document(None))
    window.show()
    window.resize(300, 200)
    QApplication.processEvents()
    assert window.height() < 540
    window.show_document(sample)
    window.resize(300, 200)
    QApplication.processEvents()
    assert (window.width() < 900, window.height() < 540) == (True, True)


@pytest.mark.parametrize("width", [960, 1024])
def test_where_export_has_no_room_a_sign_that_can_be_seen_holds_it(
    window: MainWindow, sample: Document, width: int
) -> None:
    window.show_document(sample)
    window.resize(width, 700)
    QApplication.processEvents()
    bar = window.ui.toolbar
    export, more = bar.findChild(QToolButton, "export"), bar.findChild(QToolButton, "qt_toolbar_ext_button")
    assert export is not None
    assert more is not None
    if export.isVisible() and bar.rect().contains(export.geometry()):
        return
    assert more.isVisible()
    picture = more.grab().toImage()
    places = product(range(picture.width()), range(picture.height()))
    assert len({picture.pixel(x, y) for x, y in places}) > 2


@pytest.mark.parametrize("width", [1366, 1092, 1024, 960, 910])
def test_preview_and_export_stay_while_other_buttons_lose_their_words(
    window: MainWindow, sample: Document, width: int
) -> None:
    window.show_document(sample)
    window.resize(width, 600)
    QApplication.processEvents()
    bar = window.ui.toolbar
    more = bar.findChild(QToolButton, "qt_toolbar_ext_button")
    assert more is None or not more.isVisible()
    for name, words in (("preview", "预览"), ("export", "导出 Word")):
        action = window.ui.action_preview if name == "preview" else None
        button = bar.widgetForAction(action) if action else bar.findChild(QToolButton, name)
        assert isinstance(button, QToolButton)
        assert bar.rect().contains(button.geometry())
        assert button.toolButtonStyle() == Qt.ToolButtonStyle.ToolButtonTextBesideIcon, words
    assert all(action.toolTip() for action in bar.actions() if action.text())


def test_a_window_made_wide_again_has_all_words_again(window: MainWindow, sample: Document) -> None:
    window.show_document(sample)
    for width in (910, 1366):
        window.resize(width, 600)
        QApplication.processEvents()
    styles = {button.toolButtonStyle() for button in window.ui.toolbar.findChildren(QToolButton)}
    assert window.ui.toolbar.widgetForAction(window.ui.action_new).toolButtonStyle() in styles
    assert (
        window.ui.toolbar.widgetForAction(window.ui.action_new).toolButtonStyle()
        == Qt.ToolButtonStyle.ToolButtonTextBesideIcon
    )


def turn_wheel(field: QWidget) -> None:
    at = QPointF(field.rect().center())
    place = QPointF(field.mapToGlobal(at.toPoint()))
    turned = QWheelEvent(
        at,
        place,
        QPoint(),
        QPoint(0, -120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(field, turned)


def test_the_wheel_changes_no_field_without_the_focus(
    qtbot: QtBot, window: MainWindow, sample: Document
) -> None:
    window.show_document(sample)
    window.desk.turn_to(0)
    dialog = NewReportDialog(parent=window)
    qtbot.addWidget(dialog)
    dialog.show()
    before = sample.report
    fields = [*window.findChildren(QSpinBox), *window.findChildren(QComboBox)]
    fields = [field for field in fields if field.isVisible()]
    assert len(fields) >= 5
    for field in fields:
        field.clearFocus()
        was = field.value() if isinstance(field, QSpinBox) else field.currentIndex()
        turn_wheel(field)
        assert (field.value() if isinstance(field, QSpinBox) else field.currentIndex()) == was
        assert not field.hasFocus()
    assert sample.report == before


def test_with_the_focus_the_wheel_turns(window: MainWindow, sample: Document) -> None:
    window.show_document(sample)
    scope = window.findings_panel.ui.scope
    scope.setFocus()
    turn_wheel(scope)
    assert scope.currentIndex() == 1


def test_a_drop_is_answered_as_a_copy(window: MainWindow, tmp_path: Path, saved: Path) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(saved))])
    offered = Qt.DropAction.MoveAction | Qt.DropAction.CopyAction
    where, none, left = QPoint(40, 200), Qt.KeyboardModifier.NoModifier, Qt.MouseButton.LeftButton
    entered = QDragEnterEvent(where, offered, data, left, none)
    entered.setDropAction(Qt.DropAction.MoveAction)
    window.dragEnterEvent(entered)
    dropped = QDropEvent(QPointF(where), offered, data, left, none)
    dropped.setDropAction(Qt.DropAction.MoveAction)
    window.dropEvent(dropped)
    assert (entered.dropAction(), dropped.dropAction()) == (
        Qt.DropAction.CopyAction,
        Qt.DropAction.CopyAction,
    )
    assert window.document is not None
    assert saved.exists()
