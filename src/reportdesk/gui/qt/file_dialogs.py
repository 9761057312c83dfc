"""Ask a clerk for a file: to open, or to write."""

from __future__ import annotations

import os
import re
from pathlib import Path
from string import whitespace
from typing import TYPE_CHECKING

from PySide6 import QtCore, QtWidgets
from PySide6.QtCore import QSize
from PySide6.QtWidgets import QWidget

from reportdesk.gui.qt import questions
from reportdesk.gui.qt.remembering.presence import answers_at_once
from reportdesk.gui.qt.remembering.remembered import Remembered
from reportdesk.gui.qt.widgets.fitting import fit_to_screen
from reportdesk.project import PROJECT_SUFFIX, SET_SUFFIX

if TYPE_CHECKING:
    from reportdesk.document import Document

#: What each kind of file is called, by suffix.
FILE_KINDS = {
    PROJECT_SUFFIX: "年报文件",
    ".docx": "Word 文件",
    ".doc": "Word 文件",
    ".wps": "WPS 文件",
    ".pdf": "PDF 文件",
    ".xlsx": "Excel 工作簿",
    ".html": "网页",
    ".htm": "网页",
    ".mht": "网页",
    ".json": "数据文件",
    SET_SUFFIX: "汇总文件",
    ".txt": "文本文件",
}

_SIZE = QSize(860, 560)
_UNFIT = re.compile(r'[\\/:*?"<>|\x00-\x1f]')


def ask_open(parent: QWidget, title: str, kind: str = "open", *, besides: str = "") -> Path | None:
    """Return the file chosen to be read; None if none was. It begins where the last file of a `kind` was.

    `besides` is a suffix that is offered too, of what is no report.
    """
    from reportdesk.readers import SUFFIXES

    patterns = " ".join(f"*{suffix}" for suffix in (*SUFFIXES, besides) if suffix)
    dialog = _dialog(parent, title, f"能读的文件 ({patterns});;所有文件 (*)")
    dialog.setFileMode(QtWidgets.QFileDialog.FileMode.ExistingFile)
    _begin_in(dialog, Remembered().folder(kind))
    return _chosen(dialog, kind)


def ask_save(
    parent: QWidget, title: str, document: Document, suffix: str, *, ending: str = ""
) -> Path | None:
    """Return the file chosen to be written; the report's title, with an `ending`, is offered as its name.

    Its name ends in the suffix, whatever was typed: a file of one kind never lies under the name of another.
    """
    dialog = _dialog(parent, title, f"{kind_of_file(suffix)} (*{suffix})")
    dialog.setAcceptMode(QtWidgets.QFileDialog.AcceptMode.AcceptSave)
    dialog.setDefaultSuffix(suffix[1:])
    _begin_in(dialog, _home_of(document) or Remembered().folder(suffix))
    dialog.selectFile(file_name(document.report.printed_title) + ending + suffix)
    chosen = _chosen(dialog, suffix)
    return None if chosen is None else _of_kind(parent, chosen, suffix)


def ask_out(parent: QWidget, title: str, offered: Path, suffix: str) -> Path | None:
    """Return the file chosen to be written where no report gives place and name; one is offered.

    Its name ends in the suffix, whatever was typed.
    """
    dialog = _dialog(parent, title, f"{kind_of_file(suffix)} (*{suffix})")
    dialog.setAcceptMode(QtWidgets.QFileDialog.AcceptMode.AcceptSave)
    dialog.setDefaultSuffix(suffix[1:])
    dialog.setDirectory(str(offered.parent))
    dialog.selectFile(offered.name)
    chosen = _chosen(dialog, suffix)
    return None if chosen is None else _of_kind(parent, chosen, suffix)


def kind_of_file(suffix: str) -> str:
    """Return what files with a suffix are called: 年报文件, 网页; 文件 where nobody knows."""
    return FILE_KINDS.get(suffix.lower(), "文件")


