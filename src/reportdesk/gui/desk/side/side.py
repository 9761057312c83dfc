"""The side of the desk: findings, addends and guidance, each shown or not, following where one stands."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from reportdesk.gui.desk.side.addends_pane import AddendsPane
from reportdesk.gui.desk.side.guidance import Guidance

if TYPE_CHECKING:
    from reportdesk.document import Document
    from reportdesk.gui.desk.pages.page import Page
    from reportdesk.gui.findings.panel import FindingsPanel
    from reportdesk.gui.forms.main_window import Ui_MainWindow

#: A sentence of guidance is still read, eleven characters a line.
_LEAST_WIDTH_PX = 240
#: How the parts share the height, from the top.
_SHARES = (3, 3, 2)


class Side(QObject):
    """The panels beside the pages; the side is gone while none of them is shown."""

    def __init__(self, ui: Ui_MainWindow, findings: FindingsPanel, parent: QObject) -> None:
        """Put the findings and the other panels into the side that `main_window.ui` draws."""
        super().__init__(parent)
        self._ui = ui
        self._document: Document | None = None
        self._page: Page | None = None
        self.findings = findings
        self.guidance, self.addends = Guidance(ui.side), AddendsPane(ui.side)
        self._parts = (findings, self.addends, self.guidance)
        for number, (part, share) in enumerate(zip(self._parts, _SHARES, strict=True)):
            ui.side.addWidget(part)
            ui.side.setStretchFactor(number, share)
        ui.side.setMinimumWidth(_LEAST_WIDTH_PX)
        self.guidance.hide()
        self.addends.hide()
        self.guidance.closed.connect(lambda: self.show_guidance(False))
        self.addends.closed.connect(lambda: self.show_addends(False))

    def follow(self, document: Document | None) -> None:
        """Speak of another document, or of none."""
        self._document, self._page = document, None
        self.addends.follow(document)
        self.show_addends(self.addends.has_addends)

    def follow_place(self, page: Page | None) -> None:
        """Speak of where one stands now."""
        self._page = page
        self._explain()
        self._list_addends()

    def show_guidance(self, shown: bool) -> None:
        """Open or close the guidance beside the work; the focus stays where it is."""
        if shown:
            self.guidance.make()
        self._show(self.guidance, shown)
        self._ui.action_guidance.setChecked(shown)
        self._explain()

    def turn_guidance(self) -> None:
        """Open the guidance if it is closed, else close it."""
        self.show_guidance(self.guidance.isHidden())

    def show_findings(self, shown: bool) -> None:
        """Open or close the findings panel."""
        self._show(self.findings, shown)
        self._ui.action_show_findings.setChecked(shown)

    def show_addends(self, shown: bool) -> None:
        """Open or close what the cell where one stands is made of; the focus stays where it is."""
        self._show(self.addends, shown)
        self._ui.action_show_addends.setChecked(shown)
        self._list_addends()

    def _show(self, part: FindingsPanel | Guidance | AddendsPane, shown: bool) -> None:
        opens = shown and part.isHidden()
        part.setVisible(shown)
        if opens:
            # Qt would give it all that its text may need, and leave one card of the findings.
            shares = zip(self._parts, _SHARES, strict=True)
            self._ui.side.setSizes([0 if one.isHidden() else share for one, share in shares])
        self._ui.side.setVisible(not all(one.isHidden() for one in self._parts))

    def _explain(self) -> None:
        page = self._page
        if self._document and page and not self.guidance.isHidden():
            self.guidance.explain(self._document.form, page.guidance_keys(), page.place_words)

    def _list_addends(self) -> None:
        table = self._page.table if self._page else None
        if not self.addends.isHidden():
            self.addends.show_cell(table.cells.current_key() if table else "")
