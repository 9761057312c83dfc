"""A robot that works in a real window at random, from a seed, and compares everything after what it did."""

from __future__ import annotations

import random
import string
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path

from PySide6.QtCore import QEvent, Qt, QTimer
from PySide6.QtGui import QGuiApplication, QInputMethodEvent, QKeyEvent, QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QMessageBox, QProgressDialog, QWidget

from reportdesk.checks.engine import Checker
from reportdesk.document import Document
from reportdesk.export import export_report
from reportdesk.gui.desk.pages.page import Page
from reportdesk.gui.editor.section_editor import SectionEditor
from reportdesk.gui.qt.widgets.text_change import utf16_length
from reportdesk.gui.window import MainWindow
from reportdesk.project.kept.snapshot import read_snapshot
from reportdesk.readers import read_report
from reportdesk.report.compare import compare
from reportdesk.report.edit import set_field, take_sums
from reportdesk.rollover import roll
from tests.faults import window_oracle as oracle

_FIGURES = ("0", "1", "7", "12", "１２", "1,234", "999999", "1.5", "abc", "-3", "", "/", "007", " 5 ")
_WORDS = (
    *(
        "2024年，",
        "本局收到申请12件，",
        "办结9件。",
        "（一）主动公开",
        "其中5件",
        "不予公开3件；",
        "上年结转1件",
    ),
    *("13800138000", "公开的内容还不够丰富。", "\u3000\u3000", "😀", "𠮷", "“", "）", "2019年", " ", "a\tb"),
)
_KEYS = (Qt.Key.Key_Return, Qt.Key.Key_Backspace, Qt.Key.Key_Delete, Qt.Key.Key_Home, Qt.Key.Key_End)
_KINDS = (".docx", ".xlsx", ".html", ".json")
#: All findings are found anew after so many operations; each costs some 30 ms.
_FINDINGS_EVERY, _PAGES_EVERY = 4, 10
_HASTY_RESTS_EVERY, _HASTY_COMPARES_EVERY = 10, 500
_LOOK_MS = 20
#: A report does not grow for ever: half of a longer text is deleted before more is typed.
_LONGEST_TEXT_CHARACTERS = 600


def _let_qt_work(window: MainWindow) -> None:
    """Do what the program's own loop does after each event; without one Qt keeps what is to be deleted."""
    QApplication.processEvents()
    while not window.desk.is_current:
        QApplication.processEvents()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


