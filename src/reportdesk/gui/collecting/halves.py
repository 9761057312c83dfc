"""How much of the window 汇总 its units take: less in a narrow one; whoever moves the bar decides."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSplitter

#: Where the units end and the pages begin, in a wide window and as a share (%) of a narrow one.
_LEFT_PX, _LEFT_SHARE = 600, 44


class SplitHalves(QObject):
    """Shares the width of a splitter out between its two sides, until somebody moves the bar."""

    def __init__(self, splitter: QSplitter) -> None:
        """Begin with a splitter that was never moved."""
        super().__init__(splitter)
        self._splitter, self._is_moved = splitter, False
        splitter.setStretchFactor(1, 1)
        splitter.splitterMoved.connect(self._keep)
        splitter.installEventFilter(self)
        self._share(splitter.width())

    @property
    def sizes(self) -> list[int]:
        """Return how wide the sides are where somebody has moved the bar, else []."""
        return self._splitter.sizes() if self._is_moved else []

    def restore(self, sizes: list[int]) -> None:
        """Share the width out as somebody did before; [] leaves it as it is."""
        if sizes:
            self._splitter.setSizes(sizes)
            self._is_moved = True

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: ARG002
        """Share the room out anew where it is another."""
        if isinstance(event, QResizeEvent) and not self._is_moved:
            self._share(event.size().width())
        return False

    def _share(self, width: int) -> None:
        left = min(_LEFT_PX, width * _LEFT_SHARE // 100)
        self._splitter.setSizes([left, width - left])

    def _keep(self) -> None:
        self._is_moved = True
