"""The fingerprint in the footers of a Word file, beside the number of the page."""

from __future__ import annotations

from typing import Any

from docx.document import Document
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml.ns import qn

from reportdesk.report.fingerprint import fingerprint
from reportdesk.report.model import Report

_SIZE_HALF_PT = "18"
_GAP = "\u3000"


def add_fingerprint(document: Document, report: Report) -> None:
    """Put a report's fingerprint into every footer, in the line of the page's number: no footer grows."""
    said = f"指纹 {fingerprint(report)}"
    relations = document.part.rels.values()
    footers: list[Any] = [
        relation.target_part for relation in relations if relation.reltype == RELATIONSHIP_TYPE.FOOTER
    ]
    if not footers:
        document.sections[0].footer.paragraphs[0].add_run(said)
    for footer in footers:
        _add(footer.element, said)


def _add(footer: Any, said: str) -> None:
    """Add the words to a footer's last line, on the inner side, so that the number stays at the edge."""
    paragraphs = list(footer.iter(qn("w:p")))
    paragraph = paragraphs[-1] if paragraphs else footer.makeelement(qn("w:p"))
    if not paragraphs:
        footer.append(paragraph)
    side = paragraph.find(f"{qn('w:pPr')}/{qn('w:jc')}")
    runs = list(paragraph.iterchildren(qn("w:r")))
    if side is not None and side.get(qn("w:val")) in {"right", "end"} and runs:
        runs[0].addprevious(_run(paragraph, f"{said}{_GAP}"))
    else:
        paragraph.append(_run(paragraph, f"{_GAP if runs else ''}{said}"))


def _run(paragraph: Any, words: str) -> Any:
    run = paragraph.makeelement(qn("w:r"))
    properties = run.makeelement(qn("w:rPr"))
    for tag in ("w:sz", "w:szCs"):
        properties.append(properties.makeelement(qn(tag), {qn("w:val"): _SIZE_HALF_PT}))
    text = run.makeelement(qn("w:t"), {"{http://www.w3.org/XML/1998/namespace}space": "preserve"})
    text.text = words
    run.extend((properties, text))
    return run
