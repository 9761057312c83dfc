"""The look of bars, buttons and chips: flat, hairlines, one accent; the rest is the system's own style."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetrics, QPalette
from PySide6.QtWidgets import QWidget

from reportdesk.gui.look.theme import MARKS, Theme, mixed, theme_of

#: So much more than a field a button has around its words: both are as high in a row.
_AROUND_BUTTON_PX = 4
_SAMPLE = "年度报告"


def style_sheet(palette: QPalette, font_px: int) -> str:
    """Return the window's style sheet in the colours of a palette, for lines as high as a font's (pixels)."""
    theme = theme_of(palette)
    return "".join((_bars(theme), _buttons(theme, font_px), _chips(theme), _labels(theme)))


def dress(window: QWidget) -> None:
    """Put the style sheet on a window in the colours of its palette, unless it wears that already."""
    sheet = style_sheet(window.palette(), _line_px(QFontMetrics(window.font())))
    if sheet != window.styleSheet():
        window.setStyleSheet(sheet)


def _line_px(metrics: QFontMetrics) -> int:
    """Return how high a line of Chinese words is: they may come from a font higher than the asked one."""
    return max(metrics.height(), metrics.size(Qt.TextFlag.TextShowMnemonic, _SAMPLE).height())


def _bars(theme: Theme) -> str:
    hover = mixed(theme.window, theme.window_ink, 0.08).name()
    pressed = mixed(theme.window, theme.window_ink, 0.16).name()
    line = theme.hairline.name()
    return f"""
QToolBar#toolbar {{ border: none; border-bottom: 1px solid {line}; padding: 2px 4px; spacing: 2px; }}
QToolBar#toolbar::separator {{ background: {line}; width: 1px; margin: 6px 6px; }}
QToolBar#toolbar QToolButton {{ border: 1px solid transparent; border-radius: 4px; padding: 4px 8px; }}
QToolBar#toolbar QToolButton#qt_toolbar_ext_button {{ padding: 0; }}
QToolBar#toolbar QToolButton:hover {{ background: {hover}; }}
QToolBar#toolbar QToolButton:pressed, QToolBar#toolbar QToolButton:checked {{ background: {pressed}; }}
QToolBar#toolbar QToolButton:focus {{ border-color: {theme.accent.name()}; }}
QFrame#notice {{ background: {theme.warning.ground.name()}; border: none; border-bottom: 1px solid {line}; }}
QFrame#notice QLabel {{ color: {theme.warning.ink.name()}; }}
QStatusBar {{ border-top: 1px solid {line}; }}
QStatusBar::item {{ border: none; }}
QStatusBar QLabel#trouble {{ color: {theme.error.ink.name()}; background: {theme.error.ground.name()};
  border-radius: 4px; font-weight: bold; }}
QTabWidget#tabs::pane {{ border: none; border-top: 1px solid {line}; background: {theme.window.name()}; }}
QTabWidget#tabs::tab-bar {{ left: 0; }}
QSplitter::handle {{ background: {line}; }}
QFrame#question {{ background: {theme.hint.ground.name()}; border: none; border-bottom: 1px solid {line}; }}
QFrame#question QLabel {{ color: {theme.hint.ink.name()}; }}
"""


def _buttons(theme: Theme, font_px: int) -> str:
    accent, ink = theme.accent.name(), theme.accent_ink.name()
    deep = mixed(theme.accent, theme.window_ink, 0.2).name()
    pale, muted = mixed(theme.window, theme.window_ink, 0.06).name(), theme.window_muted_ink.name()
    line = mixed(theme.ground, theme.ink, 0.3).name()
    button = "QToolBar#toolbar QToolButton#export"
    hover = mixed(theme.ground, theme.ink, 0.06).name()
    return f"""
.QLineEdit, QComboBox, QSpinBox {{ min-height: {font_px + _AROUND_BUTTON_PX}px; }}
QSpinBox .QLineEdit {{ min-height: 0; }}
.QPushButton {{ background: {theme.ground.name()}; color: {theme.ink.name()}; border: 1px solid {line};
  border-radius: 4px; padding: 4px 14px; min-width: 48px; min-height: {font_px}px; outline: none; }}
QDialog#Preview QPushButton#farther, QDialog#Preview QPushButton#nearer {{ min-width: 0; padding: 4px 8px; }}
.QPushButton:hover {{ background: {hover}; }}
.QPushButton:pressed {{ background: {theme.selected.name()}; }}
.QPushButton:disabled {{ color: {muted}; background: {pale}; border-color: {pale}; }}
.QPushButton:focus {{ border: 2px solid {accent}; padding: 3px 13px; }}
QDialog .QPushButton:default {{ background: {accent}; color: {ink}; border-color: {accent}; }}
QDialog .QPushButton:default:hover {{ background: {deep}; }}
QDialog .QPushButton:default:focus {{ border-color: {theme.window_ink.name()}; }}
QDialog .QPushButton:default:disabled {{ background: {pale}; color: {muted}; border-color: {pale}; }}
{button} {{ background: {accent}; color: {ink}; padding-right: 24px; }}
{button}:hover, {button}:pressed {{ background: {deep}; }}
{button}:focus {{ border-color: {theme.window_ink.name()}; }}
{button}:disabled {{ background: {pale}; color: {muted}; }}
{button}::menu-button {{ border: none; width: 20px; }}
"""


def _chips(theme: Theme) -> str:
    sheet = f"""
QWidget#Findings QToolButton {{ border: 1px solid {theme.hairline.name()}; border-radius: 12px;
  padding: 3px 6px; color: {theme.window_muted_ink.name()}; background: transparent; }}
"""
    for name in MARKS:
        tint = theme.severity(name)
        sheet += f"""QWidget#Findings QToolButton#{name}:checked {{ background: {tint.ground.name()};
  color: {tint.ink.name()}; border-color: {tint.ground.name()}; font-weight: bold; }}
"""
        sheet += f"""QWidget#Findings QToolButton#{name}[empty="true"]:checked {{ background: transparent;
  color: {theme.window_muted_ink.name()}; border-color: {theme.hairline.name()}; font-weight: normal; }}
"""
    return sheet + f"QWidget#Findings QToolButton:focus {{ border-color: {theme.accent.name()}; }}\n"


def _labels(theme: Theme) -> str:
    return f"""
QLabel#qt_msgbox_label, QLabel#qt_msgbox_informativelabel {{ min-width: 360px; }}
QLabel#qt_msgbox_label {{ font-weight: bold; }}
QWidget#Guidance QTextBrowser {{ border: 1px solid transparent; }}
QWidget#Guidance QTextBrowser:focus {{ border-color: {theme.accent.name()}; }}
QLabel#peace_sign {{ color: {theme.accent.name()}; font-size: 32pt; }}
QLabel#peace {{ color: {theme.window_ink.name()}; }}
"""
