"""From a file that was read to a report: through the review, if there is anything to decide."""

from __future__ import annotations

from PySide6.QtWidgets import QDialog, QWidget

from reportdesk.gui.review.dialog import ReviewDialog
from reportdesk.readers.result.reading import Reading
from reportdesk.report.edit import Edit
from reportdesk.report.model import Report
from reportdesk.review import Disagreement, Review, review_import, review_opened


def report_to_open(parent: QWidget, reading: Reading, name: str) -> Report | None:
    """Return the report that the clerk makes of a file of that name; None for a change of mind."""
    review = review_opened(reading)
    if review is None:
        return reading.report
    taken = _ask(parent, review, name)
    return None if taken is None else review.report(taken)


def edit_to_import(parent: QWidget, base: Report, reading: Reading, name: str) -> Edit | None:
    """Return the one step that brings what the clerk chose of a file into a report.

    None for a change of mind; an edit without changes where the file says nothing else.
    """
    review = review_import(base, reading)
    if not review.items:
        return review.edit(())
    taken = _ask(parent, review, name)
    return None if taken is None else review.edit(taken)


def _ask(parent: QWidget, review: Review, name: str) -> tuple[Disagreement, ...] | None:
    dialog = ReviewDialog(review, name, parent)
    accepted = dialog.exec() == QDialog.DialogCode.Accepted
    taken = dialog.taken
    dialog.deleteLater()
    return taken if accepted else None
