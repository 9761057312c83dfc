"""A unit's report beside its findings, read in the background, only to be looked at."""

from __future__ import annotations

from concurrent.futures import Future
from pathlib import Path
from threading import Thread

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QLabel, QStackedLayout, QTabWidget, QVBoxLayout, QWidget

from reportdesk.collect.incoming.filed import Filed
from reportdesk.collect.incoming.sources import load_named
from reportdesk.document import ShownDocument
from reportdesk.errors import FileError
from reportdesk.examined.answer import FoundData, findings_from
from reportdesk.gui.desk.pages.all_pages import section_page
from reportdesk.gui.desk.pages.basics import BasicsPage
from reportdesk.gui.desk.pages.page import Page
from reportdesk.gui.safekeeping.futures import Futures
from reportdesk.readers.apart.apart import ApartReading
from reportdesk.readers.apart.errors import ReadingCancelled

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
        self.tabs.currentChanged.connect(self._build)
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
        if page is not None and page.table is not None:
            own = [one for one in finding.cells if self.document.form.cells[one].table == page.table_key]
            page.table.cells.light(own)
        if page is not None:
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
        self.tabs.blockSignals(True)
        for label in ("基本信息", *(section.tab for section in document.form.sections)):
            self.tabs.addTab(_Room(), label)
        tables = [number for number, section in enumerate(document.form.sections, 1) if section.table]
        self.tabs.setCurrentIndex(tables[0] if tables else 0)
        self.tabs.blockSignals(False)
        self._layout.setCurrentWidget(self.tabs)
        if self._wanted is not None:
            self.go_to(self._wanted)
        self._build(self.tabs.currentIndex())

    def _turn_to(self, section: str) -> Page | None:
        assert self.document is not None
        keys = [one.key for one in self.document.form.sections]
        number = keys.index(section) + 1 if section in keys else 0
        self.tabs.setCurrentIndex(number)
        self._build(number)
        room = self.tabs.widget(number)
        return room.page if isinstance(room, _Room) else None

    def _build(self, number: int) -> None:
        room = self.tabs.widget(number)
        if self.document is not None and isinstance(room, _Room) and room.page is None:
            sections = self.document.form.sections
            page = section_page(self.document, sections[number - 1]) if number else BasicsPage(self.document)
            room.fill(page)

    def _say(self, words: str) -> None:
        self.words.setText(words)
        self._layout.setCurrentWidget(self.words)

    def _clear(self) -> None:
        while self.tabs.count():
            room = self.tabs.widget(0)
            self.tabs.removeTab(0)
            room.deleteLater()


class _Room(QWidget):
    """Where a tab's page goes once it is looked at."""

    def __init__(self) -> None:
        super().__init__()
        self.page: Page | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)

    def fill(self, page: Page) -> None:
        """Hold a page from now on."""
        self.page = page
        self._column.addWidget(page)


def _same(one: Filed | None, other: Filed | None) -> bool:
    """Tell whether two are the same content of the same name."""
    if one is None or other is None:
        return one is other
    return (one.name, one.digest, one.problem) == (other.name, other.digest, other.problem)
