"""Word: paragraphs and tables of a .docx as they stand on paper, read from its raw XML."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from reportdesk.errors import FileError
from reportdesk.readers.blocks import (
    MOST_COLUMNS,
    MOST_ROWS,
    MOST_TABLES,
    Block,
    FoundCell,
    FoundDocument,
    FoundTable,
    Paragraph,
    Role,
)
from reportdesk.readers.numbering import Numbering
from reportdesk.readers.package import Package
from reportdesk.readers.protocol import Source
from reportdesk.readers.reading import Reading
from reportdesk.report.model import Note

if TYPE_CHECKING:
    from lxml.etree import _Element

_REMEDY = "请用 Word 或 WPS 打开后另存一份，再读"
_OFFICE_DOCUMENT = "/officeDocument"

#: What the styles of a file of our own say about a paragraph.
_ROLES: Mapping[str, Role] = {
    "title": "title",
    "heading 1": "heading",
    "heading 2": "text",
    "报告正文": "text",
    "落款机关": "signer",
    "落款日期": "date",
}


class WordReader:
    """A Word file, .docx."""

    suffixes = (".docx",)

    def accepts(self, source: Source) -> bool:
        """Tell whether the package's main part is a Word document."""
        return source.package_kind == "word"

    def read(self, source: Source) -> Reading:
        """Read the visible document, revisions accepted, and the data of one of ours; raise FileError."""
        from reportdesk.readers.assemble import reading_from
        from reportdesk.readers.word_data import with_data

        reading = reading_from(find_in_word(source.data, source.where), source)
        return with_data(reading, Package(source.data, source.where))


def find_in_word(data: bytes, where: str) -> FoundDocument:
    """Return the blocks of a .docx in order; raise FileError for a file that is damaged or unsafe."""
    package = Package(data, where)
    main = _main_part(package)
    body = _Body.of(package, main)
    blocks = tuple(body.blocks(body.content()))
    is_own = body.is_own and all(
        block.role for block in blocks if isinstance(block, Paragraph) and block.text.strip()
    )
    shown = tuple(_without_gap(blocks)) if is_own else blocks
    return FoundDocument(shown, tuple(_notes(package, body)), exact=is_own)


def _without_gap(blocks: Sequence[Block]) -> Iterator[Block]:
    """Leave out the blank line that our own template sets above 落款."""
    roles = [block.role if isinstance(block, Paragraph) else "" for block in blocks]
    signed = min((roles.index(role) for role in ("signer", "date") if role in roles), default=0)
    for place, block in enumerate(blocks):
        is_gap = place == signed - 1 and isinstance(block, Paragraph) and not block.text
        if not is_gap:
            yield block


def _main_part(package: Package) -> str:
    if "_rels/.rels" in package.names:
        for relation in package.xml("_rels/.rels"):
            if relation.get("Type", "").endswith(_OFFICE_DOCUMENT):
                return relation.get("Target", "").lstrip("/")
    return "word/document.xml"


def _notes(package: Package, body: _Body) -> Iterator[Note]:
    if body.has_revisions:
        yield Note("read.revisions", "文档里有未接受的修订，按全部接受后的样子读入")
    if any("/embeddings/" in name for name in package.names):
        yield Note("read.object", "文档里有嵌入的对象（如 Excel 表），没有读入")
    if any("/media/" in name for name in package.names):
        yield Note("read.object", "文档里有图片，图片里的文字和数字没有读入")


