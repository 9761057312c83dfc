"""Whether a table of a Word file has as many columns as cells: docxtpl would mend it where it has not."""

from __future__ import annotations

from lxml import etree

WORD_SPACE = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_SPACES = {"w": WORD_SPACE}
_COLUMNS = etree.XPath("count(w:tblGrid[1]/w:gridCol)", namespaces=_SPACES)
_ROWS = etree.XPath(".//w:tr", namespaces=_SPACES)
_CELLS = etree.XPath("count(w:tc)", namespaces=_SPACES)
_SPANNED = etree.XPath(
    "count(w:tc[not(w:tcPr/w:gridSpan)]) + sum(w:tc/w:tcPr[1]/w:gridSpan[1]/@w:val)", namespaces=_SPACES
)


def has_column_for_each_cell(table: etree._Element) -> bool:
    """Tell whether no row has more cells than the table has columns, and the widest row fills them."""
    columns, rows = _COLUMNS(table), _ROWS(table)
    widest = max((_SPANNED(row) for row in rows), default=0)
    return columns > 0 and columns <= widest and all(_CELLS(row) <= columns for row in rows)
