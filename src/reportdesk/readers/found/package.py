"""Office packages (.docx, .xlsx) under guard: nothing is unpacked to disk, and no part can swell."""

from __future__ import annotations

import io
import posixpath
import stat
import zipfile
import zlib
from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, Any, Literal, TypeVar

from reportdesk.errors import FileError
from reportdesk.readers.found.limits import refuse_many_tags

if TYPE_CHECKING:
    from lxml.etree import _Element

PackageKind = Literal["word", "workbook", "none"]

#: Far more than a report with pictures takes; its text hardly shrinks to a hundredth.
_MOST_PARTS = 2_000
_LARGEST_PART_BYTES = 30 * 1024 * 1024
_LARGEST_PACKAGE_BYTES = 100 * 1024 * 1024
_HIGHEST_RATIO = 100
#: Below this size a high ratio is harmless, and blank documents do reach it.
_RATIO_COUNTS_FROM_BYTES = 1024 * 1024
# ValueError: a directory that points before the beginning of the file.
_BROKEN = (zipfile.BadZipFile, zlib.error, OSError, EOFError, NotImplementedError, RuntimeError, ValueError)
#: Between two looks at how much has come out of a part.
_CHUNK_BYTES = 64 * 1024
#: What is made of so many parts, none larger than this, is kept for the files that follow.
_MOST_KEPT = 32
_LARGEST_KEPT_BYTES = 64 * 1024
_made: dict[tuple[Callable[..., Any], tuple[str, ...], bytes], Any] = {}
T = TypeVar("T")
_ENCRYPTED = 0x1
_CONTENT_TYPES = "[Content_Types].xml"

_KINDS: dict[str, PackageKind] = {
    "wordprocessingml.document.main+xml": "word",
    "wordprocessingml.template.main+xml": "word",
    "spreadsheetml.sheet.main+xml": "workbook",
    "spreadsheetml.template.main+xml": "workbook",
}
#: What a package is that holds such a part, and what to do with it.
_OTHER_PACKAGES = {
    "OFD.xml": (
        "这是 OFD 版式文件，读不了",
        "请找到它的 Word 文件或网页再读，或者用 OFD 阅读器、WPS 打开它，输出为 PDF 再读",
    ),
    "content.xml": (
        "这是 OpenDocument 文件",
        "请在 LibreOffice 或 WPS 里打开它，另存为 .docx 或 .xlsx，再读",
    ),
}
_ANY_ARCHIVE = ("这是一个压缩包，不是 Word 或 Excel 文件", "请解压后选择里面的报告")


def package_kind(package: Package) -> PackageKind:
    """Tell a Word file from a workbook by its content types; raise FileError for what is refused."""
    where = package.where
    if _CONTENT_TYPES not in package.names:
        problem, remedy = next(
            (said for part, said in _OTHER_PACKAGES.items() if part in package.names), _ANY_ARCHIVE
        )
        raise FileError(problem, where=where, remedy=remedy)
    types = package.made_of(_CONTENT_TYPES, _content_types)
    if any("macroEnabled" in kind or "vbaProject" in kind for kind in types):
        raise FileError("文件带有宏，不读取", where=where, remedy="请在 Word 或 WPS 里另存为 .docx（不带宏）")
    for ending, kind in _KINDS.items():
        if any(name.endswith(ending) for name in types):
            return kind
    raise FileError("这不是 Word 文档，也不是 Excel 工作簿", where=where, remedy="请另存为 .docx 或 .xlsx")


def _content_types(root: _Element) -> list[str]:
    return [override.get("ContentType", "") for override in root]


