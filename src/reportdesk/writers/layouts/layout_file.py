"""Where an edition's layouts lie: in its own folder, else in the folder that its family shares."""

from __future__ import annotations

from pathlib import Path

from reportdesk.errors import FormError
from reportdesk.form.model import Form


def layout_file(form: Form, name: str) -> Path:
    """Return the layout of that name, such as `report.docx`, that prints a form; raise FormError for none."""
    shared = form.folder.parent / form.family
    for folder in (form.folder, shared):
        if (folder / name).exists():
            return folder / name
    raise FormError(
        f"“{form.edition}”版没有版式 {name}",
        where=str(form.folder),
        remedy=f"请把 {name} 放进这个文件夹，或放进同类报告共用的 {shared}",
    )
