"""Sentences that follow the figures: chosen by name, seen whole, then inserted at the caret."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QListWidgetItem, QWidget

from reportdesk.document import Document
from reportdesk.form.formula import Number
from reportdesk.form.kinds import AMOUNT, Refusal
from reportdesk.form.place import place_of
from reportdesk.gui.forms.sentence import Ui_Sentence
from reportdesk.prose.sentences.offers import Offer, blank_for, offered, offers, write_sentence
from reportdesk.report.edit import Edit


class SentenceDialog(QDialog):
    """Offers the sentences of a section, of all where it has none; `words` is the one chosen."""

    def __init__(self, document: Document, section: str, parent: QWidget | None = None) -> None:
        """Offer what the figures give now."""
        super().__init__(parent)
        self.ui = Ui_Sentence()
        self.ui.setupUi(self)
        self._document = document
        self._section = section
        self.is_replacing = False
        self.ui.ok.clicked.connect(self._agree)
        every = offers(document.report, document.figures)
        here = [offer for offer in every if offer.section == section]
        for offer in here or every:
            item = QListWidgetItem(offer.name, self.ui.list)
            item.setData(Qt.ItemDataRole.UserRole, offer)
        self.ui.lead.setText("表格里的数写成的句子。插进去就是普通文字，可以再改。")
        self.ui.list.currentRowChanged.connect(lambda _: self._show())
        self.ui.list.itemActivated.connect(lambda _: self.ui.ok.click())
        self.ui.amount.textChanged.connect(lambda _: self._show())
        self.ui.replace.clicked.connect(self._replace)
        self.ui.list.setCurrentRow(0)
        self.ui.list.setFocus()
        self._show()

    @property
    def offer(self) -> Offer | None:
        """Return the offer that is chosen; None for a form without sentences."""
        offer: Offer | None = self.ui.list.currentIndex().data(Qt.ItemDataRole.UserRole)
        return offer

    @property
    def words(self) -> str:
        """Return the sentence as it would be written; empty where figures are missing."""
        offer, amount = self.offer, self._amount
        if offer is None or isinstance(amount, Refusal):
            return ""
        return offered(self._document.report, self._document.figures, offer.key, amount) or ""

    @property
    def replacement(self) -> Edit | None:
        """Return the edit that puts the sentence where it belongs; None where figures are missing."""
        offer, amount = self.offer, self._amount
        if offer is None or not self.words or isinstance(amount, Refusal):
            return None
        return write_sentence(self._document.report, self._document.figures, offer.key, amount)

    @property
    def _amount(self) -> Number | Refusal | None:
        offer = self.offer
        if offer is None or not offer.asks_amount:
            return None
        try:
            return AMOUNT.parse(self.ui.amount.text())
        except Refusal as refusal:
            return refusal

    def _agree(self) -> None:
        """Insert at the caret, or write where the sentence belongs, as the button says."""
        self.is_replacing = self._belongs_elsewhere
        self.accept()

    @property
    def _belongs_elsewhere(self) -> bool:
        """Tell whether the caret is not where the sentence belongs: in another section, or an empty one."""
        offer = self.offer
        text = self._document.report.texts.get(offer.section, "") if offer else ""
        return offer is not None and (offer.section != self._section or not text.strip())

    def _replace(self) -> None:
        self.is_replacing = True
        self.accept()

    def _show(self) -> None:
        offer, words, amount = self.offer, self.words, self._amount
        self.ui.amount_row.setVisible(offer is not None and offer.asks_amount)
        self.ui.preview.setText(words)
        self.ui.remark.setText(self._remark(offer, words, amount))
        self.ui.ok.setEnabled(bool(words))
        self.ui.ok.setText(self._go(offer))
        edit = self.replacement
        self.ui.replace.setEnabled(bool(edit) and offer is not None and self._tells_already(offer, edit))
        self.ui.replace.setHidden(self._belongs_elsewhere)

    def _go(self, offer: Offer | None) -> str:
        """Return what the first button does."""
        if offer is None or not self._belongs_elsewhere:
            return "插到光标处"
        return f"写到“{self._document.form.heading_of(offer.section)}”"

    def _remark(self, offer: Offer | None, words: str, amount: Number | Refusal | None) -> str:
        if offer is None:
            return "这个版本的表格没有可以插入的句子。"
        if isinstance(amount, Refusal):
            return "金额请填 0 或正数，单位元。"
        if not words:
            blank = blank_for(self._document.report, self._document.figures, offer.key)
            where = f"，如“{place_of(self._document.form, blank)}”" if blank else ""
            return f"句子要用的格子还有空着的{where}；填好以后就能插入。"
        heading = self._document.form.section(offer.section).heading
        place = f"{heading} · {offer.subhead}" if offer.subhead else heading
        return f"一般写在：{place}"

    def _tells_already(self, offer: Offer, edit: Edit | None) -> bool:
        """Tell whether the section's words have a sentence that this one would take the place of."""
        before = self._document.report.texts.get(offer.section, "")
        after = next((change.after for change in edit.changes), before) if edit else before
        return bool(before) and before not in str(after or "")
