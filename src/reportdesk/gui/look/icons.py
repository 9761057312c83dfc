"""The window's icons: one set of line drawings (our own), drawn in the palette's ink."""

from __future__ import annotations

from collections.abc import Callable
from math import ceil
from pathlib import Path

from PySide6.QtCore import QByteArray, Qt
from PySide6.QtGui import QColor, QGuiApplication, QIcon, QPainter, QPalette, QPixmap, QPixmapCache
from PySide6.QtSvg import QSvgRenderer

_FOLDER = Path(__file__).parent / "drawings"
_SIDE_PX = 20
_SIDES_PX = (16, 24, 32, 48, 128)
_MODES = {QIcon.Mode.Normal: QPalette.ColorGroup.Active, QIcon.Mode.Disabled: QPalette.ColorGroup.Disabled}


def icon(name: str, palette: QPalette, ink: QColor | None = None) -> QIcon:
    """Return an icon in the palette's inks, or in `ink`, for these screens; raise OSError if unknown."""
    file = _FOLDER / f"{name}.svg"
    drawn = QIcon()
    scales = _scales()
    for mode, group in _MODES.items():
        own = ink if ink is not None and mode == QIcon.Mode.Normal else None
        line = (own or palette.color(group, QPalette.ColorRole.WindowText)).name()
        for scale in scales:
            pixmap = _once(f"{file} {line} {scale}", lambda: _draw(_in_ink(file, line), scale))  # noqa: B023
            drawn.addPixmap(pixmap, mode)
    return drawn


def program_icon() -> QIcon:
    """Return the program's own sign, for its windows and the desktop's bar."""
    file = str(_FOLDER / "program" / "reportdesk.svg")
    drawn = QIcon()
    for side in _SIDES_PX:
        drawn.addPixmap(_once(f"{file} {side}", lambda: _paint(QSvgRenderer(file), side)))  # noqa: B023
    return drawn


def icon_names() -> tuple[str, ...]:
    """Return the names of all icons."""
    return tuple(sorted(path.stem for path in _FOLDER.glob("*.svg")))


def _scales() -> tuple[int, ...]:
    """Return the whole scales that the screens at hand need, 1 where there is none."""
    return tuple(sorted({ceil(screen.devicePixelRatio()) for screen in QGuiApplication.screens()})) or (1,)


def _once(name: str, draw: Callable[[], QPixmap]) -> QPixmap:
    """Return the pixmap of that name, drawn where Qt's own store has none: each window asks for the same."""
    pixmap = QPixmap()
    if not QPixmapCache.find(name, pixmap):
        pixmap = draw()
        QPixmapCache.insert(name, pixmap)
    return pixmap


def _in_ink(file: Path, line: str) -> QSvgRenderer:
    """Return the drawing of a file in an ink (#rrggbb)."""
    drawing = file.read_text(encoding="ascii")
    return QSvgRenderer(QByteArray(drawing.replace("currentColor", line).encode()))


def _draw(renderer: QSvgRenderer, scale: int) -> QPixmap:
    pixmap = _paint(renderer, _SIDE_PX * scale)
    pixmap.setDevicePixelRatio(scale)
    return pixmap


def _paint(renderer: QSvgRenderer, side: int) -> QPixmap:
    pixmap = QPixmap(side, side)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    renderer.render(painter)
    painter.end()
    return pixmap
