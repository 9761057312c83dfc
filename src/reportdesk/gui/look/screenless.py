"""Qt without a window: for calls that paint, wherever they are made."""

from __future__ import annotations

import sys

from PySide6.QtGui import QFontDatabase, QGuiApplication

from reportdesk.errors import ReportDeskError
from reportdesk.gui.look.theme import FONTS


def application() -> QGuiApplication:
    """Return the application that is running; where there is none, one without a screen.

    It lives as long as somebody holds it.
    """
    running = QGuiApplication.instance()
    if isinstance(running, QGuiApplication):
        return running
    # Where there is a display it is not asked: it may not answer.
    return QGuiApplication(["reportdesk", *(("-platform", "offscreen") if sys.platform == "linux" else ())])


def chinese_font(kind: str, otherwise: str) -> str:
    """Return the first font at hand that has Chinese; raise ReportDeskError where none has.

    What is painted would be boxes. `kind` is what cannot be made then, `otherwise` what to do instead.
    """
    families = set(QFontDatabase.families())
    system = QFontDatabase.WritingSystem.SimplifiedChinese
    for name in (*FONTS, *QFontDatabase.families(system)):
        if name in families:
            return name
    raise ReportDeskError(
        f"这台电脑没有中文字体，画不成 {kind}",
        remedy=f"请装一种中文字体（如文泉驿、思源）；不便安装时，{otherwise}",
    )
