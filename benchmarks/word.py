"""A report to Word: the program beside plain docxtpl on the same template, and beside lxml substitution."""

from __future__ import annotations

import tempfile
import zipfile
from collections.abc import Callable, Iterator
from dataclasses import replace
from io import BytesIO
from pathlib import Path

from docx import Document
from docxtpl import DocxTemplate
from jinja2 import StrictUndefined
from jinja2.sandbox import SandboxedEnvironment
from lxml import etree

from benchmarks.sample import sample_report
from benchmarks.timing import Line, in_turns
from reportdesk.export import export_report
from reportdesk.form.model import INTRO
from reportdesk.report.model import Report
from reportdesk.report.totals import figures
from reportdesk.writers import render
from reportdesk.writers.context import context
from reportdesk.writers.layouts.layout_file import layout_file
from reportdesk.writers.word.layout import xml_text
from reportdesk.writers.word.styles import WordStyles
from reportdesk.writers.word.table import WordTable

RUNS = 25
TEXT = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}t"
BODY = "word/document.xml"


def lines() -> Iterator[Line]:
    """Times to make the bytes of the Word file of one report."""
    report = sample_report()
    substitute = substitution(report)
    expected = words(render(report, ".docx"))
    assert words(plain_docxtpl(report)) == expected
    assert words(substitute()) == expected
    with tempfile.TemporaryDirectory() as folder:
        path, sheet = Path(folder, "sample.docx"), Path(folder, "sample.xlsx")
        times = in_turns(
            {
                "plain": lambda: plain_docxtpl(report),
                "least": substitute,
                "own": lambda: render(report, ".docx"),
                "exported": lambda: export_report(report, path, force=True),
                "workbook": lambda: export_report(report, sheet, force=True),
            },
            RUNS,
        )
    plain, least, own = times["plain"], times["least"], times["own"]
    yield Line.of("Word: plain docxtpl, same template", plain)
    yield Line.of("Word: lxml substitution in a finished file", least)
    yield Line.of("Word: reportdesk", own, "plain docxtpl", plain)
    yield Line.of("Word: reportdesk", own, "lxml substitution", least)
    yield Line.of("Word: exported, read back, compared, saved", times["exported"], "plain docxtpl", plain)
    yield Line.of("workbook: exported, read back, compared, saved", times["workbook"])


def plain_docxtpl(report: Report) -> bytes:
    """What docxtpl's own documentation does: open the template, render, save."""
    path = layout_file(report.form, "report.docx")
    environment = SandboxedEnvironment(autoescape=True, undefined=StrictUndefined, finalize=xml_text)
    environment.filters["table"] = WordTable(WordStyles(Document(str(path)), path), xml_text)
    template = DocxTemplate(path)
    template.render(context(report), environment, autoescape=True)
    written = BytesIO()
    template.save(written)
    return written.getvalue()


def substitution(report: Report) -> Callable[[], bytes]:
    """Putting the words of a report in place of marks in a finished file, with lxml alone."""
    marked = marked_report(report)
    finished = render(marked, ".docx")
    words_by_mark = dict(zip(words(finished), words(render(report, ".docx")), strict=True))
    return lambda: substituted(finished, words_by_mark)


def marked_report(report: Report) -> Report:
    """A report of the same shape in which no figure and no paragraph stands twice."""
    entered = {cell.key: 10**9 + number * 10**6 for number, cell in enumerate(report.form.entered)}
    texts = {
        section: "\n".join(
            f"{paragraph[:1]}{section}{number}" if not paragraph.startswith("（") else paragraph
            for number, paragraph in enumerate(report.paragraphs(section))
        )
        for section in (INTRO, *(section.key for section in report.form.narratives))
    }
    marked = replace(report, cells=entered, texts=texts, stated={})
    assert len(set(figures(marked).values())) == len(report.form.cells)
    return marked


def substituted(finished: bytes, words_by_mark: dict[str, str]) -> bytes:
    """A finished file with its marks replaced."""
    written = BytesIO()
    with (
        zipfile.ZipFile(BytesIO(finished)) as source,
        zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED) as target,
    ):
        for entry in source.infolist():
            data = source.read(entry)
            if entry.filename == BODY:
                root = etree.fromstring(data)
                for text in root.iter(TEXT):
                    text.text = words_by_mark[text.text or ""]
                data = etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
            target.writestr(entry, data)
    return written.getvalue()


def words(document: bytes) -> list[str]:
    """All texts of a Word file in order."""
    with zipfile.ZipFile(BytesIO(document)) as package:
        return [text.text or "" for text in etree.fromstring(package.read(BODY)).iter(TEXT)]
