"""The tab of a section that is words: the editor, last year's beside it, what a blank one may begin with."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from reportdesk.checks.finding import Finding
from reportdesk.document import Document
from reportdesk.form.parts import Section
from reportdesk.gui.desk.pages.arrangement import beside, stack
from reportdesk.gui.desk.pages.page import Page
from reportdesk.gui.desk.pages.place_line import PlaceLine
from reportdesk.gui.desk.pages.section_start import SectionStart
from reportdesk.gui.editor.last_text import LastText
from reportdesk.gui.editor.section_editor import SectionEditor


class NarrativePage(Page):
    """A section of words: its heading, the editor, last year's text beside it on demand."""

    def __init__(self, document: Document, section: Section, parent: QWidget | None = None) -> None:
        """Show a narrative section."""
        super().__init__(document, section.key, section.tab, parent)
        self.place = PlaceLine(document, section)
        self.editor = SectionEditor(document, section.key)
        self.editor.setAccessibleName(section.heading)
        self.last_text = LastText(document, section.key)
        self.last_text.hide()
        self.last_text.passage_asked.connect(self.go_to_text)
        self.start = SectionStart(len(section.subheads))
        self.start.begin_asked.connect(self._begin_section)
        self.start.sentence_asked.connect(self.sentence_asked)
        self.start.hide()
        stack(self, self.place, self.start, beside(self.editor, self.last_text))
        self.editor.remarked.connect(self.remarked)
        self.editor.paragraph_changed.connect(self.last_text.follow)
        self.editor.paragraph_changed.connect(lambda _: self._say_place())
        self.editor.marks.caret_told.connect(lambda _: self._say_place())
        self.place.guidance_asked.connect(self.guidance_asked)
        self.place.say(section.heading)
        self.setFocusProxy(self.editor)

    @property
    def place_words(self) -> str:
        """Return the section's heading, the paragraph, and what the words at the caret are marked for."""
        return self.place.words

    def _say_place(self) -> None:
        assert self.editor is not None
        number = self.editor.textCursor().blockNumber() + 1
        heading = self.document.form.section(self.key).heading
        said = (heading, f"第 {number} 段", self.editor.marks.said)
        self.place.say(" · ".join(filter(None, said)))

    def show_finding(self, finding: Finding) -> None:
        """Choose the words that a finding is about; where words are missing, stand behind what is there.

        What spans paragraphs is not chosen: the next key would take the place of them all.
        """
        start, end = finding.span or (0, 0)
        if finding.is_unwritten:
            start = end
        elif "\n" in self.document.report.texts.get(self.key, "")[start:end]:
            end = start
        self.go_to_text(start, end)

    def offer_beginning(self) -> None:
        """Offer, while nobody has written here, sub-headings and sentences; show an example in grey."""
        report = self.document.report
        is_blank = not report.texts.get(self.key, "").strip()
        self.start.setVisible(is_blank)
        if not is_blank:
            return
        # Late, as is all that reads words: the window is painted before.
        from reportdesk.prose.sentences.beginning import example_of, sentences_for
        from reportdesk.prose.sentences.offers import offers

        assert self.editor is not None
        self.editor.setPlaceholderText(example_of(report, self.key))
        figures = self.document.figures
        has_sentences = any(offer.section == self.key for offer in offers(report, figures))
        self.start.offer(len(sentences_for(report, figures, self.key)), has_sentences=has_sentences)

    def _begin_section(self) -> None:
        from reportdesk.prose.sentences.beginning import begin_section

        edit = begin_section(self.document.report, self.document.figures, self.key)
        if edit and self.editor is not None:
            self.document.apply(edit)
            self.remarked.emit("已放入小标题，可以撤销；在每个小标题下面接着写")
            first = self.document.report.texts[self.key].find("\n")
            self.go_to_text(first, first)
