"""The screen and what draws on it, for the page about this machine."""

from __future__ import annotations

import os

from PySide6.QtCore import qVersion
from PySide6.QtGui import QFontInfo, QGuiApplication
from PySide6.QtWidgets import QApplication

from reportdesk.doctor.item import Item

#: The least screen that the window is made for, in points.
_LEAST_PX = (960, 560)
_VARIABLES = ("QT_SCALE_FACTOR", "QT_FONT_DPI", "QT_AUTO_SCREEN_SCALE_FACTOR", "QT_SCREEN_SCALE_FACTORS")


def look_at_screen() -> Item:
    """Return the screens with their scale, and the font of the window; in the window's thread."""
    screens = QGuiApplication.screens()
    lines = [
        f"{screen.size().width()} × {screen.size().height()} 点，缩放 {screen.devicePixelRatio():g}，"
        f"每英寸 {round(screen.logicalDotsPerInch())} 点"
        for screen in screens
    ]
    lines += [f"{name}={os.environ[name]}" for name in _VARIABLES if name in os.environ]
    lines.append(f"Qt {qVersion()}，显示方式 {QGuiApplication.platformName()}")
    lines.append(f"窗口的字体：{QFontInfo(QApplication.font()).family()}")
    small = all(
        screen.availableSize().width() < _LEAST_PX[0] or screen.availableSize().height() < _LEAST_PX[1]
        for screen in screens
    )
    if not small:
        return Item("screen", "屏幕", "good", tuple(lines))
    meaning = "屏幕上放得下的内容太少，窗口会超出屏幕。"
    return Item("screen", "屏幕", "remark", tuple(lines), meaning, "请把系统的缩放比例调小一些。")
