"""Read the folder of an edition into a Form; refuse what is unknown, repeated or dangling, and say where."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cache
from pathlib import Path

from reportdesk.errors import FormError
from reportdesk.form.charts import Charts
from reportdesk.form.checklist import Checks
from reportdesk.form.companions import (
    Aliases,
    read_guidance,
    refuse_dangling_charts,
    refuse_dangling_checks,
    refuse_dangling_companions,
)
from reportdesk.form.families import editions_of, family_of
from reportdesk.form.formula import KEY, Term, parse_sum
from reportdesk.form.model import Cell, Form, cell_key, make_cell
from reportdesk.form.parts import Band, Carry, Column, Level, NonBlank, Row, Section, Table, TemplateData
from reportdesk.form.prepared import prepared
from reportdesk.form.soundness import (
    refuse_repeated_names,
    refuse_unfit_levels,
    refuse_unfit_table,
    refuse_unsound_sums,
)
from reportdesk.form.succession import (
    predecessor_file,
    read_predecessors,
    refuse_dangling_succession,
    refuse_strange_sources,
)
from reportdesk.form.template import decode, read_part, refuse_broken_message, refuse_repeats
from reportdesk.resources import edition_names, templates_root


class _FormFile(TemplateData, frozen=True):
    edition: NonBlank
    notice: NonBlank
    first_year: int
    title: NonBlank
    section: tuple[Section, ...]
    table: tuple[Table, ...]
    level: tuple[Level, ...]
    last_year: int | None = None
    family: str = ""
    carry: tuple[Carry, ...] = ()


def load_edition(edition: str) -> Form:
    """Return the form of an edition at hand, read once; raise FormError if it is unknown or wrong."""
    return _load(templates_root(), edition)


# Without a limit: one edition is one form, as long as the program runs.
@cache
def _load(root: Path, edition: str) -> Form:
    names = edition_names(root)
    if edition not in names:
        known = "、".join(names)
        raise FormError(f"没有“{edition}”版的报告格式", where=edition, remedy=f"可用的版本：{known}")
    folder = root / edition
    form = load_form(folder)
    if form.edition != folder.name:
        raise FormError(f"edition 是“{form.edition}”，与文件夹不同名", where=str(form.folder / "form.toml"))
    editions_of(form.family)
    return form


def load_form(folder: Path, *, anew: bool = False) -> Form:
    """Read `form.toml` and its companions from a folder; raise FormError with what is wrong and where.

    What was prepared was judged then; `anew` parses and judges it all the same.
    """
    source = folder / "form.toml"
    ready = None if anew else prepared(folder)
    data = ready.part(source.name, _FormFile) if ready else _judged(source)
    aliases = read_part(folder / "aliases.toml", Aliases, ready)
    form = Form(
        edition=data.edition,
        family=family_of(data.edition, data.family, str(source)),
        notice=data.notice,
        first_year=data.first_year,
        last_year=data.last_year,
        title=data.title,
        sections=data.section,
        tables=data.table,
        levels=data.level,
        cells=_build_cells(data.table, source, is_judged=ready is not None),
        folder=folder,
        guidance=read_guidance(folder / "guidance.md", ready),
        label_aliases=aliases.labels,
        heading_aliases=aliases.headings,
        checks=read_part(folder / "checks.toml", Checks, ready),
        charts=read_part(folder / "charts.toml", Charts, ready),
        carries=data.carry,
        predecessors=read_predecessors(folder, ready),
        prepared=ready,
    )
    if ready is None:
        _refuse_unsound(form, source)
    return form


def _judged(source: Path) -> _FormFile:
    """Read `form.toml`; raise FormError for what no cells could be made of, and for names told twice."""
    data = decode(source, _FormFile)
    if not (data.section and data.table and data.level):
        raise FormError("section、table、level 都至少要有一个", where=str(source))
    refuse_repeats((section.key for section in data.section), source, "section")
    refuse_repeats((table.key for table in data.table), source, "table")
    refuse_repeats((level.key for level in data.level), source, "level")
    refuse_broken_message(data.title, f"{source}: title", frozenset({"organ", "year"}))
    for section in data.section:
        refuse_broken_message(section.example, f"{source}: {section.key}", frozenset({"organ", "year"}))
    refuse_unfit_levels(data.level, source)
    if data.last_year is not None and data.last_year < data.first_year:
        raise FormError(f"last_year {data.last_year} 早于 first_year {data.first_year}", where=str(source))
    refuse_repeated_names(data.section, data.table, source)
    _match_sections_to_tables(data, source)
    return data


def _refuse_unsound(form: Form, source: Path) -> None:
    _refuse_sum_cycles(form, source)
    for table in form.tables:
        refuse_unsound_sums(table, source)
    refuse_dangling_checks(form, form.folder / "checks.toml")
    refuse_dangling_charts(form, form.folder / "charts.toml")
    refuse_dangling_companions(form)
    refuse_dangling_succession(form)
    for edition, predecessor in form.predecessors.items():
        other = form.folder.parent / edition / source.name
        if other.is_file():
            keys = _build_cells(decode(other, _FormFile).table, other, is_judged=True)
            refuse_strange_sources(predecessor, keys, str(predecessor_file(form, edition)))


def _match_sections_to_tables(data: _FormFile, source: Path) -> None:
    named = [section.table for section in data.section if section.table]
    refuse_repeats(named, source, "section.table")
    tables = {table.key for table in data.table}
    for name in set(named) ^ tables:
        problem = "没有 section 使用" if name in tables else "section 指向不存在的"
        raise FormError(f"{problem} table“{name}”", where=str(source))


def _build_cells(tables: Iterable[Table], source: Path, *, is_judged: bool) -> dict[str, Cell]:
    cells: dict[str, Cell] = {}
    for table in tables:
        if not is_judged:
            refuse_unfit_table(table, source)
        for number, band in enumerate(table.band):
            where = f"{source}: table {table.key}, band {number + 1}"
            for cell in _cells_of_band(table, band, where):
                if not (is_judged or KEY.fullmatch(cell.key)):
                    raise FormError(f"单元格的键“{cell.key}”只能用小写字母、数字、下划线和点", where=where)
                if cell.key in cells:
                    raise FormError(f"单元格的键“{cell.key}”重复", where=where)
                cells[cell.key] = cell
    return cells


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