def _of_kind(parent: QWidget, chosen: Path, suffix: str) -> Path | None:
    """Return the file with the suffix of its kind; ask where that one is there already."""
    if chosen.suffix.lower() == suffix:
        return chosen
    # Blanks and dots typed behind it are no part of a name; Windows takes them off by itself.
    name = chosen.name.rstrip(f"{whitespace}\u3000.") or chosen.name
    path = chosen.with_name(name if Path(name).suffix.lower() == suffix else f"{name}{suffix}")
    # The file dialog asked about the name that was typed only.
    if os.path.lexists(path) and not questions.ask(
        parent,
        f"“{path.name}”已经在那里了",
        f"这里写的是{kind_of_file(suffix)}，文件名后面要加上 {suffix}。\n{path}",
        "覆盖",
    ):
        return None
    return path


def ask_folder(parent: QWidget, title: str, document: Document) -> Path | None:
    """Return the folder chosen to write several files into; the report's own is offered."""
    dialog = _dialog(parent, title, "")
    dialog.setFileMode(QtWidgets.QFileDialog.FileMode.Directory)
    dialog.setOption(QtWidgets.QFileDialog.Option.ShowDirsOnly)
    _begin_in(dialog, _home_of(document) or Remembered().folder("folder"))
    return _chosen(dialog, "folder")


def ask_copy(parent: QWidget, title: str, path: Path) -> Path | None:
    """Return the file chosen for a copy of another, of the same kind, offered beside it."""
    suffix = path.suffix.lower()
    dialog = _dialog(parent, title, f"{kind_of_file(suffix)} (*{suffix})")
    dialog.setAcceptMode(QtWidgets.QFileDialog.AcceptMode.AcceptSave)
    dialog.setDefaultSuffix(suffix[1:])
    _begin_in(dialog, path.parent)
    dialog.selectFile(f"{path.stem}（干净）{suffix}")
    chosen = _chosen(dialog)
    return None if chosen is None else _of_kind(parent, chosen, suffix)


def last_folder(kind: str, home: Path | None = None) -> Path:
    """Return where a dialog for a kind of file begins: at `home`, where the last one was, in the documents.

    A folder that is gone, or whose disk does not answer at once, does not count.
    """
    for folder in (home, Remembered().folder(kind)):
        if folder is not None and answers_at_once(folder):
            return folder
    return Path(_documents())


def note_folder(kind: str, folder: Path) -> None:
    """Let the next dialog for a kind of file begin in a folder."""
    Remembered().note_folder(kind, folder)


def file_name(title: str) -> str:
    """Return a title as a name that every file system takes."""
    return _UNFIT.sub("_", title).strip(" .")[:80] or "年报"


def _dialog(parent: QWidget, title: str, filters: str) -> QtWidgets.QFileDialog:
    dialog = QtWidgets.QFileDialog(parent, title, _documents(), filters)
    dialog.setOption(QtWidgets.QFileDialog.Option.HideNameFilterDetails)
    dialog.resize(_SIZE)
    fit_to_screen(dialog)
    return dialog


def _documents() -> str:
    """Return the folder of the user's documents, or the user's own where that is not there."""
    places = QtCore.QStandardPaths
    documents = places.writableLocation(places.StandardLocation.DocumentsLocation)
    # Qt takes a folder that is not there for the name of a file.
    return documents if answers_at_once(Path(documents)) else str(Path.home())


def _home_of(document: Document) -> Path | None:
    """Return the folder where a report lies, or from where it came; None where there is none."""
    return document.path.parent if document.path is not None else document.came_from


def _begin_in(dialog: QtWidgets.QFileDialog, folder: Path | None) -> None:
    """Show a folder first, unless it is gone, or its disk does not answer at once."""
    if folder is not None and answers_at_once(folder):
        dialog.setDirectory(str(folder))


def _chosen(dialog: QtWidgets.QFileDialog, kind: str = "") -> Path | None:
    accepted = dialog.exec()
    names = dialog.selectedFiles()
    dialog.deleteLater()
    if not accepted or not names:
        return None
    path = Path(names[0])
    if kind:
        Remembered().note_folder(kind, path if kind == "folder" else path.parent)
    return path
