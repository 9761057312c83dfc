"""Papers as files: Word by raw XML, web pages, workbooks and text, plain and with the quirks of the wild."""

from __future__ import annotations

import contextlib
import io
import zipfile
from collections.abc import Callable, Iterable
from html import escape

from openpyxl import Workbook

from tests.readers.paper import Grid, Paper, Printed

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
TYPES = "application/vnd.openxmlformats-officedocument.wordprocessingml"
RELATIONS_PART = "application/vnd.openxmlformats-package.relationships+xml"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"


def package(parts: dict[str, str | bytes]) -> bytes:
    """A zip file of these parts."""
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return written.getvalue()


def word(body: str, **more: str) -> bytes:
    """A .docx with this body; `more` are further parts of the folder word, by name without suffix."""
    kinds = {"document": "document.main", **{name: name for name in more}}
    overrides = "".join(
        f'<Override PartName="/word/{name}.xml" ContentType="{TYPES}.{kind}+xml"/>'
        for name, kind in kinds.items()
    )
    return package(
        {
            "[Content_Types].xml": f'<Types xmlns="{PACKAGE}/content-types">'
            f'<Default Extension="rels" ContentType="{RELATIONS_PART}"/>{overrides}</Types>',
            "_rels/.rels": f'<Relationships xmlns="{PACKAGE}/relationships">'
            f'<Relationship Id="rId1" Type="{OFFICE}" Target="word/document.xml"/></Relationships>',
            "word/document.xml": f'<?xml version="1.0" encoding="UTF-8"?><w:document {W}><w:body>{body}'
            "<w:sectPr/></w:body></w:document>",
            **{f"word/{name}.xml": content for name, content in more.items()},
        }
    )


def run(text: str) -> str:
    """A run, line breaks and tabs as Word has them."""
    parts = escape(text).replace("\t", "</w:t><w:tab/><w:t>").replace("\n", "</w:t><w:br/><w:t>")
    return f"<w:r><w:t xml:space='preserve'>{parts}</w:t></w:r>".replace(
        "<w:t>", "<w:t xml:space='preserve'>"
    )


def paragraph(text: str, properties: str = "") -> str:
    """A paragraph of Word."""
    return f"<w:p>{properties and f'<w:pPr>{properties}</w:pPr>'}{run(text)}</w:p>"


def word_cell(cell: Printed, *, spans: bool = True, merged: str = "") -> str:
    """A cell of Word; its lines are paragraphs."""
    span = f'<w:gridSpan w:val="{cell.columns}"/>' if spans and cell.columns > 1 else ""
    merge = merged or ('<w:vMerge w:val="restart"/>' if cell.rows > 1 else "")
    lines = "".join(paragraph(line) for line in ("" if merged else cell.text).split("\n"))
    return f"<w:tc><w:tcPr>{span}{merge}</w:tcPr>{lines}</w:tc>"


def word_table(grid: Grid, *, spans: bool = True) -> str:
    """A table of Word, cells that reach down continued in every row."""
    reaching: dict[int, tuple[Printed, int]] = {}
    rows = []
    for cells in grid.rows:
        xml, column, waiting = "", 0, list(cells)
        while waiting or column in reaching:
            if column in reaching:
                cell, left = reaching.pop(column)
                xml += word_cell(cell, spans=spans, merged="<w:vMerge/>")
            else:
                cell = waiting.pop(0)
                left = cell.rows
                xml += word_cell(cell, spans=spans)
            if left > 1:
                reaching[column] = (cell, left - 1)
            column += cell.columns
        rows.append(f"<w:tr>{xml}</w:tr>")
    return f"<w:tbl>{''.join(rows)}</w:tbl>"


def word_blocks(paper: Paper, table: Callable[[Grid], str] = word_table) -> str:
    """The body of a Word file."""
    return "".join(table(block) if isinstance(block, Grid) else paragraph(block[1]) for block in paper.blocks)


def to_word(paper: Paper) -> bytes:
    """A Word file by nobody's template."""
    return word(word_blocks(paper))


def web_table(grid: Grid, *, spans: bool = True, tag: str = "td") -> str:
    """A table of a web page."""
    rows = []
    for row in grid.rows:
        xml = ""
        for cell in row:
            reach = f' rowspan="{cell.rows}"' * (cell.rows > 1) + f" colspan={cell.columns}" * (
                cell.columns > 1
            )
            xml += f"<{tag}{reach if spans else ''}>{web_text(cell.text)}</{tag}>"
        rows.append(f"<tr>{xml}</tr>")
    return f"<table border=1><tbody>{''.join(rows)}</tbody></table>"


