"""A report that is opened again and again leaves nothing of the one before; what is remembered has an end."""

import gc
from pathlib import Path

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication
from pytestqt.logging import _QtMessageCapture

from reportdesk.gui.window import MainWindow
from reportdesk.prose.figures.compared.breakdowns import breakdowns_in
from reportdesk.prose.figures.cutting.groups import groups_in
from reportdesk.prose.figures.reading.paragraph import read_sentence
from reportdesk.prose.lexicon.lexicon import load_lexicon
from reportdesk.prose.text.remembered import MOST_SENTENCE_CHARACTERS
from tests.gui.clerk import settle, shown_document

#: What passes may leave a few lists of Python's own.
_A_FEW = 40


def open_again(window: MainWindow, path: Path, times: int) -> tuple[int, int]:
    """Open and close a report; return how many widgets and how many objects there are then."""
    for _ in range(times):
        window.show_document(None)
        window.open_path(path)
        window.desk.turn_to(3)
        settle(window)
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    gc.collect()
    return len(QApplication.allWidgets()), len(gc.get_objects())


def test_nothing_of_a_report_is_left_when_it_is_opened_again(
    qtlog: _QtMessageCapture, window: MainWindow, saved: Path
) -> None:
    widgets, objects = open_again(window, saved, 3)
    said = len(qtlog.records)
    widgets_later, objects_later = open_again(window, saved, 4)
    assert widgets_later == widgets
    # What Qt says meanwhile the test's own log keeps: a record, and where it was said.
    assert objects_later - objects < _A_FEW + 2 * (len(qtlog.records) - said)


def test_what_sentences_are_remembered_has_an_end(window: MainWindow, saved: Path) -> None:
    window.open_path(saved)
    lexicon = load_lexicon(shown_document(window).form)
    for number in range(MOST_SENTENCE_CHARACTERS // 20):
        groups_in(f"收到申请{number}件。", lexicon)
    breakdowns_in("".join(f"收到申请{number}件，其中2件。" for number in range(200)), lexicon)
    assert groups_in.characters <= MOST_SENTENCE_CHARACTERS // 5
    assert read_sentence.characters <= MOST_SENTENCE_CHARACTERS
