"""Read the folder of an edition into a Form; refuse what is unknown, repeated or dangling, and say where."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import lru_cache
from pathlib import Path
from string import Formatter
from typing import TypeVar

import msgspec

from reportdesk.errors import FormError
from reportdesk.form.formula import Term, parse_relation, parse_sum
from reportdesk.form.model import (
    Band,
    Cell,
    Checks,
    Column,
    Form,
    Level,
    Row,
    Section,
    Table,
    cell_key,
    make_cell,
)
from reportdesk.resources import edition_names, templates_root

T = TypeVar("T")


class _FormFile(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    edition: str
    notice: str
    first_year: int
    title: str
    section: tuple[Section, ...]
    table: tuple[Table, ...]
    level: tuple[Level, ...]
    last_year: int | None = None


class _AliasFile(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    labels: dict[str, tuple[str, ...]] = {}
    headings: dict[str, tuple[str, ...]] = {}


@lru_cache(maxsize=8)
def load_edition(edition: str) -> Form:
    """Return the form of an edition at hand, read once; raise FormError if it is unknown or wrong."""
    if edition not in edition_names():
        known = "、".join(edition_names())
        raise FormError(f"没有“{edition}”版的报告格式", where=edition, remedy=f"可用的版本：{known}")
    return load_form(templates_root() / edition)


def load_form(folder: Path) -> Form:
    """Read `form.toml` and its companions from a folder; raise FormError with what is wrong and where."""
    source = folder / "form.toml"
    data = _decode(source, _FormFile)
    _refuse_repeats((section.key for section in data.section), source, "section")
    _refuse_repeats((table.key for table in data.table), source, "table")
    _refuse_repeats((level.key for level in data.level), source, "level")
    if not (data.section and data.table and data.level):
        raise FormError("section、table、level 都至少要有一个", where=str(source))
    _match_sections_to_tables(data, source)
    cells = _build_cells(data.table, source)
    aliases = _decode(folder / "aliases.toml", _AliasFile, optional=True)
    form = Form(
        edition=data.edition,
        notice=data.notice,
        first_year=data.first_year,
        last_year=data.last_year,
        title=data.title,
        sections=data.section,
        tables=data.table,
        levels=data.level,
        cells=cells,
        folder=folder,
        guidance=_read_guidance(folder / "guidance.md"),
        label_aliases=aliases.labels,
        heading_aliases=aliases.headings,
        checks=_decode(folder / "checks.toml", Checks, optional=True),
    )
    _refuse_sum_cycles(form, source)
    _refuse_dangling_checks(form, folder / "checks.toml")
    _refuse_dangling_companions(form)
    return form


def _decode(source: Path, kind: type[T], *, optional: bool = False) -> T:
    if optional and not source.exists():
        return kind()
    try:
        return msgspec.toml.decode(source.read_bytes(), type=kind)
    except OSError as error:
        raise FormError(f"读不了：{error.strerror}", where=str(source)) from error
    except (msgspec.MsgspecError, UnicodeDecodeError) as error:
        raise FormError(f"格式不对：{error}", where=str(source)) from error


def _refuse_repeats(keys: Iterable[str], source: Path, what: str) -> None:
    seen: set[str] = set()
    for key in keys:
        if key in seen:
            raise FormError(f"{what} 的键“{key}”重复", where=str(source))
        seen.add(key)


def _match_sections_to_tables(data: _FormFile, source: Path) -> None:
    named = [section.table for section in data.section if section.table]
    _refuse_repeats(named, source, "section.table")
    tables = {table.key for table in data.table}
    for name in set(named) ^ tables:
        problem = "没有 section 使用" if name in tables else "section 指向不存在的"
        raise FormError(f"{problem} table“{name}”", where=str(source))


def _build_cells(tables: Iterable[Table], source: Path) -> dict[str, Cell]:
    cells: dict[str, Cell] = {}
    for table in tables:
        for number, band in enumerate(table.band):
            where = f"{source}: table {table.key}, band {number + 1}"
            _check_shape(table, band, where)
            for cell in _cells_of_band(table, band, where):
                if cell.key in cells:
                    raise FormError(f"单元格的键“{cell.key}”重复", where=where)
                cells[cell.key] = cell
    return cells


def _check_shape(table: Table, band: Band, where: str) -> None:
    numbers = len(table.widths) - table.label_columns
    if len(band.column) > numbers:
        raise FormError(f"有 {len(band.column)} 列数字，widths 只给了 {numbers} 列", where=where)
    for row in band.row:
        if len(row.labels) > table.label_columns:
            raise FormError(f"行“{row.key}”的标签多于 label_columns", where=where)
    for column in band.column:
        if not column.labels:
            raise FormError(f"列“{column.key}”没有标签", where=where)


def _cells_of_band(table: Table, band: Band, where: str) -> Iterable[Cell]:
    rows = {row.key: row for row in band.row}
    columns = {column.key: column for column in band.column}
    for row in band.row:
        for column in band.column:
            yield make_cell(table, band, row, column, _terms(table, rows, columns, row, column, where))


def _terms(
    table: Table,
    rows: Mapping[str, Row],
    columns: Mapping[str, Column],
    row: Row,
    column: Column,
    where: str,
) -> tuple[tuple[Term, str], ...]:
    """Pair each term of the cell's sum with a key; a column's sum goes before a row's."""
    named = columns if column.sum else rows
    terms = parse_sum(column.sum or row.sum or "0", where)
    for term in terms:
        if term.name not in named or term.last:
            raise FormError(f"算式里的“{term.name}”不存在", where=where)
    if column.sum:
        return tuple((term, cell_key(table, row, columns[term.name])) for term in terms)
    return tuple((term, cell_key(table, rows[term.name], column)) for term in terms)


