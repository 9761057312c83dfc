"""Widgets that are made in a part of the window that is in view already."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget


def show_what_was_made(part: QWidget) -> None:
    """Show now what Qt would show a turn of the event loop later; what was hidden on purpose stays so."""
    if part.isVisible():
        for child in part.findChildren(QWidget, options=Qt.FindChildOption.FindDirectChildrenOnly):
            if not child.testAttribute(Qt.WidgetAttribute.WA_WState_ExplicitShowHide):
                child.show()
