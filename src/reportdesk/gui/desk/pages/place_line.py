"""The line above a section: where one stands in words, last year's figure, how long the text is, and ⓘ."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QToolButton, QWidget

from reportdesk.document import Changed, Document
from reportdesk.form.parts import Section
from reportdesk.gui.look.theme import theme_of
from reportdesk.gui.qt.listen import listen
from reportdesk.report.last_year import last_figure


class PlaceLine(QWidget):
    """Says where one stands in a section; a narrative's length is counted against its limit."""

    guidance_asked = Signal()

    def __init__(self, document: Document, section: Section, parent: QWidget | None = None) -> None:
        """Follow a section of a document until this object is destroyed."""
        super().__init__(parent)
        self._document = document
        self._section = section
        self._key = ""
        self._place = QLabel(textFormat=Qt.TextFormat.PlainText)
        self._place.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._aside = QLabel(textFormat=Qt.TextFormat.PlainText)
        self._aside.setToolTip("格子左边有底色的小字是上年数" if section.table else "")
        self._info = QToolButton(autoRaise=True)
        self._info.setText("ⓘ")
        self._info.setToolTip("填写说明（F1）")
        self._info.setAccessibleName("填写说明")
        self._info.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._info.clicked.connect(self.guidance_asked)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(12, 4, 8, 4)
        layout.setSpacing(16)
        layout.addWidget(self._place, 1)
        layout.addWidget(self._aside)
        layout.addWidget(self._info)
        listen(self, document, self._follow)
        self._colour()

    @property
    def words(self) -> str:
        """Return what the line says about the place."""
        return str(self._place.text())

    @property
    def aside(self) -> str:
        """Return what the line says at its end: last year's figure, or the length of the text."""
        return str(self._aside.text())

    def say(self, place: str, key: str = "") -> None:
        """Say a place; with a cell's key, last year's figure too."""
        self._key = key
        self._place.setText(place)
        self._place.setToolTip(place)
        self._aside.setText(self._last_figure() if key else self._length())

    def _follow(self, changed: Changed) -> None:
        if not self._key and ("texts", self._section.key) in changed.places:
            self._aside.setText(self._length())

    def _last_figure(self) -> str:
        report = self._document.report
        if report.last is None:
            return ""
        figure = last_figure(report, self._key)
        return f"上年 {report.form.cells[self._key].kind.show(figure) or '没有'}"

    def _length(self) -> str:
        if not self._section.is_narrative:
            return ""
        text = self._document.report.texts.get(self._section.key, "")
        length = sum(map(len, text.split()))
        limit = self._section.limit
        if not limit:
            return f"{length} 字"
        return (
            f"{length} / {limit} 字"
            if length <= limit
            else f"{length} / {limit} 字，超出 {length - limit} 字"
        )

    def changeEvent(self, event: QEvent) -> None:
        """Take the colours of a new palette."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and hasattr(self, "_info"):
            self._colour()

    def _colour(self) -> None:
        ink = theme_of(self.palette()).window_muted_ink.name()
        self._aside.setStyleSheet(f"QLabel {{ color: {ink} }}")