class Package:
    """The parts of a zip file, counted while they are inflated; raise FileError on anything unsound."""

    def __init__(self, data: bytes, where: str) -> None:
        """Look at the directory alone and refuse what no office program writes."""
        self.data, self.where = data, where
        self._inflated = 0
        self._parts: dict[str, zipfile.ZipInfo] = {}
        self._folded: set[str] = set()
        try:
            self._archive = zipfile.ZipFile(io.BytesIO(data))
        except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError) as error:
            raise self._damaged() from error
        infos = self._archive.infolist()
        if len(infos) > _MOST_PARTS:
            raise self._refused(f"里面有 {len(infos)} 个部件")
        for info in infos:
            self._admit(info)
        if sum(info.file_size for info in infos) > _LARGEST_PACKAGE_BYTES:
            raise self._refused("展开后超过 100 MB")

    @property
    def names(self) -> tuple[str, ...]:
        """Return the names of all parts."""
        return tuple(self._parts)

    def read(self, name: str) -> bytes:
        """Inflate one part; raise FileError if it is absent, damaged or larger than it may be."""
        info = self._parts.get(name)
        if info is None:
            raise FileError(f"缺少部件“{name}”", where=self.where, remedy=_REPAIR)
        chunks: list[bytes] = []
        size = 0
        try:
            with self._archive.open(info) as part:
                while chunk := part.read(_CHUNK_BYTES):
                    size += len(chunk)
                    self._count(info, size, len(chunk))
                    chunks.append(chunk)
        except _BROKEN as error:
            raise self._damaged() from error
        return b"".join(chunks)

    def xml(self, name: str) -> _Element:
        """Parse one part that must be XML without any document type; raise FileError."""
        return parse_xml(self.read(name), self.where)

    def made_of(self, name: str, make: Callable[..., T], *others: str) -> T:
        """Return what `make` makes of a part's XML, which nobody may change; raise FileError.

        Parts such as the styles are the same in file after file of an office: what is made of one is kept.
        """
        data = self.read(name)
        asked = (make, others, data)
        made: T | None = _made.get(asked)
        if made is None:
            made = make(parse_xml(data, self.where), *others)
            if len(_made) >= _MOST_KEPT:
                _made.clear()
            if len(data) <= _LARGEST_KEPT_BYTES:
                _made[asked] = made
        return made

    def check(self, names: Iterable[str]) -> None:
        """Inflate parts that a library is about to read, so that their size and XML are known to be sound."""
        for name in names:
            data = self.read(name)
            if name.endswith((".xml", ".rels", ".vml")):
                _refuse_document_type(data, self.where)

    def _admit(self, info: zipfile.ZipInfo) -> None:
        name = info.filename
        if name.lower() in self._folded:
            raise self._refused(f"部件“{name}”重复")
        if _leaves_the_package(name):
            raise self._refused(f"部件的名称“{name}”越出了文件")
        if stat.S_ISLNK(info.external_attr >> 16):
            raise self._refused(f"部件“{name}”是一个链接")
        if info.flag_bits & _ENCRYPTED:
            raise FileError("文件加了密码", where=self.where, remedy="请去掉密码后另存一份")
        if info.file_size > _LARGEST_PART_BYTES:
            raise self._refused(f"部件“{name}”展开后超过 30 MB")
        self._folded.add(name.lower())
        self._parts[name] = info

    def _count(self, info: zipfile.ZipInfo, size: int, more: int) -> None:
        self._inflated += more
        if size > _LARGEST_PART_BYTES:
            raise self._refused(f"部件“{info.filename}”展开后超过 30 MB")
        if self._inflated > _LARGEST_PACKAGE_BYTES:
            raise self._refused("展开后超过 100 MB")
        if size > _RATIO_COUNTS_FROM_BYTES and size > _HIGHEST_RATIO * max(info.compress_size, 1):
            raise self._refused(f"部件“{info.filename}”压缩得不合常理")

    def _refused(self, why: str) -> FileError:
        return FileError(f"文件的内部结构不安全（{why}），不读取", where=self.where, remedy=_REPAIR)

    def _damaged(self) -> FileError:
        return FileError("文件已损坏", where=self.where, remedy=_REPAIR)


_REPAIR = "请用 Word、WPS 或 Excel 打开后另存一份，再读"


def parse_xml(data: bytes, where: str) -> _Element:
    """Parse XML that names no document type or entity, and load nothing; raise FileError."""
    from lxml import etree

    _refuse_document_type(data, where)
    refuse_many_tags(data.count(b"<"), where)
    parser = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False, load_dtd=False)
    try:
        root = etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise FileError("文件已损坏", where=where, remedy=_REPAIR) from error
    if root.getroottree().docinfo.doctype:
        raise _with_document_type(where)
    return root


def _refuse_document_type(data: bytes, where: str) -> None:
    plain = data.replace(b"\0", b"")
    if b"<!DOCTYPE" in plain or b"<!ENTITY" in plain:
        raise _with_document_type(where)


def _with_document_type(where: str) -> FileError:
    return FileError("文件里有外部声明（DOCTYPE 或 ENTITY），不读取", where=where, remedy=_REPAIR)


def _leaves_the_package(name: str) -> bool:
    plain = name.replace("\\", "/")
    return plain.startswith("/") or ":" in plain or ".." in posixpath.normpath(plain).split("/")
