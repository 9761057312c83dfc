"""A key in 64,000 characters with more open beside them: last year's words, a search, cards, the preview.

Processor time of the window's thread, as `keys` measures it; what follows a key after a rest is waited for.
`python -m benchmarks.keys_beside [KIND...]` tries some kinds only.
"""

from __future__ import annotations

import statistics
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from benchmarks.keys import LENGTH, SECTION, Keys, lines_of, over
from benchmarks.sample import sample_report
from benchmarks.timing import HEAD, Line
from benchmarks.window import shown_window
from benchmarks.words import one_paragraph
from reportdesk.document import Document

if TYPE_CHECKING:
    from reportdesk.gui.editor.section_editor import SectionEditor
    from reportdesk.gui.window import MainWindow

#: Seconds that the window is watched after a key at most; it rests once it did nothing for so long.
_WATCHED, _AT_REST = 6.0, 0.7
#: Seconds of a turn in which nothing is done.
_IDLE = 0.002


def _open_last_text(window: MainWindow) -> None:
    window.commands.edit.show_last_text(True)


def _open_search(words: str) -> Callable[[MainWindow], None]:
    def open_it(window: MainWindow) -> None:
        from reportdesk.gui.dialogs.words.find import FindDialog

        window.commands.search.replace()
        window.findChildren(FindDialog)[-1].ui.words.setText(words)

    return open_it


def _open_preview(window: MainWindow) -> None:
    window.commands.preview.preview()


def _accept_half(window: MainWindow) -> None:
    document = window.document
    assert document is not None
    found = [finding for finding in document.open_findings if finding.section == SECTION]
    document.accept_all(found[::2], "已核对")


def _nothing(_: MainWindow) -> None:
    pass


class Scene(NamedTuple):
    """This year's words, last year's, and what is opened beside them."""

    text: Callable[[], str]
    open: Callable[[MainWindow], None]
    last: Callable[[], str] | None = None
    #: What is typed first at each place.
    letter: str = "a"


def _long() -> str:
    return one_paragraph(LENGTH)


def _thousand() -> str:
    return lines_of(one_paragraph(LENGTH), 63)


def _short() -> str:
    return over("字\n")


KINDS: dict[str, Scene] = {
    "last year's, one paragraph": Scene(_long, _open_last_text, _long),
    "last year's, 1,000 paragraphs": Scene(_thousand, _open_last_text, _thousand),
    "last year's, 32,000 paragraphs": Scene(_short, _open_last_text, _short),
    "a search of 200 hits, one paragraph": Scene(_long, _open_search("申请")),
    "a search of 200 hits, 1,000 paragraphs": Scene(_thousand, _open_search("申请")),
    "a search of 200 hits, 32,000 paragraphs": Scene(_short, _open_search("字")),
    "700 findings on 66 cards": Scene(_thousand, _nothing),
    "half of 700 findings accepted": Scene(_thousand, _accept_half),
    "the preview, one paragraph": Scene(_long, _open_preview),
    "the preview, 1,000 paragraphs": Scene(_thousand, _open_preview),
    "the first Hebrew letter, 1,000 paragraphs": Scene(_thousand, _nothing, None, "ש"),
    "the first Hebrew letter, 32,000 paragraphs": Scene(_short, _nothing, None, "ש"),
}


def lines(kinds: tuple[str, ...] = ()) -> Iterator[Line]:
    """Times of keys by what is open beside them: the median, then the longest."""
    for kind in kinds or KINDS:
        keys = keys_beside(KINDS[kind])
        middle, longest, turn = statistics.median(keys.painted), max(keys.painted), max(keys.after)
        what = f"keys beside: {kind}, the longest {longest:.0f} ms, turn after it {turn:.0f} ms"
        yield Line(what, middle, processor=middle, rounds=len(keys.painted))


def keys_beside(scene: Scene) -> Keys:
    """Press keys at the begin, in the middle and at the end of a text with something open beside it."""
    from PySide6.QtWidgets import QApplication

    window = shown_window()
    report = sample_report()
    last = report.last
    if scene.last is not None and last is not None:
        last = replace(last, texts={**last.texts, SECTION: scene.last()})
    document = Document(replace(report, texts={**report.texts, SECTION: scene.text()}, last=last))
    window.show_document(document)
    window.desk.turn_to(1)
    editor = window.desk.page.editor if window.desk.page else None
    assert editor is not None
    _settle()
    scene.open(window)
    _settle()
    editor.setFocus()
    keys = Keys([], [])
    for share in (0.0, 0.5, 1.0):
        place = round(share * (editor.document().characterCount() - 1))
        for press in _presses(editor, place, scene.letter):
            begun = time.thread_time()
            press()
            # What the key changed is painted; timers wait.
            QApplication.sendPostedEvents()
            keys.painted.append(1000 * (time.thread_time() - begun))
            keys.after.append(1000 * _settle())
    window.show_document(None)
    window.close()
    window.deleteLater()
    return keys


def _settle() -> float:
    """Let the window work until it rests; return the seconds of its longest turn."""
    from PySide6.QtWidgets import QApplication

    longest, end = 0.0, time.perf_counter() + _WATCHED
    still = time.perf_counter()
    while time.perf_counter() < min(end, still + _AT_REST):
        begun = time.thread_time()
        QApplication.processEvents()
        taken = time.thread_time() - begun
        longest = max(longest, taken)
        if taken > _IDLE:
            still = time.perf_counter()
        time.sleep(0.001)
    return longest


def _presses(editor: SectionEditor, place: int, letter: str) -> Iterator[Callable[[], object]]:
    from PySide6.QtCore import QEvent, Qt
    from PySide6.QtGui import QKeyEvent
    from PySide6.QtTest import QTest
    from PySide6.QtWidgets import QApplication

    key = Qt.Key
    cursor = editor.textCursor()
    cursor.setPosition(place)
    editor.setTextCursor(cursor)
    # Qt's own tests know Latin keys only.
    typed = QKeyEvent(QEvent.Type.KeyPress, 0, Qt.KeyboardModifier.NoModifier, letter)
    yield lambda: QApplication.sendEvent(editor, typed)
    for pressed in (key.Key_Return, key.Key_Up, key.Key_Down, key.Key_Backspace):
        yield lambda pressed=pressed: QTest.keyClick(editor, pressed)


if __name__ == "__main__":
    print(HEAD)
    for line in lines(tuple(sys.argv[1:])):
        print(line, flush=True)