@dataclass
class _Body:
    """The main part of a Word file, walked in document order."""

    root: _Element
    where: str
    styles: Mapping[str, str]
    style_lists: Mapping[str, tuple[str, int]]
    numbering: Numbering
    has_revisions: bool = False
    _tables: int = 0
    _held: str = ""
    _tags: dict[str, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        """Learn the namespace that this file uses; strict files have another."""
        name = str(self.root.tag)
        self.prefix = name[: name.rindex("}") + 1] if "}" in name else ""

    @classmethod
    def of(cls, package: Package, main: str) -> _Body:
        """Open the main part with its styles and lists."""
        folder = main.rpartition("/")[0]
        root = package.xml(main)
        made = cls(root, package.where, {}, {}, Numbering())
        names = set(package.names)
        if (styles := f"{folder}/styles.xml") in names:
            made.styles, made.style_lists = _styles(package.xml(styles), made.prefix)
        if (numbering := f"{folder}/numbering.xml") in names:
            made.numbering = Numbering.of(package.xml(numbering), made.prefix)
        return made

    @property
    def is_own(self) -> bool:
        """Tell whether the file has the styles of our own template."""
        return {"报告正文", "落款机关"} <= set(self.styles.values())

    def content(self) -> _Element:
        """Return the body; raise FileError where there is none."""
        body = self.root.find(f"{self.prefix}body")
        if body is None:
            raise FileError("Word 文档里没有正文", where=self.where, remedy=_REMEDY)
        return body

    def blocks(self, parent: _Element) -> Iterator[Block]:
        """Yield the paragraphs and tables that stand in an element."""
        for child in parent:
            name = self._name(child)
            if name == "p":
                yield from self._paragraph(child)
            elif name == "tbl":
                yield self._table(child)
            elif name in {"del", "moveFrom"}:
                self.has_revisions = True
            elif name in {
                "sdt",
                "sdtContent",
                "customXml",
                "smartTag",
                "ins",
                "moveTo",
                "AlternateContent",
                "Choice",
            }:
                yield from self.blocks(child)

    def _name(self, element: _Element) -> str:
        tag = element.tag
        return tag.rpartition("}")[2] if isinstance(tag, str) else ""

    def _value(self, parent: _Element | None, *path: str) -> str | None:
        """Return the value of a property, "" where it is there without one, None where it is not."""
        for name in path:
            if parent is None:
                return None
            parent = parent.find(f"{self.prefix}{name}")
        return None if parent is None else parent.get(f"{self.prefix}val", "")

    def _paragraph(self, element: _Element) -> Iterator[Block]:
        properties = element.find(f"{self.prefix}pPr")
        style = self.styles.get(self._value(properties, "pStyle") or "", "")
        boxes: list[_Element] = []
        text = self._held + "".join(self._text(element, boxes))
        self._held = ""
        if properties is not None and properties.find(f"{self.prefix}rPr/{self.prefix}del") is not None:
            self.has_revisions = True
            self._held = text
        else:
            number = self._number(properties) if text.strip() else ""
            yield Paragraph(number + text, _ROLES.get(style, ""))
        for box in boxes:
            yield from self.blocks(box)

    def _number(self, properties: _Element | None) -> str:
        if self.numbering.is_empty:
            return ""
        list_id = self._value(properties, "numPr", "numId")
        depth = self._value(properties, "numPr", "ilvl") or "0"
        if list_id is None:
            style = self._value(properties, "pStyle") or ""
            list_id, level = self.style_lists.get(style, ("", 0))
            depth = str(level)
        return self.numbering.next(list_id, int(depth)) if list_id and depth.isdecimal() else ""

    def _text(self, parent: _Element, boxes: list[_Element]) -> Iterator[str]:
        """Yield the words of a paragraph with inserted text, without deleted or hidden text."""
        for child in parent:
            name = self._name(child)
            if name == "t":
                yield child.text or ""
            elif name in _SAID:
                yield _SAID[name]
            elif name == "br":
                yield "\n" if child.get(f"{self.prefix}type", "textWrapping") == "textWrapping" else ""
            elif name == "txbxContent":
                boxes.append(child)
            elif self._is_shown(child, name):
                yield from self._text(_chosen(child) if name == "AlternateContent" else child, boxes)

    def _is_shown(self, element: _Element, name: str) -> bool:
        """Tell whether an element's words stand on paper; one that tells of a revision is remembered."""
        if name in {"ins", "del", "moveTo", "moveFrom"}:
            self.has_revisions = True
        if name == "r":
            return element.find(f"{self.prefix}rPr/{self.prefix}vanish") is None
        return name not in _SILENT

    def _table(self, element: _Element) -> FoundTable:
        self._tables += 1
        if self._tables > MOST_TABLES:
            raise FileError(
                f"文档里的表格超过 {MOST_TABLES} 个", where=self.where, remedy="这不像一份年度报告"
            )
        grid: list[dict[int, FoundCell]] = []
        for row in self._rows(element):
            if len(grid) >= MOST_ROWS:
                raise FileError(
                    f"有一个表格超过 {MOST_ROWS} 行", where=self.where, remedy="这不像一份年度报告"
                )
            grid.append(self._row(row, grid[-1] if grid else {}))
        width = 1 + max((max(row, default=-1) for row in grid), default=-1)
        return FoundTable(tuple(tuple(row.get(column) for column in range(width)) for row in grid))

    def _rows(self, parent: _Element) -> Iterator[_Element]:
        for child in parent:
            name = self._name(child)
            if name == "tr":
                if child.find(f"{self.prefix}trPr/{self.prefix}del") is None:
                    yield child
                else:
                    self.has_revisions = True
            elif name in {"sdt", "sdtContent", "customXml", "ins", "moveTo"}:
                yield from self._rows(child)

    def _cells(self, parent: _Element) -> Iterator[_Element]:
        for child in parent:
            name = self._name(child)
            if name == "tc":
                yield child
            elif name in {"sdt", "sdtContent", "customXml", "ins", "moveTo"}:
                yield from self._cells(child)

    def _row(self, element: _Element, above: Mapping[int, FoundCell]) -> dict[int, FoundCell]:
        """Lay one row; a cell merged upwards is the cell above, one merged to the left its neighbour."""
        row: dict[int, FoundCell] = {}
        column = _number(self._value(element, "trPr", "gridBefore"), 0)
        for cell in self._cells(element):
            properties = cell.find(f"{self.prefix}tcPr")
            span = _number(self._value(properties, "gridSpan"), 1) or 1
            if column + span > MOST_COLUMNS:
                problem = f"有一个表格超过 {MOST_COLUMNS} 列"
                raise FileError(problem, where=self.where, remedy="这不像一份年度报告")
            found = self._continued(properties, row, above, column)
            if found is None:
                found = FoundCell(tuple(self.blocks(cell)), columns=span)
            row.update(dict.fromkeys(range(column, column + span), found))
            column += span
        return row

    def _continued(
        self,
        properties: _Element | None,
        row: Mapping[int, FoundCell],
        above: Mapping[int, FoundCell],
        column: int,
    ) -> FoundCell | None:
        if self._value(properties, "vMerge") in {"", "continue"}:
            return above.get(column)
        if self._value(properties, "hMerge") in {"", "continue"}:
            return row.get(column - 1)
        return None


_SAID = {"tab": "\t", "ptab": "\t", "cr": "\n", "noBreakHyphen": "-"}
_SILENT = {
    "del",
    "moveFrom",
    "pPr",
    "rPr",
    "instrText",
    "delText",
    "fldData",
    "rt",
    "Fallback",
    "object",
    "footnoteReference",
    "sectPr",
}


def _chosen(alternatives: _Element) -> _Element:
    """Return the one form of what a file offers in several: a text box stands in it once, not twice."""
    return alternatives[0] if len(alternatives) else alternatives


def _number(text: str | None, otherwise: int) -> int:
    return min(int(text), MOST_COLUMNS + 1) if text and text.isdecimal() else otherwise


def _styles(root: _Element, prefix: str) -> tuple[dict[str, str], dict[str, tuple[str, int]]]:
    """Return the styles' names in lower case and the lists that styles belong to, both by style id."""
    names: dict[str, str] = {}
    lists: dict[str, tuple[str, int]] = {}
    for style in root.iterchildren(f"{prefix}style"):
        key = style.get(f"{prefix}styleId", "")
        name = style.find(f"{prefix}name")
        names[key] = name.get(f"{prefix}val", "").lower() if name is not None else ""
        number = style.find(f"{prefix}pPr/{prefix}numPr/{prefix}numId")
        if number is not None:
            level = style.find(f"{prefix}pPr/{prefix}numPr/{prefix}ilvl")
            depth = level.get(f"{prefix}val", "0") if level is not None else "0"
            lists[key] = (number.get(f"{prefix}val", ""), int(depth) if depth.isdecimal() else 0)
    return names, lists
