"""The preview of a window: opened beside the work, it follows what is typed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from reportdesk.errors import ReportDeskError
from reportdesk.gui.qt.background import run_or_tell
from reportdesk.gui.qt.listen import listen

if TYPE_CHECKING:
    from collections.abc import Callable

    from reportdesk.document import Document
    from reportdesk.gui.preview.dialog import PreviewDialog
    from reportdesk.gui.shell import Shell

#: Milliseconds after the last key before the pages are laid out anew.
_REST_MS = 600


class PreviewCommands(QObject):
    """Shows the report on paper, and shows it again when it has changed."""

    def __init__(self, window: Shell, export: Callable[[str], None]) -> None:
        """Act for a window; `export` writes its report as a file of a suffix."""
        super().__init__(window)
        self._window = window
        self._export = export
        self._dialog: PreviewDialog | None = None
        self._shown: Document | None = None
        self._timer = QTimer(self, singleShot=True, interval=_REST_MS)
        self._timer.timeout.connect(self._refresh)

    def preview(self) -> None:
        """Show the report as it will stand on paper; a preview that is open comes to the front."""
        document = self._window.document
        if document is None or not self._window.desk.finish_editing():
            return
        if self._dialog is not None and self._shown is document:
            self._refresh()
        else:
            self._open(document)
        if self._dialog is not None:
            self._dialog.show()
            self._dialog.raise_()
            self._dialog.activateWindow()

    def _open(self, document: Document) -> None:
        report = document.report

        def laid_out() -> bytes:
            # Late, and in the thread: what fills in Word files takes a moment to come.
            from reportdesk.writers.word.writer import WordWriter

            return WordWriter("nothing").render(report)

        data = run_or_tell(self._window, "正在排版…", laid_out)
        if data is None:
            return
        from reportdesk.gui.preview.dialog import PreviewDialog
        from reportdesk.gui.preview.pages import pages_of_word

        self.close()
        dialog = PreviewDialog(report.printed_title, pages_of_word(data), self._window)
        dialog.export_asked.connect(self._export)
        dialog.finished.connect(self._forget)
        listen(self, document, self._follow)
        self._dialog, self._shown = dialog, document

    def close(self) -> None:
        """Close the preview: its report is no longer that of the window."""
        if self._dialog is not None:
            self._dialog.close()

    def _follow(self, _changed: object) -> None:
        if self._dialog is not None:
            self._timer.start()

    def _refresh(self) -> None:
        if self._dialog is None or self._shown is None or self._shown is not self._window.document:
            self.close()
            return
        from reportdesk.gui.preview.pages import laid_pages

        report = self._shown.report
        try:
            self._dialog.show_pages(report.printed_title, laid_pages(report))
        except ReportDeskError as error:
            self._dialog.tell(f"现在的内容排不出来：{error.what}")

    def _forget(self) -> None:
        if self._dialog is not None:
            self._dialog.deleteLater()
        self._dialog = self._shown = None
        self._timer.stop()
