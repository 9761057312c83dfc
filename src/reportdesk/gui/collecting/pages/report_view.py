"""A unit's report beside its findings, read in the background, only to be looked at."""

from __future__ import annotations

from concurrent.futures import Future
from pathlib import Path
from threading import Thread
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QLabel, QStackedLayout, QTabWidget, QWidget

from reportdesk.collect.incoming.filed import Filed
from reportdesk.collect.incoming.sources import load_named
from reportdesk.document import ShownDocument
from reportdesk.errors import FileError
from reportdesk.examined.answer import FoundData, findings_from
from reportdesk.gui.desk.pages.all_pages import tabs_of
from reportdesk.gui.desk.pages.tab import Tab
from reportdesk.gui.safekeeping.futures import Futures
from reportdesk.readers.apart.apart import ApartReading
from reportdesk.readers.apart.errors import ReadingCancelled

if TYPE_CHECKING:
    from reportdesk.gui.desk.pages.page import Page

#: Whoever walks through the units by key does not have each of their files read.
_PAUSE_MS = 250


class ReportView(QWidget):
    """Shows one file of a collection in tabs; each tab is built when it is first looked at."""

    #: The report is there, or why it is not was said.
    settled = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        """Show nothing yet."""
        super().__init__(parent)
        self.document: ShownDocument | None = None
        self.words, self.tabs = QLabel(self), QTabWidget(self)
        self.words.setWordWrap(True)
        self.tabs.setAccessibleName("这个单位的报告，只能看")
        self.tabs.setDocumentMode(True)
        self._file: Filed | None = None
        self._wanted: FoundData | None = None
        self._reading: ApartReading | None = None
        self._futures = Futures(self)
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE_MS)
        self._pause.timeout.connect(self._read)
        self._layout = QStackedLayout(self)
        self._layout.addWidget(self.words)
        self._layout.addWidget(self.tabs)

    def show_file(self, file: Filed | None) -> None:
        """Show another file after a moment, None for none; the one that is shown stays as it stands."""
        if _same(file, self._file):
            return
        self.cancel()
        self._file, self.document, self._wanted = file, None, None
        self._clear()
        if file is None or file.status != "read":
            self._say(file.problem if file else "")
            return
        self._say("正在读取…")
        self._pause.start()

    def go_to(self, found: FoundData) -> None:
        """Show the place of a finding, now or when the report is there."""
        self._wanted = found
        if self.document is None:
            return
        finding = next(
            (one for one in self.document.findings if (one.code, one.message) == (found.code, found.message)),
            None,
        )
        if finding is None:
            return
        key = next((key for key in finding.cells), "")
        section = self.document.form.section_of_table(self.document.form.cells[key].table).key if key else ""
        page = self._turn_to(section or finding.section or "")
        page.light(finding.cells)
        focus = self.window().focusWidget()
        page.show_finding(finding)
        if focus is not None:
            focus.setFocus()

    def cancel(self) -> None:
        """End the reading under way."""
        self._pause.stop()
        if self._reading is not None:
            self._reading.cancel()
            self._reading = None

    def _read(self) -> None:
        if self._file is None:
            return
        reading: Future[ShownDocument] = Future()
        file = self._file
        Thread(target=self._run, args=(reading, file), daemon=True).start()
        self._futures.follow(reading, lambda over: self._settle(file, over))

    def _run(self, future: Future[ShownDocument], file: Filed) -> None:
        """Read in a thread of its own: nothing of Qt happens here, and nothing is checked again."""
        path = Path(file.name)
        try:
            self._reading = ApartReading(path, source=load_named(path))
            report = self._reading.result().report
            future.set_result(ShownDocument(report, findings_from(file.findings)))
        except BaseException as error:
            future.set_exception(error)

    def _settle(self, file: Filed, over: Future[ShownDocument]) -> None:
        if file is not self._file:
            return
        error = over.exception()
        if isinstance(error, ReadingCancelled):
            return
        if error is not None:
            self._say(error.what if isinstance(error, FileError) else f"读不出（{type(error).__name__}）")
        else:
            self._show(over.result())
        self.settled.emit()

    def _show(self, document: ShownDocument) -> None:
        self.document = document
        for tab in tabs_of(document):
            self.tabs.addTab(tab, tab.label)
        tables = [number for number, section in enumerate(document.form.sections, 1) if section.table]
        self.tabs.setCurrentIndex(tables[0] if tables else 0)
        self._layout.setCurrentWidget(self.tabs)
        if self._wanted is not None:
            self.go_to(self._wanted)

    def _turn_to(self, section: str) -> Page:
        tabs = [tab for tab in map(self.tabs.widget, range(self.tabs.count())) if isinstance(tab, Tab)]
        tab = next((tab for tab in tabs if tab.key == section), tabs[0])
        self.tabs.setCurrentWidget(tab)
        return tab.page

    def _say(self, words: str) -> None:
        self.words.setText(words)
        self._layout.setCurrentWidget(self.words)

    def _clear(self) -> None:
        while self.tabs.count():
            tab = self.tabs.widget(0)
            self.tabs.removeTab(0)
            tab.deleteLater()


def _same(one: Filed | None, other: Filed | None) -> bool:
    """Tell whether two are the same content of the same name."""
    if one is None or other is None:
        return one is other
    return (one.name, one.digest, one.problem) == (other.name, other.digest, other.problem)
