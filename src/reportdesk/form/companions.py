"""What lies beside `form.toml`: checks, other spellings and guidance; none may name what the form lacks."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from pathlib import Path

from reportdesk.errors import FormError
from reportdesk.form.checklist import RelationCheck, SumCheck
from reportdesk.form.formula import parse_relation
from reportdesk.form.model import Form
from reportdesk.form.parts import Band, Column, NonBlank, Row, Table, TemplateData
from reportdesk.form.prepared import Prepared
from reportdesk.form.template import refuse_broken_message, refuse_repeats

#: What the lines of a table are called.
_LINES = {"rows": "行", "columns": "列"}
_FIGURE_FIELDS = frozenset({"table", "row", "column", "place", "left", "right", "difference", "unit"})


class Aliases(TemplateData, frozen=True):
    """Other spellings met in the wild: of labels by label, of headings by section key."""

    labels: dict[str, tuple[NonBlank, ...]] = {}
    headings: dict[str, tuple[NonBlank, ...]] = {}


def refuse_dangling_checks(form: Form, source: Path) -> None:
    """Refuse checks with a code used twice, a message that cannot be filled in, or a name without a cell."""
    refuse_repeats((check.code for check in form.checks.all), source, "检查项")
    _refuse_unfit_groups(form, str(source))
    for rule in form.checks.rule:
        refuse_broken_message(rule.message, f"{source}: {rule.code}")
    figure_checks: tuple[SumCheck | RelationCheck, ...] = (*form.checks.sum, *form.checks.relation)
    for check in figure_checks:
        where = f"{source}: {check.code}"
        refuse_broken_message(check.message, where, _FIGURE_FIELDS)
        table = next((table for table in form.tables if table.key == check.table), None)
        if table is None:
            raise FormError(f"form.toml 里没有表“{check.table}”", where=where)
        if isinstance(check, RelationCheck):
            _refuse_dangling_relation(check, table, where)
        elif not any(line.sum for band in table.band for line in _rows_or_columns(band, check.of)):
            raise FormError(f"表“{table.key}”的 {check.of} 里没有合计", where=where)
    for check in form.checks.relation:
        _refuse_forgotten_lines(form, check, f"{source}: {check.code}")


def _refuse_unfit_groups(form: Form, where: str) -> None:
    """Refuse a name for a group of checks that is not there, and a group without one beside others."""
    first_words = {check.code.partition(".")[0]: check.code for check in form.checks.all}
    for group in form.checks.groups:
        if group not in first_words:
            raise FormError(f"groups 里的“{group}”不是任何检查项的开头", where=where)
    for word, code in first_words.items() if form.checks.groups else ():
        if word not in form.checks.groups:
            raise FormError(f"groups 漏了“{word}”（{code}）", where=where)


def _rows_or_columns(band: Band, of: str) -> tuple[Row, ...] | tuple[Column, ...]:
    return band.column if of == "columns" else band.row


def _refuse_dangling_relation(check: RelationCheck, table: Table, where: str) -> None:
    """Refuse names that no band has, and an `only` where the relation's cells do not stand."""
    fitting = _lines_of_relation(check, table, where)
    for part, names in (("only", check.only), ("leaves_out", check.leaves_out)):
        for name in names:
            if name not in fitting:
                raise FormError(f"{part} 里的“{name}”不存在，或没有关系式要的数", where=where)
    if both := set(check.only) & set(check.leaves_out):
        raise FormError(f"“{both.pop()}”既在 only 里，又在 leaves_out 里", where=where)


def _refuse_forgotten_lines(form: Form, check: RelationCheck, where: str) -> None:
    """Refuse a line for which a relation could hold, but that neither its `only` nor its twins' names."""
    if not check.only:
        return
    twins = [
        twin
        for twin in form.checks.relation
        if (twin.table, twin.each, twin.holds) == (check.table, check.each, check.holds)
    ]
    if any(not twin.only for twin in twins):
        return
    named = {name for twin in twins for name in (*twin.only, *twin.leaves_out)}
    for name in _lines_of_relation(check, form.table(check.table), where):
        if name not in named:
            raise FormError(
                f"only 漏了“{name}”", where=where, remedy="请加进去；本来就不查的，写进 leaves_out"
            )


