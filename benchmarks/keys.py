"""A key in 64,000 characters of each kind of text until it is painted, and the longest turn after it.

Processor time of the window's thread. `python -m benchmarks.keys [KIND...]` tries some kinds only.
"""

from __future__ import annotations

import statistics
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from benchmarks.sample import sample_report
from benchmarks.timing import HEAD, Line
from benchmarks.window import let_pass, shown_window
from benchmarks.words import one_paragraph
from reportdesk.document import Document

if TYPE_CHECKING:
    from reportdesk.gui.editor.section_editor import SectionEditor

LENGTH = 64_000
SECTION = "overview"
ROUNDS = 2
#: Turns of the loop that are watched after a key, at most; examining goes on for long after some.
TURNS = 12
#: Characters that are chosen and typed over.
CHOSEN = 100


def _over(words: str) -> str:
    return (words * (LENGTH // len(words) + 1))[:LENGTH]


def _lines(words: str, each: int) -> str:
    return "\n".join(words[place : place + each] for place in range(0, len(words), each + 1))[:LENGTH]


#: What each text is made of; where no line ends and no longest paragraph are named it is one paragraph.
KINDS: dict[str, Callable[[], str]] = {
    "sentences, one paragraph": lambda: one_paragraph(LENGTH),
    "sentences, paragraphs of 300": lambda: _lines(one_paragraph(LENGTH), 300),
    "paragraphs of one character": lambda: _over("字\n"),
    "empty paragraphs": lambda: _over("\n"),
    "Latin words": lambda: _over("The office answered every request it had received. "),
    "one Latin word": lambda: _over("abcdefghij"),
    "CJK without signs": lambda: _over("公开信息申请办理答复"),
    "extension B": lambda: "".join(chr(0x20000 + number % 42_000) for number in range(LENGTH)),
    "Hebrew": lambda: _over("שלום עולם זה טקסט "),
    "Arabic": lambda: _over("السلام عليكم هذا نص "),
    "Hebrew, one word": lambda: _over("שלוםעולם"),
    "Arabic, one word": lambda: _over("السلامعليكم"),
    "Thai": lambda: _over("สวัสดีชาวโลกนี่คือข้อความ"),
    "Devanagari": lambda: _over("नमस्ते दुनिया यह एक पाठ है "),
    "combining marks": lambda: _over("e\u0301\u0300\u0302\u0323"),
    "combining marks, one stack": lambda: "e" + "\u0301" * (LENGTH - 1),
    "joined emoji": lambda: _over("👨\u200d👩\u200d👧\u200d👦"),
    "flags": lambda: _over("🇨🇳🇩🇪"),
    "emoji": lambda: _over("😀🎉"),
    "bidi controls": lambda: _over("a\u202eb\u202c\u2067c\u2069字\u200f"),
    "bidi, nested": lambda: _over("\u202b\u202a字"),
    "tabs": lambda: _over("\t"),
    "words and tabs": lambda: _over("字\t"),
    "zero width": lambda: _over("\u200b\u200d\ufeff"),
    "unassigned": lambda: _over("\u0378\u0379\U000e0080\ue000"),
    "full-width digits": lambda: _over("１２３４５６７８９０"),
    "digits": lambda: _over("1234567890"),
    "spaces": lambda: _over(" "),
    "ideographic spaces": lambda: _over("\u3000"),
    "numbers of a phrase": lambda: _over("其中5件，"),
    "brackets": lambda: _over("（"),
    "quotation marks": lambda: _over("“”"),
    "a sign and an emoji in turn": lambda: _over("字😀"),
    "signs of two scripts in turn": lambda: _over("字ש"),
    "three scripts in turn": lambda: _over("字שг"),
    "Hangul by letters": lambda: _over("\u1112\u1161\u11ab"),
    "variation selectors": lambda: _over("葛\U000e0100"),
    "soft hyphens": lambda: _over("\u00ad"),
    "no-break spaces": lambda: _over("字\u00a0"),
    "line separators": lambda: _over("字\u2028"),
    "lines of one figure": lambda: _over("5\n"),
    "lines of a space": lambda: _over(" \n"),
    "a heading on every line": lambda: _over("（一）主动公开\n"),
    "one sentence over and over": lambda: _lines(_over("收到申请5件。"), 7_900),
    "spelt years": lambda: _lines(_over("二〇二三年"), 7_900),
    "different sentences, a line each": lambda: "\n".join(
        f"第{number}季收到政府信息公开申请{number}件，均已答复。" for number in range(2_500)
    )[:LENGTH],
    "many scripts": lambda: _over("公开a שלום 5件，สวัสดี 👨\u200d👩 नमस्ते e\u0301\U00020bb7 г "),
}


class Keys(NamedTuple):
    """Milliseconds of each key of a text until it is painted, and of the longest turn after it."""

    painted: list[float]
    after: list[float]


def lines(kinds: tuple[str, ...] = ()) -> Iterator[Line]:
    """Times of keys by kind of text: the median, then the longest; the same where its better try counts."""
    for kind in kinds or KINDS:
        keys = keys_in(KINDS[kind]())
        middle, longest, turn = statistics.median(keys.painted), max(keys.painted), max(keys.after)
        each = len(keys.painted) // ROUNDS
        # Other work on the machine rarely meets the same key twice.
        better = max(min(keys.painted[number::each]) for number in range(each))
        longest_of = f"the longest {longest:.0f} ms, of better tries {better:.0f}"
        what = f"keys: {kind}, {longest_of}, turn after it {turn:.0f} ms"
        yield Line(what, middle, processor=middle, rounds=len(keys.painted))


def keys_in(text: str) -> Keys:
    """Press keys at the begin, in the middle and at the end of a text in a window's editor."""
    window = shown_window()
    report = sample_report()
    window.show_document(Document(replace(report, texts={**report.texts, SECTION: text})))
    window.desk.turn_to(1)
    editor = window.desk.page.editor if window.desk.page else None
    assert editor is not None
    let_pass(200)
    keys = Keys([], [])
    for _ in range(ROUNDS):
        for share in (0.0, 0.5, 1.0):
            place = round(share * (editor.document().characterCount() - 1))
            for press in _presses(editor, place):
                _press(press, keys)
    window.show_document(None)
    window.close()
    window.deleteLater()
    return keys


def _press(press: Callable[[], None], keys: Keys) -> None:
    from PySide6.QtWidgets import QApplication

    begun = time.thread_time()
    press()
    # What the key changed is painted; timers wait.
    QApplication.sendPostedEvents()
    keys.painted.append(1000 * (time.thread_time() - begun))
    longest = 0.0
    for _ in range(TURNS):
        begun = time.thread_time()
        QApplication.processEvents()
        longest = max(longest, time.thread_time() - begun)
        time.sleep(0.004)
    keys.after.append(1000 * longest)


def _presses(editor: SectionEditor, place: int) -> Iterator[Callable[[], None]]:
    """What is pressed at a place: letters, line ends, what takes away, a selection typed over, moves."""
    from PySide6.QtCore import Qt
    from PySide6.QtGui import QTextCursor
    from PySide6.QtTest import QTest

    key = Qt.Key
    cursor = editor.textCursor()
    cursor.setPosition(place)
    editor.setTextCursor(cursor)
    for pressed in (
        *(key.Key_A, key.Key_5, key.Key_Backspace, key.Key_Return, key.Key_A, key.Key_Left),
        *(key.Key_Backspace, key.Key_Right, key.Key_Delete, key.Key_Return, key.Key_Backspace),
        *(key.Key_Up, key.Key_Down),
    ):
        yield lambda pressed=pressed: QTest.keyClick(editor, pressed)
    cursor = editor.textCursor()
    cursor.movePosition(QTextCursor.MoveOperation.Left, QTextCursor.MoveMode.KeepAnchor, CHOSEN)
    editor.setTextCursor(cursor)
    yield lambda: QTest.keyClick(editor, key.Key_A)
    yield lambda: QTest.keyClick(editor, key.Key_Z, Qt.KeyboardModifier.ControlModifier)


if __name__ == "__main__":
    print(HEAD)
    for line in lines(tuple(sys.argv[1:])):
        print(line, flush=True)
