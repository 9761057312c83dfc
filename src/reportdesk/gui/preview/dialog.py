"""The window of the preview: the pages of the Word file, beside the work and following it."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QObject, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent, QWheelEvent
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QDialog, QWidget

from reportdesk.gui.forms.preview import Ui_Preview
from reportdesk.gui.preview.canvas import GAP_PX, PaperCanvas
from reportdesk.gui.preview.pages import SheetOfPaper
from reportdesk.gui.preview.printing import print_pages
from reportdesk.gui.qt import questions

#: One key makes the paper larger or smaller so many times.
_STEP = 1.2
#: Up to this height (in pixels) a screen shows the paper smaller than it is.
_LOW_PX = 900
#: Pixels that the row of buttons needs.
_LEAST_WIDTH_PX = 860


class PreviewDialog(QDialog):
    """Shows pages as they will be printed; it changes nothing, and one works on beside it."""

    #: The report is to be written as a file of this suffix.
    export_asked = Signal(str)

    def __init__(self, title: str, pages: Sequence[SheetOfPaper], parent: QWidget | None = None) -> None:
        """Show the pages of a report with a title."""
        super().__init__(parent)
        self.ui = Ui_Preview()
        self.ui.setupUi(self)
        self.setWindowFlag(Qt.WindowType.WindowMaximizeButtonHint, True)
        self._title = title
        self._fitting = ""
        self.canvas = PaperCanvas(pages, 1.25 if self.screen().availableSize().height() > _LOW_PX else 1.0)
        self.ui.scroll.setWidget(self.canvas)
        self.ui.scroll.setWidgetResizable(True)
        self.ui.scroll.viewport().installEventFilter(self)
        self._connect()
        self.show_pages(title, pages)
        self.resize(self._usual_size())
        self.canvas.setFocus()

    def show_pages(self, title: str, pages: Sequence[SheetOfPaper]) -> None:
        """Show the pages of the report as it is by now, at the place where one was."""
        self._title = title
        self.setWindowTitle(f"预览：{title}")
        bar = self.ui.scroll.verticalScrollBar()
        stood = bar.value()
        self.canvas.show_pages(pages)
        bar.setValue(stood)
        self._tell_page()

    def tell(self, words: str) -> None:
        """Say why the pages are not those of the report as it is by now."""
        self.ui.count.setText(words)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Turn pages and come nearer with the keys that documents are read with."""
        bar = self.ui.scroll.verticalScrollBar()
        place = self._place
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            acts: dict[Qt.Key, Callable[[], None]] = {
                Qt.Key.Key_Plus: lambda: self._zoom(_STEP),
                Qt.Key.Key_Equal: lambda: self._zoom(_STEP),
                Qt.Key.Key_Minus: lambda: self._zoom(1 / _STEP),
                Qt.Key.Key_0: lambda: self._fit("page"),
                Qt.Key.Key_1: lambda: self._fit("width"),
                Qt.Key.Key_P: self._ask_printer,
                Qt.Key.Key_Home: lambda: self._go(0),
                Qt.Key.Key_End: lambda: self._go(len(self.canvas.pages) - 1),
            }
        else:
            acts = {
                Qt.Key.Key_Home: lambda: self._go(0),
                Qt.Key.Key_End: lambda: bar.setValue(bar.maximum()),
                Qt.Key.Key_PageDown: lambda: self._go(place + 1),
                Qt.Key.Key_PageUp: lambda: self._go(place - 1),
            }
        act = acts.get(Qt.Key(event.key()))
        if act is None:
            super().keyPressEvent(event)
        else:
            act()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Come nearer with Ctrl and the wheel."""
        if isinstance(event, QWheelEvent) and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self._zoom(_STEP if event.angleDelta().y() > 0 else 1 / _STEP)
            return True
        return super().eventFilter(watched, event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the page fitting where that was asked for."""
        super().resizeEvent(event)
        if self._fitting:
            QTimer.singleShot(0, self, lambda: self._fit(self._fitting))

    def _connect(self) -> None:
        ui = self.ui
        ui.nearer.clicked.connect(lambda: self._zoom(_STEP))
        ui.farther.clicked.connect(lambda: self._zoom(1 / _STEP))
        ui.whole_page.clicked.connect(lambda: self._fit("page"))
        ui.page_width.clicked.connect(lambda: self._fit("width"))
        ui.export_word.clicked.connect(lambda: self.export_asked.emit(".docx"))
        ui.export_pdf.clicked.connect(lambda: self.export_asked.emit(".pdf"))
        ui.print_pages.clicked.connect(self._ask_printer)
        ui.close_preview.clicked.connect(self.close)
        ui.scroll.verticalScrollBar().valueChanged.connect(self._tell_page)

    @property
    def _place(self) -> int:
        """Return the place of the page that takes the most of the view."""
        middle = self.ui.scroll.verticalScrollBar().value() + self.ui.scroll.viewport().height() // 2
        return self.canvas.page_at(middle)

    def _tell_page(self) -> None:
        page = self.canvas.pages[self._place]
        place, number = self._place + 1, len(self.canvas.pages)
        self.ui.count.setText(f"第 {place} 页，共 {number} 页")
        self.canvas.setAccessibleDescription(page.words)

    def _go(self, place: int) -> None:
        place = min(max(place, 0), len(self.canvas.pages) - 1)
        self.ui.scroll.verticalScrollBar().setValue(self.canvas.top_of(place))

    def _zoom(self, by: float) -> None:
        self._fitting = ""
        self._keeping_place(lambda: self.canvas.zoom(by))

    def _fit(self, how: str) -> None:
        self._fitting = how
        room = self.ui.scroll.maximumViewportSize()
        bar = self.ui.scroll.verticalScrollBar().sizeHint().width()
        height = room.height() if how == "page" else 0
        self._keeping_place(lambda: self.canvas.set_scale(self.canvas.scale_for(room.width() - bar, height)))

    def _keeping_place(self, change: Callable[[], None]) -> None:
        bar = self.ui.scroll.verticalScrollBar()
        place = self._place
        whole = max(self.canvas.top_of(place + 1) - self.canvas.top_of(place), 1)
        part = (bar.value() - self.canvas.top_of(place)) / whole
        change()
        # The bar learns the new range only now, not with the next event.
        self.canvas.resize(self.canvas.minimumSize().expandedTo(self.ui.scroll.viewport().size()))
        whole = self.canvas.top_of(place + 1) - self.canvas.top_of(place)
        bar.setValue(round(self.canvas.top_of(place) + part * whole))
        self._tell_page()

    def _usual_size(self) -> QSize:
        """Return a size that shows a page's whole width and as much height as the screen has."""
        room = self.screen().availableSize()
        width = max(self.canvas.sizeHint().width() + 3 * GAP_PX, _LEAST_WIDTH_PX)
        return QSize(min(width, room.width() - 48), room.height() - 96)

    def _ask_printer(self) -> None:
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        printer.setDocName(self._title)
        dialog = QPrintDialog(printer, self)
        if dialog.exec() == QDialog.DialogCode.Accepted:
            tell_printed(self, printer, done=print_pages(self.canvas.pages, printer))
        dialog.deleteLater()


def tell_printed(parent: QWidget, printer: QPrinter, *, done: bool) -> None:
    """Say so where the printer, or the file in its place, did not take the pages."""
    if done:
        return
    where = printer.outputFileName() or printer.printerName()
    questions.tell(
        parent,
        "没有打印出来",
        f"{where}\n没有收下全部页面。请看看打印机有没有开、有没有纸，打印到文件时文件夹能不能写、磁盘满没满；"
        "也可以导出 Word 再打印。",
    )
