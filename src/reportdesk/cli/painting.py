"""Pictures as PNG without a window: asked of the window's own painter, where Qt is at hand."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reportdesk.errors import ReportDeskError

if TYPE_CHECKING:
    from reportdesk.papers.chart_files import Rasteriser


def rasteriser() -> Rasteriser:
    """Return what makes PNG of SVG; raise ReportDeskError where Qt, which paints it, cannot start."""
    from reportdesk.cli.display import obstacle

    # A picture needs no display, and one that does not answer would end the process.
    if reason := obstacle("offscreen"):
        raise ReportDeskError(f"画不了 PNG：{reason}", remedy="没有 PNG 也能用 SVG")
    from reportdesk.gui.look.raster import png_of

    return png_of
