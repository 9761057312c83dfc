"""The styles of a Word template as its keeper named them, and the measures that follow from them."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path
from typing import Any

from docx.document import Document
from docx.oxml.ns import qn

from reportdesk.errors import FormError

EMU_PER_TWIP = 635
_REMEDY = "请用 Word 或 WPS 打开后另存一份再用"


class WordStyles:
    """Finds styles by name; widths and sizes are in twentieths of a point."""

    def __init__(self, document: Document, source: Path) -> None:
        """Take the styles and the page of a template; `source` is its file, for messages."""
        self._styles: dict[str, Any] = {style.name or "": style for style in document.styles}
        self._source = source
        if not document.sections:
            raise FormError("Word 模板里没有页面设置", where=str(source), remedy=_REMEDY)
        page = document.sections[0]
        width = (page.page_width or 0) - (page.left_margin or 0) - (page.right_margin or 0)
        self.text_width = round(width / EMU_PER_TWIP)

    def __contains__(self, name: str) -> bool:
        """Tell whether the template has a style of that name."""
        return name in self._styles

    def id_of(self, name: str) -> str:
        """Return the id of a style; raise FormError if the template lacks it."""
        return str(self._find(name).style_id)

    def first_of(self, *names: str) -> str:
        """Return the first of several names that the template has, else the last."""
        return next((name for name in names if name in self._styles), names[-1])

    @lru_cache(maxsize=64)  # noqa: B019 - layouts are few and live as long as the program
    def size_of(self, name: str) -> int:
        """Return the size of a paragraph style's characters, its own or inherited."""
        sizes = (style.font.size for style in self._lineage(name))
        return next((int(size) // EMU_PER_TWIP for size in sizes if size), 200)

    @lru_cache(maxsize=64)  # noqa: B019
    def cell_margins(self, name: str) -> int:
        """Return what a table style takes from a cell's width, left and right together."""
        margins: dict[str, int] = {}
        for style in self._lineage(name):
            for side in ("left", "right"):
                for found in style.element.iterfind(f".//{qn('w:tblCellMar')}/{qn(f'w:{side}')}"):
                    margins.setdefault(side, int(found.get(qn("w:w"), "0")))
        return sum(margins.values())

    def _lineage(self, name: str) -> Iterator[Any]:
        """Yield a style and those that it is based on; a circle of them ends where it closes."""
        style, met = self._find(name), set[str]()
        while style is not None and style.style_id not in met:
            met.add(style.style_id)
            yield style
            style = style.base_style

    def _find(self, name: str) -> Any:
        if name not in self._styles:
            problem = f"Word 模板里没有样式“{name}”"
            raise FormError(problem, where=str(self._source), remedy="请在模板里加上这个样式")
        return self._styles[name]
