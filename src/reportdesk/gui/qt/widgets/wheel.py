"""Fields that leave the wheel alone until the clerk has gone to them: whoever scrolls changes nothing."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QAbstractSpinBox, QComboBox, QWidget


def guard_from_wheel(owner: QWidget) -> None:
    """Let the fields with choices and numbers in a widget ignore the wheel while they have no focus."""
    guard = _WheelGuard(owner)
    fields: list[QWidget] = [*owner.findChildren(QComboBox), *owner.findChildren(QAbstractSpinBox)]
    for field in fields:
        # Otherwise the wheel itself brings the focus.
        field.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        field.installEventFilter(guard)


class _WheelGuard(QObject):
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Pass the wheel on to what lies behind a field without the focus."""
        if event.type() == QEvent.Type.Wheel and isinstance(watched, QWidget) and not watched.hasFocus():
            event.ignore()
            return True
        return False
