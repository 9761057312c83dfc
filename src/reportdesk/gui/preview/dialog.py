"""The window of the preview: pages one below the other, nearer and farther, and onto the printer."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QKeyEvent, QPageLayout, QPageSize, QPainter, QPaintEvent
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QDialog, QWidget

from reportdesk.gui.forms.preview import Ui_Preview
from reportdesk.gui.look.theme import theme_of
from reportdesk.gui.preview.pages import PAGE, SheetOfPaper
from reportdesk.gui.qt import questions

_GAP = 16
_STEP = 1.2
#: Up to this height (in pixels) a screen shows the paper smaller than it is.
_LOW = 900
_LEAST, _MOST = 0.5, 4.0


class PreviewDialog(QDialog):
    """Shows pages as they will be printed; it changes nothing."""

    def __init__(self, title: str, pages: Sequence[SheetOfPaper], parent: QWidget | None = None) -> None:
        """Show the pages of a report with a title."""
        super().__init__(parent)
        self.ui = Ui_Preview()
        self.ui.setupUi(self)
        self.setWindowTitle(f"预览：{title}")
        self._title = title
        self._pages = pages
        self.canvas = Canvas(pages, 1.25 if self.screen().availableSize().height() > _LOW else 1.0)
        self.ui.scroll.setWidget(self.canvas)
        self.ui.count.setText(f"共 {len(pages)} 页，A4；字体和分页以 Word 文件为准")
        self.ui.nearer.clicked.connect(lambda: self.canvas.zoom(_STEP))
        self.ui.farther.clicked.connect(lambda: self.canvas.zoom(1 / _STEP))
        self.ui.print_pages.clicked.connect(self._ask_printer)
        self.ui.close_preview.clicked.connect(self.close)
        self.resize(self._fitting())
        self.canvas.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Come nearer and go farther with the keys that zoom the desk."""
        is_control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        if is_control and event.key() in {Qt.Key.Key_Plus, Qt.Key.Key_Equal}:
            self.canvas.zoom(_STEP)
        elif is_control and event.key() == Qt.Key.Key_Minus:
            self.canvas.zoom(1 / _STEP)
        else:
            super().keyPressEvent(event)

    def _fitting(self) -> QSize:
        """Return a size that shows a page's whole width and as much height as the screen has."""
        room = self.screen().availableSize()
        return QSize(min(self.canvas.sizeHint().width() + 48, room.width() - 48), room.height() - 96)

    def _ask_printer(self) -> None:
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        printer.setDocName(self._title)
        dialog = QPrintDialog(printer, self)
        if dialog.exec() == QDialog.DialogCode.Accepted:
            tell_printed(self, printer, done=print_pages(self._pages, printer))
        dialog.deleteLater()


def tell_printed(parent: QWidget, printer: QPrinter, *, done: bool) -> None:
    """Say so where the printer, or the file in its place, did not take the pages."""
    if done:
        return
    where = printer.outputFileName() or printer.printerName()
    questions.tell(
        parent,
        "没有打印出来",
        f"{where}\n没有收下全部页面。请看看打印机有没有开、有没有纸，打印到文件时文件夹能不能写；"
        "也可以导出 Word 再打印。",
    )


class Canvas(QWidget):
    """Paints the pages that are in view."""

    def __init__(self, pages: Sequence[SheetOfPaper], scale: float) -> None:
        """Show pages at a scale in pixels a point."""
        super().__init__()
        self._pages = pages
        self._scale = scale
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(f"预览，共 {len(pages)} 页")
        self.resize(self.sizeHint())

    def zoom(self, by: float) -> None:
        """Come nearer (above 1) or go farther (below 1)."""
        self._scale = min(max(self._scale * by, _LEAST), _MOST)
        self.resize(self.sizeHint())
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Return the size of all pages with gaps around."""
        width = round(PAGE.width() * self._scale) + 2 * _GAP
        return QSize(width, round(self._pitch * len(self._pages)) + _GAP)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the pages over the desk's ground."""
        theme = theme_of(self.palette())
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(event.rect(), theme.derived.ground)
        left = max(_GAP, (self.width() - PAGE.width() * self._scale) / 2)
        for place, page in enumerate(self._pages):
            top = _GAP + place * self._pitch
            sheet = QRectF(left, top, PAGE.width() * self._scale, PAGE.height() * self._scale)
            if not sheet.intersects(QRectF(event.rect())):
                continue
            painter.save()
            painter.translate(sheet.topLeft())
            painter.scale(self._scale, self._scale)
            page.paint(painter)
            painter.restore()
            painter.setPen(theme.hairline)
            painter.drawRect(sheet)
        painter.end()

    @property
    def _pitch(self) -> float:
        return PAGE.height() * self._scale + _GAP


def print_pages(pages: Sequence[SheetOfPaper], printer: QPrinter) -> bool:
    """Print pages on A4, in the range that the printer was told; tell whether the printer took them all."""
    printer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    printer.setFullPage(True)
    printer.setPageOrientation(QPageLayout.Orientation.Portrait)
    first = printer.fromPage() or 1
    wanted = pages[first - 1 : printer.toPage() or len(pages)]
    painter = QPainter()
    if not painter.begin(printer):
        return False
    taken = True
    for number, page in enumerate(wanted):
        if number and not printer.newPage():
            taken = False
            break
        painter.save()
        painter.scale(printer.resolution() / 72, printer.resolution() / 72)
        page.paint(painter)
        painter.restore()
    return painter.end() and taken and printer.printerState() is not QPrinter.PrinterState.Error
