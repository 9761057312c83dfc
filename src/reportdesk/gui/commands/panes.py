"""F6 leads around the panes of the window: the page and its parts, the findings, the guidance, the tabs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

if TYPE_CHECKING:
    from reportdesk.gui.shell import Shell


def step_pane(window: Shell, by: int) -> None:
    """Put the focus into the next (1) or previous (-1) pane; a refused figure keeps it where it is."""
    if not window.desk.finish_editing():
        return
    panes = _panes(window)
    focus = window.focusWidget()
    here = [number for number, pane in enumerate(panes) if pane is focus or pane.isAncestorOf(focus)]
    place = here[0] + by if here else 0
    panes[place % len(panes)].setFocus(Qt.FocusReason.ShortcutFocusReason)


def _panes(window: Shell) -> list[QWidget]:
    """Return the panes in view, clockwise from the work; each takes the focus for what it holds."""
    page = window.desk.page
    work: list[QWidget | None] = [page.table, page.editor, page.last_text] if page is not None else []
    if page is not None and page.table is None and page.focusProxy() is not page.editor:
        work.insert(0, page.focusProxy())
    beside: list[QWidget] = [
        window.notices,
        window.findings_panel,
        window.addends,
        window.guidance,
        window.ui.tabs.tabBar(),
    ]
    if window.desk.shows_agenda:
        work.insert(0, window.desk.agenda)
    return [pane for pane in (*work, *beside) if pane is not None and _takes_focus(pane)]


def _takes_focus(pane: QWidget) -> bool:
    proxy = pane.focusProxy()
    return pane.isVisible() and (proxy is None or proxy.isVisible())
