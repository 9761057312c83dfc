"""Sub-headings of a text shown as headings, without a change of the text."""

from __future__ import annotations

from PySide6.QtGui import QFont, QSyntaxHighlighter, QTextCharFormat, QTextDocument

from reportdesk.report.paragraphs import is_subheading


class Headings(QSyntaxHighlighter):
    """Sets the sub-headings of a document in bold."""

    def __init__(self, document: QTextDocument) -> None:
        """Follow a document's text."""
        super().__init__(document)
        self._format = QTextCharFormat()
        self._format.setFontWeight(QFont.Weight.Bold)

    def highlightBlock(self, text: str) -> None:
        """Set one paragraph."""
        if is_subheading(text):
            self.setFormat(0, len(text.encode("utf-16-le")) // 2, self._format)
