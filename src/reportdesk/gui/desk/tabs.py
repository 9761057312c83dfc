"""The tabs of a report: flat, the one in view underlined, each with badges for the severities it holds.

A tab is as wide with findings as without, so that none moves away under the pointer while one types.
"""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QEvent, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetrics, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QTabBar, QWidget

from reportdesk.gui.look.theme import MARK_SHAPES, MARKS, MarkName, Theme, theme_of

_PADDING_PX = 12
#: A tab takes its share of a wide window up to the room of so many badges.
_MOST_BADGES = 2
_GAP_PX = 4
_HEIGHT_PX = 32
_BADGE_HEIGHT_PX = 20
_UNDERLINE_PX = 3

#: The room of a badge is that of two figures.
_SAMPLE_COUNT = 88
_DONE = "✓"

Counts = Mapping[MarkName, int]


class TabBar(QTabBar):
    """Paints labels and badges; a tab's text has both, for a screen reader."""

    #: The number of the tab that a click has turned to.
    clicked_on = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        """Begin without tabs."""
        super().__init__(parent)
        self.setDrawBase(False)
        self.setExpanding(False)
        self.setMouseTracking(True)
        self.setUsesScrollButtons(True)
        self._room = 0
        self._widths_px: dict[str, int] = {}

    def show_badges(self, number: int, label: str, counts: Counts, *, is_done: bool = False) -> None:
        """Say on a tab what it holds, by mark, and whether it is done; nothing leaves the label alone."""
        badges = [f"{MARK_SHAPES[name]}{counts[name]}" for name in MARKS if counts.get(name)]
        text, said = " ".join([label, *badges]), (label, dict(counts), is_done)
        if self.tabData(number) != said:
            self.setTabData(number, said)
            self.setTabText(number, text)
            self.setAccessibleTabName(number, f"{text}，写好了" if is_done else text)
            tooltip = [f"{MARKS[name]} {counts[name]}" for name in counts]
            self.setTabToolTip(number, "，".join(tooltip) or ("写好了" if is_done else ""))

    def set_room(self, width: int) -> None:
        """Share out a width among the tabs."""
        if width != self._room:
            self._room = width
            # Qt asks for the sizes of all tabs again, as nothing else public has it do.
            self.setElideMode(Qt.TextElideMode.ElideNone)

    def tabSizeHint(self, index: int) -> QSize:
        """Return the room that a label in bold and a badge need, and the tab's share of what is over."""
        said = [self._said(number)[0] for number in range(self.count())]
        labels = [self._width_px(label) + 2 * _PADDING_PX for label in said]
        badge = self._badge_width("error", _SAMPLE_COUNT) + _GAP_PX
        over = self._room - sum(labels) - badge * len(labels)
        share = min(max(0, over // len(labels)), (_MOST_BADGES - 1) * badge)
        return QSize(labels[index] + badge + share, _HEIGHT_PX)

    def changeEvent(self, event: QEvent) -> None:
        """Measure anew in another font."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._widths_px.clear()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Tell of a click on a tab once that is in view; the arrow keys walk along the tabs silently."""
        super().mousePressEvent(event)
        number = self.tabAt(event.position().toPoint())
        if event.button() == Qt.MouseButton.LeftButton and number >= 0 and number == self.currentIndex():
            self.clicked_on.emit(number)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint all tabs; the hairline below is the page's."""
        theme = theme_of(self.palette())
        painter = QPainter(self)
        for number in range(self.count()):
            self._paint_tab(painter, number, theme)
        painter.end()

    def _paint_tab(self, painter: QPainter, number: int, theme: Theme) -> None:
        rect = self.tabRect(number)
        label, counts, is_done = self._said(number)
        is_current = number == self.currentIndex()
        if is_current:
            painter.fillRect(rect.adjusted(4, rect.height() - _UNDERLINE_PX, -4, 0), theme.accent)
        elif rect.contains(self.mapFromGlobal(self.cursor().pos())):
            painter.fillRect(rect.adjusted(0, 0, 0, -1), theme.header.ground)
        painter.setFont(self._bold() if is_current else self.font())
        painter.setPen(theme.window_ink)
        room = rect.adjusted(_PADDING_PX, 0, -_PADDING_PX, 0)
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, label)
        left = room.left() + self._width_px(label) + _GAP_PX
        if is_done:
            painter.setPen(theme.done_ink)
            painter.drawText(room.adjusted(left - room.left(), 0, 0, 0), Qt.AlignmentFlag.AlignVCenter, _DONE)
            left += self._width_px(_DONE) + _GAP_PX
        for place, (name, count) in enumerate(counts.items()):
            # The gravest always, others where they fit whole; the tip names them all.
            if (place or is_done) and left + self._badge_width(name, count) > rect.right() - _GAP_PX:
                break
            left += self._paint_badge(painter, left, rect, name, count) + _GAP_PX
        if is_current and self.hasFocus():
            painter.setPen(QPen(theme.accent, 2))
            painter.drawRect(rect.adjusted(3, 4, -4, -6))

    def _paint_badge(self, painter: QPainter, left: int, tab: QRect, name: MarkName, count: int) -> int:
        tint = theme_of(self.palette()).severity(name)
        width = self._badge_width(name, count)
        badge = QRect(left, tab.center().y() - _BADGE_HEIGHT_PX // 2 + 1, width, _BADGE_HEIGHT_PX)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(tint.ground)
        painter.drawRoundedRect(badge, _BADGE_HEIGHT_PX / 2, _BADGE_HEIGHT_PX / 2)
        painter.setPen(tint.ink)
        painter.setFont(self._bold())
        painter.drawText(badge, Qt.AlignmentFlag.AlignCenter, f"{MARK_SHAPES[name]} {count}")
        painter.restore()
        return width

    def _badge_width(self, name: MarkName, count: int) -> int:
        return self._width_px(f"{MARK_SHAPES[name]} {count}") + 12

    def _width_px(self, words: str) -> int:
        """Return the width of words in bold; Qt asks for it with each tab that comes, for all of them."""
        if words not in self._widths_px:
            self._widths_px[words] = QFontMetrics(self._bold()).horizontalAdvance(words)
        return self._widths_px[words]

    def _said(self, number: int) -> tuple[str, Counts, bool]:
        return self.tabData(number) or (self.tabText(number), {}, False)

    def _bold(self) -> QFont:
        font = QFont(self.font())
        font.setBold(True)
        return font
