"""The status bar: how far one is, what was just told, whether it is saved, and the zoom."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QStatusBar

from reportdesk.gui.look.theme import SHAPES
from reportdesk.gui.qt.announcer import Announcer

if TYPE_CHECKING:
    from reportdesk.gui.findings.overview import Overview

_SHOWN_MS = 8000
#: A standing sign leaves room for what stands beside it; the whole is in its tooltip.
_MOST_CHARACTERS = 32


class StatusBar:
    """Writes into a status bar."""

    def __init__(self, bar: QStatusBar) -> None:
        """Put the labels into the bar."""
        self._bar = bar
        bar.setAccessibleName("状态栏")
        self.announcer = Announcer(bar)
        self._chosen = QLabel()
        self._progress = QLabel()
        self._trouble = QLabel(textFormat=Qt.TextFormat.PlainText)
        self._trouble.setObjectName("trouble")
        self._trouble.hide()
        self._saved = QLabel()
        self._kept = QLabel()
        self._zoom = QLabel()
        for label in (self._chosen, self._progress, self._kept, self._saved, self._zoom):
            label.setContentsMargins(8, 0, 8, 0)
            label.hide()
        # All stand at the right, where nothing that is told for a moment covers them.
        bar.addPermanentWidget(self._chosen)
        bar.addPermanentWidget(self._progress)
        bar.addPermanentWidget(self._trouble)
        bar.addPermanentWidget(self._kept)
        bar.addPermanentWidget(self._saved)
        bar.addPermanentWidget(self._zoom)

    def tell(self, words: str) -> None:
        """Say something that passes."""
        self._bar.showMessage(words, _SHOWN_MS)
        self.announcer.say(words)

    def tell_kept(self, when: datetime) -> None:
        """Say when unsaved work was last kept by itself."""
        _put(self._kept, f"草稿已自动存好 {when:%H:%M}")

    def clear_remark(self) -> None:
        """Take back what was told of the state before a change."""
        self._bar.clearMessage()

    def show_trouble(self, words: str) -> None:
        """Say what is not kept as it should be, as long as that lasts; nothing where all is well."""
        self._trouble.setText(f"{SHAPES['error']} {_shortened(words)}" if words else "")
        self._trouble.setToolTip(words)
        self._trouble.setAccessibleName(words)
        self._trouble.setVisible(bool(words))
        if words:
            _put(self._kept, "")
            self.announcer.say(words)

    def show_progress(self, overview: Overview | None) -> None:
        """Count what is filled, blank, and unlike last year's; nothing without a document."""
        self._zoom.setVisible(overview is not None)
        if overview is None:
            _put(self._progress, "")
            return
        progress = overview.progress
        words = [f"已填 {progress.filled}/{progress.cells}", f"空白 {progress.blank}"]
        if overview.has_last_year:
            words.append(f"与上年不同 {progress.unlike_last}")
        if overview.unconfirmed:
            words.append(f"沿用待确认 {overview.unconfirmed}")
        _put(self._progress, " · ".join(words))

    def show_saved(self, words: str, *, is_dirty: bool) -> None:
        """Say whether, and when, it was saved; `is_dirty` keeps in sight what is said of the draft."""
        if words != self._saved.text():
            _put(self._saved, words)
            self.announcer.say(words)
        if not is_dirty:
            _put(self._kept, "")

    def show_chosen(self, words: str) -> None:
        """Say how many cells are chosen and what they add up to; nothing for one alone."""
        _put(self._chosen, words)

    def show_zoom(self, percent: int) -> None:
        """Say the zoom."""
        self._zoom.setText(f"{percent} %")


def _put(label: QLabel, words: str) -> None:
    """Let a label say something; one that says nothing is not there, for a screen reader neither."""
    label.setText(words)
    label.setVisible(bool(words))


def _shortened(words: str) -> str:
    return words if len(words) <= _MOST_CHARACTERS else f"{words[:_MOST_CHARACTERS]}…"