def web_text(text: str) -> str:
    """Words of a web page."""
    return escape(text).replace("\n", "<br>").replace("\u00a0", "&nbsp;")


def web_blocks(paper: Paper, table: Callable[[Grid], str] = web_table) -> str:
    """The blocks of a web page, indented as sites do."""
    return "\n".join(
        table(block) if isinstance(block, Grid) else f"<p>　　{web_text(block[1])}</p>"
        for block in paper.blocks
    )


def to_web(paper: Paper, *, charset: str = "utf-8", says: str = "utf-8") -> bytes:
    """A web page, its encoding said or not."""
    meta = f'<meta http-equiv="Content-Type" content="text/html; charset={says}">' if says else ""
    page = f"<html><head>{meta}<title>{ORGAN_TITLE}</title></head><body>{web_blocks(paper)}</body></html>"
    return page.encode(charset)


ORGAN_TITLE = "政府信息公开 - 云溪县人民政府网"


def to_workbook(papers: Iterable[list[object]]) -> bytes:
    """A workbook, one sheet for each list of blocks; a tuple is words in the first column."""
    book = Workbook()
    book.remove(book.worksheets[0])
    for blocks in papers:
        sheet = book.create_sheet()
        row = 1
        for block in blocks:
            if isinstance(block, Grid):
                row = _write_grid(sheet, block, row) + 1
            else:
                sheet.cell(row, 1, block[1])  # type: ignore[index]
                row += 1
    written = io.BytesIO()
    book.save(written)
    return written.getvalue()


def _write_grid(sheet: object, grid: Grid, top: int) -> int:
    taken: set[tuple[int, int]] = set()
    for offset, cells in enumerate(grid.rows):
        column = 1
        for cell in cells:
            while (top + offset, column) in taken:
                column += 1
            _write_cell(sheet, cell, top + offset, column)
            taken |= {(top + offset + r, column + c) for r in range(cell.rows) for c in range(cell.columns)}
    return top + len(grid.rows)


def _write_cell(sheet: object, cell: Printed, row: int, column: int) -> None:
    value: object = cell.text
    with contextlib.suppress(ValueError):
        value = int(cell.text) if "." not in cell.text else float(cell.text)
    sheet.cell(row, column, value if value != "" else None)  # type: ignore[attr-defined]
    if cell.rows > 1 or cell.columns > 1:
        sheet.merge_cells(  # type: ignore[attr-defined]
            start_row=row,
            end_row=row + cell.rows - 1,
            start_column=column,
            end_column=column + cell.columns - 1,
        )


def to_cells_text(paper: Paper, *, charset: str = "utf-8") -> bytes:
    """Text with a line for each cell, begun by a tab, and a blank line after each row."""
    lines: list[str] = []
    for block in paper.blocks:
        if isinstance(block, Grid):
            for row in _squared(block):
                lines += [f"\t{text}" for text in row] + [""]
            lines.append("")
        else:
            lines.append(block[1])
    return "\n".join(lines).encode(charset)


def _squared(grid: Grid) -> list[list[str]]:
    """Rows with an empty cell where one reaches down from above, as a page gives them when copied."""
    reaching: dict[int, tuple[int, int]] = {}
    squared = []
    for cells in grid.rows:
        row, column, waiting = [], 0, list(cells)
        while waiting or column in reaching:
            if column in reaching:
                width, left = reaching.pop(column)
                row.append("")
            else:
                cell = waiting.pop(0)
                width, left = cell.columns, cell.rows
                row.append(cell.text)
            if left > 1:
                reaching[column] = (width, left - 1)
            column += width
        squared.append(row)
    return squared


def to_bare_text(paper: Paper, *, separator: str = "\n", skip_blank: bool = True) -> bytes:
    """Text that lost its tables: every cell on a line, or every row on one with a separator."""
    lines: list[str] = []
    for block in paper.blocks:
        if isinstance(block, Grid):
            rows = [[cell.text for cell in row if cell.text or not skip_blank] for row in block.rows]
            lines += [separator.join(row) for row in rows]
        else:
            lines.append(block[1])
    return "\n".join(lines).encode()
