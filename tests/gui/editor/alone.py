"""An editor without the window around it, for tests that look at its words alone."""

from pytestqt.qtbot import QtBot

from reportdesk.document import Document
from reportdesk.gui.editor.section_editor import SectionEditor


def shown_alone(qtbot: QtBot, document: Document, section: str = "overview") -> SectionEditor:
    """Shows the editor of a section, with the focus in it."""
    editor = SectionEditor(document, section)
    qtbot.addWidget(editor)
    editor.resize(800, 500)
    with qtbot.waitActive(editor):
        editor.show()
        editor.activateWindow()
    editor.setFocus()
    assert editor.hasFocus()
    return editor
