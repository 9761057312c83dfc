"""The preview of a window: opened beside the work, it follows what is typed."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from reportdesk.errors import ReportDeskError
from reportdesk.gui.qt.background import in_thread, run_or_tell
from reportdesk.gui.qt.listen import listen
from reportdesk.gui.safekeeping.futures import Futures

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from concurrent.futures import Future

    from reportdesk.document import Document
    from reportdesk.gui.preview.dialog import PreviewDialog
    from reportdesk.gui.preview.pages import SheetOfPaper
    from reportdesk.gui.preview.word.model import WordPaper
    from reportdesk.gui.shell import Shell
    from reportdesk.report.model import Report

#: Milliseconds after the last key before the pages are laid out anew.
_REST_MS = 600
#: How long pages are laid out before the next key is looked for.
_TURN_S = 0.01


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
        self._futures = Futures(self)
        #: The report whose paper a thread makes ready, if any does.
        self._wanted: Report | None = None
        #: What lays out the pages of a report on its paper, and those that it laid out so far.
        self._laying: Iterator[SheetOfPaper] = iter(())
        self._pages: list[SheetOfPaper] = []
        self._turn = QTimer(self, singleShot=True, interval=0)
        self._turn.timeout.connect(self._lay_out)

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
        # Late: few starts of the program show the paper.
        from reportdesk.gui.preview.dialog import PreviewDialog
        from reportdesk.gui.preview.pages import pages_on, paper_of_report

        report = document.report
        paper = run_or_tell(self._window, "正在排版…", lambda: paper_of_report(report))
        if paper is None:
            return
        self.close()
        dialog = PreviewDialog(report.printed_title, list(pages_on(paper)), self._window)
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
            self._turn.stop()
            self._timer.start()

    def _refresh(self) -> None:
        if self._dialog is None or self._shown is None or self._shown is not self._window.document:
            self.close()
            return
        if self._wanted is not None:
            # One at a time; what became of the report since comes after it.
            return
        from reportdesk.gui.preview.pages import paper_of_report

        report = self._wanted = self._shown.report
        self._futures.follow(in_thread(lambda: paper_of_report(report)), self._take)

    def _take(self, paper: Future[WordPaper]) -> None:
        """Begin to lay out the paper that was made ready; make it ready again where the report is another."""
        made, self._wanted = self._wanted, None
        if self._dialog is None or self._shown is None or self._timer.isActive():
            return
        if self._shown.report is not made:
            self._refresh()
            return
        from reportdesk.gui.preview.pages import pages_on

        try:
            self._laying, self._pages = pages_on(paper.result()), []
        except ReportDeskError as error:
            self._dialog.tell(f"现在的内容排不出来：{error.what}")
        else:
            self._turn.start()

    def _lay_out(self) -> None:
        """Go on laying out, and show the pages once all are there; keys come in between."""
        until = time.perf_counter() + _TURN_S
        for page in self._laying:
            self._pages.append(page)
            if time.perf_counter() >= until:
                self._turn.start()
                return
        if self._dialog is not None and self._shown is not None:
            self._dialog.show_pages(self._shown.report.printed_title, self._pages)

    def _forget(self) -> None:
        if self._dialog is not None:
            self._dialog.deleteLater()
        self._dialog = self._shown = None
        self._timer.stop()
        self._turn.stop()
