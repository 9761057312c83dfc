"""Where an edition's layouts lie."""

from __future__ import annotations

from pathlib import Path

from reportdesk.form.model import Form
from reportdesk.resources import edition_names, templates_root


def layout_file(form: Form, name: str) -> Path:
    """Return the edition's own layout, such as `report.docx`; one without uses that of the newest edition."""
    own = form.folder / name
    return own if own.exists() else templates_root() / edition_names()[-1] / name
