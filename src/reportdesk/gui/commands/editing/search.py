"""Finding and replacing from menus and keys, beside the work; another name or year all over the report."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from reportdesk.gui.dialogs.words.find import FindDialog
    from reportdesk.gui.shell import Shell
    from reportdesk.prose.sentences.tidy import Proposal
    from reportdesk.report.edit import Edit
    from reportdesk.report.search import Hit


class SearchCommands:
    """Opens the search of a window, steps through what it found, and replaces."""

    def __init__(self, window: Shell) -> None:
        """Act for a window."""
        self._window = window

    def find(self) -> None:
        """Open the search, or come back to it."""
        dialog = self._opened()
        if dialog is not None:
            dialog.begin()

    def replace(self) -> None:
        """Open the search where one types what replaces the words."""
        dialog = self._opened()
        if dialog is not None:
            dialog.begin(replacing=True)

    def step(self, by: int) -> None:
        """Go to the next or the previous place found; open the search where nothing was looked for."""
        dialog = self._open_one()
        if dialog is None or not dialog.ui.words.text().strip():
            self.find()
        elif self._window.desk.finish_editing():
            dialog.step(by)

    def rename(self) -> None:
        """Ask for another name or year, and change it wherever it stands as one step."""
        from reportdesk.gui.dialogs.words.rename import RenameDialog

        document = self._window.document
        if document is None or not self._window.desk.finish_editing():
            return
        dialog = RenameDialog(document.report, self._window)
        if dialog.exec():
            edit = dialog.edit
            self._apply(edit)
            self._window.status.tell(f"已更换 {len(edit.changes)} 处，可以撤销" if edit else "没有要改的")
        dialog.deleteLater()

    def differences(self) -> None:
        """List the figures that are others than last year's, beside the work."""
        from reportdesk.gui.dialogs.differences import DifferencesDialog

        document = self._window.document
        if document is None or not self._window.desk.finish_editing():
            return
        for earlier in self._window.findChildren(DifferencesDialog):
            earlier.close()
        dialog = DifferencesDialog(document, self._window)
        dialog.chosen.connect(lambda key: self._window.desk.go_to_cells((key,)))
        dialog.finished.connect(dialog.deleteLater)
        dialog.show()

    def _open_one(self) -> FindDialog | None:
        from reportdesk.gui.dialogs.words.find import FindDialog

        open_ones = (one for one in self._window.findChildren(FindDialog) if one.isVisible())
        return next(open_ones, None)

    def _opened(self) -> FindDialog | None:
        from reportdesk.gui.dialogs.words.find import FindDialog

        document = self._window.document
        if document is None or not self._window.desk.finish_editing():
            return None
        dialog = self._open_one()
        if dialog is None:
            dialog = FindDialog(document, self._window)
            dialog.chosen.connect(self._window.desk.go_to_hit)
            dialog.replace_asked.connect(self._replace)
            dialog.replace_all_asked.connect(self._replace_all)
            dialog.finished.connect(dialog.deleteLater)
            dialog.show()
        dialog.raise_()
        dialog.activateWindow()
        return dialog

    def _replace(self, hit: Hit, by: str) -> None:
        from reportdesk.prose.sentences.replacing import replace
        from reportdesk.prose.sentences.tidy import Proposal

        document = self._window.document
        if document is None or not self._window.desk.finish_editing():
            return
        before = document.report.texts.get(hit.section, "")[slice(*hit.span)]
        self._apply(replace(document.report, [Proposal(hit.section, hit.span, before, by, "")]))
        self._window.desk.go_to_hit(hit)

    def _replace_all(self, words: str, by: str) -> None:
        from reportdesk.gui.dialogs.words.tidy import ReplaceDialog
        from reportdesk.prose.sentences.replacing import replace, replacements

        document = self._window.document
        if document is None or not self._window.desk.finish_editing():
            return
        offered = replacements(document.report, words, by)
        if not offered:
            self._window.status.tell("正文里没有要替换的")
            return
        dialog = ReplaceDialog(document.report, offered, self._window)
        if dialog.exec():
            chosen: list[Proposal] = dialog.chosen
            self._apply(replace(document.report, chosen))
            self._window.status.tell(f"已替换 {len(chosen)} 处，可以撤销")
        dialog.deleteLater()

    def _apply(self, edit: Edit) -> None:
        document = self._window.document
        if document is not None and edit:
            document.apply(edit)
