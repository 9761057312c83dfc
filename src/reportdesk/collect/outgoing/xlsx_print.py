"""How a sheet is cut into pages of A4, lying: to the width of the page, or at a size with own breaks."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

_SIDE_IN, _TOP_IN, _BOTTOM_IN, _FOOT_IN = 0.4, 0.5, 0.6, 0.3
_PAGE_PT = (842.0, 595.0)
_PT_PER_INCH = 72
#: A digit of 宋体 at 10 pt is 5.25 pt wide; of what stands in for it where it lacks, up to this.
_PT_PER_DIGIT, _PT_PER_COLUMN = 5.8, 3.75
#: Smaller (%) nobody reads it.
_HIGHEST_SCALE, _LEAST_SCALE = 100, 55

_MARGINS = (
    f'<pageMargins left="{_SIDE_IN}" right="{_SIDE_IN}" top="{_TOP_IN}" bottom="{_BOTTOM_IN}"'
    f' header="{_FOOT_IN}" footer="{_FOOT_IN}"/>'
)
_FOOTER = "<headerFooter><oddFooter>&amp;C&amp;A　第 &amp;P 页，共 &amp;N 页</oddFooter></headerFooter>"


@dataclass(frozen=True, slots=True)
class Print:
    """Pages of a sheet; a `scale` of 0 fits its width, another (in %) lets `breaks` be heeded.

    `breaks` are the rows, counted from 0, before which a page begins.
    """

    scale: int = 0
    breaks: Sequence[int] = ()

    @property
    def before(self) -> str:
        """Return what stands first in the sheet's part."""
        return "" if self.scale else '<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>'

    @property
    def after(self) -> str:
        """Return what stands last in the sheet's part."""
        size = f'scale="{self.scale}"' if self.scale else 'fitToHeight="0"'
        setup = f'<pageSetup paperSize="9" {size} pageOrder="overThenDown" orientation="landscape"/>'
        made = "".join(f'<brk id="{row}" max="16383" man="1"/>' for row in self.breaks)
        number = len(self.breaks)
        breaks = f'<rowBreaks count="{number}" manualBreakCount="{number}">{made}</rowBreaks>' if made else ""
        return f'<printOptions horizontalCentered="1"/>{_MARGINS}{setup}{_FOOTER}{breaks}'


def print_whole(widths: Sequence[float], blocks: Sequence[tuple[int, float]], repeated: float) -> Print:
    """Return pages that cut neither columns (widths in digits) nor a block of rows, while that can be read.

    A block is its first row, counted from 0, and its height in points, in order; above them each page has
    `repeated` points of heading.
    """
    across = _PAGE_PT[0] - 2 * _SIDE_IN * _PT_PER_INCH
    down = _PAGE_PT[1] - (_TOP_IN + _BOTTOM_IN) * _PT_PER_INCH
    wide = sum(_PT_PER_DIGIT * width + _PT_PER_COLUMN for width in widths)
    high = repeated + max(height for _, height in blocks)
    scale = max(_LEAST_SCALE, min(_HIGHEST_SCALE, int(100 * across / wide), int(100 * down / high)))
    room = 100 * down / scale - repeated
    breaks, used = [], 0.0
    for row, height in blocks:
        if used and used + height > room:
            breaks.append(row)
            used = 0.0
        used += height
    return Print(scale, breaks)
