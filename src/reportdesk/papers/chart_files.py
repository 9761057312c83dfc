"""图解 as files for a folder: the long picture, each card, a page of its own, and the same as data."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

from reportdesk.project.disk.safe_write import safe_write
from reportdesk.project.errors import cannot_write
from reportdesk.project.format.json_text import encode_json
from reportdesk.report.model import Report
from reportdesk.writers.charts.as_data import charts_data
from reportdesk.writers.charts.as_html import charts_page
from reportdesk.writers.charts.pictures import PictureSet

#: Makes PNG of SVG at a scale; whoever paints is above all that knows reports.
Rasteriser = Callable[[str, float], bytes]


def chart_files(
    report: Report, pictures: PictureSet, rasterise: Rasteriser | None = None, scale: float = 2.0
) -> Iterator[tuple[str, bytes]]:
    """Yield name and bytes of each file; those of pictures as SVG, and as PNG where something paints them."""
    for picture in (pictures.long, *pictures.single):
        name = picture.key if picture is pictures.long else f"chart-{picture.key}"
        yield f"{name}.svg", picture.svg.encode()
        if rasterise is not None:
            yield f"{name}.png", rasterise(picture.svg, scale)
    yield "chart.html", charts_page(pictures).encode()
    yield "chart.json", encode_json(charts_data(report, pictures))


def write_chart_files(folder: Path, files: list[tuple[str, bytes]]) -> None:
    """Write files into a folder, which is made where it is not there; raise FileError."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise cannot_write(error, folder) from error
    for name, data in files:
        safe_write(folder / name, data, keep_backup=False)
