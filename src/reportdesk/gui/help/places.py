"""Which page of the manual speaks of a dialog; of a window, its own commands know."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from reportdesk.gui.help.pages import INDEX

#: The page for each dialog, by the name that Designer gave the dialog.
DIALOG_PAGES = {
    "About": INDEX,
    "Backups": "saving",
    "Charts": "publish",
    "Differences": "tables",
    "Doctor": "it",
    "ExportOptions": "publish",
    "Find": "words",
    "Fingerprint": "publish",
    "Keys": "keys",
    "NewReport": "first-steps",
    "NilReport": "words",
    "Note": "problems",
    "Outcome": "publish",
    "Preview": "preview",
    "Recovery": "saving",
    "Rename": "words",
    "Review": "last-year",
    "Sentence": "words",
    "Tidy": "words",
}


def page_of_dialog(dialog: QWidget) -> str:
    """Return the name of the page for a dialog; the index where none is about it."""
    return DIALOG_PAGES.get(dialog.objectName(), INDEX)
