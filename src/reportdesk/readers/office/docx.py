"""Word: paragraphs and tables of a .docx as they stand on paper, read from its raw XML."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from reportdesk.errors import FileError
from reportdesk.readers.found.blocks import Block, FoundDocument, FoundParagraph
from reportdesk.readers.found.package import Package
from reportdesk.readers.office.numbering import Numbering
from reportdesk.readers.office.word_body import WordBody
from reportdesk.readers.office.word_data import find_data
from reportdesk.readers.office.word_styles import Styles
from reportdesk.readers.office.word_xml import WordXml
from reportdesk.report.model import Note

if TYPE_CHECKING:
    from lxml.etree import _Element

_REMEDY = "请用 Word 或 WPS 打开后另存一份，再读"
_OFFICE_DOCUMENT = "/officeDocument"
_USUAL_PART = "word/document.xml"


def find_with_data(package: Package) -> FoundDocument:
    """Return the visible document, revisions accepted, and the data of one of ours; raise FileError."""
    found = find_in_word(package)
    carried, notes = find_data(package)
    return replace(found, carried=carried, notes=(*found.notes, *notes))


def find_in_word(package: Package) -> FoundDocument:
    """Return the blocks of a .docx in order; raise FileError for a file that is damaged or unsafe."""
    main = _main_part(package)
    root = package.xml(main)
    xml = WordXml.of(root, package.where)
    styles, numbering = _settings(package, main, xml)
    body = WordBody(root, xml, styles, numbering)
    blocks = tuple(body.blocks(_content(root, xml)))
    is_own = styles.is_own and all(
        block.role for block in blocks if isinstance(block, FoundParagraph) and block.text.strip()
    )
    shown = tuple(_without_gap(blocks)) if is_own else blocks
    return FoundDocument(shown, tuple(_notes(package, xml, body.own_pictures)), exact=is_own)


def _without_gap(blocks: Sequence[Block]) -> Iterator[Block]:
    """Leave out the blank line that our own template sets above 落款."""
    roles = [block.role if isinstance(block, FoundParagraph) else "" for block in blocks]
    signed = min((roles.index(role) for role in ("signer", "date") if role in roles), default=0)
    for place, block in enumerate(blocks):
        is_gap = place == signed - 1 and isinstance(block, FoundParagraph) and not block.text
        if not is_gap:
            yield block


def _main_part(package: Package) -> str:
    if "_rels/.rels" in package.names:
        return package.made_of("_rels/.rels", _document_part)
    return _USUAL_PART


def _document_part(relations: _Element) -> str:
    for relation in relations:
        if relation.get("Type", "").endswith(_OFFICE_DOCUMENT):
            return relation.get("Target", "").lstrip("/")
    return _USUAL_PART


def _settings(package: Package, main: str, xml: WordXml) -> tuple[Styles, Numbering]:
    """Read the styles and lists that lie beside the main part; a file may have neither."""
    folder = main.rpartition("/")[0]
    names = set(package.names)
    styles, numbering = Styles(), Numbering()
    if (part := f"{folder}/styles.xml") in names:
        styles = package.made_of(part, Styles.of, xml.prefix)
    if (part := f"{folder}/numbering.xml") in names:
        numbering = package.made_of(part, Numbering.of, xml.prefix).anew()
    return styles, numbering


def _content(root: _Element, xml: WordXml) -> _Element:
    body = xml.child(root, "body")
    if body is None:
        raise FileError("Word 文档里没有正文", where=xml.where, remedy=_REMEDY)
    return body


def _notes(package: Package, xml: WordXml, own_pictures: int) -> Iterator[Note]:
    if xml.has_revisions:
        yield Note("read.revisions", "文档里有未接受的修订，按全部接受后的样子读入")
    if xml.left_out:
        yield Note("read.dropped", f"文档里的{'、'.join(sorted(xml.left_out))}没有读入，请核对")
    if any("/embeddings/" in name for name in package.names):
        yield Note("read.object", "文档里有嵌入的对象（如 Excel 表），没有读入")
    if sum("/media/" in name for name in package.names) > own_pictures:
        yield Note("read.object", "文档里有图片，图片里的文字和数字没有读入")
