"""Papers as text that somebody copied: what Word, Excel, browsers, PDF viewers and tools leave of a table."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from tests.readers.paper import Grid, Paper, Printed

Rows = list[list[str]]


def copied(paper: Paper, table: Callable[[Grid], str], *, between: str = "\n\n") -> str:
    """The paper with every table as copied."""
    return between.join(table(block) if isinstance(block, Grid) else block[1] for block in paper.blocks)


def laid(grid: Grid, *, spread: bool) -> Rows:
    """Rows with "" where a cell reaches down from above, and, if spread, to the right as well."""
    reaching: dict[int, tuple[int, int]] = {}
    rows: Rows = []
    for cells in grid.rows:
        row: list[str] = []
        column, waiting = 0, list(cells)
        while waiting or column in reaching:
            if column in reaching:
                width, left = reaching.pop(column)
                texts = [""] * (width if spread else 1)
            else:
                cell = waiting.pop(0)
                width, left = cell.columns, cell.rows
                texts = [cell.text, *([""] * (width - 1) if spread else [])]
            row += texts
            if left > 1:
                reaching[column] = (width, left - 1)
            column += width
        rows.append(row)
    return rows


def from_word(grid: Grid) -> str:
    """As Word and WPS copy a table to Notepad."""
    return "\n".join("\t".join(row) for row in laid(grid, spread=False))


def from_excel(grid: Grid) -> str:
    """As Excel copies cells; one with a line break in it is quoted."""
    rows = [[f'"{text}"' if "\n" in text else text for text in row] for row in laid(grid, spread=True)]
    return "\n".join("\t".join(row) for row in rows)


def from_browser(grid: Grid) -> str:
    """As Firefox copies: tabs between the cells of a row that begin there."""
    return "\n".join("\t".join(cell.text for cell in row) for row in grid.rows)


def from_chromium(grid: Grid) -> str:
    """As Chromium copies cells of paragraphs: a blank line between, a space for a blank one."""
    return "\n\n".join(cell.text or " " for row in grid.rows for cell in row)


def from_chromium_with_tabs(grid: Grid) -> str:
    """As Chromium copies cells of paragraphs with tabs between them."""
    rows = ("\n\n\t\n\n".join(cell.text or " " for cell in row) for row in grid.rows)
    return "\n\n".join(rows)


def with_bars(grid: Grid) -> str:
    """Rows with bars between the cells and behind the last."""
    return "\n".join(" | ".join(cell.text for cell in row) + " |" for row in grid.rows)


def with_lone_bars(grid: Grid) -> str:
    """A line for each cell, and a bar on a line of its own behind it."""
    return "\n".join(f"{cell.text}\n|" if cell.text else "|" for row in grid.rows for cell in row)


def with_drawn_lines(grid: Grid) -> str:
    """A table drawn with lines, as some terminals and mail programs show one."""
    rows = ["│" + "│".join(row) + "│" for row in laid(grid, spread=False)]
    return "\n├───┼───┤\n".join(rows)


def as_markdown(grid: Grid) -> str:
    """A Markdown table, as tools make it: merged cells padded."""
    rows = laid(grid, spread=True)
    rule = "|" + "---|" * len(rows[0])
    lines = ["| " + " | ".join(text.replace("\n", "<br>") for text in row) + " |" for row in rows]
    return "\n".join([lines[0], rule, *lines[1:]])


def on_one_line(grid: Grid) -> str:
    """Everything on one line, tabs between."""
    return "\t".join(text for row in laid(grid, spread=False) for text in row)


def from_pdf(grid: Grid, *, longest: int = 14) -> str:
    """As a PDF viewer copies: a line for each printed line, long labels broken around their figures."""
    return "\n".join(line for row in grid.rows for line in _printed_row(row, longest))


def _printed_row(row: list[Printed], longest: int) -> Iterator[str]:
    labels = [cell.text for cell in row if not cell.key and cell.text]
    figures = " ".join(cell.text for cell in row if cell.key)
    *before, last = labels or [""]
    for label in before:
        yield from _broken(label, 4 if label[:1] in "（三" and figures else longest)
    pieces = _broken(last, longest)
    if not figures:
        yield from pieces
    elif len(pieces) == 1:
        yield f"{last} {figures}".strip()
    else:
        yield from [*pieces[:-1], figures, pieces[-1]]


def _broken(text: str, longest: int) -> list[str]:
    return [text[start : start + longest] for start in range(0, len(text), longest)] or [""]


def paged(text: str, *, lines: int = 30) -> str:
    """Text with a page number and a form feed after so many lines."""
    listed = text.split("\n")
    pages = ["\n".join(listed[start : start + lines]) for start in range(0, len(listed), lines)]
    return "\n".join(f"{page}\n- {number} -\n\f" for number, page in enumerate(pages, 1))
