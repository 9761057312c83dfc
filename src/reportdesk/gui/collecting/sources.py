"""What a collection is made of, asked for in the window 汇总: folders, files, roster, last year, year."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QInputDialog

from reportdesk.collect import is_set_file
from reportdesk.form.editions import first_year, proposed_year
from reportdesk.gui.collecting.asking import home_of
from reportdesk.gui.collecting.shell import CollectingShell
from reportdesk.gui.qt.file_dialogs import note_folder
from reportdesk.project import SET_SUFFIX
from reportdesk.report.years import LATEST_YEAR

_SHEETS = "名单 (*.xlsx *.csv)"
_LAST = "上年的汇总表、汇总文件或政府报告"


class Sources:
    """Asks the collector for each of them, and reads the collection anew."""

    def __init__(self, window: CollectingShell) -> None:
        """Act for a window."""
        self._window = window

    def add_folder(self) -> None:
        """Ask for a folder of reports."""
        name = QFileDialog.getExistingDirectory(
            self._window, "选择收报告的文件夹", home_of(self._window, "collect")
        )
        if name:
            note_folder("collect", Path(name))
            self.add([Path(name)])

    def add_file(self) -> None:
        """Ask for files or zips."""
        names, _ = QFileDialog.getOpenFileNames(
            self._window, "选择报告或压缩包", home_of(self._window, "collect")
        )
        if names:
            note_folder("collect", Path(names[0]).parent)
            self.add([Path(name) for name in names])

    def add(self, paths: Sequence[Path]) -> None:
        """Take paths into the collection; a collection's own file is opened instead."""
        sets = [path for path in paths if is_set_file(path)]
        for path in sets:
            self._window.open_set(path)
        if sets:
            return
        known = self._window.session.settings.paths
        new = tuple(path for path in paths if path not in known)
        self._window.session.change("添加文件夹", paths=(*known, *new))
        self._window.show_all()
        self._window.read()

    def choose_roster(self) -> None:
        """Ask for the roster."""
        name, _ = QFileDialog.getOpenFileName(
            self._window, "选择单位名单", home_of(self._window, "roster"), _SHEETS
        )
        if name:
            note_folder("roster", Path(name).parent)
            self._change("单位名单", roster=Path(name))

    def choose_last(self) -> None:
        """Ask for last year's sum."""
        from reportdesk.readers import SUFFIXES

        patterns = " ".join(f"*{suffix}" for suffix in (SET_SUFFIX, *SUFFIXES))
        name, _ = QFileDialog.getOpenFileName(
            self._window, "选择上年的汇总", home_of(self._window, "last"), f"{_LAST} ({patterns})"
        )
        if name:
            note_folder("last", Path(name).parent)
            self._change("上年汇总", last=Path(name))

    def choose_year(self) -> None:
        """Ask for the year; 0 is the one that most reports tell."""
        today = date.today()  # noqa: DTZ011 - a clerk's day is the one on the wall
        collection = self._window.collection
        known = self._window.session.settings.year or (collection.year if collection else 0)
        now = known or proposed_year(today)
        year, is_meant = QInputDialog.getInt(
            self._window, "报告年度", "汇总哪一年的报告", now, first_year(), LATEST_YEAR
        )
        if is_meant:
            self._change("报告年度", year=year)

    def _change(self, name: str, **changes: object) -> None:
        self._window.session.change(name, **changes)
        self._window.show_all()
        self._window.read()
