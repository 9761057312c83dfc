"""What a clerk does to the open report from menus and keys: steps back, zeros, confirmations, search."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from reportdesk.checks.finding import Finding
    from reportdesk.document import Document
    from reportdesk.gui.shell import Shell
    from reportdesk.report.edit import Edit


class EditCommands:
    """Turns the window's actions into edits of its document, and says what was done."""

    def __init__(self, window: Shell) -> None:
        """Act on whatever document a window shows."""
        self._window = window
        window.findings_panel.accept_asked.connect(self.accept)
        window.findings_panel.accept_all_asked.connect(self.accept_all)
        window.findings_panel.sums_asked.connect(self.take_these_sums)

    @property
    def _document(self) -> Document:
        document = self._window.document
        assert document is not None
        return document

    def undo(self) -> None:
        """Take back the last step."""
        if self._window.desk.finish_editing():
            step = self._document.undo()
            self._window.desk.show_step(step)
            self._window.status.tell(f"已撤销：{step.name}" if step else "没有可以撤销的")

    def redo(self) -> None:
        """Do again what was taken back."""
        if self._window.desk.finish_editing():
            step = self._document.redo()
            self._window.desk.show_step(step)
            self._window.status.tell(f"已重做：{step.name}" if step else "没有可以重做的")

    def fill_table(self) -> None:
        """Put 0 into the blank cells of the table in view."""
        page = self._window.desk.page
        if page is not None and page.table is not None:
            self._fill(cell.key for cell in self._document.form.cells_of(page.table_key))

    def fill_all(self) -> None:
        """Put 0 into the blank cells of all tables."""
        self._fill(self._document.form.cells)

    def take_sums(self) -> None:
        """Let the chosen sums go before the printed figures."""
        page = self._window.desk.page
        if page is not None and page.table is not None:
            page.table.take_selected_sums()

    def confirm_here(self) -> None:
        """Confirm the paragraph where one stands, or the chosen cells, taken over from last year."""
        from reportdesk.report.edit import confirm

        page = self._window.desk.page
        if page is None:
            return
        if page.editor is not None and page.editor.hasFocus():
            done = page.editor.confirm_paragraph()
        else:
            keys = page.table.cells.chosen_keys() if page.table is not None else []
            done = self._apply(confirm(self._document.report, keys))
        self._window.status.tell("已确认沿用上年" if done else "这里没有待确认的沿用内容")

    def confirm_all(self) -> None:
        """Confirm everything taken over from last year."""
        from reportdesk.report.edit import confirm

        report = self._document.report
        paragraphs = [(section, words) for section, kept in report.inherited.items() for words in kept]
        number = len(paragraphs) + len(report.unconfirmed)
        self._apply(confirm(report, report.unconfirmed, paragraphs))
        self._window.status.tell(
            f"已确认 {number} 处沿用内容，可以撤销" if number else "没有待确认的沿用内容"
        )

    def accept(self, finding: Finding) -> None:
        """Ask for a word on a finding and record it, or take back the word given."""
        from reportdesk.checks.finding import acceptance_of

        if acceptance_of(self._document.report, finding):
            self._document.withdraw_acceptance(finding)
        else:
            self.accept_all((finding,))

    def accept_all(self, findings: Sequence[Finding]) -> None:
        """Ask for one word on findings that share a cause, and record it on each."""
        from reportdesk.gui.dialogs.note import NoteDialog

        accepted = self._document.report.accepted
        lapsed = (accepted[one.subject].note for one in findings if one.subject in accepted)
        dialog = NoteDialog(findings[0], self._window, others=len(findings) - 1, lapsed=next(lapsed, ""))
        if dialog.exec():
            self._document.accept_all(findings, dialog.note)
        dialog.deleteLater()

    def take_these_sums(self, keys: Sequence[str]) -> None:
        """Let the sums of some cells go before their printed totals."""
        from reportdesk.report.edit import take_sums

        self._apply(take_sums(self._document.report, keys))
        self._window.status.tell(f"已采用 {len(keys)} 个合计数，可以撤销")

    def show_last_year(self, shown: bool) -> None:
        """Show or hide last year's figures in the tables."""
        self._window.desk.set_show_last_year(shown)

    def show_last_text(self, shown: bool) -> None:
        """Show or hide last year's words beside this year's."""
        page = self._window.desk.page
        if page is not None and page.last_text is not None and page.editor is not None:
            page.last_text.setVisible(shown)
            page.last_text.follow(page.editor.textCursor().blockNumber())

    def show_words(self, shown: bool) -> None:
        """Show or hide the words below a table."""
        page = self._window.desk.page
        if page is not None and page.editor is not None:
            page.show_words(shown)
            (page.editor if shown else page).setFocus()

    def _fill(self, keys: Iterable[str]) -> None:
        from reportdesk.report.edit import fill_blanks

        if not self._window.desk.finish_editing():
            return
        edit = fill_blanks(self._document.report, keys)
        number = sum(change.place[0] == "cells" for change in edit.changes)
        self._apply(edit)
        self._window.status.tell(f"已把 {number} 个空格填成 0，可以撤销" if number else "没有空着的格子")

    def _apply(self, edit: Edit) -> bool:
        if edit:
            self._document.apply(edit)
        return bool(edit)
