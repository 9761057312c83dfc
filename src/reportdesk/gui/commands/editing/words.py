"""What a clerk does to the words of the open report from menus and keys: marks, sentences, tidying."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reportdesk.errors import ReportDeskError
from reportdesk.gui.qt import questions

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reportdesk.checks.finding import Finding
    from reportdesk.document import Document
    from reportdesk.gui.editor.mark_list import TextMark
    from reportdesk.gui.editor.section_editor import SectionEditor
    from reportdesk.gui.shell import Shell


class WordCommands:
    """Turns the window's actions on words into edits of its document, and says what was done."""

    def __init__(self, window: Shell) -> None:
        """Act on whatever document a window shows."""
        self._window = window
        window.desk.nil_asked.connect(self.nil_report)
        window.desk.sentence_asked.connect(self.insert_sentence)
        window.findings_panel.take_asked.connect(self.take_figures)
        window.findings_panel.tidy_asked.connect(self.tidy)

    def take_figure(self) -> None:
        """Let the number at the caret be what the tables say."""
        editor = self._editor_in_use
        if editor is not None:
            self._tell(editor.marks.take_figure())
        elif not self._window.findings_panel.take_figures():
            self._tell(_NO_MARK)

    def take_figures(self, findings: Sequence[Finding]) -> None:
        """Let the numbers that findings are about be what the tables say, in one step."""
        from reportdesk.gui.editor.mark_list import edit_to_take

        if not self._window.desk.finish_editing():
            return
        edit, left = edit_to_take(self._document, findings)
        if edit:
            self._document.apply(edit)
        done = len(findings) - len(left)
        said = f"已把 {done} 处改成表中的数，可以撤销" if done else ""
        remark = f"有 {len(left)} 处写的不是数字，请改写那句话" if left else ""
        self._tell("；".join(filter(None, (said, remark))))

    def go_to_figure(self) -> None:
        """Go to the cell that the number at the caret tells."""
        mark = self._mark
        cells = self._window.findings_panel.choice.cells
        if mark is not None and mark.cells:
            self._window.desk.go_to_cells(mark.cells)
        elif self._editor_in_use is None and cells:
            self._window.desk.go_to_cells(cells)
        else:
            self._tell(_NO_MARK)

    def explain_figure(self) -> None:
        """Ask why the words at the caret are right as they stand, or take that word back."""
        mark = self._mark
        if self._editor_in_use is None and self._window.findings_panel.choice.first is not None:
            self._window.findings_panel.accept_current()
            return
        if mark is None or mark.finding is None:
            self._tell("光标不在需要说明的地方")
            return
        self._window.findings_panel.accept_asked.emit(mark.finding)
        if mark.look == "accepted":
            self._tell("已取消说明，可以撤销")

    def insert_sentence(self) -> None:
        """Offer the sentences of the section in view, and write the one chosen at the caret."""
        from reportdesk.gui.dialogs.words.sentence import SentenceDialog

        page = self._window.desk.page
        if not self._window.desk.finish_editing():
            return
        dialog = SentenceDialog(self._document, page.key if page is not None else "", self._window)
        if dialog.exec() and dialog.offer is not None:
            edit, offer = dialog.replacement, dialog.offer
            if dialog.is_replacing and edit:
                self._document.apply(edit)
                self._show_words(offer.section, dialog.words)
            elif page is not None and page.editor is not None:
                page.show_words(True)
                page.editor.insert_sentence(dialog.words)
                page.editor.setFocus()
            place = self._document.form.heading_of(offer.section)
            self._tell(f"句子已写入“{place}”，可以撤销；现在是普通文字，可以再改")
        dialog.deleteLater()

    def nil_report(self) -> None:
        """Show what a report without requests and disputes will say; do it as one step if it is wanted."""
        from reportdesk.gui.dialogs.nil_report import NilReportDialog
        from reportdesk.prose.sentences.nil import nil_report

        if not self._window.desk.finish_editing():
            return
        try:
            nil = nil_report(self._document.report)
        except ReportDeskError as error:
            questions.tell_error(self._window, error)
            return
        if not nil.edit:
            self._tell("已经是这样填写的了，没有要改的")
            return
        dialog = NilReportDialog(nil, self._window)
        if dialog.exec():
            self._document.apply(nil.edit)
            self._tell(f"已填好：{nil.done[0]}，写入 {len(nil.done) - 1} 句，可以撤销")
        dialog.deleteLater()

    def tidy(self) -> None:
        """Show what can be tidied, and tidy what is chosen as one step."""
        from reportdesk.gui.dialogs.words.tidy import TidyDialog
        from reportdesk.prose.sentences.tidy import proposals, tidy

        if not self._window.desk.finish_editing():
            return
        if not proposals(self._document.report):
            self._tell("标点、括号、空格都很整齐，没有要整理的")
            return
        dialog = TidyDialog(self._document.report, self._window)
        if dialog.exec():
            chosen = dialog.chosen
            self._document.apply(tidy(self._document.report, chosen))
            self._tell(f"已整理 {len(chosen)} 处，可以撤销")
        dialog.deleteLater()

    def _show_words(self, section: str, words: str) -> None:
        """Go to words just written, and choose them."""
        start = self._document.report.texts.get(section, "").find(words)
        self._window.desk.show_page(section).go_to_text(max(start, 0), max(start, 0) + len(words))

    @property
    def _document(self) -> Document:
        document = self._window.document
        assert document is not None
        return document

    @property
    def _editor_in_use(self) -> SectionEditor | None:
        page = self._window.desk.page
        editor = page.editor if page is not None else None
        return editor if editor is not None and editor.hasFocus() else None

    @property
    def _mark(self) -> TextMark | None:
        editor = self._editor_in_use
        return editor.marks.at_caret() if editor else None

    def _tell(self, words: str) -> None:
        self._window.status.tell(words)


_NO_MARK = "光标不在与表格对照的数字上"
