"""Drawings as PNG, painted by Qt; a call without a window paints on a screen that is none."""

from __future__ import annotations

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QSize
from PySide6.QtGui import QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

from reportdesk.errors import ReportDeskError
from reportdesk.gui.look import screenless
from reportdesk.writers.charts.canvas import FONT_FAMILIES

#: Pixels; more is no picture but a mistake, and more than Qt paints.
_MOST_SIDE_PX = 30_000


def png_of(svg: str, scale: float = 2.0) -> bytes:
    """Return a drawing as PNG, `scale` pixels for each of its own; raise ReportDeskError where none is made.

    To be called in the thread of the application, or where there is none: then one is begun without a screen.
    """
    application = screenless.application()
    font = screenless.chinese_font("PNG", "请用 SVG")
    renderer = QSvgRenderer(QByteArray(svg.replace(FONT_FAMILIES, f"'{font}'").encode()))
    size = QSize(
        round(renderer.defaultSize().width() * scale), round(renderer.defaultSize().height() * scale)
    )
    if not renderer.isValid() or max(size.width(), size.height()) > _MOST_SIDE_PX:
        raise ReportDeskError("图画不成 PNG", remedy="请用 SVG，或把放大倍数改小")
    image = QImage(size, QImage.Format.Format_RGB32)
    image.fill(0xFFFFFFFF)
    painter = QPainter(image)
    painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing)
    renderer.render(painter)
    painter.end()
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    if not image.save(buffer, "PNG"):  # type: ignore[call-overload]
        raise ReportDeskError("图画不成 PNG", remedy="请用 SVG")
    del application
    return bytes(buffer.data().data())
