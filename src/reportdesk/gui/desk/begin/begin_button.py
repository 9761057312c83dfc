"""A large button of the first screen for a way to begin."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QCommandLinkButton

from reportdesk.gui.look.theme import interface_font, theme_of

_HEIGHT_PX = 68
_ICON_PX = 24
_LEFT_PX = 20
_RADIUS_PX = 6


class BeginButton(QCommandLinkButton):
    """A way to begin: its name in large letters, a line on what it does."""

    def sizeHint(self) -> QSize:
        """Return the room of icon and two lines; words are not measured where the width is given."""
        is_given = self.minimumWidth() == self.maximumWidth()
        return QSize(self.minimumWidth() if is_given else super().sizeHint().width(), _HEIGHT_PX)

    def heightForWidth(self, _width: int) -> int:
        """Return the same height for every width."""
        return _HEIGHT_PX

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint a card; the one with the keyboard or under the mouse has an edge in the accent."""
        theme = theme_of(self.palette())
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        edge = theme.accent if self.hasFocus() or self.underMouse() else theme.hairline
        painter.setPen(QPen(edge, 2 if self.hasFocus() else 1))
        painter.setBrush(theme.selected if self.isDown() else theme.ground)
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), _RADIUS_PX, _RADIUS_PX)
        icon = QRect(_LEFT_PX, (self.height() - _ICON_PX) // 2, _ICON_PX, _ICON_PX)
        self.icon().paint(painter, icon)
        words = self.rect().adjusted(2 * _LEFT_PX + _ICON_PX - 4, 12, -_LEFT_PX, -12)
        painter.setFont(_title())
        painter.setPen(theme.ink)
        painter.drawText(words, Qt.AlignmentFlag.AlignTop, self.text())
        painter.setFont(interface_font())
        painter.setPen(theme.muted_ink)
        painter.drawText(words, Qt.AlignmentFlag.AlignBottom, self.description())
        painter.end()


def _title() -> QFont:
    font = interface_font(120)
    font.setBold(True)
    return font
