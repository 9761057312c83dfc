"""The Word template of an edition: opened with docxtpl, compiled once, filled for any number of reports."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from functools import lru_cache
from io import BytesIO
from pathlib import Path
from typing import Any
from zipfile import BadZipFile

from docx.document import Document
from docx.exceptions import PythonDocxError
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.exceptions import OpcError
from docx.oxml.exceptions import XmlchemyError
from docxtpl import DocxTemplate
from jinja2 import Template, TemplateError
from lxml import etree
from markupsafe import Markup, escape

from reportdesk.errors import FormError
from reportdesk.report.model import Report
from reportdesk.report.shown import printed_alone
from reportdesk.writers.archive import saved_document
from reportdesk.writers.context import context
from reportdesk.writers.layouts.budget import limited
from reportdesk.writers.layouts.complaint import complaint
from reportdesk.writers.layouts.sandbox import FAULTS, LayoutEnvironment
from reportdesk.writers.protocol import Carries
from reportdesk.writers.word.charts import DrawnCard, append_charts
from reportdesk.writers.word.columns import WORD_SPACE, has_column_for_each_cell
from reportdesk.writers.word.data import attach_data
from reportdesk.writers.word.footer import add_fingerprint
from reportdesk.writers.word.safety import refuse_active_document, refuse_active_layout
from reportdesk.writers.word.styles import WordStyles
from reportdesk.writers.word.table import WordTable
from reportdesk.writers.word.tags import refuse_lost_tags, refuse_unclosed_tags

#: The language of a report, for programs that read it aloud.
_LANGUAGE = "zh-CN"
#: Characters within words that docxtpl makes marks of.
_LISTING_MARKS = "\t\a\n\f"

# docxtpl looks for tags in what it has rendered; as references these characters pass it by.
_TAG_CHARACTERS = {ord("{"): "&#123;", ord("}"): "&#125;", ord("%"): "&#37;", ord("\r"): "&#13;"}


def xml_text(value: object) -> Markup:
    """Return a value as XML text that comes out as typed; what is markup already stays so."""
    if isinstance(value, Markup):
        return value
    return Markup(str(escape(str(value))).translate(_TAG_CHARACTERS))


def load_layout(path: Path) -> WordLayout:
    """Return a Word layout, compiled anew only when its file changed; raise FormError if it is unfit."""
    try:
        return _compiled(path, path.stat().st_mtime_ns)
    except OSError as error:
        raise FormError(f"读不了 Word 模板：{error.strerror}", where=str(path)) from error


@lru_cache(maxsize=8)
def _compiled(path: Path, _changed: int) -> WordLayout:
    return WordLayout(path)


class WordLayout:
    """A Word template ready to be filled."""

    def __init__(self, path: Path) -> None:
        """Read and compile the template; raise FormError if it is no Word file."""
        self._path = path
        self._bytes = path.read_bytes()
        refuse_active_layout(self._bytes, str(path))
        self._environment = _Environment(xml_text, keep_trailing_newline=True)
        with _word_file(path):
            styles = WordStyles(_Filling(self._bytes).get_docx(), path)
        self._environment.filters["table"] = WordTable(styles, xml_text)
        self._environment.filters["flowing_table"] = WordTable(styles, xml_text, flows=True)

    def render(
        self,
        report: Report,
        carries: Carries,
        *,
        fingerprint: bool = False,
        charts: Sequence[DrawnCard] = (),
    ) -> bytes:
        """Return the filled document; raise FormError where the template asks for what there is not."""
        with _word_file(self._path):
            document = self._filled(report)
            _sign(document, report)
            if fingerprint:
                add_fingerprint(document, report)
            if charts:
                append_charts(document, WordStyles(document, self._path), charts)
            if carries != "nothing":
                attach_data(document, report if carries == "everything" else printed_alone(report))
            return saved_document(document)

    def _filled(self, report: Report) -> Document:
        filling, names = _Filling(self._bytes), context(report)
        try:
            with limited():
                filling.render(names, self._environment, autoescape=True)
        except (TemplateError, *FAULTS) as error:
            raise FormError(complaint("Word 模板", error, filling.source), where=str(self._path)) from error
        document: Document = filling.get_docx()
        refuse_active_document(document, str(self._path))
        return document


@contextmanager
def _word_file(path: Path) -> Iterator[None]:
    """Raise FormError for what python-docx stumbles over: names and values that no Word file has."""
    try:
        yield
    except (OpcError, PythonDocxError, XmlchemyError, BadZipFile, *FAULTS) as error:
        remedy = "请用 Word 或 WPS 打开后另存一份再用"
        raise FormError("不是可用的 Word 文件（.docx）", where=str(path), remedy=remedy) from error


class _Filling(DocxTemplate):  # type: ignore[misc]
    """One use of a template; what docxtpl works out from the template alone is worked out once."""

    def __init__(self, data: bytes) -> None:
        super().__init__(BytesIO(data))
        #: The part that is being filled, each paragraph on a line of its own.
        self.source = ""

    def patch_xml(self, src_xml: str) -> str:
        self.source = src_xml
        return _patched(src_xml)

    def render_xml_part(self, src_xml: str, *rest: Any) -> str:
        self.source = src_xml.replace("<w:p>", "\n<w:p>").replace("<w:p ", "\n<w:p ")
        rendered: str = super().render_xml_part(src_xml, *rest)
        return rendered

    def resolve_listing(self, xml: str) -> str:
        """Turn tabs and line ends within words into marks; a report has them rarely, and looking is dear."""
        if not any(mark in xml for mark in _LISTING_MARKS):
            return xml
        resolved: str = super().resolve_listing(xml)
        return resolved

    def fix_tables(self, xml: str) -> Any:
        """Return the XML parsed, its tables with as many columns as cells; ours have them to begin with."""
        tree = etree.fromstring(xml, etree.XMLParser(recover=True))
        tables = list(tree.iter(f"{{{WORD_SPACE}}}tbl"))
        if all(map(has_column_for_each_cell, tables)):
            return tree
        if any(table.find(f"{{{WORD_SPACE}}}tblGrid") is None for table in tables):
            raise TemplateError("有一个表格没有列宽（tblGrid）")
        return super().fix_tables(xml)

    def render_properties(self, context: dict[str, Any], jinja_env: Any = None) -> None:
        """Leave the properties alone: docxtpl would escape them twice."""

    def init_docx(self, reload: bool = True) -> None:
        """Keep the document that was rendered, where docxtpl would open the template again."""
        super().init_docx(reload=reload and not self.is_rendered)


@lru_cache(maxsize=32)
def _patched(xml: str) -> str:
    refuse_unclosed_tags(xml)
    patched: str = DocxTemplate.patch_xml(None, xml)
    refuse_lost_tags(xml, patched)
    return patched


class _Environment(LayoutEnvironment):
    """An environment that compiles each text once."""

    def __init__(self, finalize: Callable[[object], object], **options: Any) -> None:
        super().__init__(finalize, **options)
        self._known: dict[str, Template] = {}

    def from_string(self, source: Any, *rest: Any, **options: Any) -> Template:
        if source not in self._known:
            self._known[source] = super().from_string(source, *rest, **options)
        return self._known[source]


def _sign(document: Document, report: Report) -> None:
    """Name the report in the file's properties, and nobody: the template's own traces go."""
    properties = document.core_properties
    properties.title = report.printed_title[:255]
    properties.author = report.organ[:255]
    element: Any = properties._element  # noqa: SLF001 - python-docx can empty a property, not take it out
    kept = {"title", "creator", "language"}
    for child in list(element):
        if child.tag.rpartition("}")[2] not in kept:
            element.remove(child)
    properties.language = _LANGUAGE
    relations = document.part.package.rels
    traces = {RELATIONSHIP_TYPE.EXTENDED_PROPERTIES, RELATIONSHIP_TYPE.CUSTOM_PROPERTIES}
    for name in [name for name, relation in relations.items() if relation.reltype in traces]:
        del relations[name]