class WindowRobot:
    """Works in a window; `faults` is what was found wrong, each with the operations before it.

    One `in_haste` lets the window catch up after ten operations, and compares after five hundred.
    """

    def __init__(self, window: MainWindow, folder: Path, seed: int, *, in_haste: bool = False) -> None:
        """Begin with the report that the window shows, whose files go into a folder."""
        self._in_haste = in_haste
        self.window = window
        self.folder = folder
        self.faults: list[str] = []
        self.done: Counter[str] = Counter()
        self._draw = random.Random(seed)
        self._seed = seed
        self._last: list[str] = []
        self._number = 0
        self._checkers: dict[str, Checker] = {}
        self._answers = random.Random(seed)
        self._watch = QTimer(window, interval=_LOOK_MS)
        self._watch.timeout.connect(self._answer)
        self._watch.start()

    @property
    def document(self) -> Document:
        """Return the open document."""
        assert self.window.document is not None
        return self.window.document

    def work(self, operations: int) -> None:
        """Do so many operations and compare after each."""
        acts, weights = zip(*self._acts().items(), strict=True)
        for self._number in range(1, operations + 1):
            act = self._draw.choices(acts, weights)[0]
            self._last = [*self._last[-7:], act.__name__.strip("_")]
            self.done[act.__name__.strip("_")] += 1
            act()
            if not self._in_haste:
                _let_qt_work(self.window)
                self._compare()
            elif self._number % _HASTY_COMPARES_EVERY == 0:
                self._compare_all()
            elif self._number % _HASTY_RESTS_EVERY == 0:
                _let_qt_work(self.window)
            else:
                QApplication.processEvents()
            if len(self.faults) > 5:
                return

    def _acts(self) -> dict[Callable[[], None], float]:
        return {
            self._type_a_figure: 30,
            self._leave_a_figure_open: 4,
            self._press_keys_in_a_grid: 6,
            self._paste_a_block: 3,
            self._type_words: 20,
            self._press_keys_in_words: 6,
            self._undo: 10,
            self._redo: 6,
            self._turn: 5,
            self._fill_blanks: 1,
            self._take_sums: 1,
            self._accept: 2,
            self._withdraw: 1,
            self._name: 1,
            self._zoom: 1,
            self._keep: 1,
            self._save: 2,
            self._reopen: 0.5,
            self._export: 0.3,
            self._roll: 0.15,
        }

    def _answer(self) -> None:
        """Answer a question that came up, by any of its buttons; leave any other dialog."""
        dialog = QApplication.activeModalWidget()
        if isinstance(dialog, QMessageBox):
            self.done["answers"] += 1
            self._answers.choice(dialog.buttons()).click()
        elif isinstance(dialog, QDialog) and not isinstance(dialog, QProgressDialog):
            self.done["answers"] += 1
            dialog.reject()

    # What a hand does

    def _type_a_figure(self) -> None:
        self._write_figure()
        page = self._table_page()
        assert page.table is not None
        key = self._draw.choice((Qt.Key.Key_Return, Qt.Key.Key_Tab, Qt.Key.Key_Escape, Qt.Key.Key_Down))
        QTest.keyClick(page.table.cells.field() or page.table.cells, key)

    def _leave_a_figure_open(self) -> None:
        self._write_figure()

    def _write_figure(self) -> None:
        page = self._table_page()
        assert page.table is not None
        cells = page.table.document.form.cells_of(page.table_key)
        page.go_to_cell(self._draw.choice(cells).key)
        for letter in self._draw.choice(_FIGURES):
            self._press_letter(page.table.cells.field() or page.table.cells, letter)

    def _press_keys_in_a_grid(self) -> None:
        page = self._table_page()
        assert page.table is not None
        for _ in range(self._draw.randint(1, 4)):
            key = self._draw.choice((*_KEYS, Qt.Key.Key_Up, Qt.Key.Key_Right, Qt.Key.Key_F2))
            shift = self._draw.choice((Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier))
            QTest.keyClick(page.table.cells.field() or page.table.cells, key, shift)

    def _paste_a_block(self) -> None:
        page = self._table_page()
        assert page.table is not None
        lines = [
            "\t".join(self._draw.choice(_FIGURES) for _ in range(self._draw.randint(1, 8)))
            for _ in range(self._draw.randint(1, 5))
        ]
        QGuiApplication.clipboard().setText("\n".join(lines))
        if page.table.finish_editing():
            page.table.cells.paste()

    def _type_words(self) -> None:
        editor = self._words_page().editor
        assert editor is not None
        if len(editor.toPlainText()) > _LONGEST_TEXT_CHARACTERS:
            self._delete_half(editor)
        self._place_cursor(editor)
        committing = QInputMethodEvent()
        committing.setCommitString(self._draw.choice(_WORDS))
        QApplication.sendEvent(editor, QInputMethodEvent("pin yin", []))
        QApplication.sendEvent(editor, committing)

    def _delete_half(self, editor: SectionEditor) -> None:
        cursor = editor.textCursor()
        cursor.setPosition(0)
        cursor.setPosition(utf16_length(editor.toPlainText()) // 2, QTextCursor.MoveMode.KeepAnchor)
        editor.setTextCursor(cursor)
        QTest.keyClick(editor, Qt.Key.Key_Delete)

    def _press_keys_in_words(self) -> None:
        editor = self._words_page().editor
        assert editor is not None
        self._place_cursor(editor)
        for _ in range(self._draw.randint(1, 5)):
            if self._draw.random() < 0.5:
                self._press_letter(editor, self._draw.choice(string.ascii_letters + string.digits))
            else:
                QTest.keyClick(editor, self._draw.choice(_KEYS))

    def _undo(self) -> None:
        self.window.ui.action_undo.trigger()

    def _redo(self) -> None:
        self.window.ui.action_redo.trigger()

    def _turn(self) -> None:
        self.window.desk.turn_to(self._draw.randrange(len(self.window.desk.tabs)))

    def _fill_blanks(self) -> None:
        page = self._table_page()
        assert page.table is not None
        if page.table.finish_editing():
            page.table.cells.selectAll()
            page.table.fill_selection_blanks()

    def _take_sums(self) -> None:
        if disputed := list(self.document.contradicted):
            self.document.apply(take_sums(self.document.report, [self._draw.choice(disputed)]))

    def _accept(self) -> None:
        if found := self.document.open_findings:
            self.document.accept(self._draw.choice(found), self._draw.choice(_WORDS) or "已核对")

    def _withdraw(self) -> None:
        if found := [*{*self.document.findings} - {*self.document.open_findings}]:
            self.document.withdraw_acceptance(self._draw.choice(sorted(found, key=str)))

    def _name(self) -> None:
        name = self._draw.choice(("云溪县档案局", "云溪县人民政府", "云溪镇人民政府", "云溪县司法局 "))
        self.document.apply(set_field(self.document.report, "organ", name))

    def _zoom(self) -> None:
        self.window.desk.set_zoom(self._draw.choice((80, 100, 130, 200)))

    # What goes to the disk

    def _keep(self) -> None:
        taken = self.window.autosaver._keep()
        if taken is not None and read_snapshot(taken.result(60)).report != self.document.report:
            self._fault("a snapshot holds another report")

    def _save(self) -> None:
        if self._may_leave():
            path = self.document.path or self.folder / f"{self._number}.rdesk"
            if not self.window.commands.save.save_to(path):
                self._fault("a save was refused")
            for fault in oracle.faults_of_file(path, self.document.report):
                self._fault(fault)

    def _reopen(self) -> None:
        self._save()
        if self.document.path is not None and not self.document.is_dirty:
            before, path = self.document.report, self.document.path
            # One that is open is not read again.
            self.window.show_document(None)
            self.window.commands.files.open_path(path)
            if self.document.report != before:
                self._fault("another report was opened than saved")

    def _export(self) -> None:
        if not self._may_leave():
            return
        path = self.folder / f"export{self._draw.choice(_KINDS)}"
        export_report(self.document.report, path, force=True)
        if compare(self.document.report, read_report(path)):
            self._fault(f"{path.suffix} reads back otherwise")

    def _roll(self) -> None:
        self._save()
        if self._may_leave() and 2019 <= self.document.report.year < 2030:
            rolled = roll(self.document.report).report
            self.window.show_document(Document(rolled))

    def finish(self) -> None:
        """Save, hold the command line against the window, and take everything back and do it again."""
        self._save()
        if self.document.path is not None:
            for fault in oracle.faults_of_command_line(self.document.path, self.document):
                self._fault(fault)
        last = self.document.report
        steps = 0
        while self.document.undo() is not None:
            steps += 1
        self._compare_all()
        for _ in range(steps):
            self.document.redo()
        if self.document.report != last:
            self._fault(f"{steps} steps taken back and done again give another report")
        self._compare_all()

    # How it is compared

    def _compare(self) -> None:
        self._add(oracle.faults_of_figures(self.document))
        self._add(oracle.faults_of_panel(self.window))
        if self._number % _FINDINGS_EVERY == 0:
            self._add(oracle.faults_of_findings(self.document, self._checker()))
        if self._number % _PAGES_EVERY == 0:
            self._add(oracle.faults_of_pages(self.window))

    def _compare_all(self) -> None:
        _let_qt_work(self.window)
        self._add(oracle.faults_of_figures(self.document))
        self._add(oracle.faults_of_findings(self.document, self._checker()))
        self._add(oracle.faults_of_pages(self.window))
        self._add(oracle.faults_of_panel(self.window))

    def _add(self, faults: Iterator[str]) -> None:
        for fault in faults:
            self._fault(fault)

    def _fault(self, what: str) -> None:
        self.faults.append(f"seed {self._seed}, operation {self._number} ({', '.join(self._last)}): {what}")

    def _checker(self) -> Checker:
        form = self.document.form
        return self._checkers.setdefault(form.edition, Checker(form))

    # Where a hand finds what it works on

    def _may_leave(self) -> bool:
        """Close what is being typed; a figure that no cell takes is given up."""
        if not self.window.desk.finish_editing():
            page = self.window.desk.page
            if page is not None and page.table is not None and (field := page.table.cells.field()):
                QTest.keyClick(field, Qt.Key.Key_Escape)
        return self.window.desk.finish_editing()

    def _table_page(self) -> Page:
        return self._a_page(lambda page: page.table is not None)

    def _words_page(self) -> Page:
        return self._a_page(lambda page: page.editor is not None)

    def _a_page(self, is_fit: Callable[[Page], bool]) -> Page:
        """Stay on the page in view if it is fit, mostly, else turn to another."""
        pages = [tab.page for tab in self.window.desk.tabs]
        here = self.window.desk.page
        if here is not None and is_fit(here) and self._draw.random() < 0.7:
            return here
        fit = [number for number, page in enumerate(pages) if is_fit(page)]
        number = self._draw.choice(fit)
        self.window.desk.turn_to(number)
        return pages[number]

    def _place_cursor(self, editor: QWidget) -> None:
        cursor: QTextCursor = editor.textCursor()  # type: ignore[attr-defined]
        words = cursor.document().toPlainText()
        # No key and no mouse leads between the halves of a character.
        cursor.setPosition(utf16_length(words[: self._draw.randint(0, len(words))]))
        editor.setTextCursor(cursor)  # type: ignore[attr-defined]

    def _press_letter(self, widget: QWidget, letter: str) -> None:
        pressed = QKeyEvent(QEvent.Type.KeyPress, ord(letter), Qt.KeyboardModifier.NoModifier, letter)
        QApplication.sendEvent(widget, pressed)
