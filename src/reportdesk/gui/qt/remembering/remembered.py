"""What windows remember from one time to the next: place, panels, zoom, pages, folders, choices."""

from __future__ import annotations

import contextlib
import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple, TypeVar

from PySide6.QtCore import QRect
from PySide6.QtWidgets import QApplication, QMainWindow

from reportdesk.errors import ReportDeskError
from reportdesk.profile import put_aside, read_at_most, settings_folder
from reportdesk.project.disk.private import write_private
from reportdesk.project.disk.travel import at_place, portable_place

#: Settings take a few kilobytes; what is larger was written by something else.
_MOST_BYTES = 1 << 20
#: The page of so many reports is remembered, of those used last.
_MOST_PAGES = 50
#: No screen reaches so far, in points.
_FARTHEST = 100_000
_ZOOM_PERCENT = (50, 400)
#: So much of a window has to be on a screen, in points, or it is brought back.
_LEAST_SHOWN_PX = (200, 80)
#: From this width on a screen has room for more than one window.
_ROOMY_PX = 1500
_LEAST_SIZE_PX = (400, 300)

T = TypeVar("T")


class Placement(NamedTuple):
    """Where a window is, in points, and whether it fills its screen."""

    x: int
    y: int
    width: int
    height: int
    is_maximized: bool = False


class _Settings(NamedTuple):
    """The file; what is not in it is as at the first start."""

    window: Placement | None = None
    collecting: Placement | None = None
    panels: Mapping[str, list[int]] = {}
    zoom: int = 100
    folders: Mapping[str, str] = {}
    pages: Mapping[str, str] = {}
    choices: Mapping[str, str] = {}
    untaken: Mapping[str, str] = {}

    @classmethod
    def of(cls, data: bytes) -> _Settings:
        """Read the file; raise ValueError for what is none, whatever else it may be."""
        settings = _a(dict, json.loads(data.decode("utf-8")))
        window, collecting = settings.get("window"), settings.get("collecting")
        return cls(
            None if window is None else _placement(_a(dict, window)),
            None if collecting is None else _placement(_a(dict, collecting)),
            {name: [_qt_number(one) for one in _a(list, sizes)] for name, sizes in _part(settings, "panels")},
            _a(int, settings.get("zoom", 100)),
            *(
                {name: _a(str, word) for name, word in _part(settings, part)}
                for part in ("folders", "pages", "choices", "untaken")
            ),
        )

    def data(self) -> bytes:
        """Return the file; raise UnicodeEncodeError for a name that is no text."""
        places = {"window": self.window, "collecting": self.collecting}
        settings = self._asdict() | {name: place and place._asdict() for name, place in places.items()}
        return json.dumps(settings, ensure_ascii=False, indent=1).encode()


class _Read(NamedTuple):
    settings: _Settings
    trouble: str = ""


