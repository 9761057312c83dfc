"""What was read, beside its source: look, tick, and take it."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QWidget

from reportdesk.gui.forms.review import Ui_Review
from reportdesk.gui.qt.widgets.fitting import fit_to_screen
from reportdesk.gui.review.choices import Choices
from reportdesk.gui.review.form_view import FormView
from reportdesk.gui.review.source import SourceView
from reportdesk.gui.review.spots import Spot, spot_of, spot_of_cells
from reportdesk.gui.review.wording import wording_of
from reportdesk.report.model import Note
from reportdesk.review import Disagreement, Occasion, Review

_SIZES_ACROSS_PX = (720, 500)
_SIZES_DOWN_PX = (420, 130)


class ReviewDialog(QDialog):
    """Lists what a file says, shows where it says so, and keeps what the clerk ticks."""

    def __init__(self, review: Review, name: str, parent: QWidget | None = None) -> None:
        """Show a review of the file of that name."""
        super().__init__(parent)
        self.ui = Ui_Review()
        self.ui.setupUi(self)
        self._review = review
        self._words = wording_of(review, name)
        self.setWindowTitle(self._words.title)
        self.ui.lead.setText(self._words.lead)
        self.ui.ok.setText(self._words.go)
        self.source = SourceView(review.reading.seen)
        self.ui.source_layout.addWidget(self.source)
        self.ui.source_pane.setVisible(review.reading.seen is not None)
        self.ui.splitter.setSizes(_SIZES_ACROSS_PX)
        self.ui.beside.setSizes(_SIZES_DOWN_PX)
        self._choices = Choices(self.ui.choices, review, self._words.stands, self._words.says)
        self.form = FormView(self.ui.tabs, review)
        self._connect()
        self._count()
        self._show_current()
        self.ui.choices.setFocus()
        fit_to_screen(self)

    @property
    def taken(self) -> tuple[Disagreement, ...]:
        """Return what is ticked, in printed order."""
        return self._choices.taken()

    def _connect(self) -> None:
        self.ui.choices.currentItemChanged.connect(self._show_current)
        self.ui.choices.itemChanged.connect(self._count)
        self.form.cell_chosen.connect(self._choices.go_to_cell)
        self.ui.take_all.clicked.connect(lambda: self._tick(True))
        self.ui.leave_all.clicked.connect(lambda: self._tick(False))
        self.ui.next_doubt.clicked.connect(self._choices.go_to_next_doubt)
        self.ui.next_doubt.setVisible(bool(self._review.doubtful or self._review.remarks))
        QShortcut(QKeySequence("F8"), self, self._choices.go_to_next_doubt)

    def _tick(self, ticked: bool) -> None:
        self._choices.tick(ticked)
        self._count()

    def _count(self) -> None:
        self.form.show_taken(self.taken)
        taken, items = len(self.taken), len(self._review.items)
        self.ui.count.setText(f"已勾 {taken} 处，共 {items} 处")
        self.ui.ok.setEnabled(taken > 0 or self._review.occasion is Occasion.EDITED)

    def _show_current(self) -> None:
        current = self._choices.current()
        if isinstance(current, Disagreement):
            self.form.go_to(current.difference)
        self.ui.details.setPlainText("\n".join(self._details(current)))
        self.source.show_spot(self._spot(current))

    def _spot(self, current: Disagreement | Note | None) -> Spot | None:
        seen = self._review.reading.seen
        if seen is None or current is None:
            return None
        if isinstance(current, Disagreement):
            return spot_of(seen, current.difference)
        return spot_of_cells(seen, current.cells)

    def _details(self, current: Disagreement | Note | None) -> Iterator[str]:
        """Yield the whole of what the list shows in a line each."""
        if isinstance(current, Note):
            yield current.message
        if not isinstance(current, Disagreement):
            return
        change = current.difference
        yield current.place
        if self._review.occasion is not Occasion.OPENED:
            yield f"{self._words.stands}：{change.worded[0] or '（空白）'}"
        yield f"{self._words.says}：{current.said or '（空白）'}"
        if current.printed:
            yield f"文件里印的是：{current.printed}"
        yield from current.doubts
