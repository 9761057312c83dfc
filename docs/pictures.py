"""Paints the pictures of the manual, without a display: `.venv/bin/python docs/pictures.py`.

All of them show the invented archive of docs/examples. A picture is as wide as a page of the manual, at most.
"""

from __future__ import annotations

import os
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication, QLabel, QWidget

from reportdesk.document import Document
from reportdesk.gui.app import make_application
from reportdesk.gui.collecting.window import CollectingWindow
from reportdesk.gui.commands.files.opening import read_document
from reportdesk.gui.preview.dialog import PreviewDialog
from reportdesk.gui.preview.pages import laid_pages
from reportdesk.gui.qt.remembering.recent import RecentFiles
from reportdesk.gui.review.dialog import ReviewDialog
from reportdesk.gui.window import MainWindow
from reportdesk.readers import read_file
from reportdesk.report.edit import enter
from reportdesk.review import review_opened
from reportdesk.writers.word.writer import WordWriter

HERE = Path(__file__).resolve().parent
sys.path.append(str(HERE / "examples"))
MANUAL = HERE / "manual"
SAMPLE = HERE / "examples" / "yunxi-2024.json"
#: A page of the manual has room for a picture of this width, in pixels.
WIDEST = 690
WHOLE = QSize(1060, 640)
#: What a small picture file may have.
COLOURS = 256
COLLECTED = QSize(1080, 580)
NARROW = QSize(WIDEST, 560)
#: What the archive gets wrong in the pictures: one cell that no longer adds up.
WRONG = ("requests.received.natural_person", 14)


def main() -> None:
    """Writes the pictures into the manual's folder."""
    make_application()
    with tempfile.TemporaryDirectory() as folder:
        for name, picture in pictures(Path(folder)):
            whole = QImage(picture)
            if whole.width() > WIDEST and not name.startswith("collect"):
                whole = whole.scaledToWidth(WIDEST, Qt.TransformationMode.SmoothTransformation)
            in_few_colours(whole).save(str(MANUAL / f"{name}.png"), "PNG", 1)


def in_few_colours(picture: QImage) -> QImage:
    """Returns a picture in the colours that it has most of, without dither: a third of the room."""
    flat = picture.convertToFormat(QImage.Format.Format_RGB32)
    found = Counter(memoryview(flat.constBits()).cast("I"))
    table = [colour for colour, _ in found.most_common(COLOURS)]
    dither = Qt.ImageConversionFlag.ThresholdDither
    return flat.convertToFormat(QImage.Format.Format_Indexed8, table, dither)


def pictures(folder: Path) -> Iterator[tuple[str, QImage]]:
    """Yields the name and the picture of everything that the manual shows."""
    window = MainWindow(RecentFiles(folder / "recent.json"))
    window.resize(WHOLE)
    window.show()
    window.resize(NARROW)
    yield "welcome", grab(window.welcome)
    window.resize(WHOLE)
    yield from of_report(window, read_document(SAMPLE))
    window.show_document(None)
    window.close()
    yield "review", of_review(folder)
    yield from of_collection(folder)


def of_report(window: MainWindow, document: Document) -> Iterator[tuple[str, QImage]]:
    """Yields what an open report shows."""
    window.show_document(document)
    table = next(n for n, tab in enumerate(window.desk.tabs) if tab.page.table_key == "requests")
    window.desk.turn_to(table)
    window.desk.page.table.go_to(WRONG[0])
    yield "window", grab(window)
    document.apply(enter(document.report, dict((WRONG,))))
    settle()
    yield "table", cut(window.ui.tabs, WIDEST, 330)
    window.findings_panel.resize(340, 400)
    yield "problems", grab(window.findings_panel)
    window.side.show_findings(False)
    window.side.show_guidance(True)
    yield "guidance", cut(window.guidance, 340, 300)
    window.side.show_guidance(False)
    window.side.show_findings(True)
    pages = [tab.page for tab in window.desk.tabs]
    words = next(n for n, page in enumerate(pages) if page.editor and page.table is None and n)
    window.desk.turn_to(words)
    yield "words", cut(window.ui.tabs, WIDEST, 300)
    window.desk.show_agenda(True)
    yield "agenda", cut(window.ui.work, WIDEST, 420)
    preview = PreviewDialog(document.report.printed_title, laid_pages(document.report), window)
    preview.resize(860, 620)
    preview.show()
    yield "preview", grab(preview)
    preview.close()


def of_review(folder: Path) -> QImage:
    """Returns what is shown of last year's file before it is taken."""
    path = folder / "云溪县档案局2024年年报.docx"
    path.write_bytes(WordWriter("nothing").render(read_document(SAMPLE).report))
    review = review_opened(read_file(path))
    assert review is not None
    dialog = ReviewDialog(review, path.name)
    dialog.resize(1000, 620)
    dialog.show()
    return grab(dialog)


def of_collection(folder: Path) -> Iterator[tuple[str, QImage]]:
    """Yields what is collected of the made-up county: its units, and its sums with what they are made of."""
    import make_county

    make_county.main(folder / "county")
    window = CollectingWindow()
    window.resize(COLLECTED)
    window.show()
    window.session.change(
        "添加文件夹",
        paths=(folder / "county" / "收到",),
        roster=folder / "county" / "单位名单.csv",
    )
    window.read()
    while window.session.collection is None or window.reading.is_running:
        QApplication.processEvents()
    window.units.find("云溪县自然资源局")
    report = window.unit_page
    while any(label.isVisible() and "正在读取" in label.text() for label in report.findChildren(QLabel)):
        QApplication.processEvents()
    yield "collect-units", grab(window)
    window.ui.pages.setCurrentWidget(window.sum_page)
    window.sum_page.grids.setCurrentIndex(1)
    window.sum_page.choose(WRONG[0])
    yield "collect-sums", grab(window)
    window.session.done.clear()
    window.keeper.finish()
    window.hide()


def grab(widget: QWidget) -> QImage:
    """Returns a widget as it is on the screen."""
    settle()
    return widget.grab().toImage()


def cut(widget: QWidget, width: int, height: int) -> QImage:
    """Returns the upper left part of a widget, at its own size."""
    settle()
    return widget.grab(QRect(0, 0, width, height)).toImage()


def settle() -> None:
    """Lets everything be laid out, and what follows from that."""
    for _ in range(4):
        QApplication.processEvents()


if __name__ == "__main__":
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    sys.exit(main())