def _refuse_sum_cycles(form: Form, source: Path) -> None:
    def visit(key: str, above: tuple[str, ...]) -> None:
        if key in above:
            raise FormError(f"合计“{key}”把自己算了进去", where=str(source))
        for _, part in form.cells[key].parts:
            visit(part, (*above, key))

    for key, cell in form.cells.items():
        if cell.is_derived:
            visit(key, ())


def _refuse_dangling_checks(form: Form, source: Path) -> None:
    tables = {table.key: table for table in form.tables}
    _refuse_repeats((check.code for check in form.checks.all), source, "检查项")
    for check in form.checks.all:
        _refuse_broken_message(check.message, f"{source}: {check.code}")
    for code, table in [(c.code, c.table) for c in form.checks.sum] + [
        (c.code, c.table) for c in form.checks.relation
    ]:
        if table not in tables:
            raise FormError(f"表“{table}”不存在", where=f"{source}: {code}")
    for relation in form.checks.relation:
        where = f"{source}: {relation.code}"
        bands = tables[relation.table].band
        rows = {row.key for band in bands for row in band.row}
        columns = {column.key for band in bands for column in band.column}
        named, each = (columns, rows) if relation.each == "row" else (rows, columns)
        names = {term.name for term in parse_relation(relation.holds, where).terms}
        for name in (names - named) | (set(relation.only) - each):
            raise FormError(f"“{name}”不存在", where=where)


def _refuse_broken_message(message: str, where: str) -> None:
    try:
        names = {name for _, name, _, _ in Formatter().parse(message) if name is not None}
    except ValueError as error:
        raise FormError(f"提示语的大括号不成对：{error}", where=where) from error
    for name in names:
        if not name.isidentifier():
            raise FormError(f"提示语里的“{{{name}}}”不认识", where=where)


def _refuse_dangling_companions(form: Form) -> None:
    labels = {label for cell in form.cells.values() for label in cell.labels}
    labels |= {text for table in form.tables for band in table.band for text in (band.banner, band.corner)}
    sections = {section.key for section in form.sections}
    _refuse_outside(form.label_aliases, labels, form.folder / "aliases.toml")
    _refuse_outside(form.heading_aliases, sections, form.folder / "aliases.toml")
    rows = {f"{cell.table}.{cell.row}" for cell in form.cells.values()}
    columns = {f"{cell.table}.{cell.column}" for cell in form.cells.values()}
    _refuse_outside(form.guidance, rows | columns | sections, form.folder / "guidance.md")


def _refuse_outside(keys: Iterable[str], known: set[str], source: Path) -> None:
    for key in keys:
        if key not in known:
            raise FormError(f"“{key}”在报告格式里不存在", where=str(source))


def _read_guidance(source: Path) -> dict[str, str]:
    """Read the help texts: `## key` names a row, a column or a section; its text follows."""
    if not source.exists():
        return {}
    try:
        parts = source.read_text(encoding="utf-8").split("\n## ")[1:]
    except (OSError, UnicodeDecodeError) as error:
        raise FormError(f"读不了：{error}", where=str(source)) from error
    texts: dict[str, str] = {}
    for part in parts:
        heading, _, body = part.partition("\n")
        for key in heading.split():
            if key in texts:
                raise FormError(f"“{key}”重复", where=str(source))
            texts[key] = body.strip()
    return texts
