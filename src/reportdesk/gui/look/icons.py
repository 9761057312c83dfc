"""The window's icons: one set of line drawings (our own), drawn in the palette's ink."""

from __future__ import annotations

from math import ceil
from pathlib import Path

from PySide6.QtCore import QByteArray, Qt
from PySide6.QtGui import QColor, QGuiApplication, QIcon, QPainter, QPalette, QPixmap
from PySide6.QtSvg import QSvgRenderer

_FOLDER = Path(__file__).parent / "drawings"
_SIDE = 20
_SIDES = (16, 24, 32, 48, 128)
_MODES = {QIcon.Mode.Normal: QPalette.ColorGroup.Active, QIcon.Mode.Disabled: QPalette.ColorGroup.Disabled}


def icon(name: str, palette: QPalette, ink: QColor | None = None) -> QIcon:
    """Return an icon in the palette's inks, or in `ink`, for these screens; raise OSError if unknown."""
    drawing = (_FOLDER / f"{name}.svg").read_text(encoding="ascii")
    drawn = QIcon()
    scales = _scales()
    for mode, group in _MODES.items():
        own = ink if ink is not None and mode == QIcon.Mode.Normal else None
        line = own or palette.color(group, QPalette.ColorRole.WindowText)
        renderer = QSvgRenderer(QByteArray(drawing.replace("currentColor", line.name()).encode()))
        for scale in scales:
            drawn.addPixmap(_draw(renderer, scale), mode)
    return drawn


def program_icon() -> QIcon:
    """Return the program's own sign, for its windows and the desktop's bar."""
    renderer = QSvgRenderer(str(_FOLDER / "program" / "reportdesk.svg"))
    drawn = QIcon()
    for side in _SIDES:
        drawn.addPixmap(_paint(renderer, side))
    return drawn


def icon_names() -> tuple[str, ...]:
    """Return the names of all icons."""
    return tuple(sorted(path.stem for path in _FOLDER.glob("*.svg")))


def _scales() -> tuple[int, ...]:
    """Return the whole scales that the screens at hand need, 1 where there is none."""
    return tuple(sorted({ceil(screen.devicePixelRatio()) for screen in QGuiApplication.screens()})) or (1,)


def _draw(renderer: QSvgRenderer, scale: int) -> QPixmap:
    pixmap = _paint(renderer, _SIDE * scale)
    pixmap.setDevicePixelRatio(scale)
    return pixmap


def _paint(renderer: QSvgRenderer, side: int) -> QPixmap:
    pixmap = QPixmap(side, side)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    renderer.render(painter)
    painter.end()
    return pixmap
