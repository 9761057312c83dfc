"""Words as strips of a page: lines of the height that the paper sets, in the fonts that it names."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QFont, QPainter, QTextCharFormat, QTextLayout, QTextOption

from reportdesk.gui.qt.text_change import utf16_length

#: The text's width on A4 between margins of 28 and 26 mm, in points.
WIDTH = 442.2

_LINE = 28.0
_INDENT = 32.0
_FALLBACKS = ("Noto Serif CJK SC", "Source Han Serif SC", "SimSun", "WenQuanYi Micro Hei")

FANGSONG = ("仿宋_GB2312", "FangSong_GB2312", "仿宋", "FangSong", "STFangsong")
KAITI = ("楷体_GB2312", "KaiTi_GB2312", "楷体", "KaiTi", "STKaiti")
HEITI = ("黑体", "SimHei", "Noto Sans CJK SC", "WenQuanYi Micro Hei")
SONGTI = ("宋体", "SimSun", "STSong")
XIAOBIAOSONG = ("方正小标宋简体", "FZXiaoBiaoSong-B05S", "STZhongsong", "华文中宋")


@dataclass(frozen=True, slots=True)
class Strip:
    """A part of a page over its whole width: its height in points, how it is painted with its top left
    at a place, and whether it must not be the last on a page.
    """

    height: float
    paint: Callable[[QPainter, float, float], None]
    keeps: bool = False


def font_of(families: tuple[str, ...], points: float, *, is_bold: bool = False) -> QFont:
    """Return a font of the paper; where the machine lacks it, one that has Chinese."""
    font = QFont()
    font.setFamilies([*families, *_FALLBACKS])
    font.setPixelSize(round(points))
    font.setBold(is_bold)
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    return font


def blank(height: float = _LINE) -> Strip:
    """Return an empty strip."""
    return Strip(height, lambda _painter, _x, _y: None)


@dataclass(frozen=True, slots=True)
class Style:
    """How a paragraph stands; `lead_font` is for its sub-heading, lengths are in points."""

    font: QFont
    lead_font: QFont | None = None
    line: float = _LINE
    indent: float = _INDENT
    align: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft
    keeps: bool = False


def words(text: str, style: Style, lead: int = 0) -> Iterator[Strip]:
    """Yield the lines of a paragraph; its first `lead` characters are the sub-heading."""
    layout = QTextLayout(text, style.font)
    option = QTextOption(style.align)
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    if lead and style.lead_font is not None:
        layout.setFormats([_in_font(utf16_length(text[:lead]), style.lead_font)])
    layout.beginLayout()
    number = 0
    while (broken := layout.createLine()).isValid():
        shift = style.indent if number == 0 else 0.0
        broken.setLineWidth(WIDTH - shift)
        broken.setPosition(QPointF(shift, 0))
        number += 1
    layout.endLayout()
    for place in range(number):
        yield Strip(style.line, _line_painter(layout, place, style.line), style.keeps)


def _in_font(length: int, font: QFont) -> QTextLayout.FormatRange:
    letters = QTextCharFormat()
    letters.setFont(font)
    stretch = QTextLayout.FormatRange()
    stretch.start, stretch.length, stretch.format = 0, length, letters  # type: ignore[attr-defined]
    return stretch


def _line_painter(layout: QTextLayout, place: int, height: float) -> Callable[[QPainter, float, float], None]:
    def paint(painter: QPainter, x: float, y: float) -> None:
        line = layout.lineAt(place)
        line.draw(painter, QPointF(x, y + (height - line.height()) / 2))

    return paint
