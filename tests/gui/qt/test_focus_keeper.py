"""The field with the focus is told to the input method again after a dialog is gone."""

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication, QDialog, QLineEdit, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot


def test_a_dialog_deleted_later_leaves_the_focus_where_it_is(qtbot: QtBot, qapp: QApplication) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    field = QLineEdit()
    QVBoxLayout(window).addWidget(field)
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    field.setFocus()
    focused: list[QObject | None] = []
    qapp.focusObjectChanged.connect(focused.append)
    dialog = QDialog(window)
    QVBoxLayout(dialog).addWidget(QPushButton())
    dialog.show()
    qtbot.waitUntil(lambda: QApplication.activeWindow() is dialog)
    dialog.close()
    window.activateWindow()
    qtbot.waitUntil(lambda: QApplication.focusWidget() is field)
    dialog.deleteLater()
    for _ in range(4):
        QApplication.processEvents()
        QApplication.sendPostedEvents(None, 52)
    QApplication.processEvents()
    qapp.focusObjectChanged.disconnect(focused.append)
    assert None in focused
    assert focused[-1] is field
