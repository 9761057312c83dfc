"""A Word layout from elsewhere is looked through before it is used: nothing active may come along.

What a layout holds goes into every file that is made with it: a macro, an embedded object, a field that
starts a program, or a template that is fetched would run on the desks of all who open the report.
"""

from __future__ import annotations

import re
import zipfile
from collections.abc import Iterator
from io import BytesIO
from typing import TYPE_CHECKING

from docx.opc.part import Part, XmlPart
from lxml import etree

from reportdesk.errors import FormError
from reportdesk.patterns import late

if TYPE_CHECKING:
    from docx.document import Document

#: Of any namespace: there are two for the same words, one of them strict.
_ANY = "{*}"
_REMEDY = "请在 Word 或 WPS 里去掉它，另存为 .docx 再用"
#: Unpacked; the shipped layout has 0.1 MB.
_MOST_BYTES = 50_000_000
#: The shipped layout has 11 parts; pictures and headers of every kind make a few dozen.
_MOST_PARTS = 500
#: Fields that do nothing but print what the document itself holds.
_FIELDS = frozenset(
    (
        *("PAGE", "NUMPAGES", "SECTION", "SECTIONPAGES", "PAGEREF", "REF", "NOTEREF", "STYLEREF", "SEQ"),
        *("TOC", "TC", "TITLE", "SUBJECT", "HYPERLINK", "SYMBOL", "EQ", "ADVANCE", "=", "TIME", "DATE"),
    )
)
_ELEMENTS = {
    "object": "嵌入的对象（OLE）",
    "control": "控件（ActiveX）",
    "altChunk": "引入的另一个文件（altChunk）",
    "subDoc": "引入的另一个文件（子文档）",
    "mailMerge": "邮件合并的数据源",
    "OLEObject": "嵌入的对象（OLE）",
    "entryMacro": "宏",
    "exitMacro": "宏",
    "webVideoPr": "嵌入的网页视频",
    "scriptAnchor": "脚本",
    "frameset": "框架网页",
    "saveThroughXslt": "保存时运行的转换",
}
_RELATIONS = {
    "oleObject": "嵌入的对象（OLE）",
    "package": "嵌入的文件",
    "control": "控件（ActiveX）",
    "vbaProject": "宏",
    "keyMapCustomizations": "宏的快捷键",
    "attachedToolbars": "自带的工具栏",
    "aFChunk": "引入的另一个文件（altChunk）",
    "subDocument": "引入的另一个文件（子文档）",
    "mailMergeSource": "邮件合并的数据源",
    "mailMergeHeaderSource": "邮件合并的数据源",
    "extensibility": "自带的功能区",
    "webextension": "Office 加载项",
    "webextensiontaskpanes": "Office 加载项",
    "transform": "保存时运行的转换",
    "frame": "框架网页",
}
_FIELD_TAGS = ("fldSimple", "fldChar", "instrText", "delInstrText")
_LINKS = ("http://", "https://", "mailto:")
#: A field's target, and the switches that take a word of their own: a place in it, a tip, a frame.
_TARGET = late(r"""(\\[lotLOT]\s*)?(?:"([^"]*)"|([^\s"]+))""")
_SWITCH_CHARACTERS = 2
_PARTS = late(r"vba|\.bin$|activex|/embeddings/", re.IGNORECASE)
#: Parts that are no XML: pictures and fonts.
_PICTURES = (".png", ".jpg", ".jpeg", ".gif", ".bmp", ".tif", ".tiff", ".emf", ".wmf", ".ttf", ".odttf")
#: What fetches, and what leads elsewhere, in drawings: as attributes, without a relation.
_DRAWN = ("src", "href", "althref")
_DRAWINGS = ("urn:schemas-microsoft-com:vml", "http://www.w3.org/2000/svg")
_FIRST_WORD = late(r"\s*(=|[^\s\\\"]+)")


def refuse_active_layout(data: bytes, where: str) -> None:
    """Raise FormError naming the first thing in a Word layout that is more than words, looks and pictures."""
    try:
        with zipfile.ZipFile(BytesIO(data)) as archive:
            problem = next(_problems(archive), "")
    except (zipfile.BadZipFile, etree.XMLSyntaxError, NotImplementedError, RuntimeError) as error:
        raise FormError("不是可用的 Word 文件（.docx）", where=where) from error
    if problem:
        raise FormError(f"Word 模板里有{problem}，不能使用", where=where, remedy=_REMEDY)


def _problems(archive: zipfile.ZipFile) -> Iterator[str]:
    parts = archive.infolist()
    if len(parts) > _MOST_PARTS or sum(part.file_size for part in parts) > _MOST_BYTES:
        yield "太多内容，解开后大得不像版式"
    names = [part.filename.lower() for part in parts]
    if len({*names}) < len(names):
        yield "两个同名的部分"
    for part, name in zip(parts, names, strict=True):
        if _PARTS.search(name):
            yield f"宏、控件或嵌入的对象（{part.filename}）"
        elif not part.is_dir() and not name.endswith(_PICTURES):
            # Whatever it is called: the types of a package may name a part of any ending.
            root = _parsed(archive.read(part))
            if name == "[content_types].xml":
                yield from _types(root)
            elif name.endswith(".rels"):
                yield from _relations(root)
            else:
                yield from _elements(root)


