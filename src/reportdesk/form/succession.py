"""How a year follows another: rows that carry over, and figures that an older edition hands down."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from pathlib import Path

from reportdesk.errors import FormError
from reportdesk.form.model import Form, cell_key
from reportdesk.form.parts import Carry, Predecessor
from reportdesk.form.prepared import PREDECESSOR_PREFIX, Prepared
from reportdesk.form.template import read_part


def read_predecessors(folder: Path, ready: Prepared | None = None) -> dict[str, Predecessor]:
    """Read every `from-<edition>.toml` of a form's folder, by edition."""
    files = ready.predecessors if ready else sorted(folder.glob(f"{PREDECESSOR_PREFIX}*.toml"))
    return {file.stem.removeprefix(PREDECESSOR_PREFIX): read_part(file, Predecessor, ready) for file in files}


def carried_pairs(form: Form, carry: Carry) -> Iterator[tuple[str, str]]:
    """Yield the keys of last year's cell and of this year's, for every column of a carried row."""
    table = form.table(carry.table)
    for band in table.band:
        rows = {row.key: row for row in band.row}
        if carry.source in rows and carry.to in rows:
            for column in band.column:
                yield cell_key(table, rows[carry.source], column), cell_key(table, rows[carry.to], column)


def refuse_dangling_succession(form: Form) -> None:
    """Refuse carried rows that do not stand together, and successors that are absent or shared."""
    tables = {table.key for table in form.tables}
    for carry in form.carries:
        if carry.table not in tables or not any(carried_pairs(form, carry)):
            where = str(form.folder / "form.toml")
            raise FormError(
                f"carry 的“{carry.source}”和“{carry.to}”不在“{carry.table}”的同一个 band", where=where
            )
        if carry.source == carry.to:
            raise FormError(f"carry 的 from 和 to 都是“{carry.to}”", where=str(form.folder / "form.toml"))
    for edition, predecessor in form.predecessors.items():
        _refuse_dangling_successors(form, predecessor, str(predecessor_file(form, edition)))


def predecessor_file(form: Form, edition: str) -> Path:
    """Return the file of a form's folder that says how figures of another edition are read."""
    return form.folder / f"{PREDECESSOR_PREFIX}{edition}.toml"


def _refuse_dangling_successors(form: Form, predecessor: Predecessor, where: str) -> None:
    seen: set[str] = set()
    for source, key in predecessor.cells.items():
        if key not in form.cells:
            raise FormError(f"“{source}”指向不存在的“{key}”", where=where)
        if key in seen:
            raise FormError(f"有两个数都指向“{key}”", where=where)
        if source in predecessor.dropped:
            raise FormError(f"“{source}”既有去处，又写了没有去处的原因", where=where)
        seen.add(key)


def refuse_strange_sources(predecessor: Predecessor, keys: Collection[str], where: str) -> None:
    """Refuse what another edition does not have, given the keys of its cells; a reason may be for many."""
    begun = {key[:end] for key in keys for end in range(len(key)) if key[end] == "."}
    for name, known in (
        *((name, keys) for name in predecessor.cells),
        *((name, begun.union(keys)) for name in predecessor.dropped),
    ):
        if name not in known:
            raise FormError(f"那一版的 form.toml 里没有“{name}”", where=where)
