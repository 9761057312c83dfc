"""Below a table: do the two sides of its balance meet, column by column, while one types."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QToolButton, QWidget

from reportdesk.checks.balance import Balance, balance_line
from reportdesk.document import Changed, Document
from reportdesk.gui.look.theme import SHAPES, theme_of
from reportdesk.gui.qt.listen import listen
from reportdesk.report.facts import Facts

_UNKNOWN = "…"


class BalanceStrip(QWidget):
    """Says of each column what both sides are, and by how much they differ; a click goes to the column."""

    #: A cell of a column is to be gone to.
    chosen = Signal(str)

    def __init__(self, document: Document, table: str, parent: QWidget | None = None) -> None:
        """Follow a table of a document; hidden where its form has no balance for it."""
        super().__init__(parent)
        self._document, self._table = document, table
        self._names = QLabel()
        self._buttons: list[QToolButton] = []
        self._layout = QHBoxLayout(self)
        self._layout.setContentsMargins(12, 4, 8, 4)
        self._layout.setSpacing(4)
        self._layout.addWidget(self._names)
        self._begin()
        listen(self, document, self._follow)

    @property
    def words(self) -> tuple[str, ...]:
        """Return what is said of each column."""
        return tuple(button.accessibleName() for button in self._buttons)

    def _begin(self) -> None:
        line = balance_line(self._facts, self._table)
        self.setVisible(line is not None)
        if line is None:
            return
        self._names.setText(f"{line.left}\n{line.right}")
        self._names.setAccessibleName(f"{line.left} 与 {line.right}")
        for balance in line.balances:
            button = QToolButton(autoRaise=True)
            button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            button.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
            button.clicked.connect(lambda _=False, key=balance.key: self.chosen.emit(key))
            self._buttons.append(button)
            self._layout.addWidget(button, 1)
        self._show()

    @property
    def _facts(self) -> Facts:
        return Facts(self._document.report, self._document.figures)

    def _follow(self, changed: Changed) -> None:
        if changed.cells:
            self._show()

    def _show(self) -> None:
        line = balance_line(self._facts, self._table)
        if line is None:
            return
        theme = theme_of(self.palette())
        for button, balance in zip(self._buttons, line.balances, strict=True):
            button.setText(f"{balance.label}\n{_in_short(balance)}")
            said = _in_words(balance, line.left, line.right)
            button.setToolTip(said)
            button.setAccessibleName(said)
            ink = theme.error.ink if balance.difference else theme.window_muted_ink
            weight = "bold" if balance.difference else "normal"
            _dress(button, f"QToolButton {{ color: {ink.name()}; font-weight: {weight} }}")
        _dress(self._names, f"QLabel {{ color: {theme.window_muted_ink.name()} }}")

    def changeEvent(self, event: QEvent) -> None:
        """Take the colours of a new palette."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and hasattr(self, "_buttons"):
            self._show()


def _dress(widget: QWidget, sheet: str) -> None:
    """Give a widget a style sheet that it has not yet: each is read anew, and a figure changes few."""
    if widget.styleSheet() != sheet:
        widget.setStyleSheet(sheet)


def _in_short(balance: Balance) -> str:
    left, right = (_UNKNOWN if side is None else str(side) for side in (balance.left, balance.right))
    if balance.difference:
        return f"{SHAPES['error']} {left}≠{right} 差{abs(balance.difference)}"
    return f"{left}＝{right}" if balance.is_known else f"{left}　{right}"


def _in_words(balance: Balance, left: str, right: str) -> str:
    if not balance.is_known:
        return f"{balance.label}：还没有填全"
    said = f"{balance.label}：{left}是 {balance.left}，{right}是 {balance.right}"
    return f"{said}，相差 {abs(balance.difference)}" if balance.difference else f"{said}，平"
