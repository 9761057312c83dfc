"""A report is opened with little work: what Qt asks for again and again is not worked out again and again."""

from PySide6.QtWidgets import QApplication

from reportdesk.document import Document
from reportdesk.form.place import row_of
from reportdesk.gui.desk.tabs import TabBar
from reportdesk.gui.look.icons import icon, program_icon
from reportdesk.gui.window import MainWindow
from tests.work import work_of

TOTAL = "requests.received.total"


def test_opening_stays_within_bounds(window: MainWindow, sample: Document, blank: Document) -> None:
    window.show_document(blank)
    window.show_document(None)
    assert work_of(lambda: window.show_document(sample)) < 12_000


def test_labels_of_tabs_are_measured_once_until_the_font_is_another(
    window: MainWindow, sample: Document
) -> None:
    window.show_document(sample)
    bar = window.desk._bar
    assert isinstance(bar, TabBar)
    before = bar.tabSizeHint(1).width()
    known = dict(bar._widths_px)
    assert work_of(lambda: bar.tabSizeHint(1)) < 15 * bar.count()
    assert bar._widths_px == known
    font = bar.font()
    font.setPointSizeF(2 * font.pointSizeF())
    bar.setFont(font)
    assert bar.tabSizeHint(1).width() > before


def test_a_table_is_laid_out_again_for_another_zoom_only(window: MainWindow, sample: Document) -> None:
    window.show_document(sample)
    table = window.desk.tabs[3].page.table
    assert table is not None
    height = table.cells.rowHeight(0)
    assert work_of(lambda: table.set_zoom(100)) < 5
    assert work_of(lambda: table.set_show_last_year(True)) < 5
    table.set_zoom(200)
    assert table.cells.rowHeight(0) > height
    wide = table.cells.brush.shows_last
    table.set_show_last_year(not wide)
    assert table.cells.brush.shows_last is not wide


def test_a_row_is_put_into_words_once(sample: Document) -> None:
    words = row_of(sample.form, TOTAL)
    assert work_of(lambda: row_of(sample.form, TOTAL)) < 5
    assert row_of(sample.form, TOTAL) is words


def test_an_icon_is_drawn_once(qapp: QApplication) -> None:
    palette = qapp.palette()
    for draw in (lambda: icon("save", palette), program_icon):
        draw()
        kept = [draw().pixmap(size).cacheKey() for size in (20, 32)]
        assert [draw().pixmap(size).cacheKey() for size in (20, 32)] == kept
