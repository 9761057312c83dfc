"""The window 汇总, opened beside the reports; a unit's report opens in a window of its own, as a copy."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from reportdesk.collect.kept import SET_SUFFIX
from reportdesk.document import Document
from reportdesk.gui.qt.background import run_or_tell

if TYPE_CHECKING:
    from reportdesk.gui.collecting.window import CollectingWindow
    from reportdesk.gui.shell import Shell


class CollectingCommands:
    """What opens and closes the window 汇总."""

    def __init__(self, window: Shell) -> None:
        """Act for a window; 汇总 is made when it is first asked for."""
        self._window = window
        self._collecting: CollectingWindow | None = None

    def open(self) -> None:
        """Show the window 汇总 as it was left."""
        self._shown()

    def open_path(self, path: Path) -> bool:
        """Show a collection's own file there; False for any other kind of file."""
        if path.suffix.lower() != SET_SUFFIX:
            return False
        self._shown().flows.open_path(path)
        return True

    def may_leave(self) -> bool:
        """Tell whether the program may end: the window 汇总 closes unless a decision would be lost."""
        return self._collecting is None or not self._collecting.isVisible() or self._collecting.close()

    def _shown(self) -> CollectingWindow:
        if self._collecting is None:
            from reportdesk.gui.collecting.window import CollectingWindow

            self._collecting = CollectingWindow(parent=None)
            self._collecting.report_asked.connect(self._open_report)
        self._collecting.show()
        self._collecting.raise_()
        self._collecting.activateWindow()
        return self._collecting

    def _open_report(self, name: str) -> None:
        """Open a copy of a file of the collection; nothing that is typed there reaches it."""
        from reportdesk.readers.apart.apart import ApartReading

        collecting = self._shown()
        session = collecting.session

        def read() -> Document:
            report = ApartReading(Path(name), source=session.load(name)).result().report
            # As if it were saved: nobody is to be asked about a copy that was only looked at.
            document = Document(report, saved=report)
            _ = document.findings
            return document

        document = run_or_tell(collecting, "正在读取…", read)
        if document is not None:
            self._window.open_beside(document)