def _lines_of_relation(check: RelationCheck, table: Table, where: str) -> tuple[str, ...]:
    """Return the rows, or columns, that have all the cells of a relation; raise FormError where none has."""
    names = {term.name for term in parse_relation(check.holds, where).terms}
    of, each = ("columns", "rows") if check.each == "row" else ("rows", "columns")
    bands = [band for band in table.band if names <= {line.key for line in _rows_or_columns(band, of)}]
    if not bands:
        raise _no_band_for(names, of, table, where)
    return tuple(line.key for band in bands for line in _rows_or_columns(band, each))


def _no_band_for(names: set[str], of: str, table: Table, where: str) -> FormError:
    """Return what keeps a relation from a band: lines that the form lacks, or that stand in several bands."""
    lacking = sorted(names - {line.key for band in table.band for line in _rows_or_columns(band, of)})
    what = _LINES[of]
    if not lacking:
        return FormError(f"“{'、'.join(sorted(names))}”不在表“{table.key}”的同一个 band", where=where)
    problem = f"form.toml 的表“{table.key}”里没有{what}“{'、'.join(lacking)}”，这里的关系式却要用"
    return FormError(problem, where=where, remedy=f"请在 form.toml 里补上这{what}，或改这里的关系式")


def refuse_dangling_companions(form: Form) -> None:
    """Refuse spellings and guidance for labels, rows, columns and sections that the form lacks."""
    labels = {label for cell in form.cells.values() for label in cell.labels}
    labels |= {text for table in form.tables for band in table.band for text in (band.banner, band.corner)}
    sections = {section.key for section in form.sections}
    for aliases, known in ((form.label_aliases, labels), (form.heading_aliases, sections)):
        _refuse_outside(aliases, known, form.folder / "aliases.toml")
        _refuse_repeated_spellings(aliases, form.folder / "aliases.toml")
    rows = {f"{cell.table}.{cell.row}" for cell in form.cells.values()}
    columns = {f"{cell.table}.{cell.column}" for cell in form.cells.values()}
    _refuse_outside(form.guidance, rows | columns | sections, form.folder / "guidance.md")


def refuse_dangling_charts(form: Form, source: Path) -> None:
    """Refuse cards that name cells which the form lacks, or add up figures of different units."""
    refuse_repeats((card.key for card in form.charts.card), source, "card")
    for card in form.charts.card:
        where = f"{source}: card {card.key}"
        if not card.every:
            raise FormError("卡片里没有一个数", where=where)
        for item in card.every:
            if not item.cells:
                raise FormError(f"“{item.label}”没有写 cells", where=where)
            for key in item.cells:
                if key not in form.cells:
                    raise FormError(f"“{item.label}”里的“{key}”不是单元格", where=where)
            if len({(form.cells[key].unit, form.cells[key].kind.name) for key in item.cells}) > 1:
                raise FormError(f"“{item.label}”把不同单位的数加在一起", where=where)
        if card.look == "bars" and len({form.cells[item.cells[0]].unit for item in card.item}) > 1:
            raise FormError("一张卡片的条形要用同一个单位", where=where)


def _refuse_outside(keys: Iterable[str], known: set[str], source: Path) -> None:
    for key in keys:
        if key not in known:
            raise FormError(f"“{key}”在报告格式里不存在", where=str(source))


def _refuse_repeated_spellings(aliases: Mapping[str, tuple[str, ...]], source: Path) -> None:
    for name, spellings in aliases.items():
        if len({name, *spellings}) <= len(spellings):
            raise FormError("同一写法出现了两次", where=f"{source}: {name}")


def read_guidance(source: Path, ready: Prepared | None = None) -> dict[str, str]:
    """Read the help texts: `## key` names a row, a column or a section; its text follows. Raise FormError."""
    if ready is not None:
        return ready.part(source.name, dict[str, str])
    if not source.exists():
        return {}
    try:
        parts = re.split(r"(?m)^## ", source.read_text(encoding="utf-8"))[1:]
    except (OSError, UnicodeDecodeError) as error:
        raise FormError(f"读不了：{error}", where=str(source)) from error
    texts: dict[str, str] = {}
    for part in parts:
        heading, _, body = part.partition("\n")
        if not (heading.strip() and body.strip()):
            raise FormError(f"标题“## {heading}”缺少键或说明", where=str(source))
        for key in heading.split():
            if key in texts:
                raise FormError(f"“{key}”重复", where=str(source))
            texts[key] = body.strip()
    return texts
