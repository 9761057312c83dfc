"""A table that docxtpl would leave as it is is told without docxtpl; any other is left to it."""

import pytest
from docxtpl import DocxTemplate
from lxml import etree

from reportdesk.writers.word.columns import WORD_SPACE, has_column_for_each_cell
from reportdesk.writers.word.layout import _Filling

CELL = "<w:tc><w:p/></w:tc>"
WIDE = '<w:tc><w:tcPr><w:gridSpan w:val="2"/></w:tcPr><w:p/></w:tc>'
TABLES = {
    "as many columns as cells": (2, [CELL * 2, CELL * 2]),
    "a cell over two columns": (3, [CELL + WIDE, CELL * 3]),
    "one row shorter": (2, [CELL, CELL * 2]),
    "more cells than columns": (2, [CELL * 3]),
    "more columns than cells": (4, [CELL * 3, CELL + WIDE]),
    "a span beyond the columns": (2, [CELL + WIDE]),
}
EVEN = {"as many columns as cells", "a cell over two columns", "one row shorter", "a span beyond the columns"}


def document(columns: int, rows: list[str]) -> str:
    grid = '<w:gridCol w:w="1000"/>' * columns
    content = "".join(f"<w:tr>{cells}</w:tr>" for cells in rows)
    table = f"<w:tbl><w:tblGrid>{grid}</w:tblGrid>{content}</w:tbl>"
    return f'<w:document xmlns:w="{WORD_SPACE}"><w:body>{table}</w:body></w:document>'


def filling() -> _Filling:
    return _Filling.__new__(_Filling)


@pytest.mark.parametrize("kind", TABLES)
def test_a_table_is_even_where_docxtpl_would_leave_it(kind: str) -> None:
    xml = document(*TABLES[kind])
    table = next(etree.fromstring(xml).iter(f"{{{WORD_SPACE}}}tbl"))
    mended = etree.tostring(DocxTemplate.fix_tables(filling(), xml), encoding="unicode")
    assert has_column_for_each_cell(table) == (mended == xml) == (kind in EVEN)


@pytest.mark.parametrize("kind", TABLES)
def test_what_comes_out_is_what_docxtpl_makes(kind: str) -> None:
    xml = document(*TABLES[kind])
    ours, theirs = filling().fix_tables(xml), DocxTemplate.fix_tables(filling(), xml)
    assert etree.tostring(ours) == etree.tostring(theirs)


def test_words_without_tabs_and_line_ends_are_not_gone_through() -> None:
    xml = document(1, [CELL])
    assert filling().resolve_listing(xml) is xml
    paragraph = "<w:p><w:r><w:t>甲\t乙\n丙</w:t></w:r></w:p>"
    assert (
        filling().resolve_listing(paragraph)
        == DocxTemplate.resolve_listing(filling(), paragraph)
        != paragraph
    )