class Remembered:
    """The settings as they stand in the file; whoever notes something leaves what others noted meanwhile.

    `trouble` says that the file could not be read and was put aside; "" if all is well. A profile that cannot
    be written to loses the settings, never the work.
    """

    def __init__(self, file: Path | None = None) -> None:
        """Read the settings, by default the clerk's."""
        self._file = file or settings_folder() / "settings.json"
        read = self._read()
        self._settings, self.trouble = read.settings, read.trouble

    @property
    def window(self) -> Placement | None:
        """Return where the last window was; None before the first one."""
        return self._settings.window

    @property
    def collecting(self) -> Placement | None:
        """Return where the last window 汇总 was; None before the first one."""
        return self._settings.collecting

    @property
    def zoom(self) -> int:
        """Return the zoom of the last window, in percent."""
        lowest, highest = _ZOOM_PERCENT
        return min(max(self._settings.zoom, lowest), highest)

    def panels(self, name: str, number: int) -> list[int]:
        """Return how wide, or high, the `number` panels of a splitter were; [] where that is not known."""
        sizes = self._settings.panels.get(name, [])
        return sizes if len(sizes) == number and all(size >= 0 for size in sizes) and any(sizes) else []

    def folder(self, kind: str) -> Path | None:
        """Return the folder used last for a kind of file; None where none was."""
        name = self._settings.folders.get(kind, "")
        if not name or "\0" in name:
            return None
        return Path(name) if Path(name).is_absolute() else at_place(name)

    def page(self, path: Path) -> str:
        """Return the key of the page on which a report was left, "" where that is not known."""
        return self._settings.pages.get(_name(path), "")

    def choice(self, name: str) -> str:
        """Return what was chosen last where that name is asked for, "" where nothing was."""
        return self._settings.choices.get(name, "")

    @property
    def untaken(self) -> Mapping[str, str]:
        """Return what was being typed when the program had to end and no place could take, by report."""
        return self._settings.untaken

    def note_untaken(self, words: Mapping[str, str]) -> None:
        """Remember it, until it was told."""
        self._note(untaken=words)

    def note_choices(self, choices: Mapping[str, str]) -> None:
        """Remember what was chosen, by name."""
        self._note(choices={**self._read().settings.choices, **choices})

    def note_window(self, place: Placement, panels: dict[str, list[int]], zoom: int) -> None:
        """Remember how a window is left; panels of other windows stay as they were."""
        self._note(window=place, panels={**self._read().settings.panels, **panels}, zoom=zoom)

    def note_collecting(self, place: Placement, panels: dict[str, list[int]]) -> None:
        """Remember how a window 汇总 is left."""
        self._note(collecting=place, panels={**self._read().settings.panels, **panels})

    def note_folder(self, kind: str, folder: Path) -> None:
        """Remember where a file of a kind was."""
        self._note(folders={**self._read().settings.folders, kind: _name(folder)})

    def note_page(self, path: Path, key: str) -> None:
        """Remember the page on which a report is left."""
        others = {name: page for name, page in self._read().settings.pages.items() if name != _name(path)}
        self._note(pages={**dict(list(others.items())[-_MOST_PAGES + 1 :]), _name(path): key})

    def _note(self, **changes: Any) -> None:
        before = self._read().settings
        self._settings = before._replace(**changes)
        if self._settings != before:
            with contextlib.suppress(OSError, ReportDeskError, UnicodeEncodeError):
                write_private(self._file, self._settings.data())

    def _read(self) -> _Read:
        try:
            data = read_at_most(self._file, _MOST_BYTES)
        except FileNotFoundError:
            return _Read(_Settings())
        except OSError:
            return _Read(_Settings(), f"窗口的设置记在 {self._file}，现在读不了")
        try:
            return _Read(_Settings.of(data))
        except (ValueError, RecursionError):
            aside = put_aside(self._file)
            return _Read(_Settings(), f"窗口的设置读不出，{f'放到了 {aside}' if aside else '没能挪开'}")


def _a(kind: type[T], data: object) -> T:
    """Return what was told where it is of a kind; raise ValueError."""
    if not isinstance(data, kind) or (isinstance(data, bool) and kind is not bool):
        raise ValueError(data)
    return data


def _qt_number(data: object) -> int:
    """Return a number that Qt can take; raise ValueError."""
    number = _a(int, data)
    if abs(number) > _FARTHEST:
        raise ValueError(data)
    return number


def _part(data: Mapping[str, Any], name: str) -> list[tuple[str, Any]]:
    return list(_a(dict, data.get(name, {})).items())


def _placement(data: Mapping[str, Any]) -> Placement:
    x, y, width, height = (_qt_number(data.get(name)) for name in ("x", "y", "width", "height"))
    return Placement(x, y, width, height, _a(bool, data.get("is_maximized", False)))


def _name(path: Path) -> str:
    """Return how a path stands in the file: that on a portable program's disk by its place from there."""
    return portable_place(path) or str(path)


def placement_of(window: QMainWindow) -> Placement:
    """Return where a window is, or would be if it did not fill its screen."""
    is_full = window.isMaximized() or window.isFullScreen()
    place = window.normalGeometry() if is_full else window.geometry()
    return Placement(place.x(), place.y(), place.width(), place.height(), is_full)


def take_place(window: QMainWindow, place: Placement | None) -> None:
    """Put a window where one like it was left; all of a small screen, shown, where there was none."""
    if place is not None:
        window.setGeometry(on_a_screen(place, [each.availableGeometry() for each in QApplication.screens()]))
    if place.is_maximized if place else window.screen().availableSize().width() < _ROOMY_PX:
        window.showMaximized()


def on_a_screen(place: Placement, screens: Sequence[QRect]) -> QRect:
    """Return where a window goes: where it was, or into the first of the screens there are now.

    It is never larger than its screen.
    """
    wanted = QRect(
        place.x, place.y, max(place.width, _LEAST_SIZE_PX[0]), max(place.height, _LEAST_SIZE_PX[1])
    )
    if not screens:
        return wanted
    screen = max(screens, key=lambda each: _area(each.intersected(wanted)))
    shown = screen.intersected(QRect(wanted.x(), wanted.y(), wanted.width(), _LEAST_SHOWN_PX[1]))
    is_there = shown.width() >= _LEAST_SHOWN_PX[0] and shown.height() >= _LEAST_SHOWN_PX[1]
    size = wanted.size().boundedTo(screen.size())
    fitted = QRect(wanted.topLeft() if is_there else screens[0].topLeft(), size)
    if not is_there:
        fitted.moveCenter(screens[0].center())
    return fitted


def _area(rectangle: QRect) -> int:
    return max(rectangle.width(), 0) * max(rectangle.height(), 0)
