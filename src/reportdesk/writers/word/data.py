"""The data inside a Word file: a custom XML part that Word, WPS and LibreOffice keep and do not show."""

from __future__ import annotations

from docx.document import Document
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part

from reportdesk.project.carried import NAMESPACE, carried_xml
from reportdesk.report.model import Report

_XML = "application/xml"
_PROPERTIES = "application/vnd.openxmlformats-officedocument.customXmlProperties+xml"
_SCHEMA = "http://schemas.openxmlformats.org/officeDocument/2006/customXml"

#: Names the part within its document; a document has one, so the name never changes.
_ITEM_ID = "{5C2F1B8E-6C0B-4E53-9F0E-2F6B7F0C1A01}"


def attach_data(document: Document, report: Report) -> None:
    """Put a report's project into a document that is about to be saved."""
    package = document.part.package
    item = Part(package.next_partname("/customXml/item%d.xml"), _XML, carried_xml(report), package)
    name = PackURI(item.partname.replace("/item", "/itemProps"))
    item.relate_to(Part(name, _PROPERTIES, _properties(), package), RELATIONSHIP_TYPE.CUSTOM_XML_PROPS)
    document.part.relate_to(item, RELATIONSHIP_TYPE.CUSTOM_XML)


def _properties() -> bytes:
    return (
        '<?xml version="1.0" encoding="UTF-8" standalone="no"?>\n'
        f'<ds:datastoreItem xmlns:ds="{_SCHEMA}" ds:itemID="{_ITEM_ID}">'
        f'<ds:schemaRefs><ds:schemaRef ds:uri="{NAMESPACE}"/></ds:schemaRefs></ds:datastoreItem>'
    ).encode()
