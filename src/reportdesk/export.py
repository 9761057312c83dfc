"""Write a report as a file of any kind: made in memory, read back and compared, then saved at one stroke."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from reportdesk.errors import FileError
from reportdesk.inspection.layouts import without_layout_traces
from reportdesk.project.disk.names import the_same_file
from reportdesk.project.disk.safe_write import safe_write
from reportdesk.project.errors import cannot_write
from reportdesk.readers import SUFFIXES, read_source
from reportdesk.readers.protocol import Source
from reportdesk.report.compare import compare
from reportdesk.report.model import Report
from reportdesk.writers import render
from reportdesk.writers.pdf import PdfWriter
from reportdesk.writers.protocol import Carries, Writer
from reportdesk.writers.word.writer import WordWriter

#: Characters of a figure or a paragraph that a refusal repeats.
_MOST_QUOTED_CHARACTERS = 20


class AlreadyThere(FileError):
    """The file exists, and nobody said that it may be overwritten."""


class Mismatch(FileError):
    """What was written does not read back as the report says, so it was not saved."""


def export_report(
    report: Report,
    path: Path,
    *,
    force: bool = False,
    carries: Carries = "printed",
    writers: Sequence[Writer] = (),
) -> None:
    """Write a report as the kind of file that the suffix names; raise FileError, and the old file stands.

    AlreadyThere unless `force` allows to overwrite; else as `checked_bytes`.
    """
    refuse_existing(path, force=force)
    safe_write(path, checked_bytes(report, path, carries, writers))


def checked_bytes(
    report: Report, path: Path, carries: Carries = "printed", writers: Sequence[Writer] = ()
) -> bytes:
    """Return the file that is to be saved at `path`, read back and compared; nothing is saved yet.

    `writers` go before the usual ones, each for the kind of file that it writes in a manner of its own;
    `carries` says what a file of the usual ones has beside what it shows.

    Raise Mismatch, which names the cell or paragraph that our own reader finds different, or another
    FileError. Of a PDF, the Word file that it is made from is compared.
    """
    suffix = path.suffix.lower()
    writer = next((writer for writer in (*writers, PdfWriter()) if writer.suffix == suffix), None)
    if isinstance(writer, PdfWriter):
        made_from = replace(writer.word, carries="nothing")
        checked_bytes(report, path.with_suffix(made_from.suffix), writers=(made_from,))
    data = _render(report, path, carries, writer)
    if suffix in SUFFIXES and not isinstance(writer, PdfWriter):
        _compare(report, data, path)
    return data


def refuse_existing(path: Path, *, force: bool, sources: Iterable[Path | None] = ()) -> None:
    """Raise AlreadyThere if a file stands where one is to be written, unless `force`.

    What it is made from is never overwritten: raise FileError if one of the `sources` stands there.
    """
    there = (source for source in sources if source is not None)
    if os.path.lexists(path) and the_same_file(path, there) is not None:
        raise FileError("这是要读的文件，没有覆盖", where=str(path), remedy="请换一个文件名")
    if not force and os.path.lexists(path):
        raise AlreadyThere(
            "文件已经存在，没有覆盖", where=str(path), remedy="请换一个文件名；确要覆盖请加 --force"
        )


def refuse_filled_folder(folder: Path, *, force: bool) -> None:
    """Raise FileError for a file in a folder's place; AlreadyThere for a filled folder, unless `force`."""
    try:
        is_filled = folder.is_dir() and any(folder.iterdir())
    except OSError as error:
        raise cannot_write(error, folder) from error
    if os.path.lexists(folder) and not folder.is_dir():
        raise FileError("这是一个文件，不是文件夹", where=str(folder), remedy="请换一个文件夹")
    if is_filled and not force:
        remedy = "请换一个文件夹；确要写进去请加 --force"
        raise AlreadyThere("文件夹里已经有文件，没有写", where=str(folder), remedy=remedy)


def differences(report: Report, read: Report) -> Iterator[str]:
    """Say in words where a report that was read back prints otherwise than the one that was written."""
    if read.form.cells.keys() != report.form.cells.keys():
        yield f"表格应为 {report.form.edition} 版，读回 {read.form.edition} 版"
    for difference in compare(report, read):
        paragraph = f"第 {difference.hunk.start + 1} 段" if difference.hunk else ""
        where = f"{difference.place(report.form)}{paragraph}"
        yield f"{where}应为{_brief(difference.before)}，读回{_brief(difference.after)}"


def _render(report: Report, path: Path, carries: Carries, writer: Writer | None) -> bytes:
    try:
        data = writer.render(report) if writer else render(report, path.suffix, carries)
        if path.suffix.lower() != WordWriter.suffix:
            return data
        layout = writer.layout if isinstance(writer, WordWriter) else ""
        return without_layout_traces(data, report.form, layout)
    except FileError as error:
        error.where = f"{path}：{error.where}" if error.where else str(path)
        raise


def _compare(report: Report, data: bytes, path: Path) -> None:
    difference = next(differences(report, _read_back(data, path)), None)
    if difference is not None:
        remedy = "没有保存；请检查这一处的内容，或换一种格式导出"
        raise Mismatch(f"写出后读回核对不一致：{difference}", where=str(path), remedy=remedy)


def _read_back(data: bytes, path: Path) -> Report:
    try:
        return read_source(Source(Path(f"export{path.suffix.lower()}"), data)).report
    except FileError as error:
        raise Mismatch(f"写出后读不回来（{error.what}）", where=str(path), remedy="没有保存") from error


def _brief(text: str) -> str:
    if not text:
        return "空白"
    return f"“{text}”" if len(text) <= _MOST_QUOTED_CHARACTERS else f"“{text[:_MOST_QUOTED_CHARACTERS]}…”"