def refuse_active_document(document: Document, where: str) -> None:
    """Raise FormError naming the first active thing in a document that was filled.

    Tags of a template may leave out a part of a field, so that another one comes to light.
    """
    roots = map(_root_of, document.part.package.iter_parts())
    problem = next((problem for root in roots if root is not None for problem in _elements(root)), "")
    if problem:
        raise FormError(f"Word 模板填好以后有{problem}，不能使用", where=where, remedy=_REMEDY)


def _root_of(part: Part) -> etree._Element | None:
    """Return what a part holds, None for a picture; to python-docx a foot-note is no XML."""
    if isinstance(part, XmlPart):
        element: etree._Element = part.element
        return element
    return _parsed(part.blob) if "xml" in part.content_type else None


def _parsed(data: bytes) -> etree._Element:
    parser = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False, load_dtd=False)
    part = etree.fromstring(data, parser)
    if part.getroottree().docinfo.doctype:
        raise etree.XMLSyntaxError("a document type", 0, 1, 1)
    return part


def _types(types: etree._Element) -> Iterator[str]:
    for one in types:
        kind = str(one.get("ContentType", ""))
        if any(word in kind for word in ("macroEnabled", "vbaProject", "oleObject", "activeX")):
            yield "宏、控件或嵌入的对象"
        name = str(one.get("PartName") or f".{one.get('Extension')}").lower()
        if name.endswith(_PICTURES) and "xml" in kind.lower():
            yield f"名字像图片、内容却不是图片的部分（{name[:80]}）"


def _relations(relations: etree._Element) -> Iterator[str]:
    for relation in relations:
        kind = str(relation.get("Type", "")).rpartition("/")[2]
        target = str(relation.get("Target", ""))
        if kind in _RELATIONS:
            yield _RELATIONS[kind]
        if str(relation.get("TargetMode", "")).lower() == "external" or "://" in target or "\\" in target:
            if kind == "attachedTemplate":
                yield f"外部的文档模板（{target[:80]}）"
            elif kind != "hyperlink" or not target.lower().startswith(_LINKS):
                yield f"从别处取来的内容（{target[:80]}）"


def _elements(part: etree._Element) -> Iterator[str]:
    for element in part.iter(*(f"{_ANY}{name}" for name in _ELEMENTS)):
        yield _ELEMENTS[etree.QName(element).localname]
    for instruction in _fields(part):
        found = _FIRST_WORD.match(instruction)
        word = found[1].upper() if found else ""
        if found is None or word not in _FIELDS:
            yield f"活动的域（{word or '拼出来的域'}）"
        elif word == "HYPERLINK":
            yield from _targets(instruction[found.end() :])
    yield from _drawn(part)


def _targets(instruction: str) -> Iterator[str]:
    """Yield what a link in a field leads to that is neither a page, a mail nor a place in the document."""
    for switch, quoted, bare in _TARGET.findall(instruction):
        target = quoted or bare
        is_switch = not quoted and target.startswith("\\") and len(target) <= _SWITCH_CHARACTERS
        if not (switch or is_switch or target.lower().startswith(_LINKS)):
            yield f"指向别处的链接（{target[:80]}）"


def _drawn(part: etree._Element) -> Iterator[str]:
    """Yield what a drawing fetches or leads to that is not in the package."""
    for element in part.iter(*(f"{{{space}}}*" for space in _DRAWINGS)):
        for name, value in _attributes(element).items():
            if name in _DRAWN and value and not value.startswith(("#", "data:")):
                yield f"从别处取来的内容（{value[:80]}）"


def _attributes(element: etree._Element) -> dict[str, str]:
    return {etree.QName(str(name)).localname: str(value) for name, value in element.attrib.items()}


def _fields(part: etree._Element) -> Iterator[str]:
    """Yield the instruction of every field; where another field's result stands in it, a quotation mark."""
    begun: list[list[str]] = []
    for element in part.iter(*(f"{_ANY}{name}" for name in _FIELD_TAGS)):
        tag, attributes = etree.QName(element).localname, _attributes(element)
        kind = attributes.get("fldCharType")
        if tag == "fldSimple":
            yield attributes.get("instr", "")
        elif kind == "begin":
            if begun:
                begun[-1].append('"')
            begun.append([])
        elif kind == "end" and begun:
            yield "".join(begun.pop())
        elif tag != "fldChar":
            if not begun:
                begun.append([])
            begun[-1].append(element.text or "")
    for left in begun:
        yield "".join(left)
