"""F1 in whatever is open: the manual beside it, at the page about it."""

from __future__ import annotations

from functools import partial

from PySide6 import QtWidgets
from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QWidget

from reportdesk.gui.qt.keyboard.keys import key_of

#: The child of a dialog that hears its help keys.
_EAR = "help_key"


class HelpKeys(QObject):
    """Gives each dialog, once it has the focus, the keys that open the manual."""

    def __init__(self, app: QApplication) -> None:
        """Watch where the focus goes."""
        super().__init__(app)
        app.focusChanged.connect(_listen_in)


def open_manual(asking: QWidget, place: str) -> None:
    """Show a page of the manual beside the window that asks.

    Its window is a child of the one that asks: beside a dialog that bars all others, no other works.
    """
    from reportdesk.gui.help.window import HelpWindow

    owner = asking.window()
    shown = next(iter(_manuals_of(owner)), None) or HelpWindow(owner)
    assert isinstance(shown, HelpWindow)
    shown.show_page(place)
    if shown.isMinimized():
        shown.showNormal()
    shown.show()
    shown.raise_()
    shown.activateWindow()
    shown.ui.page.setFocus(Qt.FocusReason.ActiveWindowFocusReason)


def close_manual(owner: QWidget) -> None:
    """Close the manual of a window that closes."""
    for shown in _manuals_of(owner):
        shown.close()


def _manuals_of(owner: QWidget) -> list[QWidget]:
    children = owner.findChildren(QWidget, "Help", Qt.FindChildOption.FindDirectChildrenOnly)
    return [child for child in children if child.isWindow()]


def _listen_in(_left: QWidget | None, now: QWidget | None) -> None:
    dialog = now.window() if now is not None else None
    if not isinstance(dialog, QtWidgets.QDialog) or isinstance(dialog, QtWidgets.QFileDialog):
        return
    if dialog.findChild(QShortcut, _EAR, Qt.FindChildOption.FindDirectChildrenOnly) is None:
        keys = [key for name in ("guidance", "manual") if (found := key_of(name)) for key in found.keys]
        ear = QShortcut(dialog)
        ear.setObjectName(_EAR)
        ear.setKeys([QKeySequence(key) for key in keys])
        ear.activated.connect(partial(_open_for, dialog))


def _open_for(dialog: QtWidgets.QDialog) -> None:
    # Late: a start asks nothing.
    from reportdesk.gui.help.places import page_of_dialog

    owner = dialog if dialog.isModal() else dialog.parentWidget() or dialog
    open_manual(owner, page_of_dialog(dialog))
