"""What stands above the work until it is dealt with: in words, with what can be done, never in the way."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, TypeAlias

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from reportdesk.gui.look.theme import SHAPES
from reportdesk.gui.qt.announcer import Announcer

if TYPE_CHECKING:
    from reportdesk.form.severity import SeverityName

NoticeChoice: TypeAlias = tuple[str, Callable[[], object]]


class Notices(QWidget):
    """A line for each thing that is told, the newest below; it takes no room while there is none."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Begin without a notice."""
        super().__init__(parent)
        self._lines: dict[str, QFrame] = {}
        self._announcer = Announcer(self)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        self.hide()

    def tell(
        self,
        key: str,
        words: str,
        choices: Sequence[NoticeChoice] = (),
        *,
        severity: SeverityName = "warning",
    ) -> None:
        """Say something under a key, in the place of what was said under it before."""
        self.drop(key)
        line = QFrame(self)
        line.setObjectName("notice" if severity == "warning" else "question")
        inside = QHBoxLayout(line)
        inside.setContentsMargins(12, 4, 8, 4)
        label = QLabel(f"{SHAPES[severity]} {words}", line)
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setWordWrap(True)
        label.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        inside.addWidget(label, 1)
        for name, act in choices:
            button = QPushButton(name, line)
            button.setAutoDefault(False)
            button.clicked.connect(lambda _=False, act=act: act())
            inside.addWidget(button)
        line.setAccessibleName(words)
        layout = self.layout()
        assert layout is not None
        layout.addWidget(line)
        self._lines[key] = line
        self.show()
        line.show()
        self._lead_to_buttons()
        self._announcer.say(words)

    def tell_until_seen(self, key: str, words: str) -> None:
        """Say something until the clerk has seen it."""
        self.tell(key, words, [("知道了", lambda: self.drop(key))])

    def stand(self, key: str, words: str) -> None:
        """Say something as long as it is so, nothing for ""."""
        if words:
            self.tell(key, words)
        else:
            self.drop(key)

    def drop(self, key: str) -> None:
        """Take away what was said under a key, if it still stands."""
        line = self._lines.pop(key, None)
        if line is not None:
            line.hide()
            line.deleteLater()
        self._lead_to_buttons()
        self.setVisible(bool(self._lines))

    def buttons(self, key: str) -> list[QPushButton]:
        """Return what can be pressed under a key."""
        line = self._lines.get(key)
        return line.findChildren(QPushButton) if line is not None else []

    def _lead_to_buttons(self) -> None:
        """Let the focus that comes here (F6) go to the first thing that can be done about the newest."""
        newest_first = reversed(self._lines.values())
        buttons = [button for line in newest_first for button in line.findChildren(QPushButton)]
        self.setFocusProxy(buttons[0] if buttons else None)  # type: ignore[arg-type]

    def words(self, key: str) -> str:
        """Return what stands under a key, "" for nothing."""
        line = self._lines.get(key)
        return line.accessibleName() if line is not None else ""
