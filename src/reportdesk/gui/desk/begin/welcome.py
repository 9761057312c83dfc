"""The first screen: four ways to begin."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QFrame, QListWidgetItem, QScrollArea, QWidget

from reportdesk.gui.desk.begin.recent_delegate import PRESENCE, RecentDelegate
from reportdesk.gui.forms.welcome import Ui_Welcome
from reportdesk.gui.look.icons import icon
from reportdesk.gui.look.theme import interface_font, theme_of
from reportdesk.gui.qt.remembering.recent import RecentFile, RecentFiles

if TYPE_CHECKING:
    from reportdesk.gui.qt.remembering.presence import Presences

_WIDTH_PX = 640
_SHOWN = 6


class Welcome(QScrollArea):
    """Scrolls where the window is small; unseen it does not keep the window large.

    Offers to start from last year's file, from a blank report, from any file, or to go on.
    """

    chosen = Signal(object)

    def __init__(self, recent: RecentFiles, presences: Presences, parent: QWidget | None = None) -> None:
        """Offer the reports of a list of recent ones; say which are gone once that is known."""
        super().__init__(parent)
        screen = QWidget()
        self.ui = Ui_Welcome()
        self.ui.setupUi(screen)
        self.setViewport(_bare())
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setWidget(screen)
        # Its own ground is that of a list, not of a window.
        screen.setAutoFillBackground(False)
        self._recent = recent
        self._presences = presences
        presences.changed.connect(self._tell_presence)
        recent.changed.connect(self._follow_recent)
        self.ui.heading.setFont(interface_font(180))
        for button in (self.ui.roll, self.ui.new_report, self.ui.open_file, self.ui.collect):
            button.setFixedWidth(_WIDTH_PX)
            button.setFixedHeight(button.sizeHint().height())
        self.ui.recent.setFixedWidth(_WIDTH_PX)
        self.ui.recent.setItemDelegate(RecentDelegate(self.ui.recent))
        self.ui.recent.setViewport(_bare())
        self.ui.recent.setMouseTracking(True)
        self.ui.recent.itemClicked.connect(self._choose)
        self.ui.recent.itemActivated.connect(self._choose)
        self._colour()
        self.refresh()
        self.setFocusProxy(self.ui.roll)

    def refresh(self) -> None:
        """List the recent reports anew, and ask where they are."""
        self.ui.recent.clear()
        for used in self._recent.entries[:_SHOWN]:
            item = QListWidgetItem(self.ui.recent)
            item.setToolTip(str(used.path))
            item.setData(Qt.ItemDataRole.UserRole, used)
        self._tell_presence()
        self._presences.ask(used.path for used in self._recent.entries[:_SHOWN])
        rows = self.ui.recent.count()
        self.ui.recent.setFixedHeight(self.ui.recent.sizeHintForRow(0) * rows if rows else 0)
        self.ui.recent.setVisible(rows > 0)
        self.ui.recent_empty.setVisible(not rows)

    def _follow_recent(self) -> None:
        """List anew what another window has used; unseen, it is listed when it is shown."""
        if self.isVisible():
            self.refresh()

    def _tell_presence(self) -> None:
        for row in range(self.ui.recent.count()):
            item = self.ui.recent.item(row)
            used = item.data(Qt.ItemDataRole.UserRole)
            presence = self._presences.of(used.path)
            item.setData(PRESENCE, presence)
            item.setText(f"{used.label}　（文件不在了）" if presence == "missing" else used.label)

    def changeEvent(self, event: QEvent) -> None:
        """Take the colours of a new palette."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and hasattr(self, "_recent"):
            self._colour()

    def _choose(self, item: QListWidgetItem) -> None:
        used = item.data(Qt.ItemDataRole.UserRole)
        assert isinstance(used, RecentFile)
        self.chosen.emit(used)

    def _colour(self) -> None:
        ui = self.ui
        icons = {ui.roll: "roll", ui.new_report: "new", ui.open_file: "open", ui.collect: "collect"}
        theme = theme_of(self.palette())
        for button, name in icons.items():
            button.setIcon(icon(name, self.palette(), theme.accent))
        ink = theme.window_muted_ink.name()
        for label in (self.ui.lead, self.ui.recent_heading, self.ui.recent_empty):
            label.setStyleSheet(f"QLabel {{ color: {ink} }}")


def _bare() -> QWidget:
    """Return a ground that is not painted; to ask for the one there is would load every kind of widget."""
    ground = QWidget()
    ground.setBackgroundRole(QPalette.ColorRole.NoRole)
    return ground
