"""图解 as files for a folder: the long picture, each card, a page of its own, and the same as data."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from pathlib import Path

from reportdesk.errors import FileError
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


def refuse_filled_folder(folder: Path, *, force: bool) -> None:
    """Raise FileError for a folder in which there is something already, unless `force`."""
    try:
        is_filled = folder.is_dir() and any(folder.iterdir())
    except OSError as error:
        raise cannot_write(error, folder) from error
    if os.path.lexists(folder) and not folder.is_dir():
        raise FileError("这是一个文件，不是文件夹", where=str(folder), remedy="请换一个文件夹")
    if is_filled and not force:
        remedy = "请换一个文件夹；确要写进去请加 --force"
        raise FileError("文件夹里已经有文件，没有写", where=str(folder), remedy=remedy)


def write_chart_files(folder: Path, files: list[tuple[str, bytes]]) -> None:
    """Write files into a folder, which is made where it is not there; raise FileError."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise cannot_write(error, folder) from error
    for name, data in files:
        safe_write(folder / name, data, keep_backup=False)
