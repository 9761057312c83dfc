"""Whether tables hang together: shapes that fit the paper, names told once, sums that forget no line."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from pathlib import Path

from reportdesk.errors import FormError
from reportdesk.form.formula import parse_sum
from reportdesk.form.parts import Band, Column, Level, Row, Section, Table
from reportdesk.form.template import compile_pattern

TableLine = Row | Column


def refuse_repeated_names(sections: Sequence[Section], tables: Sequence[Table], source: Path) -> None:
    """Refuse what a clerk could not tell apart: two sections or tables of one name, one ordinal twice."""
    where = str(source)
    _refuse_twice((section.ordinal for section in sections), "section 的 ordinal", where)
    _refuse_twice((section.name for section in sections), "section 的 name", where)
    _refuse_twice((table.name for table in tables), "table 的 name", where)


def refuse_unfit_levels(levels: Sequence[Level], source: Path) -> None:
    """Refuse levels that nobody could tell apart, and a pattern behind which no other is ever tried."""
    _refuse_twice((level.name for level in levels), "level 的 name", str(source))
    _refuse_twice((level.organ for level in levels if level.organ), "level 的 organ", str(source))
    for level in levels:
        where = f"{source}: level {level.key}"
        if level.organ and compile_pattern(level.organ, f"{where}: organ").search(""):
            raise FormError(f"organ“{level.organ}”什么名称都配得上，后面的 level 轮不到", where=where)
        try:
            date.fromisoformat(f"2001-{level.deadline}")
        except ValueError as error:
            raise FormError(f"deadline 应是“月-日”，不能是“{level.deadline}”", where=where) from error


def refuse_unfit_table(table: Table, source: Path) -> None:
    """Refuse a table whose labels and numbers do not fill the paper's columns, or need more than these."""
    where = f"{source}: table {table.key}"
    numbers = len(table.widths) - table.label_columns
    if any(width <= 0 for width in table.widths):
        raise FormError("widths 都应大于 0", where=where)
    for number, band in enumerate(table.band, 1):
        _refuse_unfit_band(table, band, numbers, f"{where}, band {number}")
    most = max((len(band.column) for band in table.band), default=0)
    if most < numbers:
        problem = f"widths 给了 {numbers} 列数字，最多的一个 band 只有 {most} 列"
        raise FormError(problem, where=where)
    deepest = max((len(row.labels) for band in table.band for row in band.row), default=0)
    if deepest < table.label_columns:
        problem = f"label_columns 是 {table.label_columns}，行的标签最多只有 {deepest} 层"
        raise FormError(problem, where=where)


def _refuse_unfit_band(table: Table, band: Band, numbers: int, where: str) -> None:
    if not (band.column and band.row):
        raise FormError("column 和 row 都至少要有一个", where=where)
    if len(band.column) > numbers:
        raise FormError(f"有 {len(band.column)} 列数字，widths 只给了 {numbers} 列", where=where)
    for row in band.row:
        if len(row.labels) > table.label_columns:
            raise FormError(f"行“{row.key}”的标签多于 label_columns", where=where)
        if table.label_columns and not row.labels:
            raise FormError(f"行“{row.key}”没有标签", where=where)
    for column in band.column:
        if not column.labels:
            raise FormError(f"列“{column.key}”没有标签", where=where)


def refuse_unsound_sums(table: Table, source: Path) -> None:
    """Refuse labels that stand twice in a band, and a line that the sums beside it forget.

    Beside a sum stand the lines under the same upper label: with 小计 under 流出, all that is under 流出. Of
    these each must be counted by a sum there, or say `outside_sums`.
    """
    for number, band in enumerate(table.band, 1):
        where = f"{source}: table {table.key}, band {number}"
        _refuse_unsound_lines("行", band.row, where)
        _refuse_unsound_lines("列", band.column, where)


def _refuse_unsound_lines(what: str, lines: Sequence[TableLine], where: str) -> None:
    _refuse_twice(("／".join(line.labels) for line in lines if line.labels), f"{what}的 labels", where)
    counted = {term.name for line in lines for term in parse_sum(line.sum or "0", where)}
    for total in lines:
        if total.sum:
            _refuse_forgotten(total, lines, counted, f"{where}: {what} {total.key}")


def _refuse_forgotten(total: TableLine, lines: Iterable[TableLine], counted: set[str], where: str) -> None:
    above = total.labels[:-1]
    for line in lines:
        beside = line.labels[: len(above)] == above and _counts_the_same(line, total)
        if beside and not line.sum and line.key not in counted and not line.outside_sums:
            problem = f"合计漏了“{line.key}”（{'／'.join(line.labels)}）"
            raise FormError(
                problem, where=where, remedy="请加进算式；本来就不计入的，写上 outside_sums = true"
            )


def _counts_the_same(line: TableLine, total: TableLine) -> bool:
    """Tell whether two lines could stand in one sum: columns of one kind and unit, rows always."""
    if isinstance(line, Column) and isinstance(total, Column):
        return (line.kind, line.unit) == (total.kind, total.unit)
    return True


def _refuse_twice(names: Iterable[str], what: str, where: str) -> None:
    seen: set[str] = set()
    for name in names:
        if name in seen:
            raise FormError(f"{what}“{name}”出现了两次", where=where)
        seen.add(name)
