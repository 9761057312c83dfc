"""Last year's workbook read back: the figures of its 明细."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path
from xml.sax.saxutils import unescape

from reportdesk.collect.kept import FiguresData
from reportdesk.collect.outgoing.workbook import (
    ADJUSTMENT,
    DETAIL,
    DETAIL_COLUMNS,
    DETAIL_HEADS,
    MARK,
    row_label,
)
from reportdesk.collect.roster.roster_file import workbook_sheets
from reportdesk.errors import FileError
from reportdesk.examined.answer import Figure, plain
from reportdesk.form.families import known_editions
from reportdesk.form.formula import Number
from reportdesk.form.kinds import Refusal
from reportdesk.form.loader import load_edition
from reportdesk.form.model import Form
from reportdesk.form.place import column_of
from reportdesk.patterns import late
from reportdesk.project.disk.safe_write import read_bytes
from reportdesk.readers.found.package import Package

_CORE = "docProps/core.xml"
_MARKS = late(rf"{re.escape(MARK)} edition=(\S+) year=(\d{{4}})")
_SUBJECT = late(r"<dc:subject>([^<]*)</dc:subject>")
#: As much as any file that is read may have.
_LARGEST_BYTES = 100 * 1024 * 1024


def read_back(path: Path) -> FiguresData | None:
    """Return the figures of a collection's workbook; None for a workbook that is none; raise FileError."""
    data = read_bytes(path, _LARGEST_BYTES)
    package = Package(data, str(path))
    core = package.read(_CORE).decode("utf-8", "replace") if _CORE in package.names else ""
    marks, subject = _MARKS.search(core), _SUBJECT.search(core)
    if marks is None:
        return None
    edition, year = marks.groups()
    if edition not in known_editions():
        raise FileError(f"汇总表用的是 {edition} 版，本程序不认识", where=str(path), remedy="请升级程序")
    for sheet in workbook_sheets(data, str(path)):
        if sheet.name == f"工作表“{DETAIL}”":
            organ = unescape(subject[1]) if subject else ""
            return _figures(sheet.rows, load_edition(edition), int(year), organ, str(path))
    raise FileError(f"汇总表里没有“{DETAIL}”", where=str(path), remedy="请用没有改过的汇总表")


def _figures(rows: Sequence[Sequence[str]], form: Form, year: int, organ: str, where: str) -> FiguresData:
    columns = _columns(rows, form, where)
    whole: dict[str, Number] = {}
    units: dict[str, dict[str, Figure]] = {}
    for number, row in enumerate(rows[DETAIL_HEADS:], DETAIL_HEADS + 1):
        if not row or not row[0].strip():
            continue
        cells: dict[str, Figure] = {}
        for key, column in columns.items():
            text = row[column] if column < len(row) else ""
            try:
                figure = form.cells[key].kind.accept(text.removeprefix("-"))
            except Refusal as error:
                place = f"{where}：{DETAIL}第 {number} 行"
                raise FileError(str(error), where=place, remedy="请用没有改过的汇总表") from error
            if figure is not None:
                signed = -figure if text.startswith("-") else figure
                cells[key] = plain(signed)
                whole[key] = whole.get(key, 0) + signed
        if row[1].strip() != ADJUSTMENT:
            units[row[0].strip()] = cells
    addends = {key: [cells.get(key) for cells in units.values()] for key in columns}
    total = {key: plain(figure) for key, figure in whole.items()}
    return FiguresData(form.edition, year, organ, total, list(units), addends)


def _columns(rows: Sequence[Sequence[str]], form: Form, where: str) -> dict[str, int]:
    """Return the columns of the entered cells by their two headings."""
    if len(rows) < DETAIL_HEADS:
        raise FileError(f"“{DETAIL}”是空的", where=where)
    headings = {
        tuple(pair): place
        for place, pair in enumerate(zip(rows[0], rows[1], strict=False))
        if place >= len(DETAIL_COLUMNS)
    }
    wanted = {cell.key: (row_label(form, cell.key), column_of(form, cell.key)) for cell in form.entered}
    lost = [" ".join(pair) for pair in wanted.values() if pair not in headings]
    if lost:
        raise FileError(f"“{DETAIL}”里没有“{lost[0]}”这一列", where=where, remedy="请用没有改过的汇总表")
    return {key: headings[pair] for key, pair in wanted.items()}
