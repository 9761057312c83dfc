"""Where an edition's layouts lie: in its own folder, in the one of its family, in the clerk's profile."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from reportdesk.errors import FormError
from reportdesk.form.model import Form
from reportdesk.form.parts import TemplateData
from reportdesk.form.template import decode
from reportdesk.profile import profile_folder

#: Where variants of the Word layout lie, in each of these folders.
_VARIANTS = "layouts"
_WORD = "report.docx"
#: What the layouts of a folder are called on screen; one that is not in it goes by its file's name.
_NAMES = "layouts.toml"
#: The key of the edition's own layout, `report.docx`.
OWN_LAYOUT = "9704"


class _Names(TemplateData, frozen=True):
    names: dict[str, str] = {}


@dataclass(frozen=True, slots=True)
class WordLayoutChoice:
    """A layout that can be chosen: its key, its name on screen, and its file."""

    key: str
    name: str
    path: Path


def layout_file(form: Form, name: str) -> Path:
    """Return the layout of that name, such as `report.docx`, that prints a form; raise FormError for none."""
    for folder in _folders(form):
        if (folder / name).exists():
            return folder / name
    raise FormError(
        f"“{form.edition}”版没有版式 {name}",
        where=str(form.folder),
        remedy=f"请把 {name} 放进这个文件夹，或放进同类报告共用的 {_folders(form)[1]}",
    )


def own_layouts_folder() -> Path:
    """Return where an office keeps variants of its own; it need not exist."""
    return profile_folder() / _VARIANTS


def word_layouts(form: Form) -> tuple[WordLayoutChoice, ...]:
    """Return the Word layouts that can be chosen, the edition's own first.

    Of two of one name the office's own counts. Raise FormError where the edition has none.
    """
    names: dict[str, str] = {}
    paths = {OWN_LAYOUT: layout_file(form, _WORD)}
    for folder in (*(one / _VARIANTS for one in reversed(_folders(form))), own_layouts_folder()):
        here = {path.stem: path for path in _documents(folder)}
        names |= dict.fromkeys(here, "") | _names_in(folder)
        paths |= here
    return tuple(WordLayoutChoice(key, names.get(key) or key, path) for key, path in paths.items())


def word_layout_file(form: Form, key: str) -> Path:
    """Return the file of a Word layout, the edition's own for an empty key; raise FormError for none."""
    if not key:
        return layout_file(form, _WORD)
    choices = word_layouts(form)
    for choice in choices:
        if key == choice.key:
            return choice.path
    known = "、".join(choice.key for choice in choices)
    raise FormError(f"没有版式“{key}”", remedy=f"可以选：{known}；本单位的版式放进 {own_layouts_folder()}")


def _names_in(folder: Path) -> dict[str, str]:
    return decode(folder / _NAMES, _Names, optional=True).names


def _folders(form: Form) -> tuple[Path, Path]:
    return form.folder, form.folder.parent / form.family


def _documents(folder: Path) -> Iterator[Path]:
    """Yield the layouts in a folder by name, without what Word leaves beside a file that is open."""
    try:
        paths = sorted(folder.glob("*.docx"))
    except OSError:
        return
    yield from (path for path in paths if path.is_file() and not path.name.startswith(("~", ".")))
