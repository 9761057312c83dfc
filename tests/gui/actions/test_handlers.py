"""Every entry that a menu has does something, and nothing else is listed."""

from PySide6.QtGui import QAction

from reportdesk.gui.actions.handlers import handlers
from reportdesk.gui.window import MainWindow


def test_every_drawn_entry_does_something(window: MainWindow) -> None:
    drawn = {
        action.objectName().removeprefix("action_")
        for action in window.findChildren(QAction)
        if action.objectName().startswith("action_")
    }
    assert handlers(window, window.commands).keys() == drawn
