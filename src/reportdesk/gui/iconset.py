"""The window's icons: one set of line drawings (our own), drawn in the palette's ink."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QByteArray, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPalette, QPixmap
from PySide6.QtSvg import QSvgRenderer

_FOLDER = Path(__file__).parent / "icons"
_SIDE = 20
_SCALES = (1, 2)
_MODES = {QIcon.Mode.Normal: QPalette.ColorGroup.Active, QIcon.Mode.Disabled: QPalette.ColorGroup.Disabled}


def icon(name: str, palette: QPalette, ink: QColor | None = None) -> QIcon:
    """Return an icon in the palette's inks, or in `ink`, for all screens; raise OSError if unknown."""
    drawing = (_FOLDER / f"{name}.svg").read_text(encoding="ascii")
    drawn = QIcon()
    for mode, group in _MODES.items():
        own = ink if ink is not None and mode == QIcon.Mode.Normal else None
        line = own or palette.color(group, QPalette.ColorRole.WindowText)
        renderer = QSvgRenderer(QByteArray(drawing.replace("currentColor", line.name()).encode()))
        for scale in _SCALES:
            drawn.addPixmap(_draw(renderer, scale), mode)
    return drawn


def icon_names() -> tuple[str, ...]:
    """Return the names of all icons."""
    return tuple(sorted(path.stem for path in _FOLDER.glob("*.svg")))


def _draw(renderer: QSvgRenderer, scale: int) -> QPixmap:
    pixmap = QPixmap(_SIDE * scale, _SIDE * scale)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    renderer.render(painter)
    painter.end()
    pixmap.setDevicePixelRatio(scale)
    return pixmap
