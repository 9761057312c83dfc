"""Pages one below the other on the desk's ground, at any scale."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from reportdesk.gui.look.theme import theme_of
from reportdesk.gui.preview.pages import SheetOfPaper

GAP_PX = 16
_LEAST, _MOST = 0.3, 4.0


class PaperCanvas(QWidget):
    """Paints the pages that are in view."""

    def __init__(self, pages: Sequence[SheetOfPaper], scale: float) -> None:
        """Show pages at a scale in pixels a point."""
        super().__init__()
        self._pages = pages
        self._scale = scale
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.show_pages(pages)

    @property
    def pages(self) -> Sequence[SheetOfPaper]:
        """Return the pages that are shown."""
        return self._pages

    def show_pages(self, pages: Sequence[SheetOfPaper]) -> None:
        """Show other pages at the same scale."""
        self._pages = pages
        self.setAccessibleName(f"预览，共 {len(pages)} 页")
        self._fit()

    def set_scale(self, scale: float) -> None:
        """Show the pages at a scale, as far as that goes."""
        self._scale = min(max(scale, _LEAST), _MOST)
        self._fit()

    def zoom(self, by: float) -> None:
        """Come nearer (above 1) or go farther (below 1)."""
        self.set_scale(self._scale * by)

    def scale_for(self, width: int, height: int = 0) -> float:
        """Return the scale at which a page fills a width, or fits into a width and a height (pixels)."""
        sheet = self._pages[0].sheet
        wide = (width - 2 * GAP_PX) / sheet.width
        return min(wide, (height - 2 * GAP_PX) / sheet.height) if height else wide

    def page_at(self, y: int) -> int:
        """Return the place, from 0, of the page that stands at a height in pixels."""
        return min(max(int((y - GAP_PX) // self._pitch), 0), len(self._pages) - 1)

    def top_of(self, place: int) -> int:
        """Return where the page at a place begins, with the gap above it."""
        return round(place * self._pitch)

    def sizeHint(self) -> QSize:
        """Return the size of all pages with gaps around."""
        width = round(self._pages[0].sheet.width * self._scale) + 2 * GAP_PX
        return QSize(width, round(self._pitch * len(self._pages)) + GAP_PX)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the pages over the desk's ground."""
        theme = theme_of(self.palette())
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(event.rect(), theme.derived.ground)
        for place, page in enumerate(self._pages):
            size = page.size * self._scale
            left = max(GAP_PX, (self.width() - size.width()) / 2)
            paper = QRectF(left, GAP_PX + place * self._pitch, size.width(), size.height())
            if not paper.intersects(QRectF(event.rect())):
                continue
            painter.save()
            painter.setClipRect(paper)
            painter.translate(paper.topLeft())
            painter.scale(self._scale, self._scale)
            page.paint(painter)
            painter.restore()
            painter.setPen(theme.hairline)
            painter.drawRect(paper)
        painter.end()

    def _fit(self) -> None:
        self.setMinimumSize(self.sizeHint())
        self.update()

    @property
    def _pitch(self) -> float:
        return self._pages[0].sheet.height * self._scale + GAP_PX
